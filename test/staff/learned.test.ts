import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StoredPlan } from '../../campaigns'
import { readLearned } from '../../src/staff/learned'
import { at, campaignCounty, type CampaignCounty } from '../support/campaign'
import { serve } from '../support/http'
import { testRuntime } from '../support/payload'
import { storedEvent } from '../support/storedEvent'

let product: Awaited<ReturnType<typeof testRuntime>>
let county: CampaignCounty
let server: Awaited<ReturnType<typeof serve>>
let slug: string
let kit: { id: string }
let shorts: { id: string }
const token: Record<string, string> = {}
beforeAll(async () => {
  product = await testRuntime()
  product.clock.moveTo(at('2026-11-30T09:00'))
  county = await campaignCounty(product)
  slug = (await product.payload.findByID({ collection: 'segments', id: county.segment.id, depth: 0 })).slug!
  kit = await county.channel('handout')
  shorts = await county.channel('handout', { name: '抖音', code: 'douyin', platform: true })
  server = await serve(product)
  for (const name of ['lan', 'ling', 'ji']) token[name] = await server.signIn(name)
})
afterAll(async () => {
  await server.close()
  await product.dispose()
})

const get = (path: string, who = 'lan', language = 'zh') =>
  server.call(`/api/staff/${path}`, { token: token[who], headers: { 'accept-language': language } })
const post = (path: string, json: object, who = 'lan') => server.call(`/api/staff/${path}`, { token: token[who], json })
const learned = async () => (await get(`learned/${county.segment.id}`)).body
const times = <T>(n: number, make: () => T) => Array.from({ length: n }, make)
const topicOf = (n: number) => (n < 3 ? county.fraud.id : county.topic.id)
const event = (n: number, type: string, when: string, more = {}) =>
  storedEvent(at(when), {
    ...{ type, item: `articles:${county.articles[n]!.id}`, topic: topicOf(n), segment: slug, channel: 'handout-1' },
    ...more,
  })
const delivered = (n: number, channel: string, when: string) =>
  product.payload.create({
    collection: 'deliveries',
    data: {
      ...{ code: crypto.randomUUID(), item: { relationTo: 'articles', value: county.articles[n]!.id } },
      ...{ itemKey: `articles:${county.articles[n]!.id}`, topic: topicOf(n), segment: county.segment.id, channel },
      ...{ state: 'submitted', office: county.south.id, dueAt: at(when).toISOString() },
      ...{ submittedAt: at(when).toISOString(), reasons: [{ code: 'demand' }] },
    },
  })

it('with nobody there yet it says so, and plans go by the county', async () => {
  expect(await learned()).toMatchObject({ tried: false, topics: [], channels: [], platforms: [], explore: 0.05 })
  expect((await server.call(`/api/staff/learned/${county.segment.id}`)).status).toBe(401)
  expect((await get('learned/nobody')).status).toBe(404)
})

