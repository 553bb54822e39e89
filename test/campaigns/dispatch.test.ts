import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { dispatchDue, passedOn, resend, settle } from '../../campaigns'
import type { Outcome } from '../../campaigns/channels/contract'
import { channels as table } from '../../campaigns/channels/table'
import { planCampaign } from '../../campaigns'
import { claim } from '../../src/lib/lease'
import { at, campaignCounty, timeZone, type CampaignCounty } from '../support/campaign'
import { testRuntime } from '../support/payload'
import { SECRET, webhookPeer } from '../support/webhookPeer'

let product: Awaited<ReturnType<typeof testRuntime>>
let county: CampaignCounty
let peer: Awaited<ReturnType<typeof webhookPeer>>
let hook: { id: string }
let site: { id: string }
let kit: { id: string }
const planned = at('2026-11-30T09:00')
beforeAll(async () => {
  product = await testRuntime()
  county = await campaignCounty(product)
  peer = await webhookPeer()
  site = await county.channel('site')
  kit = await county.channel('handout')
  hook = await county.channel('webhook', { webhook: { url: peer.url, secret: SECRET, allowPrivate: true } })
})
afterEach(async () => {
  peer.seen.length = 0
  peer.says(() => ({ status: 200, body: '{"id":"kept-1"}' }))
  // Every delivery fills quotas of the next plan: each test starts with none.
  await product.payload.delete({ collection: 'deliveries', where: {} })
})
afterAll(async () => {
  await peer.close()
  await product.dispose()
})

const run = (now: Date, more: Partial<Parameters<typeof dispatchDue>[0]> = {}) =>
  dispatchDue({
    payload: product.payload,
    log: product.log,
    now: () => now,
    publicUrl: 'http://county.test',
    timeZone,
    ...more,
  })

/** One approved delivery on a channel, due at ten on the first of December. */
async function one(channel: { id: string }) {
  const { id } = await county.campaign([channel], { slots: 1, to: at('2026-12-01T12:00').toISOString() })
  await county.approve(id, planned)
  const [row] = await county.rows(id)
  return { campaign: id, id: row!.id, code: row!.code, due: new Date(row!.dueAt) }
}
const read = (id: string) => product.payload.findByID({ collection: 'deliveries', id, depth: 0 })
const minutes = (from: Date, count: number) => new Date(from.getTime() + count * 60_000)

describe('what is due', () => {
  it('goes out when its time has come and its campaign is approved, not before', async () => {
    const { id, due } = await one(site)
    expect((await run(minutes(due, -1))).submitted).toBe(0)
    expect((await run(due)).submitted).toBe(1)
    expect(await read(id)).toMatchObject({ state: 'submitted', submittedAt: due.toISOString(), leaseOwner: null })
    expect((await run(minutes(due, 1))).submitted).toBe(0)
  })

  it('stays where it is while the plan is not approved', async () => {
    const { id } = await county.campaign([site], { slots: 1 })
    await planCampaign(product.payload, { campaign: id, by: county.people.editor.id, now: planned, timeZone })
    expect((await run(at('2026-12-11T10:00'))).submitted).toBe(0)
    expect((await county.rows(id))[0]!.state).toBe('planned')
  })

  it('is signed, carries the tracked link, and reaches a webhook', async () => {
    const { id, code, due } = await one(hook)
    await run(due)
    expect(peer.forged).toEqual([])
    expect(peer.seen).toHaveLength(1)
    expect(peer.seen[0]).toMatchObject({
      id: code,
      body: { type: 'delivery.submitted', data: { delivery: code, item: { link: `http://county.test/l/${code}` } } },
    })
    expect(await read(id)).toMatchObject({ state: 'submitted', externalId: 'kept-1' })
  })

  it('many dispatchers at once hand every delivery over exactly once', async () => {
    const { id } = await county.campaign([hook], { slots: 5 })
    await product.payload.update({ collection: 'channels', id: hook.id, data: { dailyQuota: 10 } })
    await county.approve(id, planned)
    const codes = (await county.rows(id)).map(({ code }) => code).sort()
    await Promise.all(Array.from({ length: 6 }, () => run(at('2026-12-02T20:00'))))
    await Promise.all(Array.from({ length: 6 }, () => run(at('2026-12-04T20:00'))))
    await Promise.all(Array.from({ length: 6 }, () => run(at('2026-12-10T20:00'))))
    const out = (await county.rows(id)).filter(({ state }) => state === 'submitted').map(({ code }) => code)
    expect(peer.seen.map(({ id }) => id).sort()).toEqual(out.sort())
    expect(out.length).toBeGreaterThan(0)
    expect(codes).toEqual(expect.arrayContaining(out))
    await product.payload.update({ collection: 'channels', id: hook.id, data: { dailyQuota: null } })
  })

  it('waits on the desk as a handout until a person ticks it', async () => {
    const { id, due } = await one(kit)
    await run(minutes(due, 60))
    expect((await read(id)).state).toBe('planned')
    await passedOn(product.payload, { delivery: id, by: county.people.editor.id, now: minutes(due, 61) })
    const row = await read(id)
    expect(row).toMatchObject({ state: 'submitted', forwardedBy: county.people.editor.id })
    await passedOn(product.payload, { delivery: id, by: county.people.manager.id, now: minutes(due, 90) })
    expect(await read(id)).toMatchObject({ forwardedBy: county.people.editor.id, forwardedAt: row.forwardedAt })
  })
})

