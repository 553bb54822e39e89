import type { Chance } from '../src/lib/chance'
import { label, type Label } from '../src/lib/labels'
import { sharesOf } from '../src/lib/mix'

/** Where a signal of demand comes from. Views are not on the list: they repeat what was shown (ranking.md 1.2). */
/** A count older than this says nothing about what people need now. */
export const OLDEST_YEARS = 5
/** More than a county can count: a slip of the keyboard. */
export const MOST_COUNTS = 100_000_000

export const signalKinds = ['consultation', 'search', 'survey', 'completion', 'caseload'] as const
export type SignalKind = (typeof signalKinds)[number]

export const signalKindLabels: Record<SignalKind, Label> = {
  consultation: label('来访咨询、12348', 'Consultations and 12348'),
  search: label('搜索', 'Searches'),
  survey: label('问卷', 'Survey'),
  completion: label('看完率（只算随机试投的）', 'Watched to the end (random trials only)'),
  caseload: label('案件、警情', 'Cases and police reports'),
}

/** Published starting weights; a manager may change them. */
export const signalWeights: Record<SignalKind, number> = {
  consultation: 0.35,
  search: 0.25,
  survey: 0.2,
  completion: 0.15,
  caseload: 0.05,
}

/** So many counts of one source for one topic. `completion` counts are already divided by the chance of being shown. */
export type Signal = { kind: SignalKind; topic: string; count: number }

export type SourceShare = { kind: SignalKind; weight: number; total: number; counts: number[]; shares: number[] }
export type PooledDemand = {
  /** Share by topic; sums to 1, or all 0 without any signal. */
  shares: number[]
  /** 95 % interval of each share. */
  low: number[]
  high: number[]
  /** What the pool would be if all sources counted alike: how much the weights decide. */
  equal: number[]
  /** Every source beside the pool, with the weight it really had; total 0 where only the county has counts of it. */
  sources: SourceShare[]
  /** Topics named by a signal that the list does not know. */
  unknown: string[]
}

/** How many counts of the whole county a small office's own counts are mixed with. */
const SHRINK = 50
const DRAWS = 400

/**
 * Demand of one segment or office from several sources: each source is shrunk towards the county, then pooled by weight
 * over the sources that have anything (ranking.md 1.2). Negative or non-finite counts count as 0.
 * @param county the same signals of the whole county: the prior of each source; without it all topics are alike
 */
export function poolDemand(
  signals: readonly Signal[],
  topics: readonly string[],
  chance: Chance,
  {
    county = [],
    weights = signalWeights,
  }: { county?: readonly Signal[]; weights?: Partial<Record<SignalKind, number>> } = {},
): PooledDemand {
  const sources = signalKinds
    .map((kind) => sourceOf(kind, signals, county, topics, positive(weights[kind] ?? 0)))
    .filter(({ total, kind }) => total > 0 || countsOf(kind, county, topics).some((count) => count > 0))
  const whole = sources.reduce((sum, { weight }) => sum + weight, 0)
  const weighted = sources.map((source) => ({
    ...source,
    weight: whole > 0 ? source.weight / whole : 1 / sources.length,
  }))
  const pool = (weigh: (source: SourceShare) => number, sharesBy: (source: SourceShare) => readonly number[]) =>
    topics.map((_, t) => weighted.reduce((sum, source) => sum + weigh(source) * sharesBy(source)[t]!, 0))
  const shares = pool(
    ({ weight }) => weight,
    ({ shares: own }) => own,
  )
  const known = new Set(topics)
  return {
    shares,
    ...interval(weighted, topics.length, chance),
    equal: pool(
      () => 1 / weighted.length,
      ({ shares: own }) => own,
    ),
    sources: weighted,
    unknown: [...new Set(signals.map(({ topic }) => topic).filter((topic) => !known.has(topic)))],
  }
}

function sourceOf(
  kind: SignalKind,
  signals: readonly Signal[],
  county: readonly Signal[],
  topics: readonly string[],
  weight: number,
): SourceShare {
  const counts = countsOf(kind, signals, topics)
  const total = counts.reduce((sum, count) => sum + count, 0)
  const around = sharesOf(countsOf(kind, county, topics))
  const prior = around.some((share) => share > 0) ? around : topics.map(() => 1 / topics.length)
  return {
    kind,
    weight,
    total,
    counts,
    shares: counts.map((count, t) => (count + SHRINK * prior[t]!) / (total + SHRINK)),
  }
}

/** Draws of each source from its Dirichlet, pooled: the weights are taken as given, the counts as a sample. */
function interval(sources: readonly SourceShare[], topics: number, chance: Chance) {
  const draws = Array.from({ length: sources.length ? DRAWS : 0 }, () => {
    const drawn = sources.map(({ shares, total }) => chance.dirichlet(shares.map((share) => share * (total + SHRINK))))
    return Array.from({ length: topics }, (_, t) =>
      sources.reduce((sum, { weight }, n) => sum + weight * drawn[n]![t]!, 0),
    )
  })
  const at = (t: number, quantile: number) =>
    draws.length ? draws.map((draw) => draw[t]!).sort((a, b) => a - b)[Math.floor(quantile * (draws.length - 1))]! : 0
  const each = (quantile: number) => Array.from({ length: topics }, (_, t) => at(t, quantile))
  return { low: each(0.025), high: each(0.975) }
}

function countsOf(kind: SignalKind, signals: readonly Signal[], topics: readonly string[]): number[] {
  const index = new Map(topics.map((topic, t) => [topic, t]))
  const counts = topics.map(() => 0)
  for (const { kind: from, topic, count } of signals) {
    const t = index.get(topic)
    if (from === kind && t !== undefined) counts[t]! += positive(count)
  }
  return counts
}

const positive = (value: number) => (Number.isFinite(value) && value > 0 ? value : 0)

export type Shown = { topic: string; completions: number; shown: number; propensity: number }

/**
 * Completion signals free of our own choice: only deliveries whose chance of being shown was logged, each weighed by its
 * inverse (Horvitz-Thompson, self-normalised). Scaled to the effective number of observations, so that it can be pooled.
 */
export function completionSignals(shown: readonly Shown[]): Signal[] {
  const byTopic = new Map<string, { done: number; seen: number; square: number }>()
  for (const { topic, completions, shown: times, propensity } of shown) {
    if (!(propensity > 0) || !(times > 0)) continue
    const weight = 1 / propensity
    const sofar = byTopic.get(topic) ?? { done: 0, seen: 0, square: 0 }
    sofar.done += weight * Math.min(positive(completions), times)
    sofar.seen += weight * times
    sofar.square += weight * weight * times
    byTopic.set(topic, sofar)
  }
  const rows = [...byTopic].map(([topic, { done, seen, square }]) => ({
    topic,
    rate: done / seen,
    size: seen ** 2 / square,
  }))
  const rates = rows.reduce((sum, { rate }) => sum + rate, 0)
  const size = rows.reduce((sum, row) => sum + row.size, 0)
  if (!(rates > 0)) return []
  return rows.map(({ topic, rate }) => ({ kind: 'completion', topic, count: (size * rate) / rates }))
}
