import { describe, expect, it } from 'vitest'
import { fewestPairs, holm, interval, pairedP, tQuantile } from '../../campaigns/simulation/compare'
import { specsOf, type Piece } from '../../campaigns/simulation/county'
import { chance } from '../../src/lib/chance'
import { ablation, policies, type Policy } from '../../campaigns/simulation/policies'
import { ceiling, outageOf, scales, simulate, tell, type Scale } from '../../campaigns/simulation/run'
import { fewestSeeds, study } from '../../campaigns/simulation/study'
import { seedsOf, studyInWords } from '../../src/cli/simulate'

const short: Scale = { weeks: 8, items: () => 10, residents: 30 }

describe('a simulated half year', () => {
  it('is the same with the same seed, and another county with another', () => {
    const run = (seed: number) => simulate(policies.planner, short, seed)
    expect(run(1)).toEqual(run(1))
    expect(run(1).plays).not.toBe(run(2).plays)
  })

  it('starts from the disease: today two of three are marriage, and few are on the one channel', () => {
    const today = [1, 2, 3].map((seed) => simulate(policies['status-quo'], scales.research, seed))
    expect(interval(today.map(({ marriage }) => marriage)).mean).toBeCloseTo(0.65, 1)
    expect(interval(today.map(({ fraudConsumer }) => fraudConsumer)).mean).toBeCloseTo(0.12, 1)
    for (const { reach, playsPerPiece } of today) {
      expect(reach).toBeLessThan(0.4)
      expect(playsPerPiece).toBeLessThan(2000)
    }
  })

  it('follows demand, keeps every cap, and sends as much as the others', () => {
    const [today, planner] = [simulate(policies['status-quo'], short, 3), simulate(policies.planner, short, 3)]
    expect(planner.sends).toBe(today.sends)
    expect(planner.capsBroken).toBe(0)
    expect(planner.js).toBeLessThan(planner.nullLine)
    expect(Math.abs(planner.fraudConsumer - planner.targetFraudConsumer)).toBeLessThan(0.05)
  })

  it('nobody gets above the bound while people tire', () => {
    for (const trouble of [{}, { membership: 0.5 }, { fatigue: 2 }])
      expect(simulate(policies.planner, short, 3, trouble).playsPerSend).toBeLessThan(ceiling(short, 3, trouble))
  })

  it('where all are alike and nobody tires the bound is what every policy expects, up to chance', () => {
    const world = { world: 'no-difference' } as const
    const bound = ceiling(short, 3, world)
    for (const policy of [policies['status-quo'], policies.clairvoyant])
      expect(Math.abs(simulate(policy, short, 3, world).playsPerSend / bound - 1)).toBeLessThan(0.01)
  })

  it('what we assumed can be assumed otherwise: people tire faster, fewer are met, demand is known worse', () => {
    const usual = simulate(policies.planner, short, 9)
    expect(simulate(policies.planner, short, 9, { fatigue: 2 }).plays).toBeLessThan(usual.plays)
    expect(simulate(policies.planner, short, 9, { membership: 0.5 }).reach).toBeLessThan(usual.reach)
    expect(simulate(policies.planner, short, 9, { asked: 5 }).capsBroken).toBe(0)
  })

  it('pushes marriage where marriage is what people want', () => {
    const { marriage } = simulate(policies.planner, short, 4, { world: 'marriage-first' })
    expect(marriage).toBeGreaterThan(0.4)
  })

  it('gains nothing in plays where nothing can be gained', () => {
    const gains = [5, 6, 7].map((seed) => {
      const world = { world: 'no-difference' } as const
      return (
        simulate(policies.planner, short, seed, world).playsPerSend /
        simulate(policies.random, short, seed, world).playsPerSend
      )
    })
    expect(interval(gains).mean).toBeGreaterThan(0.9)
    expect(interval(gains).mean).toBeLessThan(1.1)
  })

  it('keeps its caps with wrong demand, dead channels and late answers', () => {
    for (const trouble of [{ misreported: 0.3 }, { outage: 1 / 3 }, { delay: 3 }]) {
      const run = simulate(policies.planner, short, 8, trouble)
      expect(run.capsBroken).toBe(0)
      expect(Number.isFinite(run.plays + run.knowledge + run.js)).toBe(true)
    }
  })

  it('told wrong, two segments with other first topics have changed demand, and the mix is measured against the real one', () => {
    const specs = specsOf('usual')
    const told = (misreported: number) => tell(specs, chance(1), { misreported })
    const [right, wrong] = [told(0), told(0.3)]
    const changed = specs.flatMap((_, s) => (right[s] === wrong[s] || `${right[s]}` === `${wrong[s]}` ? [] : [s]))
    expect(changed.map((s) => specs[s]!.id)).toEqual(['farmer', 'business'])
    const first = (shares: readonly number[]) => shares.indexOf(Math.max(...shares))
    for (const s of changed) expect(first(wrong[s]!)).not.toBe(first(specs[s]!.demand))
    expect(told(1).every((shares, s) => `${shares}` !== `${right[s]}`)).toBe(true)

    const run = (misreported: number) => simulate(policies.planner, short, 3, { misreported })
    const real = specs.reduce((sum, { share, demand }) => sum + share * (demand[1]! + demand[2]!), 0)
    expect(run(0.3).targetFraudConsumer).toBeCloseTo(real, 9)
    expect(run(0).targetFraudConsumer).not.toBeCloseTo(real, 4)
    expect(run(0.3).js).toBeGreaterThan(run(0).js)
  })

  it('in an outage one channel is out for a stretch, and nobody else notices', () => {
    const grid = [0, 1, 2, 3].map((channel) =>
      Array.from({ length: 9 }, (_, week) => (outageOf(9, 5, 1 / 3)(channel, week) ? 'x' : '.')).join(''),
    )
    expect(grid.filter((line) => line.includes('x'))).toHaveLength(1)
    expect(grid.join('')).toMatch(/^\.*xxx\.*$/)
    const first = (dead: boolean) => [...Array(50).keys()].find((seed) => outageOf(8, seed, 1)(0, 0) === dead)!
    // Today's way has the first channel only.
    const today = (seed: number, trouble = {}) => simulate(policies['status-quo'], short, seed, trouble)
    expect(today(first(false), { outage: 1 })).toEqual(today(first(false)))
    expect(today(first(true), { outage: 1 })).toMatchObject({ plays: 0, reach: 0, sends: today(first(true)).sends })
    const part = today(first(true), { outage: 1 / 3 }).plays / today(first(true)).plays
    expect(part).toBeGreaterThan(0.4)
    expect(part).toBeLessThan(0.9)
  })

  it('hears nothing of what went into a dead channel', () => {
    const seed = [...Array(50).keys()].find((one) => outageOf(8, one, 1)(0, 0))!
    const heard = (outage: number) => {
      const worth: number[][][] = []
      const listening: Policy = (week) => {
        worth.push(week.learner.best().worth)
        return policies['status-quo'](week)
      }
      simulate(listening, short, seed, { outage })
      return { before: worth[0], after: worth.at(-1) }
    }
    const [dead, alive] = [heard(1), heard(0)]
    expect(dead.after).toEqual(dead.before)
    expect(alive.after).not.toEqual(alive.before)
  })

  it('with the language alone changed, every week has the topics of today, in other tongues', () => {
    const drawn = (policy: Policy) => {
      const pieces: Piece[] = []
      // Draws of its own, so that both draw alike whatever was played before.
      const redrawn: Policy = (week) => {
        const sends = policy({ ...week, seeded: chance(week.week) })
        pieces.push(...sends.map(({ piece }) => piece))
        return sends
      }
      simulate(redrawn, short, 6)
      return pieces
    }
    const [today, spoken] = [drawn(policies['status-quo']), drawn(ablation['language-only'])]
    expect(spoken.map(({ topic }) => topic)).toEqual(today.map(({ topic }) => topic))
    const dialect = (pieces: Piece[]) => pieces.filter(({ variety }) => variety).length / pieces.length
    expect(dialect(spoken)).toBeGreaterThan(dialect(today) + 0.3)
    expect(new Set(spoken.map(({ key }) => key)).size).toBe(new Set(today.map(({ key }) => key)).size)
  })

  it('says in every study that it is simulated, and claims nothing on few items', () => {
    const few = study({ scale: 'report', seeds: [1] })
    expect(few.simulated).toBe(true)
    expect(few.rows.every(({ measures }) => Number.isFinite(measures.plays.mean))).toBe(true)
    expect(few.claims['reach-not-inferior']).toBeNull()
    expect(studyInWords(few)).toMatch(/明白的排期 \|.*\| \d+ — \|/)
    expect(studyInWords(few)).toMatch(/播放\/次 \+\d+ —；/)
  })
})

