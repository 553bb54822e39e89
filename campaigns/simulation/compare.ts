import { chance } from '../../src/lib/chance'

/** `low` and `high` are `null` where one value, or none, says nothing of the spread. */
export type Interval = { mean: number; low: number | null; high: number | null }

/** Mean with its 95 % t-interval. */
export function interval(values: readonly number[]): Interval {
  const n = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / (n || 1)
  if (n < 2) return { mean, low: null, high: null }
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1))
  const half = (tQuantile(n - 1) * spread) / Math.sqrt(n)
  return { mean, low: mean - half, high: mean + half }
}

// prettier-ignore
const QUANTILES = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
  2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11, 2.101, 2.093, 2.086,
  2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
]

/** 97.5 % quantile of Student's t: by table to 30 degrees, from there the normal one with its first correction. */
export const tQuantile = (degrees: number): number => QUANTILES[degrees - 1] ?? 1.96 + 2.372 / degrees

const FLIPS = 9999

/**
 * One-sided p of "the differences are above 0" by flipping their signs: no distribution assumed, seeds paired. All flips
 * where they are few, so that nothing is confirmed or missed by the luck of the draw; random ones where they are many.
 */
export function pairedP(differences: readonly number[], seed = 1): number {
  const seen = differences.reduce((sum, value) => sum + value, 0)
  const all = 2 ** differences.length
  const seeded = chance(seed)
  const isAbove = (keeps: (at: number) => boolean) =>
    differences.reduce((sum, value, at) => sum + (keeps(at) ? value : -value), 0) >= seen - 1e-12
  const count = (flips: number, keeps: (flip: number, at: number) => boolean) =>
    Array.from({ length: flips }).filter((_, flip) => isAbove((at) => keeps(flip, at))).length
  return all <= FLIPS
    ? count(all, (flip, at) => ((flip >> at) & 1) === 0) / all
    : (1 + count(FLIPS, () => seeded.happens(0.5))) / (FLIPS + 1)
}

/** With fewer pairs than this even the clearest difference is not confirmed: 2^-n is the least that `pairedP` can give. */
export const fewestPairs = (comparisons: number, level = 0.05): number => Math.ceil(Math.log2(comparisons / level))

/** Holm's step-down over several comparisons: which are significant at 5 % together. In the order given. */
export function holm(ps: readonly number[], level = 0.05): boolean[] {
  const ranked = [...ps.keys()].sort((a, b) => ps[a]! - ps[b]!)
  const significant = ps.map(() => false)
  for (const [rank, at] of ranked.entries()) {
    if (ps[at]! > level / (ps.length - rank)) break
    significant[at] = true
  }
  return significant
}
