import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { dispatchDue, holdBack, letGo, passedOn, readAhead, readHolds, resend } from '../../campaigns'
import type { Channel } from '../../campaigns/channels/contract'
import { channels } from '../../campaigns/channels/table'
import { claim, renew } from '../../src/lib/lease'
import { at, campaignCounty, timeZone, type CampaignCounty } from '../support/campaign'
import { testRuntime } from '../support/payload'
import { SECRET, webhookPeer } from '../support/webhookPeer'

let product: Awaited<ReturnType<typeof testRuntime>>
let county: CampaignCounty
let peer: Awaited<ReturnType<typeof webhookPeer>>
let hook: { id: string }
let kit: { id: string }
let campaign: { id: string }
let labour: { id: string }
const due = at('2026-12-01T10:00')
const later = (minutes: number) => new Date(due.getTime() + minutes * 60_000)

beforeAll(async () => {
  product = await testRuntime()
  county = await campaignCounty(product)
  labour = county.topic
  peer = await webhookPeer()
  kit = await county.channel('handout')
  hook = await county.channel('webhook', { webhook: { url: peer.url, secret: SECRET, allowPrivate: true } })
  campaign = await county.campaign([hook, kit], { state: 'approved' })
})
beforeEach(() => cap(0.3))
afterEach(async () => {
  peer.seen.length = 0
  await product.payload.delete({ collection: 'deliveries', where: {} })
})
afterAll(async () => {
  await peer.close()
  await product.dispose()
})

const cap = (share: number | null) =>
  product.payload.update({ collection: 'topics', id: labour.id, data: { cap: share } })
const run = (now: Date, table = channels) =>
  dispatchDue({ ...product, now: () => now, publicUrl: 'http://county.test', timeZone, channels: table })
let made = 0
const row = (topic: { id: string }, more: object) => {
  const article = county.articles[topic.id === labour.id ? 3 : 0]!
  const code = `code${++made}`
  return product.payload.create({
    collection: 'deliveries',
    data: {
      ...{ code, campaign: campaign.id, item: { relationTo: 'articles', value: article.id }, topic: topic.id },
      ...{ itemKey: `articles:${article.id}`, segment: county.segment.id, channel: hook.id, office: county.south.id },
      ...{ state: 'planned', dueAt: due.toISOString(), readyAt: due.getTime() },
      ...more,
    },
    depth: 0,
  })
}
const plan = (topic: { id: string }, more: object = {}) => row(topic, more)
/** What went out a day before, each of another item. */
async function history(counts: { labour: number; fraud: number }) {
  for (const [topic, count] of [[labour, counts.labour] as const, [county.fraud, counts.fraud] as const])
    for (let n = 0; n < count; n++)
      await row(topic, {
        ...{ state: 'submitted', itemKey: `articles:past-${topic.id}-${n}` },
        ...{ submittedAt: later(-1440).toISOString(), dueAt: later(-1440).toISOString() },
      })
}
const read = (id: string) => product.payload.findByID({ collection: 'deliveries', id, depth: 0 })
const sent = () => peer.seen.map(({ id }) => id).sort()
const allow = (delivery: string, now = due) =>
  letGo(product.payload, { delivery, by: '钱大笔', why: '劳动法宣传月，县里要求发', now })

