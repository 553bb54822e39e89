import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlanBrief } from '../../campaigns/brief'
import { planDeliveries } from '../../campaigns/planning'
import { wallClock } from '../../src/lib/zone'
import { brief, channel, item, items, segment } from '../support/briefs'

const zone = 'Asia/Shanghai'
const dayOf = (at: Date) => wallClock(at, zone).day

describe('a plan', () => {
  it('follows demand, not what lies in the store', () => {
    const { deliveries } = planDeliveries(
      brief({
        slots: 20,
        items: [...items(60, 'marriage'), ...items(20, 'fraud'), ...items(20, 'consumer')],
        segments: [segment({ demand: { marriage: 0.2, fraud: 0.5, consumer: 0.3 } })],
      }),
    )
    const count = (topic: string) => deliveries.filter((delivery) => delivery.topic === topic).length
    expect([count('marriage'), count('fraud'), count('consumer')]).toEqual([4, 10, 6])
  })

  it('follows demand also where one topic was written a minute later: so little is no better score', () => {
    const { deliveries } = planDeliveries(
      brief({
        slots: 10,
        items: [
          ...items(10, 'fraud', { updatedAt: new Date('2026-10-01T00:00:00Z') }),
          ...items(10, 'consumer', { updatedAt: new Date('2026-10-01T00:01:00Z') }),
        ],
        segments: [segment({ demand: { fraud: 0.6, consumer: 0.4 } })],
      }),
    )
    expect(deliveries.filter(({ topic }) => topic === 'fraud')).toHaveLength(6)
  })

  it('a county where marriage really is first gets marriage first', () => {
    const { deliveries } = planDeliveries(
      brief({
        slots: 10,
        items: [...items(20, 'marriage'), ...items(20, 'fraud')],
        segments: [segment({ demand: { marriage: 0.8, fraud: 0.2 } })],
      }),
    )
    expect(deliveries.filter(({ topic }) => topic === 'marriage')).toHaveLength(8)
  })

  it('prefers a segment its game or risk list, also where it stands inside an article', () => {
    const young = segment({ id: 'young', forms: ['choice'], demand: { fraud: 1 } })
    const { deliveries } = planDeliveries(
      brief({
        slots: 1,
        items: [...items(9, 'fraud'), item('game', 'fraud', { also: ['choice'] })],
        segments: [young],
      }),
    )
    expect(deliveries).toMatchObject([
      { item: 'game', reasons: expect.arrayContaining([{ code: 'form', form: 'choice' }]) },
    ])
  })

  it('splits the deliveries by population and prefers a segment its own dialect', () => {
    const { deliveries } = planDeliveries(
      brief({
        slots: 12,
        items: [
          ...items(20, 'fraud', { segments: ['young'] }),
          ...items(20, 'fraud', { segments: ['old'], varieties: ['cmn'] }).map((one) => ({
            ...one,
            key: `${one.key}m`,
          })),
          item('hakka', 'fraud', { segments: ['old'], varieties: ['hak'], form: 'video' }),
        ],
        segments: [
          segment({ id: 'old', population: 9000, demand: { fraud: 1 }, varieties: ['hak'] }),
          segment({ id: 'young', population: 3000, demand: { fraud: 1 } }),
        ],
      }),
    )
    expect(deliveries.filter(({ segment }) => segment === 'old')).toHaveLength(9)
    const film = deliveries.find(({ item }) => item === 'hakka')
    expect(film).toMatchObject({ variety: 'hak', score: 1 })
    expect(film!.reasons.map(({ code }) => code)).toContain('variety')
  })

  it("keeps quiet hours, the segment's hours, one send a day and channel, and the daily quota", () => {
    const plan = planDeliveries(
      brief({
        slots: 40,
        items: items(60, 'fraud'),
        segments: [segment({ demand: { fraud: 1 }, hours: ['18-20', '20-23'] })],
        channels: [
          channel({ id: 'group', quietFrom: '20:00', quietTo: '08:00', dailyQuota: 1 }),
          channel({ id: 'site' }),
        ],
      }),
    )
    const group = plan.deliveries.filter(({ channel }) => channel === 'group')
    for (const { at } of group) expect(wallClock(at, zone).minutes).toBeLessThan(20 * 60)
    for (const { at } of plan.deliveries) expect(wallClock(at, zone).minutes).toBeGreaterThanOrEqual(18 * 60)
    const days = group.map(({ at }) => dayOf(at))
    expect(new Set(days).size).toBe(days.length)
    expect(plan.deliveries.length).toBeGreaterThan(20)
  })

  it('says of a period that is over just that, and first, not what to write for it', () => {
    const days = { from: new Date('2026-10-01T00:00:00+08:00'), to: new Date('2026-10-05T00:00:00+08:00') }
    const { warnings, deliveries } = planDeliveries(brief({ ...days, items: items(3, 'marriage') }))
    expect(deliveries).toEqual([])
    expect(warnings[0]).toEqual({ code: 'period-past' })
    expect(warnings.map(({ code }) => code)).not.toContain('topic-without-items')
  })

  it('never sends in the past, never after the last day', () => {
    const now = new Date('2026-11-10T12:00:00+08:00')
    const { deliveries } = planDeliveries(brief({ now, slots: 30, items: items(40, 'fraud') }))
    for (const { at } of deliveries) expect(at > now && dayOf(at) <= '2026-11-30').toBe(true)
    expect(deliveries.length).toBeGreaterThan(0)
  })

  it('counts what is already out, and does not send it again', () => {
    const kept = [0, 1, 2].map((n) => ({
      item: `fraud-${n}`,
      topic: 'fraud',
      segment: 'all',
      channel: 'site',
      at: new Date('2026-11-02T10:00:00+08:00'),
    }))
    const plan = planDeliveries(
      brief({
        slots: 6,
        kept,
        items: [...items(10, 'fraud'), ...items(10, 'marriage')],
        segments: [segment({ demand: { fraud: 0.5, marriage: 0.5 } })],
      }),
    )
    expect(plan.deliveries.map(({ topic }) => topic)).toEqual(['marriage', 'marriage', 'marriage'])
    expect(plan.kept.map(({ item }) => item).sort()).toEqual(['fraud-0', 'fraud-1', 'fraud-2'])
  })

  it('the same seed gives the same plan, another may choose others among equals', () => {
    const given = brief({ slots: 10, items: items(50, 'fraud') })
    expect(planDeliveries(given)).toEqual(planDeliveries(given))
    expect(planDeliveries(given).deliveries).not.toEqual(planDeliveries({ ...given, seed: 2 }).deliveries)
  })

  it('says which topic has a demand and no item', () => {
    const { warnings } = planDeliveries(
      brief({ items: items(5, 'marriage'), segments: [segment({ demand: { fraud: 0.6, marriage: 0.4 } })] }),
    )
    expect(warnings).toContainEqual({ code: 'topic-without-items', topic: 'fraud', segment: 'all', wanted: 0.6 })
  })
})

