import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planParams } from '../../campaigns/brief'
import type { Chosen } from '../../campaigns/choosing'
import type { Target } from '../../campaigns/demand'
import { assign, costOf, MOST_WORK } from '../../campaigns/placing'
import { planDeliveries } from '../../campaigns/planning'
import { openSlots } from '../../campaigns/slots'
import { worthIn } from '../../campaigns/targeting'
import { daysBetween, wallClock } from '../../src/lib/zone'
import { brief, channel, item, items, segment } from '../support/briefs'

const zone = 'Asia/Shanghai'
const clockOf = (at: Date) => wallClock(at, zone)

describe('placing what was chosen', () => {
  it('goes where and when a segment was learned to listen', () => {
    const { deliveries } = planDeliveries(
      brief({
        slots: 6,
        items: items(10, 'fraud'),
        segments: [
          segment({
            demand: { fraud: 1 },
            hours: ['09-12', '20-23'],
            worth: [
              { channel: 'group', block: '20-23', value: 0.3 },
              { channel: 'group', block: '09-12', value: 0.1 },
              { channel: 'site', block: '20-23', value: 0.05 },
            ],
          }),
        ],
        channels: [channel({ id: 'site' }), channel({ id: 'group' })],
      }),
    )
    expect(new Set(deliveries.map(({ channel }) => channel))).toEqual(new Set(['group']))
    for (const { at } of deliveries) expect(clockOf(at).minutes).toBeGreaterThanOrEqual(20 * 60)
  })

  it('leaves school hours alone on working days only', () => {
    const { deliveries } = planDeliveries(
      brief({
        slots: 28,
        items: items(40, 'fraud'),
        segments: [
          segment({
            demand: { fraud: 1 },
            hours: ['09-12', '18-20'],
            closed: [{ from: 8 * 60, to: 17 * 60, workdays: true }],
          }),
        ],
        params: { perSegmentDay: 1 },
      }),
    )
    const early = deliveries.filter(({ at }) => clockOf(at).minutes < 17 * 60)
    expect(early.length).toBeGreaterThan(0)
    for (const { at } of early) expect([0, 6]).toContain(new Date(`${clockOf(at).day}T00:00:00Z`).getUTCDay())
    expect(deliveries.length).toBeGreaterThan(early.length)
  })

  it('uses a loudspeaker on market days only', () => {
    const { deliveries } = planDeliveries(
      brief({
        slots: 10,
        items: items(20, 'fraud'),
        channels: [channel({ id: 'loudspeaker', days: ['2026-11-08', '2026-11-13'] })],
      }),
    )
    expect(deliveries.map(({ at }) => clockOf(at).day)).toEqual(['2026-11-08', '2026-11-13'])
  })

  it('what a colleague ruled out stays out, with that reason, for one segment or for all', () => {
    const plan = planDeliveries(
      brief({
        slots: 5,
        items: items(5, 'fraud'),
        bans: [{ item: 'fraud-0' }, { item: 'fraud-1', segment: 'all' }],
      }),
    )
    const banned = plan.excluded.filter(({ reason }) => reason.code === 'banned').map(({ item }) => item)
    expect(banned.sort()).toEqual(['fraud-0', 'fraud-1'])
  })

  it('never exceeds the cap of any seven days on a channel, nor of a day', () => {
    const { deliveries } = planDeliveries(
      brief({
        slots: 60,
        items: items(80, 'fraud'),
        channels: [channel({ id: 'a' }), channel({ id: 'b' })],
        params: { perChannelWeek: 3, perSegmentDay: 1 },
      }),
    )
    const days = daysBetween(new Date('2026-11-01T00:00:00Z'), new Date('2026-11-30T00:00:00Z'), zone)
    for (const id of ['a', 'b'])
      days.forEach((_, n) => {
        const week = new Set(days.slice(n, n + 7))
        const sent = deliveries.filter(({ channel, at }) => channel === id && week.has(clockOf(at).day))
        expect(sent.length).toBeLessThanOrEqual(3)
      })
    expect(new Set(deliveries.map(({ at }) => clockOf(at).day)).size).toBe(deliveries.length)
  })

  it('keeps every hard rule where a week is too large for one assignment and is laid out in turns', () => {
    const law = ['2026-11-03', '2026-11-04'] as const
    const given = brief({
      ...{ slots: 420, now: new Date('2026-10-30T08:00:00+08:00'), to: new Date('2026-11-07T12:00:00+08:00') },
      items: [...items(30, 'fraud'), ...items(30, 'marriage')],
      occasions: [{ id: 'week', topics: ['marriage'], floor: 0.2, from: law[0], to: law[1] }],
      segments: Array.from({ length: 60 }, (_, n) =>
        segment({
          ...{ id: `s${n}`, demand: { fraud: 0.8, marriage: 0.2 } },
          ...(n % 2 ? { hours: ['06-23'], closed: [{ from: 8 * 60, to: 12 * 60, workdays: false }] } : {}),
        }),
      ),
      channels: Array.from({ length: 8 }, (_, n) =>
        channel({ id: `c${n}`, dailyQuota: n ? 48 : 3, quietFrom: '17:00', quietTo: '08:30' }),
      ),
      params: { perSegmentDay: 1, perChannelWeek: 2 },
    })
    const { deliveries, excluded, segments } = planDeliveries(given)
    const wanted = segments.reduce((sum, { budget }) => sum + budget, 0)
    expect(wanted ** 2 * 7 * (7 * 48 + 3)).toBeGreaterThan(MOST_WORK)

    const left = excluded.filter(({ reason }) => reason.code === 'no-slot')
    expect(deliveries.length + left.length).toBe(wanted)
    expect(deliveries.length).toBeGreaterThan(300)
    expect(left.length).toBeGreaterThan(0)
    expect(new Set([...deliveries, ...excluded].map((one) => `${one.item} ${one.segment}`)).size).toBe(60 * 60)

    const at = new Map<string, number[]>()
    const note = (key: string, minutes: number) => at.set(key, [...(at.get(key) ?? []), minutes])
    for (const one of deliveries) {
      const { day, minutes } = clockOf(one.at)
      expect(minutes).toBeGreaterThanOrEqual(8 * 60 + 30)
      expect(minutes).toBeLessThan(17 * 60)
      if (Number(one.segment.slice(1)) % 2) expect(minutes).toBeGreaterThanOrEqual(12 * 60)
      note(`door ${one.channel} ${day}`, minutes)
      note(`day ${one.segment} ${day}`, minutes)
      note(`week ${one.segment} ${one.channel}`, minutes)
    }
    for (const [key, times] of at) {
      if (key.startsWith('day')) expect(times.length).toBe(1)
      if (key.startsWith('week')) expect(times.length).toBeLessThanOrEqual(2)
      if (!key.startsWith('door')) continue
      expect(times.length).toBeLessThanOrEqual(key.startsWith('door c0') ? 3 : 48)
      const sorted = times.sort((a, b) => a - b)
      sorted.slice(1).forEach((time, n) => expect(time - sorted[n]!).toBeGreaterThanOrEqual(60))
    }
    const inLawWeek = deliveries.filter(
      ({ topic, at: when }) => topic === 'marriage' && law.includes(clockOf(when).day as never),
    )
    expect(inLawWeek.length).toBeGreaterThan(deliveries.filter(({ topic }) => topic === 'marriage').length * 0.9)
    expect(planDeliveries(given).deliveries).toEqual(deliveries)
  })

  it('gives about one choice in twenty to chance, flagged with its probability', () => {
    const plan = planDeliveries(
      brief({
        slots: 60,
        items: [...items(200, 'fraud'), ...items(200, 'marriage')],
        segments: [segment({ demand: { fraud: 1 } })],
        channels: ['a', 'b', 'c'].map((id) => channel({ id })),
        params: { explore: 0.2 },
      }),
    )
    const explored = plan.deliveries.filter(({ reasons }) => reasons.some(({ code }) => code === 'explored'))
    expect(explored.length).toBeGreaterThan(3)
    expect(explored.length).toBeLessThan(25)
    // 60 places of 400 items, each given to chance one time in five.
    for (const { propensity } of explored) expect(propensity).toBeCloseTo((0.2 * 60) / 400, 9)
    expect(explored.some(({ topic }) => topic === 'marriage')).toBe(true)
  })
})

