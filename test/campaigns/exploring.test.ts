import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlanBrief } from '../../campaigns/brief'
import { explore } from '../../campaigns/exploring'
import { planDeliveries } from '../../campaigns/planning'
import { chanceOf } from '../../src/lib/chance'
import { brief, channel, item, items, segment } from '../support/briefs'

const RUNS = 6000
/** How far a frequency may stand from its probability by luck alone: four and a half standard errors. */
const luck = (p: number) => 4.5 * Math.sqrt((p * (1 - p)) / RUNS) + 1e-9
const isTry = ({ reasons }: { reasons: { code: string }[] }) => reasons.some(({ code }) => code === 'explored')

describe('what chance puts into a list', () => {
  it('comes as often as its logged probability says, over many seeds', () => {
    const urn = { topics: [0, 0, 0, 0, 0, 0, 1, 1, 2], room: [2, 5, Infinity], places: 8, share: 0.2 }
    const times = urn.topics.map(() => 0)
    const logged = urn.topics.map(() => new Set<number>())
    for (let seed = 0; seed < RUNS; seed++)
      for (const [n, propensity] of explore(urn, chanceOf(seed, 'old'))) {
        times[n]! += 1
        logged[n]!.add(propensity)
      }
    times.forEach((count, n) => {
      expect(logged[n]!.size).toBe(1)
      const [propensity] = logged[n]!
      expect(Math.abs(count / RUNS - propensity!)).toBeLessThan(luck(propensity!))
    })
  })

  it('never twice the same, never more than the places or the room of a topic, for any list', () => {
    const room = fc.oneof(fc.integer({ min: -2, max: 6 }), fc.constant(Infinity))
    const any = fc.record({
      topics: fc.array(fc.nat(3), { maxLength: 40 }),
      room: fc.tuple(room, room, room, room),
      places: fc.integer({ min: -1, max: 30 }),
      share: fc.constantFrom(0, 0.05, 0.2, 1, 3, NaN),
      seed: fc.integer(),
    })
    fc.assert(
      fc.property(any, ({ seed, ...urn }) => {
        const found = explore(urn, chanceOf(seed, 'x'))
        expect(found.size).toBeLessThanOrEqual(Math.max(0, urn.places))
        for (let t = 0; t < 4; t++)
          expect([...found.keys()].filter((n) => urn.topics[n] === t).length).toBeLessThanOrEqual(
            Math.max(0, urn.room[t]!),
          )
        for (const propensity of found.values()) expect(propensity > 0 && propensity <= 1 + 1e-9).toBe(true)
        expect(explore(urn, chanceOf(seed, 'x'))).toEqual(found)
      }),
    )
  })
})

