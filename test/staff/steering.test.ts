import { afterAll, beforeAll, expect, it } from 'vitest'
import { at, campaignCounty, type CampaignCounty } from '../support/campaign'
import { serve } from '../support/http'
import { testRuntime } from '../support/payload'

let product: Awaited<ReturnType<typeof testRuntime>>
let county: CampaignCounty
let server: Awaited<ReturnType<typeof serve>>
let campaign: string
const token: Record<string, string> = {}
beforeAll(async () => {
  product = await testRuntime()
  product.clock.moveTo(at('2026-11-30T09:00'))
  county = await campaignCounty(product)
  const channels = [await county.channel('site'), await county.channel('feed')]
  campaign = (await county.campaign(channels, { slots: 4 })).id
  server = await serve(product)
  for (const name of ['lan', 'bei', 'qian', 'ji']) token[name] = await server.signIn(name)
})
afterAll(async () => {
  await server.close()
  await product.dispose()
})
const post = (path: string, who = 'lan', json: object = {}) =>
  server.call(`/api/staff/${path}`, { token: token[who], json })
const panel = async () => (await server.call(`/api/staff/campaigns/${campaign}`, { token: token.lan })).body
const planned = async () => (await county.rows(campaign)).filter(({ state }) => state === 'planned')
const approve = async () => post(`campaigns/${campaign}/approve`, 'qian', { planHash: (await panel()).planHash })
const audited = async (action: string) =>
  (await product.payload.find({ collection: 'audit', where: { action: { equals: action } } })).totalDocs

it('a pinned delivery keeps item, time, channel and link through planning again; strangers cannot pin', async () => {
  await post(`campaigns/${campaign}/plan`)
  const [, second] = await planned()
  expect((await server.call(`/api/staff/deliveries/${second!.id}/pin`, { json: {} })).status).toBe(401)
  expect((await post(`deliveries/${second!.id}/pin`, 'ji')).status).toBe(403)
  expect((await post(`deliveries/${second!.id}/pin`, 'bei')).body.error.code).toBe('outside-office')
  expect((await post(`deliveries/${second!.id}/pin`)).status).toBe(200)
  expect(await audited('delivery.pin')).toBe(1)

  const again = await post(`campaigns/${campaign}/plan`, 'lan', { seed: 99 })
  expect(again.body.progress.total).toBe(4)
  const rows = await planned()
  expect(rows.find(({ id }) => id === second!.id)).toMatchObject({
    code: second!.code,
    dueAt: second!.dueAt,
    channel: second!.channel,
    itemKey: second!.itemKey,
  })
  expect(new Set(rows.map(({ itemKey }) => itemKey)).size).toBe(4)
  const { totalDocs } = await product.payload.count({ collection: 'links', where: { campaign: { equals: campaign } } })
  expect(totalDocs).toBe(4)
})

it('pinning leaves an approval alone, for it changes nothing that goes out; a move pins', async () => {
  expect((await approve()).body.state).toBe('approved')
  const [first] = await planned()
  await post(`deliveries/${first!.id}/pin`)
  await post(`deliveries/${first!.id}/unpin`)
  expect((await panel()).state).toBe('approved')
  const to = at('2026-12-09T16:00').toISOString()
  await post(`deliveries/${first!.id}/move`, 'lan', { to })
  const shown = await panel()
  expect(shown.state).toBe('planned')
  expect(await product.payload.findByID({ collection: 'deliveries', id: first!.id, depth: 0 })).toMatchObject({
    pinned: true,
    dueAt: to,
  })
  await post(`campaigns/${campaign}/plan`)
  expect((await planned()).map(({ dueAt }) => dueAt)).toContain(to)
})

it('an item ruled out is taken out, voids the approval, stays away with its reason, and can be allowed again', async () => {
  expect((await approve()).body.state).toBe('approved')
  const loose = (await planned()).find(({ pinned }) => !pinned)!
  const ban = { item: loose.itemKey, segment: county.segment.id }
  expect((await post(`campaigns/${campaign}/ban`, 'ji', ban)).status).toBe(403)
  expect((await post(`campaigns/${campaign}/ban`, 'bei', ban)).body.error.code).toBe('outside-office')
  expect((await post(`campaigns/${campaign}/ban`, 'lan', { item: 'articles:nobody' })).status).toBe(404)
  expect((await post(`campaigns/${campaign}/ban`, 'lan', { item: 'users:1' })).status).toBe(400)

  const ruled = await post(`campaigns/${campaign}/ban`, 'lan', ban)
  expect(ruled.body).toMatchObject({ state: 'planned', progress: { total: 3 } })
  expect(ruled.body.excluded.items[0]).toMatchObject({
    item: loose.itemKey,
    bans: [{ segment: county.segment.id, name: '老年人' }],
  })
  await post(`campaigns/${campaign}/ban`, 'lan', ban)
  expect((await product.payload.findByID({ collection: 'campaigns', id: campaign })).bans).toHaveLength(1)

  const again = await post(`campaigns/${campaign}/plan`)
  expect(again.body.progress.total).toBe(4)
  expect((await planned()).map(({ itemKey }) => itemKey)).not.toContain(loose.itemKey)
  expect(again.body.excluded.items[0].reasons).toEqual(['老年人：同事说过不要排它'])

  const lifted = await post(`campaigns/${campaign}/unban`, 'lan', ban)
  expect(lifted.body.excluded.items.flatMap(({ bans }: { bans: object[] }) => bans)).toEqual([])
  expect(JSON.stringify(lifted.body.excluded)).toContain('又允许排了')
  expect([await audited('campaign.ban'), await audited('campaign.unban')]).toEqual([2, 1])
})

it('what a pin contradicts is said with the title, and the pin stays', async () => {
  const pinned = (await planned()).find((row) => row.pinned)!
  await post(`campaigns/${campaign}/ban`, 'lan', { item: pinned.itemKey })
  const again = await post(`campaigns/${campaign}/plan`)
  expect((await planned()).map(({ id }) => id)).toContain(pinned.id)
  expect(again.body.warnings.join()).toMatch(/《.+？》说过不要排给老年人，又被钉住了/)
})

it('bans and pins are not written through the API of the collections', async () => {
  const staff = { ...county.people.publisher, office: county.bureau.id }
  await product.payload.update({
    collection: 'campaigns',
    id: campaign,
    data: { bans: [] },
    overrideAccess: false,
    user: staff,
  })
  expect((await product.payload.findByID({ collection: 'campaigns', id: campaign })).bans).toHaveLength(1)
})
