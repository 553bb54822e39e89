import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neededBy, targetFor } from '../../campaigns/demand'
import { limitFault } from '../../campaigns/limitFaults'
import { limitsAbove, limitsOf, mostOf, type Limit } from '../../campaigns/limits'
import { planDeliveries } from '../../campaigns/planning'
import { wordReason, type Reason } from '../../campaigns/reasons'
import { brief, items, segment } from '../support/briefs'

const topics = [
  { id: 'marriage', floor: 0.02, cap: 0.4 },
  { id: 'fraud', floor: 0.02 },
  { id: 'consumer', floor: 0.02 },
]
const codes = (warnings: readonly Reason[]) => warnings.map(({ code }) => code)
const of = (list: ReturnType<typeof limitsOf>, id: string) => list.topics.find((topic) => topic.id === id)

describe('what holds for a topic', () => {
  it('is the largest floor and the smallest cap of all that are set, nobody loosens what holds above', () => {
    const held = limitsOf(topics, {
      office: [{ topic: 'marriage', floor: 0.1, cap: 0.6 }],
      segment: [{ topic: 'marriage', floor: 0.05, cap: 0.3 }],
    })
    expect(of(held, 'marriage')).toMatchObject({ floor: 0.1, cap: 0.3 })
    expect(held.warnings).toEqual([])
  })

  it('is never a floor over its cap: then the cap holds and there are words', () => {
    const held = limitsOf(topics, { office: [{ topic: 'marriage', floor: 0.5 }] })
    expect(of(held, 'marriage')).toMatchObject({ floor: 0.4, cap: 0.4 })
    expect(held.warnings).toEqual([{ code: 'floor-over-cap', topic: 'marriage', segment: null, floor: 0.5, cap: 0.4 }])
  })

  it('is inherited from the office above where an office sets nothing; the nearest wish counts', () => {
    const offices = [
      {
        id: 'county',
        limits: [
          { topic: 'fraud', cap: 0.5, share: 0.2 },
          { topic: 'consumer', floor: 0.1 },
        ],
      },
      { id: 'south', parent: 'county', limits: [{ topic: 'fraud', floor: 0.3, share: 0.4 }] },
      { id: 'village', parent: 'south' },
      { id: 'ring', parent: 'ring' },
    ]
    const held = limitsOf(topics, { office: limitsAbove(offices, 'village') })
    expect(of(held, 'fraud')).toMatchObject({ floor: 0.3, cap: 0.5, share: 0.4 })
    expect(of(held, 'consumer')).toMatchObject({ floor: 0.1 })
    expect(limitsAbove(offices, 'ring')).toEqual([])
    expect(limitsAbove(offices, null)).toEqual([])
  })

  const value = fc.option(fc.oneof(fc.double({ min: -1, max: 2 }), fc.constantFrom(NaN, Infinity)), { nil: undefined })
  const id = fc.constantFrom('marriage', 'fraud', 'consumer', 'gone')
  const rows = fc.array(fc.record({ topic: id, floor: value, cap: value, share: value }), { maxLength: 6 })
  const anyLimits = fc.record({
    office: rows,
    segment: rows,
  })

  it('whatever is set: floor <= cap, floors make at most the whole, nothing is NaN, and taken in again nothing changes', () => {
    fc.assert(
      fc.property(anyLimits, (given) => {
        const held = limitsOf(topics, given)
        for (const { floor, cap, share } of held.topics) {
          expect(floor).toBeGreaterThanOrEqual(0)
          expect(floor).toBeLessThanOrEqual((cap ?? 1) + 1e-9)
          if (share !== undefined) expect(share! >= 0 && share! <= 1).toBe(true)
        }
        expect(held.topics.reduce((sum, { floor }) => sum + floor!, 0)).toBeLessThanOrEqual(1 + 1e-9)
        const again = limitsOf(held.topics)
        expect(codes(again.warnings).filter((code) => code !== 'caps-under-one')).toEqual([])
        again.topics.forEach(({ floor, cap }, t) => {
          expect(floor).toBeCloseTo(held.topics[t]!.floor!, 9)
          expect(cap).toBe(held.topics[t]!.cap)
        })
      }),
    )
  })

  it('a target stands between floor and cap wherever that can be, sums to 1 and is never NaN', () => {
    const demand = fc.array(fc.record({ topic: id, share: fc.double({ min: -1, max: 2 }) }), { maxLength: 4 })
    const targets = fc.array(fc.record({ topic: id, share: fc.double({ min: 0, max: 0.4, noNaN: true }) }), {
      maxLength: 2,
    })
    fc.assert(
      fc.property(anyLimits, demand, targets, ({ segment: limits, ...given }, wanted, wished) => {
        const held = limitsOf(topics, given)
        const target = targetFor({ ...segment(), demand: wanted, limits }, held.topics, wished)
        expect(target.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
        const room = target.topics.reduce((sum, { cap }) => sum + (cap ?? 1), 0) >= 1
        target.shares.forEach((share, t) => {
          expect(share).toBeGreaterThanOrEqual(0)
          if (room) expect(share).toBeLessThanOrEqual((target.topics[t]!.cap ?? 1) + 1e-9)
          if (room) expect(share).toBeGreaterThanOrEqual((target.topics[t]!.floor ?? 0) - 1e-9)
        })
      }),
    )
  })
})

describe('a wished share', () => {
  const asked = segment({ demand: { marriage: 0.6, fraud: 0.3, consumer: 0.1 } })
  const plain = [{ id: 'marriage' }, { id: 'fraud' }, { id: 'consumer' }]

  it('stands in for demand on its topic, demand fills the rest, and says who set it', () => {
    const target = targetFor(asked, limitsOf(plain, { office: [{ topic: 'fraud', share: 0.5 }] }).topics)
    expect(target.shares[1]).toBeCloseTo(0.5)
    expect(target.shares[0]! / target.shares[2]!).toBeCloseTo(6)
    expect([...target.set]).toEqual([['fraud', 'wish']])
  })

  it('is what it says, though floors raise other topics', () => {
    const floored = plain.map((topic) => ({ ...topic, floor: 0.02 }))
    const one = { ...asked, demand: [{ topic: 'marriage', share: 1 }] }
    const { shares } = targetFor(one, limitsOf(floored, { office: [{ topic: 'fraud', share: 0.3 }] }).topics)
    expect(shares.map((share) => Math.round(share * 1000))).toEqual([680, 300, 20])
  })

  it('of the segment goes before the office, the campaign before both', () => {
    const office = limitsOf(plain, { office: [{ topic: 'fraud', share: 0.5 }] }).topics
    const own = { ...asked, limits: [{ topic: 'fraud', share: 0.2 }] }
    expect(targetFor(own, office).shares[1]).toBeCloseTo(0.2)
    const target = targetFor(own, office, [{ topic: 'fraud', share: 0.7 }])
    expect(target.shares[1]).toBeCloseTo(0.7)
    expect(target.set.get('fraud')).toBe('campaign')
  })

  it('does not move the measure: what people need stays what they need', () => {
    const wished = limitsOf(plain, { office: [{ topic: 'fraud', share: 0.9, cap: 0.9 }] }).topics
    expect(neededBy(asked, wished)[0]).toBeCloseTo(0.6)
    const floored = limitsOf(plain, { office: [{ topic: 'fraud', floor: 0.5 }] }).topics
    expect(neededBy(asked, floored)[0]).toBeCloseTo(0.6)
    expect(targetFor(asked, floored)).toMatchObject({ needed: neededBy(asked, plain), floored: new Set(['fraud']) })
  })

  it('over a cap gives way, with words', () => {
    const capped = limitsOf(plain, { office: [{ topic: 'fraud', cap: 0.3 }] }).topics
    const target = targetFor(asked, capped, [{ topic: 'fraud', share: 0.8 }])
    expect(target.shares[1]).toBeCloseTo(0.3)
    expect(codes(target.warnings)).toEqual(['target-over-cap'])
  })
})

describe('a plan', () => {
  const given = brief({
    slots: 20,
    items: [...items(20, 'marriage'), ...items(20, 'fraud'), ...items(20, 'consumer')],
    segments: [
      segment({ id: 'old', demand: { marriage: 0.8, fraud: 0.2 }, limits: [{ topic: 'marriage', cap: 0.3 }] }),
      segment({ id: 'young', demand: { marriage: 0.8, fraud: 0.2 } }),
    ],
  })
  const sent = (plan: ReturnType<typeof planDeliveries>, to: string, topic: string) =>
    plan.deliveries.filter((one) => one.segment === to && one.topic === topic).length

  it('obeys the cap of one segment and leaves the other alone', () => {
    const plan = planDeliveries(given)
    expect(sent(plan, 'old', 'marriage')).toBe(3)
    expect(sent(plan, 'young', 'marriage')).toBe(8)
    expect(plan.excluded).toContainEqual(
      expect.objectContaining({ segment: 'old', reason: { code: 'topic-cap', topic: 'marriage', cap: 0.3 } }),
    )
  })

  it('shuts a topic out at a cap of 0', () => {
    const plan = planDeliveries({ ...given, topics: [{ id: 'marriage', cap: 0 }, { id: 'fraud' }, { id: 'consumer' }] })
    expect(sent(plan, 'young', 'marriage') + sent(plan, 'old', 'marriage')).toBe(0)
    expect(plan.deliveries).toHaveLength(20)
  })

  it('says each contradiction once, in words', () => {
    const plan = planDeliveries({
      ...given,
      topics: [{ id: 'marriage', floor: 0.5, cap: 0.2 }, { id: 'fraud', floor: 0.9 }, { id: 'consumer' }],
    })
    const limits = plan.warnings.filter(({ code }) => code.includes('over'))
    // Once for the office, once for the segment that has limits of its own.
    expect(codes(limits).sort()).toEqual(['floor-over-cap', 'floor-over-cap', 'floors-over-one', 'floors-over-one'])
    for (const warning of limits) expect(wordReason(warning, (id) => id, 'zh')).toMatch(/改/)
  })

  it.each([
    [0.29, 100, 29],
    [0.3, 10, 3],
    [0.05, 10, 1],
    [0, 10, 0],
    [null, 10, Infinity],
  ])('a cap of %s allows, of %i, %i', (cap, total, most) => expect(mostOf(cap, total)).toBe(most))
})

describe('rows as a person types them', () => {
  it.each<[string, Partial<Limit>[]]>([
    ['the same topic twice', [{ topic: 'a' }, { topic: 'b' }, { topic: 'a' }]],
    ['a floor over its cap', [{ topic: 'a', floor: 0.4, cap: 0.3 }]],
    ['a target outside floor and cap', [{ topic: 'a', floor: 0.4, share: 0.3 }]],
    [
      'floors over the whole',
      [
        { topic: 'a', floor: 0.6 },
        { topic: 'b', floor: 0.5 },
      ],
    ],
    [
      'targets over the whole',
      [
        { topic: 'a', share: 0.6 },
        { topic: 'b', share: 0.5 },
      ],
    ],
  ])('%s is refused with what to change', (_name, rows) => {
    expect(limitFault(rows)?.zh).toMatch(/请改|并成/)
  })

  it('ten floors of a tenth are sound', () => {
    expect(limitFault(Array.from({ length: 10 }, (_, n) => ({ topic: `${n}`, floor: 0.1 })))).toBeNull()
  })
})