describe('a plan with a floor for chance', () => {
  const given = (more: Partial<PlanBrief> = {}) =>
    brief({
      slots: 20,
      topics: [{ id: 'marriage', cap: 0.2 }, { id: 'fraud' }, { id: 'consumer', cap: 0.05 }],
      items: [...items(30, 'marriage'), ...items(12, 'fraud'), ...items(6, 'consumer')],
      segments: [segment({ id: 'old', demand: { fraud: 0.6, marriage: 0.3, consumer: 0.1 } })],
      params: { explore: 0.2 },
      ...more,
    })

  it('plans a try as often as its propensity says', () => {
    const times = new Map<string, number>()
    const logged = new Map<string, number>()
    const runs = 200
    for (let seed = 1; seed <= runs; seed++)
      for (const { item, propensity, topic } of planDeliveries(given({ seed })).deliveries.filter(isTry)) {
        times.set(topic, (times.get(topic) ?? 0) + 1)
        logged.set(item, propensity)
      }
    const expected = (topic: string) =>
      [...logged].filter(([key]) => key.startsWith(topic)).reduce((sum, [, propensity]) => sum + propensity, 0)
    expect(logged.size).toBe(48)
    for (const topic of ['marriage', 'fraud', 'consumer'])
      expect(Math.abs(times.get(topic)! / runs - expected(topic))).toBeLessThan(
        4.5 * Math.sqrt((2 * expected(topic)) / runs),
      )
  })

  it('breaks no cap, ban, quota or pin, and still accounts for every candidate', () => {
    const any = fc.record({
      seed: fc.integer(),
      slots: fc.integer({ min: 0, max: 30 }),
      cap: fc.double({ min: 0.01, max: 1, noNaN: true }),
      share: fc.constantFrom(0.05, 0.2, 1),
      kept: fc.subarray([0, 1, 2, 3]),
      banned: fc.subarray([4, 5, 6]),
    })
    fc.assert(
      fc.property(any, ({ seed, slots, cap, share, kept, banned }) => {
        const made = given({
          seed,
          slots,
          topics: [{ id: 'marriage', cap }, { id: 'fraud', cap: 0.5 }, { id: 'consumer' }],
          channels: [channel({ id: 'a', dailyQuota: 1 }), channel({ id: 'b', dailyQuota: 2 })],
          kept: kept.map((n) => ({
            ...{ item: `marriage-${n}`, topic: 'marriage', segment: 'old', channel: 'a', pinned: true },
            at: new Date(`2026-11-0${n + 2}T10:00:00+08:00`),
          })),
          bans: banned.map((n) => ({ item: `marriage-${n}`, segment: 'old' })),
          params: { explore: share },
        })
        const plan = planDeliveries(made)
        expect(plan).toEqual(planDeliveries(made))
        expect(plan.deliveries.length + plan.kept.length + plan.excluded.length).toBe(made.items.length)
        const total = plan.segments[0]!.budget + kept.length
        for (const topic of made.topics) {
          const stands = topic.id === 'marriage' ? kept.length : 0
          const most = topic.cap ? Math.max(1, Math.floor(topic.cap * total), stands) : Infinity
          const own = plan.deliveries.filter((delivery) => delivery.topic === topic.id)
          expect(own.length + stands).toBeLessThanOrEqual(most)
        }
        const sent = new Set(plan.deliveries.map(({ item }) => item))
        for (const n of [...kept, ...banned]) expect(sent.has(`marriage-${n}`)).toBe(false)
        const days = new Map<string, number>()
        for (const { channel, at } of [...plan.deliveries, ...made.kept!]) {
          const key = `${channel} ${at.toISOString().slice(0, 10)}`
          days.set(key, (days.get(key) ?? 0) + 1)
        }
        for (const [key, count] of days) expect(count).toBeLessThanOrEqual(key.startsWith('a') ? 1 : 2)
      }),
      { numRuns: 80 },
    )
  })

  it('leaves the rest of the list as calibration alone would have made it around the tries', () => {
    const even = given({
      topics: [{ id: 'marriage' }, { id: 'fraud' }],
      items: [...items(40, 'marriage'), ...items(40, 'fraud')],
      slots: 40,
      segments: [segment({ demand: { fraud: 0.5, marriage: 0.5 } })],
    })
    for (let seed = 1; seed < 20; seed++) {
      const { deliveries } = planDeliveries({ ...even, seed })
      expect(deliveries.some(isTry)).toBe(true)
      // Tries count in the mix: together the list still is what was wanted.
      expect(deliveries.filter(({ topic }) => topic === 'fraud')).toHaveLength(20)
    }
  })

  it('keeps the tries of a segment when another segment joins the campaign', () => {
    const one = planDeliveries(given())
    const two = planDeliveries(
      given({ slots: 40, segments: [...given().segments, segment({ id: 'young', demand: { fraud: 1 } })] }),
    )
    const tries = (plan: typeof one) => plan.deliveries.filter((one) => one.segment === 'old' && isTry(one))
    expect(tries(one).length).toBeGreaterThan(0)
    expect(
      tries(two)
        .map(({ item }) => item)
        .sort(),
    ).toEqual(
      tries(one)
        .map(({ item }) => item)
        .sort(),
    )
  })

  it('without a share for chance nothing is left to it, and one item is enough', () => {
    expect(planDeliveries(given({ params: { explore: 0 } })).deliveries.some(isTry)).toBe(false)
    const single = planDeliveries(given({ items: [item('only', 'fraud')], params: { explore: 1 } }))
    expect(single.deliveries).toMatchObject([{ item: 'only', propensity: 1 }])
  })
})
