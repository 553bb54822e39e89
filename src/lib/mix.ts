import { uniformFloat32 } from 'pure-rand/distribution/uniformFloat32'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/**
 * The numbers behind "is the mix right". Shares are vectors over the same topics in the same order and sum to 1
 * (or are all 0 when there is nothing). Formulas: Steck, RecSys 2018 (calibration); Lin 1991 (Jensen-Shannon).
 */
export type Shares = readonly number[]

/** Weight of the wanted distribution mixed into the measured one, so that a topic at zero does not make KL infinite. */
export const ALPHA = 0.01
/** Under so many distinct items a percentage says nothing: show counts, roll up, raise no alarm. */
export const FEWEST_FOR_SHARES = 10
/** Statistical claims need at least so many distinct items. */
export const FEWEST_FOR_CLAIMS = 60

const clean = (value: number) => (Number.isFinite(value) && value > 0 ? value : 0)
const sum = (values: Shares) => values.reduce((total, value) => total + value, 0)

/** Counts or weights to shares. Negative and non-finite values count as 0; nothing at all stays all 0, never NaN. */
export function sharesOf(counts: Shares): number[] {
  const cleaned = counts.map(clean)
  const total = sum(cleaned)
  return total > 0 ? cleaned.map((count) => count / total) : cleaned
}

/** 错配率: of everything delivered, the share that went to topics beyond what is wanted (total variation), 0 to 1. */
export function mismatch(delivered: Shares, wanted: Shares): number {
  return delivered.reduce((total, share, t) => total + Math.abs(share - (wanted[t] ?? 0)), 0) / 2
}

/** Herfindahl-Hirschman index: 1/T when even, 1 when one topic takes everything. */
export const hhi = (shares: Shares): number => shares.reduce((total, share) => total + share * share, 0)

/** HHI unbiased for small counts: the chance that two different deliveries have the same topic. */
export function hhiOfCounts(counts: Shares): number {
  const total = sum(counts)
  return total < 2 ? 0 : counts.reduce((same, count) => same + count * (count - 1), 0) / (total * (total - 1))
}

/** "As varied as so many equal topics": 1/HHI. */
export const effectiveTopics = (shares: Shares): number => (hhi(shares) > 0 ? 1 / hhi(shares) : 0)

/** Shannon entropy in nats. */
export const shannon = (shares: Shares): number =>
  -shares.reduce((total, share) => total + (share > 0 ? share * Math.log(share) : 0), 0)

/** Entropy over its greatest possible value, 0 to 1. */
export const evenness = (shares: Shares): number => (shares.length < 2 ? 0 : shannon(shares) / Math.log(shares.length))

/** Chance that two deliveries differ in topic. */
export const simpson = (shares: Shares): number => 1 - hhi(shares)

/** Gini coefficient of the shares: 0 even, towards 1 when few take all. */
export function gini(shares: Shares): number {
  const total = sum(shares)
  if (total <= 0) return 0
  const ranked = [...shares].sort((a, b) => a - b)
  const weighted = ranked.reduce((acc, share, k) => acc + (k + 1) * share, 0)
  return (2 * weighted) / (ranked.length * total) - (ranked.length + 1) / ranked.length
}

/** Kullback-Leibler divergence KL(p||q) in nats; infinite where q is 0 and p is not. */
export const kl = (p: Shares, q: Shares): number =>
  p.reduce((total, share, t) => total + (share > 0 ? share * Math.log(share / (q[t] ?? 0)) : 0), 0)

/** Calibration loss C_KL of a list with topic shares `delivered` against what is wanted. */
export const calibrationLoss = (wanted: Shares, delivered: Shares, alpha = ALPHA): number =>
  kl(
    wanted,
    wanted.map((share, t) => (1 - alpha) * (delivered[t] ?? 0) + alpha * share),
  )

/** Jensen-Shannon divergence in bits, 0 to 1. */
export function js(p: Shares, q: Shares): number {
  const middle = p.map((share, t) => (share + (q[t] ?? 0)) / 2)
  return (kl(p, middle) + kl(q, middle)) / 2 / Math.LN2
}

/** Hellinger distance, 0 to 1. */
export const hellinger = (p: Shares, q: Shares): number =>
  Math.sqrt(p.reduce((total, share, t) => total + (Math.sqrt(share) - Math.sqrt(q[t] ?? 0)) ** 2, 0) / 2)

/** How much a place in a list counts: by reciprocal rank, by discounted gain, or every place alike. */
export const placeWeights = {
  mrr: (place: number) => 1 / place,
  dcg: (place: number) => 1 / Math.log2(place + 1),
  flat: () => 1,
} satisfies Record<string, (place: number) => number>

/**
 * Jensen-Shannon divergence (bits) of a list in its order against what is wanted: the top counts more (RADio, arXiv
 * 2209.13520). Both sides carry a little of the other, as there. `list` names a topic by its index, best place first.
 */
export function rankedJs(
  list: readonly number[],
  wanted: Shares,
  weigh: (place: number) => number = placeWeights.mrr,
  alpha = ALPHA,
): number {
  const weights = wanted.map(() => 0)
  list.forEach((topic, n) => {
    if (topic in weights) weights[topic]! += weigh(n + 1)
  })
  const shown = sharesOf(weights)
  const mixed = (one: Shares, other: Shares) => one.map((share, t) => (1 - alpha) * share + alpha * other[t]!)
  return js(mixed(wanted, shown), mixed(shown, wanted))
}

/** How often a topic was delivered for each time it is wanted; under 0.5 or over 2 a person should look. */
export const serviceRatios = (delivered: Shares, wanted: Shares): (number | null)[] =>
  delivered.map((share, t) => ((wanted[t] ?? 0) > 0 ? share / wanted[t]! : null))

/**
 * The Jensen-Shannon divergence (bits) that a perfectly calibrated list of `count` items shows by chance alone: mean
 * and 95th percentile over `runs` seeded draws. A mix may be called wrong only above the percentile.
 */
export function nullLine(wanted: Shares, count: number, { runs = 2000, seed = 1 } = {}): { mean: number; p95: number } {
  const shares = sharesOf(wanted)
  if (count < 1 || sum(shares) === 0) return { mean: 0, p95: 0 }
  const random = xoroshiro128plus(seed)
  const edges = shares.map((_, t) => sum(shares.slice(0, t + 1)))
  const values = Array.from({ length: runs }, () => {
    const counts = shares.map(() => 0)
    for (let n = 0; n < count; n++) {
      const at = uniformFloat32(random)
      const topic = edges.findIndex((edge) => at < edge)
      counts[topic < 0 ? counts.length - 1 : topic]! += 1
    }
    return js(sharesOf(counts), shares)
  }).sort((a, b) => a - b)
  return { mean: sum(values) / runs, p95: values[Math.ceil(runs * 0.95) - 1]! }
}

/** Whole numbers that sum to `total` in proportion to the weights (Hamilton, largest remainder); ties to the earlier. */
export function apportion(total: number, weights: Shares): number[] {
  const shares = sharesOf(weights)
  if (sum(shares) === 0) return weights.map(() => 0)
  const exact = shares.map((share) => share * total)
  const counts = exact.map(Math.floor)
  const byRemainder = exact
    .map((value, t) => ({ t, rest: value - counts[t]! }))
    .sort((a, b) => b.rest - a.rest || a.t - b.t)
  for (let left = total - sum(counts), n = 0; n < left; n++) counts[byRemainder[n]!.t]! += 1
  return counts
}
