import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planParams, type PlanBrief } from '../../campaigns/brief'
import { planDeliveries, type Plan } from '../../campaigns/planning'
import { wordReason } from '../../campaigns/reasons'
import { wallClock } from '../../src/lib/zone'
import { brief, channel, item, items, segment } from '../support/briefs'

/* Whatever a brief holds: an answer with reasons, and never NaN. */
const odd = [NaN, Infinity, -Infinity, -1, 0, 1e-9, 0.5, 1, 3, 40, 1e9] as const
const number = fc.constantFrom(...odd)
const topic = fc.constantFrom('marriage', 'fraud', 'consumer', 'dragons', '')
const who = fc.constantFrom('old', 'young', 'gone')
const door = fc.constantFrom('a', 'b', 'gone')
const key = fc.nat(11).map((n) => `i${n}`)
const when = fc.oneof(
  { weight: 9, arbitrary: fc.date({ min: new Date('2026-10-20'), max: new Date('2026-12-05'), noInvalidDate: true }) },
  { weight: 1, arbitrary: fc.constantFrom(new Date(NaN), new Date(0), new Date('2099-01-01T00:00:00Z')) },
)
const hours = fc.subarray(['06-09', '18-20', '23-24', '20-6', '25-99', '9', 'evening', ''])
const few = <T>(of: fc.Arbitrary<T>, maxLength = 4) => fc.array(of, { maxLength })
const placed = fc.record({ item: key, topic, segment: who, channel: door, at: when, pinned: fc.boolean() })