describe('the claims of a study', () => {
  it('say that seeds are too few, neither yes nor no, where no test could confirm anything', () => {
    const usual = study({ scale: 'report', seeds: [1] })
    expect(usual.claims['plays-better']).toBeNull()
    expect(usual.claims['knowledge-better']).toBeNull()
    expect(studyInWords(usual)).toContain('至少要 8 个 / seeds too few to say; at least 8） 同样多的投放')
    const same = study({ scale: 'report', world: 'no-difference', seeds: [1] })
    expect(same.claims['no-gain']).toBeNull()
    expect(same.tooFewSeedsFor).toEqual(['no-gain'])
    expect(studyInWords(same)).toContain('没有上限可比')
    expect(studyInWords(same)).not.toContain('upper bound')
    expect(studyInWords(usual)).toContain('A loose upper bound')
    expect(studyInWords(usual)).not.toContain('reached or passed')
    const low = { ...usual, ceiling: { ...usual.ceiling, mean: usual.rows[5]!.measures.playsPerSend.mean } }
    expect(studyInWords(low)).toMatch(/reached or passed by .*planner/)
  }, 120_000)

  it('are made with as many seeds as that takes', () => {
    const seeds = Array.from({ length: fewestSeeds }, (_, n) => 100 + n)
    const { claims, tooFewSeedsFor } = study({ scale: 'report', seeds })
    expect(tooFewSeedsFor).toEqual([])
    expect(claims['plays-better']).not.toBeNull()
    expect(claims['knowledge-better']).not.toBeNull()
  }, 120_000)
})