describe('hopeless input', () => {
  const over = { from: new Date('2025-01-01T00:00:00Z'), to: new Date('2025-02-01T00:00:00Z') }
  it.each<[string, Partial<PlanBrief>, string]>([
    ['no items', { items: [] }, 'nothing-to-plan'],
    ['no segments', { segments: [] }, 'no-segments'],
    ['no channels', { channels: [] }, 'nothing-to-plan'],
    ['a channel without slots', { channels: [channel({ dailyQuota: 0 })] }, 'fewer'],
    ['a period in the past', over, 'fewer'],
    ['a period that ends before it starts', { from: over.to, to: over.from }, 'fewer'],
    ['demand that sums to nothing', { segments: [segment({ demand: { fraud: 0 } })] }, 'demand-missing'],
    ['unknown topics', { segments: [segment({ demand: { dragons: 1 } })] }, 'unknown-topic'],
  ])('%s ends in a warning', (_name, given, code) => {
    const plan = planDeliveries(brief({ items: items(5, 'fraud'), ...given }))
    expect(plan.warnings.map((warning) => warning.code)).toContain(code)
  })
})

describe('for any input', () => {
  const number = fc.oneof(fc.integer({ min: -3, max: 20 }), fc.constantFrom(NaN, Infinity, 0.5))
  const topic = fc.constantFrom('marriage', 'fraud', 'consumer', 'dragons')
  const anyBrief = fc.record({
    seed: fc.integer(),
    slots: number,
    items: fc.uniqueArray(
      fc.record({
        n: fc.nat(40),
        topic: fc.option(topic),
        segments: fc.subarray(['old', 'young']),
        ready: fc.boolean(),
        quality: fc.option(fc.oneof(fc.double({ min: -1, max: 2 }))),
      }),
      { selector: ({ n }) => n, maxLength: 25 },
    ),
    demand: fc.array(fc.record({ topic, share: number }), { maxLength: 4 }),
    population: fc.option(fc.integer({ min: 0, max: 100 })),
    quota: fc.option(fc.integer({ min: -1, max: 4 })),
    cap: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    lambda: fc.constantFrom(0, 0.9, 1),
    days: fc.integer({ min: -5, max: 20 }),
  })

  it('every candidate is planned or excluded with a reason, once; caps hold; nothing is NaN', () => {
    fc.assert(
      fc.property(anyBrief, (raw) => {
        const given = brief({
          seed: raw.seed,
          slots: raw.slots,
          to: new Date(Date.parse('2026-11-01T00:00:00Z') + raw.days * 86_400_000),
          items: raw.items.map(({ n, ...rest }) => ({ ...item(`i${n}`, 'fraud'), ...rest })),
          segments: [
            { ...segment({ id: 'old' }), demand: raw.demand, population: raw.population },
            segment({ id: 'young', population: 0 }),
          ],
          channels: [channel({ id: 'a', dailyQuota: raw.quota }), channel({ id: 'b', segments: ['old'] })],
          params: { lambda: raw.lambda },
        })
        given.topics[0]!.cap = raw.cap
        const plan = planDeliveries(given)
        const keys = [...plan.deliveries, ...plan.excluded].map(({ item, segment }) => `${item} ${segment}`)
        expect(keys).toHaveLength(given.items.length * given.segments.length)
        expect(new Set(keys).size).toBe(keys.length)
        for (const { reason } of plan.excluded) expect(reason.code).toBeTruthy()
        for (const one of plan.deliveries) {
          expect(one.reasons.length).toBeGreaterThan(0)
          expect(Number.isFinite(one.score) && Number.isFinite(one.at.getTime())).toBe(true)
        }
        for (const share of plan.target) expect(Number.isFinite(share)).toBe(true)
        const perDay = new Map<string, number>()
        for (const { channel, at } of plan.deliveries)
          perDay.set(`${channel} ${dayOf(at)}`, (perDay.get(`${channel} ${dayOf(at)}`) ?? 0) + 1)
        for (const [key, count] of perDay) expect(count).toBeLessThanOrEqual(key.startsWith('a') ? (raw.quota ?? 3) : 3)
      }),
      { numRuns: 150 },
    )
  })
})

