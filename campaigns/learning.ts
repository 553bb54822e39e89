import type { Chance } from '../src/lib/chance'

/** How often something worked out of how often it was tried: completions of plays, opens of sends. */
export type Tally = { successes: number; trials: number }
/** What is believed of a rate: Beta(a, b); its mean is a / (a + b), a + b how much is known. */
export type Belief = { a: number; b: number }
export type Grid<T> = readonly (readonly T[])[]

/** A week's new evidence counts fully, older evidence a little less each week (ranking.md 2.4). */
export const WEEKLY_DECAY = 0.98
/** Strength of a prior in trials: between these, by how much the cells really differ. */
const STRENGTH = { least: 20, most: 100 }
const NONE: Tally = { successes: 0, trials: 0 }
/** Nothing seen anywhere: a quarter of those who start reach the end, known as well as four trials would. */
const NOTHING = { mean: 0.25, trials: 4 }

/**
 * Prior of every cell of a grid (segment x topic, or channel x hour), pooled from all of them: the mean is additive on
 * the logit scale, the strength by the method of moments (ranking.md 2.4). A cell never tried gets what its row and
 * column promise, so nothing starts cold. Negative and non-finite counts count as 0.
 */
export function cellPriors(tallies: Grid<Tally>): Belief[][] {
  const grid = tallies.map((row) => row.map(clean))
  const whole = smoothed(sum(grid.flat()))
  const columns = grid[0]?.map((_, c) => sum(grid.map((row) => row[c]!))) ?? []
  const effect = (tally: Tally) => logit(smoothed(tally, whole, STRENGTH.least)) - logit(whole)
  const means = grid.map((row) => {
    const own = effect(sum(row))
    return columns.map((column) => sigmoid(logit(whole) + own + effect(column)))
  })
  const strength = strengthOf(grid.flat(), means.flat())
  return means.map((row) => row.map((mean) => ({ a: mean * strength, b: (1 - mean) * strength })))
}

/**
 * What is believed of every cell of a grid from weekly tallies, the newest week first: older weeks fade, every cell
 * starts from what its row and column promise. The one way from counts to beliefs, in the product and in the simulation.
 */
export function beliefsOf(weeks: readonly Grid<Tally>[]): Belief[][] {
  const shape = weeks.find((week) => week.length) ?? []
  const kept = shape.map((row, r) =>
    row.map((_, c) => sum(weeks.map((week, ago) => fadedTally(week[r]?.[c] ?? NONE, ago)))),
  )
  const priors = cellPriors(kept)
  return kept.map((row, r) => row.map((tally, c) => updated(priors[r]![c]!, tally)))
}

/** One of many in a cell, such as an item: what the cell promises, known no better than the weakest prior, then its own. */
export const within = (mean: number, own: Tally): Belief =>
  updated({ a: mean * STRENGTH.least, b: (1 - mean) * STRENGTH.least }, own)

/** What a tally counts after some weeks. */
export function fadedTally(tally: Tally, weeks: number): Tally {
  const { successes, trials } = clean(tally)
  const { a, b } = faded({ a: successes, b: trials - successes }, { a: 0, b: 0 }, weeks)
  return { successes: a, trials: a + b }
}

/** The belief after what was seen. */
export function updated(prior: Belief, tally: Tally): Belief {
  const { successes, trials } = clean(tally)
  return { a: prior.a + successes, b: prior.b + trials - successes }
}

/** What is left of old evidence after some weeks: only the evidence fades, the prior stays as a floor. */
export function faded(belief: Belief, prior: Belief, weeks = 1): Belief {
  const keep = WEEKLY_DECAY ** Math.max(0, weeks)
  return { a: prior.a + Math.max(0, belief.a - prior.a) * keep, b: prior.b + Math.max(0, belief.b - prior.b) * keep }
}

export const meanOf = ({ a, b }: Belief): number => (a + b > 0 ? a / (a + b) : 0)

/** Where the rate lies with 95 %: normal on the logit scale, so it stays between 0 and 1. */
export function intervalOf(belief: Belief): { mean: number; low: number; high: number } {
  const { a, b } = { a: Math.max(belief.a, 1e-6), b: Math.max(belief.b, 1e-6) }
  const mean = meanOf({ a, b })
  const half = 1.96 * Math.sqrt(1 / a + 1 / b)
  return { mean, low: sigmoid(logit(mean) - half), high: sigmoid(logit(mean) + half) }
}

/** One plausible rate (Thompson sampling): what is little known is sometimes drawn high, and so gets tried. */
export const drawn = ({ a, b }: Belief, chance: Chance): number => chance.beta(Math.max(a, 1e-6), Math.max(b, 1e-6))

export type Explored = { chosen: number; explored: boolean; propensity: number }

/**
 * Which arm to use: the best of one draw each, and in a share `floor` of all cases any of them alike. Such a case is
 * flagged with the probability it was drawn by; only these may estimate demand without bias (ranking.md 1.2).
 * `null` when there is no arm. The propensity of an unflagged choice is the chance of not exploring: what Thompson
 * itself would choose has no closed form.
 */
export function chooseArm(arms: readonly Belief[], chance: Chance, floor = 0.05): Explored | null {
  if (!arms.length) return null
  if (chance.happens(floor))
    return { chosen: chance.pick(arms.map((_, n) => n)), explored: true, propensity: floor / arms.length }
  let best = 0
  let most = -1
  arms.forEach((arm, n) => {
    const value = drawn(arm, chance)
    if (value > most) [best, most] = [n, value]
  })
  return { chosen: best, explored: false, propensity: 1 - floor }
}

/** How alike the cells are, in trials: mu(1-mu)/s2 - 1, with the spread that chance alone makes taken out. */
function strengthOf(cells: readonly Tally[], means: readonly number[]): number {
  let spread = 0
  let expected = 0
  let weight = 0
  cells.forEach(({ successes, trials }, n) => {
    if (trials < 1) return
    const mean = means[n]!
    spread += trials * (successes / trials - mean) ** 2
    expected += mean * (1 - mean)
    weight += trials
  })
  const between = weight ? (spread - expected) / weight : 0
  if (between <= 0) return STRENGTH.most
  const mean = means.reduce((total, value) => total + value, 0) / means.length
  return Math.min(STRENGTH.most, Math.max(STRENGTH.least, (mean * (1 - mean)) / between - 1))
}

function clean({ successes, trials }: Tally): Tally {
  const tried = Number.isFinite(trials) && trials > 0 ? trials : 0
  const worked = Number.isFinite(successes) && successes > 0 ? successes : 0
  return { trials: tried, successes: Math.min(worked, tried) }
}

const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce((all, one) => ({ successes: all.successes + one.successes, trials: all.trials + one.trials }), {
    successes: 0,
    trials: 0,
  })

export const smoothed = ({ successes, trials }: Tally, mean = NOTHING.mean, weight = NOTHING.trials) =>
  (successes + mean * weight) / (trials + weight)
export const logit = (p: number) => Math.log(p / (1 - p))
export const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))