describe('(h) the assignment of one week', () => {
  const channels = ['a', 'b', 'c']
  const share = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10)
  const wishes = fc.record({
    quotas: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 }),
    /** Of a channel: both segments, or only one. */
    reach: fc.array(fc.constantFrom<string[]>([], ['old'], ['young']), { minLength: 3, maxLength: 3 }),
    days: fc.integer({ min: 1, max: 2 }),
    likes: fc.subarray(channels),
    worth: fc.array(
      fc.record({ channel: fc.constantFrom(...channels), block: fc.constantFrom('09-12', '18-20'), value: share }),
      { maxLength: 3 },
    ),
    before: fc.array(fc.constantFrom('old', 'young'), { maxLength: 3 }),
    choices: fc.array(
      fc.record({
        to: fc.constantFrom('old', 'young'),
        topic: fc.constantFrom('fraud', 'marriage'),
        form: fc.constantFrom('case', 'video'),
        score: share,
        wish: fc.integer({ min: 0, max: 1 }),
        window: fc.option(fc.integer({ min: 0, max: 1 })),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })

  it('places no fewer than another way would, at the least cost of them all', () => {
    fc.assert(
      fc.property(wishes, ({ quotas, reach, days, likes, worth, before, choices: wanted }) => {
        const segments = [
          segment({ id: 'old', channels: likes, hours: ['09-12', '18-20'] }),
          segment({ id: 'young', worth, hours: ['18-20'] }),
        ]
        const params = { ...planParams, perChannelDay: 5, perSegmentDay: 9 }
        const slots = openSlots(
          brief({
            ...{ segments, to: new Date(`2026-11-0${days}T12:00:00+08:00`) },
            channels: channels.map((id, n) =>
              channel({ id, kind: n ? 'site' : 'handout', dailyQuota: quotas[n]!, segments: reach[n]! }),
            ),
            others: before.map((to, n) => ({
              ...{ item: `x${n}`, topic: 'fraud', segment: to, channel: 'gone' },
              at: new Date('2026-10-30T10:00:00+08:00'),
            })),
          }),
          params,
        )
        const choices = wanted.map(({ to, topic, form, score, wish, window }, n): Chosen => {
          const own = segments.find(({ id }) => id === to)!
          const pool = {
            segment: own,
            target: {} as Target,
            items: [],
            scores: [],
            promises: new Map(),
            worth: worthIn(own),
          }
          return {
            ...{ pool, item: item(`i${n}`, topic, { form }), score, wish, propensity: 1, reasons: [] },
            ...(window === null ? {} : { window: new Map([[window, 'week']]) }),
          }
        })
        const places = Array.from({ length: days }, (_, day) => slots.channels.map((door) => ({ door, day }))).flat()
        const left = places.map(({ door }) => door.dailyQuota!)
        /** Every way to give choices to the sends of channels and days. */
        const best = (n: number): Way => {
          if (n === choices.length) return { placed: 0, cost: 0 }
          const { pool } = choices[n]!
          return places.reduce(
            (found, { door, day }, at) => {
              if (!left[at] || (door.segments.length && !door.segments.includes(pool.segment.id))) return found
              left[at] -= 1
              const { placed, cost } = best(n + 1)
              left[at] += 1
              const own = costOf(slots.free(day, door, pool.segment)!, choices[n]!, slots)
              return better(found, { placed: placed + 1, cost: cost + own })
            },
            best(n + 1),
          )
        }

        const offers = assign(choices, 0, slots, params)
        const sends = new Map<string, number>()
        const costs = offers.flatMap((offer, n) => {
          if (!offer) return []
          const key = `${offer.channel.id} ${offer.day}`
          sends.set(key, (sends.get(key) ?? 0) + 1)
          expect(sends.get(key)).toBeLessThanOrEqual(offer.channel.dailyQuota!)
          expect(slots.doors(choices[n]!.pool.segment)).toContain(offer.channel)
          return [costOf(offer, choices[n]!, slots)]
        })
        const { placed, cost } = best(0)
        expect(costs).toHaveLength(placed)
        expect(costs.reduce((sum, one) => sum + one, 0)).toBeCloseTo(cost, 6)
      }),
      { numRuns: 200 },
    )
  })

  it('prefers the door that is liked, the wished day, and before it the days of its law week', () => {
    const own = segment({ channels: ['b'] })
    const slots = openSlots(
      brief({ segments: [own], channels: [channel({ id: 'a' }), channel({ id: 'b' })] }),
      planParams,
    )
    const pool = { segment: own, target: {} as Target, items: [], scores: [], promises: new Map(), worth: worthIn(own) }
    const choice = { ...{ pool, item: item('i', 'fraud'), score: 0.5 }, ...{ wish: 3, propensity: 1, reasons: [] } }
    const [offer] = assign([choice], 0, slots, planParams)
    expect([offer!.channel.id, offer!.day]).toEqual(['b', 3])
    const [moved] = assign([{ ...choice, window: new Map([[6, 'week']]) }], 0, slots, planParams)
    expect([moved!.channel.id, moved!.day]).toEqual(['b', 6])
  })
})

type Way = { placed: number; cost: number }
/** More placed first, then what costs less. */
const better = (one: Way, other: Way) =>
  other.placed > one.placed || (other.placed === one.placed && other.cost < one.cost) ? other : one
