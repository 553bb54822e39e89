import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextTopics } from '../../campaigns/deficit'
import { js, sharesOf } from '../../src/lib/mix'

// ranking.md 1.3
const supply = [0.65, 0.07, 0.05, 0.08, 0.05, 0.04, 0.03, 0.03]
const demand = [0.14, 0.26, 0.18, 0.14, 0.1, 0.08, 0.06, 0.04]
const had = supply.map((share) => Math.round(share * 100))

/** Shares of everything once `turns` more are made. */
function after(turns: number) {
  const counts = [...had]
  for (const { topic } of nextTopics(demand, turns, { had }).turns) counts[topic]! += 1
  return sharesOf(counts)
}

describe('what to make next', () => {
  it.each([
    [50, 0.433, 0.347, 0.0867],
    [100, 0.325, 0.38, 0.0395],
    [200, 0.217, 0.413, 0.0077],
  ])('after %d new pieces the mix has caught up as far as it can', (turns, marriage, both, distance) => {
    const shares = after(turns)
    expect(shares[0]).toBeCloseTo(marriage, 3)
    expect(shares[1]! + shares[2]!).toBeCloseTo(both, 3)
    expect(js(shares, demand)).toBeCloseTo(distance, 4)
  })

  it('(g) never makes more than one too many, for any shares and any time', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 12 }), fc.nat(300), (raw, n) => {
        const shares = sharesOf(raw)
        const { turns } = nextTopics(raw, n)
        expect(turns).toHaveLength(shares.some((share) => share > 0) ? n : 0)
        const counts = shares.map((_, t) => turns.filter(({ topic }) => topic === t).length)
        counts.forEach((count, t) => expect(count - shares[t]! * n).toBeLessThan(1 + 1e-9))
        counts.forEach((count, t) => {
          if (shares[t] === 0) expect(count).toBe(0)
        })
      }),
    )
  })

  it('carries what a topic was owed into the next week, faded', () => {
    const { credit } = nextTopics([0.6, 0.4], 1)
    expect(credit[1]).toBeCloseTo(0.4 * 0.9, 9)
    expect(nextTopics([0.6, 0.4], 1, { credit }).turns[0]!.topic).toBe(1)
  })
})
