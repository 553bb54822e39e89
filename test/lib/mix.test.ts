import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as mix from '../../src/lib/mix'

// ranking.md 1.3: marriage, fraud, consumer, labour, land, neighbours, minors, business.
const supply = [0.65, 0.07, 0.05, 0.08, 0.05, 0.04, 0.03, 0.03]
const demand = [0.14, 0.26, 0.18, 0.14, 0.1, 0.08, 0.06, 0.04]

describe('the worked example', () => {
  it.each([
    ['HHI of supply', mix.hhi(supply), 0.4422, 4],
    ['HHI of demand', mix.hhi(demand), 0.1608, 4],
    ['effective topics of supply', mix.effectiveTopics(supply), 2.261, 3],
    ['effective topics of demand', mix.effectiveTopics(demand), 6.219, 3],
    ['Shannon of supply', mix.shannon(supply), 1.3069, 4],
    ['Shannon of demand', mix.shannon(demand), 1.9393, 4],
    ['evenness of supply', mix.evenness(supply), 0.6285, 4],
    ['evenness of demand', mix.evenness(demand), 0.9326, 4],
    ['Simpson of supply', mix.simpson(supply), 0.5578, 4],
    ['Gini of supply', mix.gini(supply), 0.585, 6],
    ['Gini of demand', mix.gini(demand), 0.295, 6],
    ['C_KL', mix.calibrationLoss(demand, supply), 0.598951, 6],
    ['KL', mix.kl(demand, supply), 0.612999, 6],
    ['JS in nats', mix.js(demand, supply) * Math.LN2, 0.152571, 6],
    ['JS in bits', mix.js(demand, supply), 0.220113, 5],
    ['root of JS', Math.sqrt(mix.js(demand, supply)), 0.469163, 5],
    ['Hellinger', mix.hellinger(demand, supply), 0.397977, 6],
    ['Simpson of demand', mix.simpson(demand), 0.8392, 4],
    ['e^H of supply', Math.exp(mix.shannon(supply)), 3.695, 3],
    ['e^H of demand', Math.exp(mix.shannon(demand)), 6.954, 3],
    ['service ratio of consumer', mix.serviceRatios(supply, demand)[2]!, 0.278, 3],
    ['mismatch', mix.mismatch(supply, demand), 0.51, 10],
    ['service ratio of marriage', mix.serviceRatios(supply, demand)[0]!, 4.64, 2],
    ['service ratio of fraud', mix.serviceRatios(supply, demand)[1]!, 0.269, 3],
  ])('%s', (_name, value, golden, digits) => expect(value).toBeCloseTo(golden, digits))

  it('from 65 and 12 of 100 alone HHI lies between .4403 and .4898', () => {
    // The least is every other topic alike, the most is all on one.
    expect(mix.hhi([0.65, 0.06, 0.06, ...Array<number>(5).fill(0.23 / 5)])).toBeCloseTo(0.4403, 4)
    expect(mix.hhi([0.65, 0.12, 0, 0.23, 0, 0, 0, 0])).toBeCloseTo(0.4898, 4)
  })

  it.each([
    ['MMFMMLMMHM', 'mrr', 0.3816],
    ['MMFMMLMMHM', 'dcg', 0.3522],
    ['MMFMMLMMHM', 'flat', 0.3338],
    ['FCMLHNJBFC', 'mrr', 0.0178],
    ['FCMLHNJBFC', 'dcg', 0.0088],
    ['FCMLHNJBFC', 'flat', 0.0212],
  ] as const)('rank-aware JS of %s by %s', (list, by, golden) => {
    const places = [...list].map((letter) => 'MFCLHNJB'.indexOf(letter))
    expect(mix.rankedJs(places, demand, mix.placeWeights[by])).toBeCloseTo(golden, 4)
  })

  it('twenty places apportioned by largest remainder are 3 5 3 3 2 2 1 1', () => {
    expect(mix.apportion(20, demand)).toEqual([3, 5, 3, 3, 2, 2, 1, 1])
  })

  it.each([
    [20, 0.081, 0.157],
    [50, 0.029, 0.061],
    [100, 0.0135, 0.0284],
    [300, 0.0042, 0.0087],
    [1000, 0.0013, 0.0025],
  ])('draws the null line: what a perfect list of %d items shows by chance', (count, mean, p95) => {
    const line = mix.nullLine(demand, count)
    // Both are drawn: within what 2,000 draws leave open.
    expect(line.mean / mean).toBeGreaterThan(0.95)
    expect(line.mean / mean).toBeLessThan(1.05)
    expect(line.p95 / p95).toBeGreaterThan(0.95)
    expect(line.p95 / p95).toBeLessThan(1.05)
    expect(mix.nullLine(demand, count)).toEqual(line)
  })
})

describe('any counts', () => {
  const counts = fc.array(fc.oneof(fc.integer({ min: -5, max: 500 }), fc.constant(NaN)), {
    minLength: 1,
    maxLength: 20,
  })

  it('never become NaN, and stay within their bounds', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const p = mix.sharesOf(a)
        const q = mix.sharesOf(a.map((_, t) => b[t] ?? 0))
        const values = [mix.mismatch(p, q), mix.gini(p), mix.js(p, q), mix.hhi(p), mix.evenness(p)]
        for (const value of values) expect(value).toBeGreaterThanOrEqual(-1e-9)
        for (const value of values) expect(value).toBeLessThanOrEqual(1 + 1e-9)
      }),
    )
  })

  it('are apportioned to whole numbers that sum to the total and stay within one of the exact share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), counts, (total, weights) => {
        const parts = mix.apportion(total, weights)
        const shares = mix.sharesOf(weights)
        const any = shares.some((share) => share > 0)
        expect(parts.reduce((all, part) => all + part, 0)).toBe(any ? total : 0)
        parts.forEach((part, t) => expect(Math.abs(part - shares[t]! * total)).toBeLessThan(1 + 1e-6))
      }),
    )
  })

  it('HHI from counts is the chance that two deliveries share their topic', () => {
    expect(mix.hhiOfCounts([2, 2])).toBeCloseTo(1 / 3)
    expect(mix.hhiOfCounts([1])).toBe(0)
  })
})