describe('what residents did', () => {
  beforeAll(async () => {
    await delivered(0, kit.id, '2026-11-10T19:00')
    await delivered(3, kit.id, '2026-11-11T10:00')
    await product.events.add([
      ...times(60, () => event(0, 'view', '2026-11-11T08:00')),
      ...times(45, () => event(0, 'read', '2026-11-11T08:10')),
      ...times(40, () => event(1, 'view', '2026-09-01T08:00')),
      ...times(4, () => event(1, 'read', '2026-09-01T08:10')),
      ...times(20, () => event(3, 'view', '2026-11-12T08:00')),
      ...times(2, () => event(3, 'read', '2026-11-12T08:10')),
      ...times(30, () => event(3, 'view', '2026-11-12T08:00', { segment: '', channel: '' })),
      ...times(5, () => event(3, 'view', '2026-11-12T08:00', { rejected: 'bot' })),
      // A year and more ago.
      ...times(90, () => event(4, 'view', '2025-11-01T08:00')),
    ])
  })

  it('is shown by topic with the items it came from, and by door and hour; bots and last year are left out', async () => {
    const panel = await learned()
    expect(panel.tried).toBe(true)
    const [first, second] = panel.topics
    expect(first).toMatchObject({ name: '电信诈骗', trials: 100, finished: 49, when: '2 到 12 周前' })
    expect(
      first.items.map(({ title, opened, finished }: Record<string, unknown>) => [title, opened, finished]),
    ).toEqual([
      ['收到中奖短信，是真的吗？', 60, 45],
      ['客服让我开共享屏幕，能开吗？', 40, 4],
    ])
    expect(first.low < first.mean && first.mean < first.high).toBe(true)
    expect(second).toMatchObject({ name: '劳动用工', trials: 20, finished: 2 })
    expect(panel.channels).toEqual([
      {
        ...{ channel: kit.id, name: 'handout 渠道' },
        blocks: { '18-20': { opened: 60, sends: 1 }, '09-12': { opened: 20, sends: 1 } },
      },
    ])
  })

  it('is derived, never stored: the same events give the same, more events give more', async () => {
    const before = await readLearned(product)
    expect(await readLearned(product)).toEqual(before)
    const cell = ({ topics }: typeof before) => topics.find(({ topic }) => topic === county.fraud.id)!
    await product.events.add([event(0, 'view', '2026-11-29T08:00')])
    expect(cell(await readLearned(product)).trials).toBe(cell(before).trials + 1)
  })

  it('goes into the plan, into its reasons in words, and into what the plan keeps of its basis', async () => {
    const channels = [kit, shorts]
    const { id } = await county.campaign(channels, { slots: 3 })
    const { body } = await post(`campaigns/${id}/plan`, {})
    const lines = body.days.flatMap(({ deliveries }: { deliveries: object[] }) => deliveries)
    const about = lines.find(({ topic }: { topic: string }) => topic === '电信诈骗')
    expect(about.learned.segment).toBe(county.segment.id)
    expect(about.learned.words[0]).toMatch(
      /^老年人看电信诈骗的，每 100 次约有 \d+ 次看完（\d+ 到 \d+），来自 101 次观看$/,
    )
    expect(about.why.join()).not.toContain('看完')
    const { plan } = await product.payload.findByID({ collection: 'campaigns', id, depth: 0 })
    const stored = plan as unknown as StoredPlan
    expect(stored.params).toMatchObject({ explore: 0.05 })
    expect(stored.learned).toContainEqual({
      ...{ segment: county.segment.id, topic: county.fraud.id, trials: 101, mean: expect.any(Number) },
    })
    // A what-if with the targets as they are is the plan itself: the same draws.
    const same = await post(`campaigns/${id}/what-if`, { targets: [] })
    expect(same.body).toMatchObject({ changes: [], more: 0 })
    const again = await post(`campaigns/${id}/plan`, {})
    expect(again.body.days).toMatchObject(
      body.days.map(({ deliveries }: { deliveries: { title: string; at: string }[] }) => ({
        deliveries: deliveries.map(({ title, at }) => ({ title, at })),
      })),
    )
    await post(`campaigns/${id}/cancel`, {})
  })
})

describe('the share left to chance', () => {
  const set = (explore: number, user: object) =>
    product.payload.updateGlobal({
      ...{ slug: 'demand-weights', data: { explore }, overrideAccess: false },
      user: { ...user, collection: 'users' } as never,
    })
  it('is set by a manager between 0 and a fifth, is on record, and is in the next plan', async () => {
    const { docs } = await product.payload.find({ collection: 'users', where: { username: { in: ['ling', 'lan'] } } })
    const [ling, lan] = ['ling', 'lan'].map((name) => docs.find(({ username }) => username === name)!)
    await expect(set(0.2, lan!)).rejects.toThrow()
    await expect(set(0.3, ling!)).rejects.toThrow()
    await set(0.2, ling!)
    const { docs: audit } = await product.payload.find({
      collection: 'audit',
      where: { action: { equals: 'weights.change' } },
    })
    expect(audit[0]).toMatchObject({ details: { explore: { from: 0.05, to: 0.2 } } })
    expect((await learned()).explore).toBe(0.2)
    const { id } = await county.campaign([kit], { slots: 5 })
    const tries: number[] = []
    for (let seed = 1; seed <= 6; seed++) {
      await post(`campaigns/${id}/plan`, { seed })
      for (const { reasons, propensity } of (await county.rows(id)).filter(({ state }) => state === 'planned'))
        if ((reasons as { code: string }[]).some(({ code }) => code === 'explored')) tries.push(propensity!)
    }
    expect(tries.length).toBeGreaterThan(0)
    expect(tries.length).toBeLessThan(20)
    const panel = (await get(`campaigns/${id}`)).body
    const words = panel.days.flatMap(({ deliveries }: { deliveries: { why: string[] }[] }) =>
      deliveries.flatMap(({ why }) => why),
    )
    expect(words.join()).not.toContain('explored')
    await post(`campaigns/${id}/cancel`, {})
    await set(0.05, ling!)
  })
})

