import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  approveCampaign,
  banItem,
  cancelCampaign,
  cancelDelivery,
  liftBan,
  moveDelivery,
  pinDelivery,
  planCampaign,
} from '../../campaigns'
import type { StoredPlan } from '../../campaigns'
import { gatherBrief, readItems } from '../../campaigns/gathering'
import { replacePlanned } from '../../campaigns/ledger'
import { planDeliveries } from '../../campaigns/planning'
import { at, campaignCounty, timeZone, type CampaignCounty } from '../support/campaign'
import { testRuntime } from '../support/payload'

let product: Awaited<ReturnType<typeof testRuntime>>
let county: CampaignCounty
let channels: { id: string }[]
const now = at('2026-11-30T09:00')
beforeAll(async () => {
  product = await testRuntime()
  county = await campaignCounty(product)
  channels = [await county.channel('site'), await county.channel('feed')]
})
afterAll(() => product.dispose())

const plan = (campaign: string) =>
  planCampaign(product.payload, { campaign, by: county.people.editor.id, now, timeZone })

describe('planning a campaign', () => {
  it('stores deliveries with reasons, items, links, and everything left out', async () => {
    const { id } = await county.campaign(channels, { slots: 4 })
    await plan(id)
    const rows = await county.rows(id)
    expect(rows).toHaveLength(4)
    expect(rows.filter(({ topic }) => topic === county.fraud.id).length).toBeGreaterThanOrEqual(2)
    for (const row of rows) {
      expect(row).toMatchObject({ state: 'planned', office: county.south.id, readyAt: Date.parse(row.dueAt) })
      expect(row.item).toMatchObject({ relationTo: 'articles', value: row.itemKey.slice('articles:'.length) })
      expect(row.reasons).toContainEqual(expect.objectContaining({ code: 'demand' }))
    }
    const { docs: links } = await product.payload.find({
      collection: 'links',
      where: { campaign: { equals: id } },
      depth: 0,
    })
    expect(links.map(({ code }) => code).sort()).toEqual(rows.map(({ code }) => code).sort())
    expect(links[0]!.path).toMatch(/^\/articles\/[a-z0-9-]+$/)
    const { plan: stored, state } = await product.payload.findByID({ collection: 'campaigns', id })
    expect(state).toBe('planned')
    expect((stored as unknown as StoredPlan).excluded).toMatchObject({ total: 1, byCode: expect.anything() })
    expect((stored as unknown as StoredPlan).demand[0]!.sources).toContainEqual(
      expect.objectContaining({ source: '问卷' }),
    )
  })

  it('planning again replaces what is planned and keeps what is out', async () => {
    const { id } = await county.campaign(channels)
    await plan(id)
    const [first] = await county.rows(id)
    await product.payload.update({ collection: 'deliveries', id: first!.id, data: { state: 'submitted' } })
    await plan(id)
    const rows = await county.rows(id)
    expect(rows).toHaveLength(5)
    expect(rows.filter(({ id }) => id === first!.id)).toHaveLength(1)
    expect(new Set(rows.map(({ itemKey }) => itemKey)).size).toBe(5)
    const { totalDocs } = await product.payload.count({ collection: 'links', where: { campaign: { equals: id } } })
    expect(totalDocs).toBe(5)
  })

  it('planning again leaves a pinned one with its link, and does without what was ruled out until it is allowed', async () => {
    const { id } = await county.campaign(channels, { slots: 3 })
    await plan(id)
    const [first, second] = await county.rows(id)
    await pinDelivery(product.payload, { delivery: first!.id, pinned: true })
    const ban = { item: second!.itemKey, segment: county.segment.id }
    expect(await banItem(product.payload, { campaign: id, ban, by: county.people.editor.id })).toBe(1)
    await plan(id)
    const planned = async () => (await county.rows(id)).filter(({ state }) => state === 'planned')
    expect(await planned()).toHaveLength(3)
    expect((await planned()).find((row) => row.id === first!.id)).toMatchObject({
      code: first!.code,
      dueAt: first!.dueAt,
    })
    expect((await planned()).map(({ itemKey }) => itemKey)).not.toContain(second!.itemKey)
    const { totalDocs } = await product.payload.count({ collection: 'links', where: { code: { equals: first!.code } } })
    expect(totalDocs).toBe(1)
    await liftBan(product.payload, { campaign: id, ban })
    expect((await product.payload.findByID({ collection: 'campaigns', id })).bans).toEqual([])
    // Its places are wanted by the campaigns below.
    await cancelCampaign(product.payload, { campaign: id })
  })

  it('what is pinned while the plan is being made is not doubled', async () => {
    const { id } = await county.campaign(channels, { slots: 4 })
    await plan(id)
    const [row] = await county.rows(id)
    const campaign = await product.payload.findByID({ collection: 'campaigns', id, depth: 0 })
    const { brief } = await gatherBrief(product.payload, campaign, { now, timeZone, seed: 1 })
    await pinDelivery(product.payload, { delivery: row!.id, pinned: true })
    const { deliveries } = planDeliveries(brief)
    expect(deliveries.some(({ item, segment }) => item === row!.itemKey && segment === row!.segment)).toBe(true)
    await replacePlanned(product.payload, { campaign: id, office: null, deliveries, path: () => '/' }, now)
    const rows = await county.rows(id)
    expect(rows.filter(({ itemKey }) => itemKey === row!.itemKey).map((one) => one.id)).toEqual([row!.id])
    const { docs: links } = await product.payload.find({ collection: 'links', where: { campaign: { equals: id } } })
    expect(links.map(({ code }) => code).sort()).toEqual(rows.map(({ code }) => code).sort())
    await cancelCampaign(product.payload, { campaign: id })
  })

  it('sees the game and the risk list inside an article', async () => {
    const [game, list] = county.articles
    const update = (id: string, body: object[]) =>
      product.payload.update({ collection: 'articles', id, data: { body } as never, context: { workflow: 'approve' } })
    const options = ['挂断', '照做'].map((text) => ({ text, consequence: '钱还在不在，就看这一步。' }))
    await update(game!.id, [{ blockType: 'choice', scene: '对方要你开共享屏幕。', options }])
    await update(list!.id, [{ blockType: 'risks', rows: [{ check: '合同有没有盖章' }] }])
    const { items } = await readItems(product.payload, [], new Map())
    const also = (id: string) => items.find(({ key }) => key === `articles:${id}`)?.also
    expect([also(game!.id), also(list!.id), also(county.articles[2]!.id)]).toEqual([['choice'], ['risks'], []])
  })

  it('with nothing to plan it says so and stays a draft', async () => {
    const { id } = await county.campaign(channels, {
      to: at('2026-10-02T00:00').toISOString(),
      from: at('2026-10-01T00:00').toISOString(),
    })
    await expect(plan(id)).rejects.toMatchObject({ code: 'plan-empty' })
    expect(await product.payload.findByID({ collection: 'campaigns', id })).toMatchObject({ state: 'draft' })
  })
})