describe('a due delivery whose topic is at its cap', () => {
  it('is not sent, costs no try, and keeps nobody waiting, however many of them there are', async () => {
    await history({ labour: 4, fraud: 6 })
    const held = []
    for (let n = 0; n < 7; n++) held.push(await plan(labour))
    const other = await plan(county.fraud)
    expect(await run(due)).toMatchObject({ submitted: 1, held: 7, failed: 0 })
    expect(sent()).toEqual([other.code])
    expect(await read(held[0]!.id)).toMatchObject({
      ...{ state: 'planned', attempts: 0, readyAt: later(5).getTime(), heldAt: due.toISOString(), leaseOwner: null },
    })
    const holds = await readHolds(product.payload, due)
    expect([...holds.keys()].sort()).toEqual(held.map(({ id }) => id).sort())
    expect(holds.get(held[0]!.id)).toEqual({ topic: labour.id, segment: null, sent: 4, of: 11, cap: 0.3 })
    expect(await run(later(1))).toMatchObject({ submitted: 0, held: 0 })
  })

  it('goes by itself once there is room: the cap was raised, taken away, or others went out', async () => {
    await history({ labour: 3, fraud: 7 })
    const waiting = await plan(labour)
    await run(due)
    expect(sent()).toEqual([])
    for (let n = 0; n < 3; n++) await plan(county.fraud)
    await run(later(1))
    await run(later(6))
    expect((await read(waiting.id)).state).toBe('submitted')
    expect(sent()).toContain(waiting.code)

    const more = await plan(labour)
    await run(later(10))
    expect((await read(more.id)).state).toBe('planned')
    await cap(0.5)
    await run(later(16))
    expect((await read(more.id)).state).toBe('submitted')
    await cap(0.01)
    const last = await plan(labour)
    await run(later(20))
    expect((await readHolds(product.payload, later(20))).size).toBe(1)
    await cap(null)
    expect((await readHolds(product.payload, later(20))).size).toBe(0)
    await run(later(26))
    expect((await read(last.id)).state).toBe('submitted')
  })

  it('is never held in a small office, though the county above it is large', async () => {
    await history({ labour: 4, fraud: 6 })
    const small = await plan(labour, { office: county.north.id })
    const whole = await plan(labour, { office: county.bureau.id })
    expect(await run(due)).toMatchObject({ submitted: 1, held: 1 })
    expect(sent()).toEqual([small.code])
    expect((await readHolds(product.payload, due)).has(whole.id)).toBe(true)
  })

  it('more than 48 hours late waits for a person, with the reason that it was held', async () => {
    await history({ labour: 4, fraud: 6 })
    const { id } = await plan(labour)
    await run(due)
    const late = later(48 * 60 + 1)
    await run(late)
    expect(await read(id)).toMatchObject({ state: 'failed', error: { code: 'held-too-long' } })
    await resend(product.payload, { delivery: id, by: county.people.publisher.id, now: late })
    expect(await run(late)).toMatchObject({ held: 1 })
    await allow(id, late)
    await run(late)
    expect((await read(id)).state).toBe('submitted')
  })

  it('cannot be ticked as passed on either, until somebody let it go', async () => {
    await history({ labour: 4, fraud: 6 })
    const { id } = await plan(labour, { channel: kit.id })
    const tick = { delivery: id, by: county.people.editor.id, now: due }
    await expect(passedOn(product.payload, tick)).rejects.toMatchObject({ code: 'topic-held' })
    expect(await read(id)).toMatchObject({ state: 'planned', heldAt: due.toISOString() })
    await allow(id)
    await passedOn(product.payload, tick)
    expect((await read(id)).state).toBe('submitted')
  })
})