const nasty: fc.Arbitrary<PlanBrief> = fc.record(
  {
    seed: fc.oneof(fc.integer(), number),
    now: when,
    from: when,
    to: when,
    timeZone: fc.oneof(
      { weight: 9, arbitrary: fc.constant('Asia/Shanghai') },
      { weight: 1, arbitrary: fc.constant('Moon/Crater') },
    ),
    slots: fc.oneof(fc.nat(30), number),
    topics: few(fc.record({ id: topic, floor: fc.option(number), cap: fc.option(number) })),
    segments: few(
      fc.record(
        {
          id: who,
          population: fc.option(number),
          demand: few(fc.record({ topic, share: number })),
          varieties: fc.subarray(['hak', 'cmn', '']),
          hours,
          forms: fc.subarray(['case', 'video']),
          channels: few(door, 2),
          worth: few(fc.record({ channel: door, block: fc.constantFrom('06-09', '18-20', ''), value: number })),
          appeal: fc.dictionary(topic, number, { maxKeys: 3 }),
          closed: few(fc.record({ from: number, to: number, workdays: fc.boolean() }), 2),
        },
        { requiredKeys: ['id', 'population', 'demand', 'varieties', 'hours', 'forms', 'channels'] },
      ),
    ),
    channels: few(
      fc.record(
        {
          id: door,
          kind: fc.constantFrom('site' as const, 'feed' as const, 'webhook' as const, 'handout' as const),
          segments: few(who, 2),
          dailyQuota: fc.option(number),
          quietFrom: fc.constantFrom(null, '22:00', '25:99', 'night'),
          quietTo: fc.constantFrom(null, '07:00', '22:00', ''),
          days: few(fc.constantFrom('2026-11-08', 'market day', ''), 2),
        },
        { requiredKeys: ['id', 'kind', 'segments', 'dailyQuota', 'quietFrom', 'quietTo'] },
      ),
    ),
    items: few(
      fc.record({
        key,
        topic: fc.option(topic),
        segments: few(who, 2),
        form: fc.constantFrom('case', 'video', ''),
        varieties: fc.subarray(['hak', 'yue']),
        isPublic: fc.boolean(),
        ready: fc.boolean(),
        quality: fc.option(number),
        updatedAt: when,
      }),
      14,
    ),
    targets: few(fc.record({ topic, share: number })),
    kept: few(placed, 6),
    others: few(placed, 6),
    bans: few(fc.record({ item: key, segment: fc.option(who) })),
    params: fc.record(
      Object.fromEntries(
        (
          [
            'alpha',
            'lambda',
            'explore',
            'perChannelDay',
            'perSegmentDay',
            'perChannelWeek',
            'spacing',
            'topicGap',
            'siteDays',
          ] as const
        ).map((name) => [name, number]),
      ) as Record<'explore', fc.Arbitrary<number>>,
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['seed', 'now', 'from', 'to', 'timeZone', 'slots', 'topics', 'segments', 'channels', 'items'] },
)

const sane = brief({
  slots: 14,
  topics: [
    { id: 'marriage', cap: 0.3 },
    { id: 'fraud', floor: 0.3 },
    { id: 'consumer', cap: 0.2 },
  ],
  segments: ['old', 'young'].map((id) => segment({ id, demand: { marriage: 0.5, fraud: 0.3, consumer: 0.2 } })),
  channels: [channel({ id: 'a', dailyQuota: 1 }), channel({ id: 'b', kind: 'handout' })],
  items: Array.from({ length: 12 }, (_, n) => item(`i${n}`, ['marriage', 'fraud', 'consumer'][n % 3]!)),
  params: { explore: 0.3 },
})
/** Some fields as nobody should fill them, the others as they ought to be: so that plans get deep. */
const spoilt = fc
  .tuple(nasty, fc.subarray(Object.keys(sane) as (keyof PlanBrief)[]), fc.boolean())
  .map(([given, fields, all]): PlanBrief =>
    all ? given : { ...sane, ...Object.fromEntries(fields.map((field) => [field, given[field] ?? sane[field]])) },
  )

describe('any brief whatsoever', () => {
  it('(k) gets one answer: every candidate once, a reason for each, no number that is none', () => {
    fc.assert(
      fc.property(spoilt, (given) => {
        const plan = planDeliveries(given)
        expect(holes(plan)).toEqual([])
        const pairs = [...plan.deliveries, ...plan.kept, ...plan.excluded].map((one) => `${one.item} ${one.segment}`)
        const distinct = (list: readonly string[]) => new Set(list).size
        const candidates = distinct(given.items.map((one) => one.key)) * distinct(given.segments.map(({ id }) => id))
        expect(pairs).toHaveLength(candidates)
        expect(distinct(pairs)).toBe(candidates)
        for (const { reason } of plan.excluded) expect(wordReason(reason, String, 'zh')).not.toBe(reason.code)
        for (const warning of plan.warnings) expect(wordReason(warning, String, 'zh')).not.toBe(warning.code)
        for (const { reasons } of plan.deliveries) expect(reasons.length).toBeGreaterThan(0)
        expect(planDeliveries(given)).toEqual(plan)
      }),
      { numRuns: 250 },
    )
  })

  it('with hours that no day has sends at none of them, for they would fill the next day', () => {
    const night = segment({ hours: ['25-99'] })
    const given = brief({
      slots: 10,
      segments: [night],
      items: items(10, 'fraud'),
      channels: [channel({ dailyQuota: 1 })],
    })
    const { deliveries } = planDeliveries(given)
    expect(deliveries).not.toHaveLength(0)
    for (const { at, reasons } of deliveries) {
      expect(wallClock(at, 'Asia/Shanghai').minutes).toBeGreaterThan(6 * 60)
      expect(reasons.map(({ code }) => code)).not.toContain('hours')
    }
  })

  it('with a channel called as a segment, or names with spaces, is planned as with any other names', () => {
    const count = (people: string, door: string) => {
      const given = brief({
        ...{ slots: 6, to: new Date('2026-11-03T23:00:00+08:00'), items: items(10, 'fraud') },
        segments: [segment({ id: people }), segment({ id: 'others' })],
        channels: [channel({ id: door, dailyQuota: 2 })],
      })
      return planDeliveries(given).deliveries.length
    }
    expect(count('a', 'b')).toBe(6)
    expect(count('youth', 'youth')).toBe(6)
    expect(count('others site', 'site')).toBe(6)
  })

  it('(f) keeps every cap that it was given', () => {
    fc.assert(
      fc.property(spoilt, (given) => {
        const params = { ...planParams, ...given.params }
        const { deliveries } = planDeliveries({ ...given, timeZone: 'Asia/Shanghai', kept: [], others: [] })
        const counts = new Map<string, number>()
        const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1)
        for (const { segment: to, channel: by, at } of deliveries) {
          const { day } = wallClock(at, 'Asia/Shanghai')
          count(`channel ${by} ${day}`)
          count(`segment ${to} ${day}`)
          count(`pair ${to} ${by} ${day}`)
        }
        const quotaOf = (id: string) => {
          const { kind, dailyQuota } = given.channels.find((one) => one.id === id)!
          return Number.isFinite(dailyQuota ?? NaN) ? dailyQuota! : params.quota[kind]
        }
        expect(overTopicCap(planDeliveries(given), given)).toEqual([])
        const usable = (value: number, usual: number) => (value >= 0 && value <= 10_000 ? value : usual)
        for (const [name, sent] of counts) {
          const [what, id] = name.split(' ') as [string, string]
          if (what === 'channel') expect(sent).toBeLessThanOrEqual(quotaOf(id))
          if (what === 'segment') expect(sent).toBeLessThan(usable(params.perSegmentDay, planParams.perSegmentDay) + 1)
          if (what === 'pair') expect(sent).toBeLessThan(usable(params.perChannelDay, planParams.perChannelDay) + 1)
        }
      }),
      { numRuns: 150 },
    )
  })
})

/** Topics of which a segment gets more new ones than its cap leaves room for; one is always allowed. */
function overTopicCap({ deliveries, segments }: Plan, { topics, kept = [] }: PlanBrief): string[] {
  return segments.flatMap(({ segment: id, budget }) =>
    topics.flatMap(({ id: topic, cap }, n) => {
      if (!cap || !Number.isFinite(cap) || cap < 0 || topics.findIndex((other) => other.id === topic) < n) return []
      const own = kept.filter((one) => one.segment === id && Number.isFinite(one.at.getTime()))
      const most = Math.max(1, Math.floor(cap * (budget + own.length)))
      const sent = deliveries.filter((one) => one.segment === id && one.topic === topic).length
      const held = own.filter((one) => one.topic === topic).length
      return sent && sent + held > most ? [`${id} ${topic}: ${sent} + ${held} of ${most}`] : []
    }),
  )
}

/** Paths of every NaN, Infinity and invalid date in an answer. */
function holes(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path]
  if (value instanceof Date) return Number.isFinite(value.getTime()) ? [] : [path]
  if (value && typeof value === 'object')
    return Object.entries(value as Plan).flatMap(([name, inner]) => holes(inner, `${path}.${name}`))
  return []
}
