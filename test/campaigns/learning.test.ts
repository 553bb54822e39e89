import { describe, expect, it } from 'vitest'
import {
  cellPriors,
  chooseArm,
  faded,
  meanOf,
  updated,
  type Belief,
  type Explored,
  type Tally,
} from '../../campaigns/learning'
import { chance, type Chance } from '../../src/lib/chance'

// ranking.md 2.4: eight arms, cumulative regret at 20,000 pulls.
const arms = [0.22, 0.3, 0.26, 0.24, 0.18, 0.17, 0.2, 0.15]
const PULLS = 20_000
const RUNS = 16

type Choose = (beliefs: Belief[], chance: Chance) => Explored
function regret(choose: Choose): number {
  let total = 0
  for (let run = 0; run < RUNS; run++) {
    const seeded = chance(100 + run)
    const beliefs = arms.map(() => ({ a: 1, b: 1 }))
    for (let n = 0; n < PULLS; n++) {
      const { chosen } = choose(beliefs, seeded)
      total += 0.3 - arms[chosen]!
      beliefs[chosen] = updated(beliefs[chosen]!, { successes: seeded.happens(arms[chosen]!) ? 1 : 0, trials: 1 })
    }
  }
  return total / RUNS
}
const greedy: Choose = (beliefs) => {
  const means = beliefs.map(meanOf)
  return { chosen: means.indexOf(Math.max(...means)), explored: false, propensity: 1 }
}

describe('learning what works', () => {
  it('with its exploration floor loses under 60 % of what always taking the best so far loses', () => {
    const withFloor = regret((beliefs, seeded) => chooseArm(beliefs, seeded)!)
    const without = regret((beliefs, seeded) => chooseArm(beliefs, seeded, 0)!)
    const best = regret(greedy)
    console.log(
      `regret at ${PULLS}: Thompson ${without.toFixed(0)}, with floor ${withFloor.toFixed(0)}, greedy ${best.toFixed(0)}`,
    )
    expect(withFloor).toBeLessThan(0.6 * best)
    expect(without).toBeLessThan(200)
  })

  it('explores one choice in twenty, all arms alike, and says so with its probability', () => {
    const seeded = chance(1)
    const beliefs = [
      { a: 900, b: 100 },
      { a: 1, b: 999 },
    ]
    const choices = Array.from({ length: 4000 }, () => chooseArm(beliefs, seeded)!)
    const explored = choices.filter((choice) => choice.explored)
    expect(explored.length / choices.length).toBeCloseTo(0.05, 1)
    expect(new Set(explored.map(({ propensity }) => propensity))).toEqual(new Set([0.025]))
    expect(explored.filter(({ chosen }) => chosen === 1).length).toBeGreaterThan(explored.length / 3)
    expect(chooseArm([], seeded)).toBeNull()
  })

  it('a cell never tried gets what its segment and its topic promise', () => {
    const tally = (successes: number, trials: number): Tally => ({ successes, trials })
    const priors = cellPriors([
      [tally(60, 100), tally(30, 100)],
      [tally(30, 100), tally(0, 0)],
    ])
    const [, [known, unknown]] = priors as [Belief[], Belief[]]
    expect(meanOf(unknown!)).toBeLessThan(meanOf(known!))
    expect(meanOf(unknown!)).toBeGreaterThan(0.05)
    expect(unknown!.a + unknown!.b).toBeGreaterThanOrEqual(20)
    expect(unknown!.a + unknown!.b).toBeLessThanOrEqual(100)
  })

  it('nothing at all, and nonsense, stay finite', () => {
    for (const wrong of [
      { successes: 0, trials: 0 },
      { successes: -3, trials: NaN },
      { successes: 9, trials: 2 },
    ])
      for (const { a, b } of cellPriors([[wrong, wrong]]).flat())
        expect(a > 0 && b > 0 && Number.isFinite(a + b)).toBe(true)
    expect(cellPriors([])).toEqual([])
  })

  it('forgets slowly, and never below the prior', () => {
    const prior = { a: 5, b: 15 }
    const seen = updated(prior, { successes: 80, trials: 100 })
    expect(faded(seen, prior).a).toBeCloseTo(5 + 80 * 0.98, 9)
    expect(faded(seen, prior, 1000)).toEqual({ a: expect.closeTo(5, 3), b: expect.closeTo(15, 3) })
  })
})
