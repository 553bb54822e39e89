import { chance } from '../../src/lib/chance'

export type Interval = { mean: number; low: number; high: number }

/** Mean with its 95 % t-interval. Without values, or with one, the interval is the mean itself. */
export function interval(values: readonly number[]): Interval {
  const n = values.length
  if (!n) return { mean: 0, low: 0, high: 0 }
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  if (n < 2) return { mean, low: mean, high: mean }
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1))
  const half = (tQuantile(n - 1) * spread) / Math.sqrt(n)
  return { mean, low: mean - half, high: mean + half }
}

/** 97.5 % quantile of Student's t (Cornish-Fisher, Abramowitz and Stegun 26.7.5; within 0.1 % from 5 degrees on). */
export function tQuantile(degrees: number): number {
  const z = 1.959964
  return (
    z +
    (z ** 3 + z) / (4 * degrees) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * degrees ** 3)
  )
}

const FLIPS = 9999

/**
 * One-sided p of "the differences are above 0" by flipping their signs at random: no distribution assumed, seeds paired.
 */
export function pairedP(differences: readonly number[], seed = 1): number {
  const seeded = chance(seed)
  const seen = differences.reduce((sum, value) => sum + value, 0)
  let above = 1
  for (let n = 0; n < FLIPS; n++) {
    let sum = 0
    for (const value of differences) sum += seeded.happens(0.5) ? value : -value
    if (sum >= seen - 1e-12) above += 1
  }
  return above / (FLIPS + 1)
}

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
