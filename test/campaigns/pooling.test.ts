import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completionSignals, poolDemand, signalKinds, type Signal } from '../../campaigns/pooling'
import { chance } from '../../src/lib/chance'

const topics = ['marriage', 'fraud', 'consumer']
const from = (kind: Signal['kind'], counts: number[]): Signal[] =>
  counts.map((count, t) => ({ kind, topic: topics[t]!, count }))
const pool = (signals: Signal[], more = {}) => poolDemand(signals, topics, chance(1), more)

describe('demand from several sources', () => {
  it('weighs the sources as published, each shrunk by fifty counts', () => {
    const { shares, sources } = pool([...from('consultation', [100, 0, 0]), ...from('search', [0, 100, 0])])
    expect(sources.map(({ kind, weight }) => [kind, weight])).toEqual([
      ['consultation', expect.closeTo(0.35 / 0.6, 9)],
      ['search', expect.closeTo(0.25 / 0.6, 9)],
    ])
    const own = (100 + 50 / 3) / 150
    const other = 50 / 3 / 150
    expect(shares[0]).toBeCloseTo((0.35 * own + 0.25 * other) / 0.6, 9)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
  })

  it('a county where marriage really is first comes out so', () => {
    const { shares, low, high } = pool([
      ...from('consultation', [700, 150, 150]),
      ...from('survey', [60, 20, 20]),
      ...from('search', [500, 300, 200]),
    ])
    expect(shares.indexOf(Math.max(...shares))).toBe(0)
    expect(low[0]).toBeGreaterThan(high[1]!)
  })

  it('a small office leans on its county, a large one on itself', () => {
    const county = from('consultation', [0, 900, 100])
    const few = pool(from('consultation', [5, 0, 0]), { county }).shares
    const many = pool(from('consultation', [5000, 0, 0]), { county }).shares
    expect(few.indexOf(Math.max(...few))).toBe(1)
    expect(many.indexOf(Math.max(...many))).toBe(0)
  })

  it('the interval is wide with few counts and narrow with many, and holds the share', () => {
    const width = (times: number) => {
      const { low, high, shares } = pool(from('survey', [3 * times, times, times]))
      expect(low[0]!).toBeLessThan(shares[0]!)
      expect(high[0]!).toBeGreaterThan(shares[0]!)
      return high[0]! - low[0]!
    }
    expect(width(1000)).toBeLessThan(width(1) / 3)
  })

  it('shows beside the pool what equal weights would give', () => {
    const { equal, shares } = pool([...from('consultation', [90, 5, 5]), ...from('caseload', [5, 90, 5])])
    expect(equal[0]).toBeCloseTo(equal[1]!, 9)
    expect(shares[0]).toBeGreaterThan(equal[0]!)
  })

  it('nothing, negative counts and unknown topics are no numbers of ours', () => {
    expect(pool([]).shares).toEqual([0, 0, 0])
    expect(pool(from('survey', [-5, NaN, 10])).sources[0]!.counts).toEqual([0, 0, 10])
    expect(pool([{ kind: 'survey', topic: 'dragons', count: 9 }]).unknown).toEqual(['dragons'])
  })

  it('stays a distribution for any signals and weights', () => {
    const signal = fc.record({
      kind: fc.constantFrom(...signalKinds),
      topic: fc.constantFrom(...topics, 'dragons'),
      count: fc.oneof(fc.integer({ min: -5, max: 1000 }), fc.constantFrom(NaN, Infinity)),
    })
    const weight = fc.constantFrom(0, 0.5, -1, NaN)
    fc.assert(
      fc.property(fc.array(signal, { maxLength: 30 }), weight, (signals, consultation) => {
        const { shares, low, high, equal } = pool(signals, { weights: { consultation, search: 0 } })
        for (const value of [...shares, ...low, ...high, ...equal]) expect(value >= 0 && value <= 1 + 1e-9).toBe(true)
        const total = shares.reduce((sum, share) => sum + share, 0)
        expect(total === 0 || Math.abs(total - 1) < 1e-9).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('completions corrected for exposure', () => {
  it('what was shown ten times as often does not look ten times as wanted', () => {
    const signals = completionSignals([
      { topic: 'marriage', completions: 300, shown: 1000, propensity: 0.5 },
      { topic: 'fraud', completions: 30, shown: 100, propensity: 0.05 },
    ])
    expect(signals[0]!.count).toBeCloseTo(signals[1]!.count, 6)
  })

  it('deliveries without a logged probability do not count', () => {
    expect(completionSignals([{ topic: 'fraud', completions: 9, shown: 10, propensity: 0 }])).toEqual([])
  })
})