describe('a platform without our beacon', () => {
  it('learns from the figures typed back, the latest of each send, and never mixes with ours', async () => {
    const before = await readLearned(product)
    const sent = await delivered(1, shorts.id, '2026-11-20T19:00')
    const type = (value: number, completions: number | null, readAt: string) =>
      post(`deliveries/${sent.id}/figures`, {
        ...{ metric: 'plays', value, source: '抖音后台', readAt: at(readAt).toISOString() },
        ...(completions === null ? {} : { completions }),
      })
    expect((await type(500, 600, '2026-11-22T09:00')).status).toBe(400)
    expect((await type(500, 50, '2026-11-22T09:00')).status).toBe(200)
    expect((await type(1200, 300, '2026-11-27T09:00')).status).toBe(200)
    const after = await readLearned(product)
    expect(after.topics).toEqual(before.topics)
    expect(after.slots).toEqual(before.slots)
    const panel = await learned()
    expect(panel.channels.map(({ channel }: { channel: string }) => channel)).toEqual([kit.id])
    expect(panel.platforms).toMatchObject([
      {
        ...{ name: '抖音', hours: [{ block: '18-20', plays: 1200, sends: 1 }] },
        topics: [{ name: '电信诈骗', trials: 100, finished: 25 }],
      },
    ])
    const { id } = await county.campaign([shorts], { slots: 4 })
    const { body } = await post(`campaigns/${id}/plan`, {})
    const words = body.days.flatMap(({ deliveries }: { deliveries: { learned: { words: string[] } }[] }) =>
      deliveries.flatMap(({ learned: { words } }) => words),
    )
    expect(words.join()).toMatch(
      /抖音上放电信诈骗的，每 100 次约有 \d+ 次放完（\d+ 到 \d+），来自从平台抄来的 100 次播放/,
    )
  })
})

describe('a spreadsheet of what platforms counted', () => {
  const HEAD = '渠道,标题,投放日期,播放,看完,来源,日期\n'
  const title = () => county.articles[2]!.title
  const send = (who: string, file: string, dryRun = false) =>
    server.call(`/api/staff/figures/import?dryRun=${dryRun}&name=抖音.csv`, {
      ...{ method: 'POST', token: token[who], body: new Uint8Array(Buffer.from(file)) },
      headers: { 'content-type': 'application/octet-stream', 'accept-language': 'zh' },
    })
  const kept = async () =>
    (await product.payload.find({ collection: 'figures', depth: 0, where: { batch: { exists: true } } })).docs

  it('is shown first, then kept with its source, teaches the platform, and is taken back as a whole', async () => {
    const first = await delivered(2, shorts.id, '2026-11-21T10:00')
    const before = await readLearned(product)
    const file = `${HEAD}抖音,${title()},2026-11-21,2000,31%,抖音后台,2026-11-28\n`
    expect((await send('ling', file)).status).toBe(403)
    const shown = await send('lan', file, true)
    expect(shown.body).toMatchObject({ counts: { new: 1, unchanged: 0, refused: 0 }, batch: null })
    expect(await kept()).toEqual([])
    const { body } = await send('lan', file)
    expect(await kept()).toMatchObject([
      {
        ...{ delivery: first.id, metric: 'plays', value: 2000, completions: 620, source: '抖音后台' },
        ...{ office: county.south.id, by: county.people.editor.id },
      },
    ])
    const hours = ({ platforms }: typeof before) => platforms[0]!.blocks.find(({ block }) => block === '09-12')!.trials
    expect(hours(await readLearned(product))).toBe(hours(before) + 1)
    expect((await send('lan', file)).body).toMatchObject({ counts: { new: 0, unchanged: 1 }, batch: null })
    expect((await get('figures/imports')).body).toMatchObject([{ name: '抖音.csv', rows: 1 }])
    expect((await post('figures/undo', { batch: body.batch })).body).toEqual({ removed: 1 })
    expect(await readLearned(product)).toEqual(before)
    expect((await get('figures/template.csv')).status).toBe(200)
  })

  it('is refused line by line in words that say what to do', async () => {
    const lines = [
      `抖音号,${title()},2026-11-21,20,1,后台,2026-11-28`,
      `抖音,从没发过的,2026-11-21,20,1,后台,2026-11-28`,
      `抖音,${title()},2026-11-01,20,1,后台,2026-11-28`,
      `抖音,${title()},,20,21,后台,2026-11-28`,
      `抖音,${title()},,2.5,x,,2026-12-28`,
      `抖音,${title()},,20,,后台,2026-11-27`,
      `抖音,${title()},,21,,后台,2026-11-27`,
    ]
    const { body } = await send('lan', HEAD + lines.join('\n'), true)
    const why = body.rows.map((row: { why: string[] }) => row.why.join('；'))
    expect(why[0]).toContain('是不是“抖音”')
    expect(why[1]).toContain('没有投放过《从没发过的》')
    expect(why[2]).toContain('投放日期也请核对')
    expect(why[3]).toBe('看完的不能比播放的多')
    expect(why[4]).toMatch(/日期还没到；没有写来源；.*播放“2.5”.*；看完“x”没看懂/)
    expect(why[5]).toBe('')
    expect(why[6]).toContain('和第 7 行是同一条')
    expect((await send('lan', '题目,多少\n甲,1\n', true)).body.error.code).toBe('figure-columns')
  })
})