describe('let go', () => {
  it('goes exactly once, however many dispatchers run, and keeps who, when and why', async () => {
    await history({ labour: 4, fraud: 6 })
    const { id, code } = await plan(labour)
    await run(due)
    expect(await allow(id)).toMatchObject({ sent: 4, of: 10, cap: 0.3 })
    expect((await readHolds(product.payload, due)).size).toBe(0)
    await Promise.all(Array.from({ length: 6 }, () => run(due)))
    expect(sent()).toEqual([code])
    expect(await read(id)).toMatchObject({
      ...{ state: 'submitted', attempts: 1, letGoBy: '钱大笔', letGoWhy: '劳动法宣传月，县里要求发' },
      letGoAt: due.toISOString(),
    })
    await expect(holdBack(product.payload, { delivery: id })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('can be taken back while it has not gone out', async () => {
    await history({ labour: 4, fraud: 6 })
    const { id } = await plan(labour)
    await run(due)
    await allow(id)
    await holdBack(product.payload, { delivery: id })
    expect(await run(later(6))).toMatchObject({ held: 1, submitted: 0 })
    expect(await read(id)).toMatchObject({ state: 'planned', letGoAt: null, letGoBy: null, letGoWhy: null })
  })

  it('is refused for what is not held: not due, with room, or out already', async () => {
    await history({ labour: 4, fraud: 6 })
    for (const delivery of [await plan(labour, { dueAt: later(60).toISOString() }), await plan(county.fraud)])
      await expect(allow(delivery.id)).rejects.toMatchObject({ code: 'conflict' })
    await expect(allow('gone')).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the last place under a cap', () => {
  /** How often 90 days of deliveries are read. */
  const reads = () => {
    const spy = vi.spyOn(product.payload, 'find')
    const since = new Date(due.getTime() - 90 * 86_400_000).toISOString()
    return () => spy.mock.calls.filter(([{ where }]) => JSON.stringify(where ?? {}).includes(since)).length
  }
  afterEach(() => vi.restoreAllMocks())

  it('is taken by the first of those due in the same tick; the 90 days of their office are read once', async () => {
    await history({ labour: 3, fraud: 10 })
    for (let n = 0; n < 7; n++) await plan(labour)
    for (let n = 0; n < 2; n++) await plan(labour, { office: county.north.id })
    const read = reads()
    expect(await run(due)).toMatchObject({ submitted: 1 + 2, held: 6 })
    expect(read()).toBe(2)
  })

  it('opens in the same tick that makes room, one for each that went out', async () => {
    await history({ labour: 3, fraud: 8 })
    const ready = (n: number) => ({ readyAt: due.getTime() - 10 + n })
    const first = await plan(labour, ready(0))
    for (let n = 1; n < 3; n++) await plan(county.fraud, ready(n))
    const [second, third] = [await plan(labour, ready(3)), await plan(labour, ready(4))]
    expect(await run(due)).toMatchObject({ submitted: 3, held: 2 })
    const states = await Promise.all([first, second, third].map(async ({ id }) => (await read(id)).state))
    expect(states).toEqual(['planned', 'submitted', 'planned'])
  })

  it('is seen to be gone when a person passes a kit on in the middle of a tick', async () => {
    await history({ labour: 3, fraud: 10 })
    const passed = await plan(labour, { channel: kit.id })
    // Five are claimed at once: the last one is not among them yet.
    const [gone, before] = [{ itemKey: 'articles:none' }, (n: number) => ({ readyAt: due.getTime() - n })]
    await plan(labour, { ...gone, ...before(3) })
    await plan(county.fraud, before(2))
    for (let n = 0; n < 3; n++) await plan(county.fraud, { ...gone, ...before(1) })
    const last = await plan(labour)
    const deliver: Channel['deliver'] = async () => {
      await passedOn(product.payload, { delivery: passed.id, by: county.people.editor.id, now: due })
      return { state: 'submitted' }
    }
    const table = { ...channels, webhook: { ...channels.webhook, deliver } }
    expect(await run(due, table)).toMatchObject({ submitted: 1, failed: 4, held: 1 })
    expect((await read(passed.id)).state).toBe('submitted')
    expect((await read(last.id)).state).toBe('planned')
  })

  it('is taken once, also by six dispatchers at the same time', async () => {
    await history({ labour: 3, fraud: 10 })
    for (let n = 0; n < 6; n++) await plan(labour)
    await Promise.all(Array.from({ length: 6 }, () => run(due)))
    await Promise.all(Array.from({ length: 6 }, () => run(later(6))))
    await run(later(12))
    expect(sent()).toHaveLength(1)
    expect((await readHolds(product.payload, later(12))).size).toBe(5)
  })

  it('is not stolen by a dispatcher that died before handing over; what it had handed over is asked for again', async () => {
    await history({ labour: 4, fraud: 6 })
    const dead = { ...{ owner: 'dead', now: due, ttlMs: 60_000, limit: 1 }, collection: 'deliveries' as const }
    const abandoned = async () => {
      const delivery = await plan(labour)
      await claim(product.payload, { ...dead, states: ['planned'], claimed: 'claimed', where: { id: delivery.id } })
      return delivery
    }
    const before = await abandoned()
    const after = await abandoned()
    await renew(product.payload, { ...dead, id: after.id }, dead, { handedAt: due })
    expect(await run(later(2))).toMatchObject({ held: 1, submitted: 1 })
    expect(sent()).toEqual([after.code])
    expect(await read(before.id)).toMatchObject({ state: 'planned', attempts: 1 })
    expect(await read(after.id)).toMatchObject({ state: 'submitted', handedAt: null })
  })
})

it('what a plan would have held is known before its time comes, others that are approved counted', async () => {
  await history({ labour: 2, fraud: 8 })
  const own = await county.campaign([hook], { state: 'planned' })
  const day = (n: number) => ({ dueAt: later(n * 1440).toISOString(), readyAt: later(n * 1440).getTime() })
  await plan(labour, day(1))
  const ours = []
  for (let n = 2; n < 5; n++) ours.push(await plan(labour, { ...day(n), campaign: own.id }))
  const ahead = await readAhead(product.payload, { id: own.id, office: county.south.id }, due)
  expect([...ahead.keys()].sort()).toEqual(ours.map(({ id }) => id).sort())
  await cap(null)
  expect((await readAhead(product.payload, { id: own.id, office: county.south.id }, due)).size).toBe(0)
})

it('the caps of the office above and of a segment hold too, each measured by what it is about', async () => {
  await cap(null)
  await history({ labour: 4, fraud: 6 })
  const { id } = await plan(labour)
  const limits = [{ topic: labour.id, cap: 0.3 }]
  await product.payload.update({ collection: 'offices', id: county.bureau.id, data: { limits } })
  expect((await readHolds(product.payload, due)).get(id)).toMatchObject({ segment: null, cap: 0.3 })
  await product.payload.update({ collection: 'offices', id: county.bureau.id, data: { limits: [] } })
  expect((await readHolds(product.payload, due)).size).toBe(0)
  await product.payload.update({ collection: 'segments', id: county.segment.id, data: { limits } })
  expect((await readHolds(product.payload, due)).get(id)).toMatchObject({ segment: county.segment.id, sent: 4, of: 10 })
  await product.payload.update({ collection: 'segments', id: county.segment.id, data: { limits: [] } })
})