it('100,000 items are answered, each with a reason', () => {
  const many = Array.from({ length: 100_000 }, (_, n) => item(`i${n}`, n % 3 ? 'fraud' : 'marriage'))
  const plan = planDeliveries(brief({ items: many, segments: [segment({ id: 'old' }), segment({ id: 'young' })] }))
  expect(plan.deliveries).toHaveLength(20)
  expect(plan.excluded).toHaveLength(199_980)
})

it('10,000 items x 20 segments x 500 slots fill every slot, and every other candidate has its reason', () => {
  const topics = Array.from({ length: 18 }, (_, n) => `t${n}`)
  const demand = Object.fromEntries(topics.map((id, n) => [id, n + 1]))
  const given = brief({
    topics: topics.map((id) => ({ id, floor: 0.02 })),
    slots: 500,
    to: new Date('2027-01-31T00:00:00Z'),
    items: Array.from({ length: 10_000 }, (_, n) => item(`i${n}`, topics[n % 18]!, { quality: (n % 97) / 97 })),
    segments: Array.from({ length: 20 }, (_, n) => segment({ id: `s${n}`, population: 1000 + n * 50, demand })),
    channels: Array.from({ length: 12 }, (_, n) => channel({ id: `c${n}` })),
  })
  const plan = planDeliveries(given)
  expect(plan.deliveries).toHaveLength(500)
  expect(plan.excluded).toHaveLength(199_500)
})