describe('comparing policies', () => {
  it('intervals are those of Student, with few seeds too', () => {
    expect([1, 2, 3, 4, 9, 29, 30].map(tQuantile)).toEqual([12.706, 4.303, 3.182, 2.776, 2.262, 2.045, 2.042])
    expect(tQuantile(40)).toBeCloseTo(2.021, 2)
    expect(tQuantile(199)).toBeCloseTo(1.972, 2)
    const { mean, low, high } = interval([1, 2, 3, 4, 5])
    expect(mean).toBe(3)
    expect(high! - mean).toBeCloseTo(1.963, 2)
    expect(mean - low!).toBeCloseTo(high! - mean, 9)
  })

  it('one value has no interval, and neither has none', () => {
    expect(interval([7])).toEqual({ mean: 7, low: null, high: null })
    expect(interval([])).toEqual({ mean: 0, low: null, high: null })
  })

  it('a clear difference is found, chance is not', () => {
    expect(pairedP(Array.from({ length: 20 }, (_, n) => 1 + (n % 3)))).toBeLessThan(0.001)
    expect(pairedP([1, -1, 2, -2, 0.5, -0.5])).toBeGreaterThan(0.3)
  })

  it('the least it can give is one of all flips, and nothing smaller is asked of it', () => {
    for (const pairs of [1, 5, 7, 8, 13]) expect(pairedP(Array.from({ length: pairs }, () => 1))).toBe(2 ** -pairs)
    for (const comparisons of [1, 2, 5, 10, 24]) {
      const ps = (pairs: number) => Array.from({ length: comparisons }, () => 2 ** -pairs)
      expect(holm(ps(fewestPairs(comparisons)))).not.toContain(false)
      expect(holm(ps(fewestPairs(comparisons) - 1))).not.toContain(true)
    }
    expect(fewestSeeds).toBe(8)
  })

  it('a seed named twice is not two', () => {
    expect(seedsOf('1,2')).toEqual([1, 2])
    expect(seedsOf('1,2,1')).toBeUndefined()
  })

  it('holds several comparisons to one level, in the order given', () => {
    expect(holm([0.04, 0.001, 0.02])).toEqual([true, true, true])
    expect(holm([0.04, 0.001, 0.03])).toEqual([false, true, false])
  })
})