describe('approving', () => {
  const approve = (campaign: string, planHash: string, by = county.people.publisher.id) =>
    approveCampaign(product.payload, { campaign, by, now, planHash })
  const state = async (id: string) => (await product.payload.findByID({ collection: 'campaigns', id })).state

  it('is refused to the planner, and for another plan than the one that was read', async () => {
    const { id } = await county.campaign(channels)
    const { planHash } = await plan(id)
    await expect(approve(id, planHash, county.people.editor.id)).rejects.toMatchObject({ code: 'own-approval' })
    await plan(id)
    await expect(approve(id, planHash)).rejects.toMatchObject({ code: 'plan-changed' })
    expect(await state(id)).toBe('planned')
  })

  it('is void after a re-plan, a moved delivery, or an edit of what the plan was made from', async () => {
    const { id } = await county.campaign(channels)
    await county.approve(id, now)
    expect(await state(id)).toBe('approved')
    const [first] = await county.rows(id)
    const to = at('2026-12-09T16:00')
    await moveDelivery(product.payload, { delivery: first!.id, to, by: county.people.editor.id, now })
    expect(await state(id)).toBe('planned')
    const moved = await product.payload.findByID({ collection: 'deliveries', id: first!.id, depth: 0 })
    expect(moved).toMatchObject({ dueAt: to.toISOString(), readyAt: to.getTime() })
    await county.approve(id, now)
    await product.payload.update({ collection: 'campaigns', id, data: { goal: '换个说法' } })
    expect(await state(id)).toBe('approved')
    await product.payload.update({ collection: 'campaigns', id, data: { slots: 3 } })
    expect(await state(id)).toBe('draft')
  })

  it('cannot be set through the API, and taking one delivery out leaves it valid', async () => {
    const { id } = await county.campaign(channels)
    await product.payload.update({
      collection: 'campaigns',
      id,
      data: { state: 'approved', planHash: 'x' },
      overrideAccess: false,
      user: { ...county.people.publisher, office: county.bureau.id },
    })
    expect(await state(id)).toBe('draft')
    await county.approve(id, now)
    await cancelDelivery(product.payload, { delivery: (await county.rows(id))[0]!.id })
    expect(await state(id)).toBe('approved')
  })

  it('cancelling takes everything back that has not gone out', async () => {
    const { id } = await county.campaign(channels)
    await county.approve(id, now)
    await cancelCampaign(product.payload, { campaign: id })
    expect((await county.rows(id)).every((row) => row.state === 'cancelled')).toBe(true)
    await expect(plan(id)).rejects.toMatchObject({ code: 'conflict' })
  })
})