describe('a peer in trouble', () => {
  it('is tried three times, then failed with the reason, and can be sent again', async () => {
    peer.says(() => ({ status: 503 }))
    const { id, due } = await one(hook)
    await run(due)
    expect(await read(id)).toMatchObject({ state: 'planned', attempts: 1, error: { code: 'refused', detail: '503' } })
    await run(new Date(due.getTime() + 4_000))
    expect((await read(id)).attempts).toBe(1)
    await run(new Date(due.getTime() + 5_000))
    await run(new Date(due.getTime() + 5_000 + 5 * 60_000))
    expect(await read(id)).toMatchObject({ state: 'failed', attempts: 3, error: { code: 'refused', attempts: 3 } })
    peer.says(() => ({ status: 204 }))
    const again = minutes(due, 30)
    await resend(product.payload, { delivery: id, by: county.people.editor.id, now: again })
    await run(again)
    expect(await read(id)).toMatchObject({ state: 'submitted', error: null })
  })

  it('that cannot be reached at all is failed as unreachable', async () => {
    const away = await county.channel('webhook', {
      code: 'away',
      webhook: { url: 'http://127.0.0.1:1/', secret: SECRET, allowPrivate: true },
    })
    const { id, due } = await one(away)
    for (const wait of [0, 1, 10]) await run(minutes(due, wait))
    expect(await read(id)).toMatchObject({ state: 'failed', error: { code: 'unreachable', detail: 'ECONNREFUSED' } })
  })

  it('a private address, a redirect and a bad secret are refused at once', async () => {
    const blocked = await county.channel('webhook', { code: 'private', webhook: { url: peer.url, secret: SECRET } })
    const first = await one(blocked)
    await run(first.due)
    expect(await read(first.id)).toMatchObject({ state: 'failed', error: { code: 'private-address' } })
    peer.says(() => ({ status: 302, headers: { location: 'http://169.254.169.254/' } }))
    const second = await one(hook)
    await run(second.due)
    expect(await read(second.id)).toMatchObject({ state: 'failed', error: { code: 'redirected' } })
    const unsigned = await county.channel('webhook', {
      code: 'unsigned',
      webhook: { url: peer.url, secret: '', allowPrivate: true },
    })
    const third = await one(unsigned)
    await run(third.due)
    expect(await read(third.id)).toMatchObject({ state: 'failed', error: { code: 'bad-secret' } })
    expect(peer.seen).toHaveLength(1)
  })

  it('that is gone for good switches the channel off', async () => {
    peer.says(() => ({ status: 410 }))
    const leaving = await county.channel('webhook', {
      code: 'leaving',
      webhook: { url: peer.url, secret: SECRET, allowPrivate: true },
    })
    const { id, due } = await one(leaving)
    await run(due)
    expect(await read(id)).toMatchObject({ state: 'failed', error: { code: 'gone' } })
    expect(await product.payload.findByID({ collection: 'channels', id: leaving.id })).toMatchObject({ enabled: false })
  })
})

describe('a dispatcher that dies', () => {
  const abandon = async (id: string, now: Date) =>
    claim(product.payload, {
      ...{ collection: 'deliveries', states: ['planned'], claimed: 'claimed', where: { id } },
      ...{ owner: 'dead', now, ttlMs: 60_000, limit: 1 },
    })

  it('after handing over is asked again under the same key: the peer counts once', async () => {
    const { id, code, due } = await one(hook)
    await abandon(id, due)
    await run(new Date(due.getTime() + 59_000))
    expect(peer.seen).toHaveLength(0)
    await run(new Date(due.getTime() + 60_000))
    expect(peer.seen.map(({ id }) => id)).toEqual([code])
    expect((await read(id)).state).toBe('submitted')
  })

  it('is uncertain where the channel has no key, until a person settles it', async () => {
    const calls: string[] = []
    const deliver = async ({ code }: { code: string }): Promise<Outcome> => {
      calls.push(code)
      return { state: 'submitted' }
    }
    const noKey = { ...table, site: { ...table.site, idempotent: false, deliver } }
    const { id, due } = await one(site)
    await abandon(id, due)
    await run(minutes(due, 2), { channels: noKey })
    expect(await read(id)).toMatchObject({ state: 'uncertain', error: { code: 'lost-answer' } })
    expect(calls).toEqual([])
    await settle(product.payload, { delivery: id, by: county.people.editor.id, now: minutes(due, 9), wentOut: true })
    expect((await read(id)).state).toBe('submitted')
    await expect(resend(product.payload, { delivery: id, by: 'x', now: due })).rejects.toMatchObject({
      code: 'conflict',
    })
  })
})

describe('after downtime', () => {
  it('what is more than 48 hours late waits for a person', async () => {
    const { id, due } = await one(site)
    await run(minutes(due, 48 * 60 + 1))
    expect(await read(id)).toMatchObject({ state: 'failed', error: { code: 'missed' } })
    const now = minutes(due, 50 * 60)
    await resend(product.payload, { delivery: id, by: county.people.editor.id, now })
    await run(now)
    const row = await read(id)
    expect(row.state).toBe('submitted')
    expect(new Date(row.until!) > now).toBe(true)
  })

  it('quiet hours and the daily quota still hold', async () => {
    const quiet = await county.channel('feed', { code: 'quiet', dailyQuota: 1, quietFrom: '21:00', quietTo: '07:00' })
    const { id } = await county.campaign([quiet], { slots: 2, to: at('2026-12-02T12:00').toISOString() })
    await county.approve(id, planned)
    expect((await run(at('2026-12-02T22:00'))).postponed).toBe(2)
    expect((await run(at('2026-12-03T07:00'))).submitted).toBe(1)
    const rows = await county.rows(id)
    expect(rows.map(({ state }) => state).sort()).toEqual(['planned', 'submitted'])
    expect(rows.find(({ state }) => state === 'planned')).toMatchObject({
      readyAt: at('2026-12-04T09:00').getTime(),
      attempts: 0,
    })
  })
})
