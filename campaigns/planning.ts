import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { BriefItem, BriefSegment, PlanBrief, PlanParams } from './brief'
import { split } from './budgets'
import { choose } from './choosing'
import { saidShare, targetFor, type Target } from './demand'
import { raiseFloors, windowsOf } from './occasionFloors'
import type { Reason } from './reasons'
import { place } from './placing'
import { pinWarnings } from './pins'
import { reserveSeries } from './series'
import { openSlots } from './slots'
import { sound } from './sound'
import { timeWarnings } from './timeWarnings'
import { freshness, mayGo, pair, promise, reaches, worthIn } from './targeting'

export type PlannedDelivery = {
  item: string
  topic: string
  segment: string
  channel: string
  /** The variety of the item that suits the segment; null = its original. */
  variety: string | null
  at: Date
  /** Site slots come down again. */
  until: Date | null
  /** Relevance for the segment in [0, 1]. */
  score: number
  /** What is hoped of it: the item's promise to the segment times what door and hour are worth. Relative, on no scale. */
  expected: number
  /** Probability of a choice by chance alone where it is flagged `explored`; of not exploring for all others. */
  propensity: number
  reasons: Reason[]
}
export type Excluded = { item: string; segment: string; reason: Reason }
export type SegmentPlan = { segment: string; budget: number; placed: number; target: Target }
export type Plan = {
  deliveries: PlannedDelivery[]
  /** Candidates that stand in the campaign already: out, or pinned. */
  kept: Pick<Excluded, 'item' | 'segment'>[]
  /** Every other candidate (item x segment), with the reason: candidates = deliveries + kept + excluded. */
  excluded: Excluded[]
  warnings: Reason[]
  segments: SegmentPlan[]
  /** Wanted shares by topic over all segments, weighted by their budgets. */
  target: number[]
}
/** What may go to one segment, with scores in [0, 1]. */
export type Pool = {
  segment: BriefSegment
  target: Target
  items: BriefItem[]
  scores: number[]
  /** By item what it promises the segment, before scaling. */
  promises: ReadonlyMap<string, number>
  /** How often an item went to this segment lately, by other campaigns. */
  repeats?: ReadonlyMap<string, number>
  worth: ReturnType<typeof worthIn>
}

/**
 * Decides who gets what, when, by which door: demand and floors make a target per segment, the budget is split by
 * population, series take their places, the other items are chosen by fixed-K calibrated greedy with swaps, then placed
 * in free slots (ranking.md 2.1, 2.3), those of a law week in its days.
 * `had` is the share of each topic among what was delivered lately, for the reasons. Deterministic; never throws.
 */
export function planDeliveries(given: PlanBrief, had: ReadonlyMap<string, number> | null = null): Plan {
  const checked = sound(given)
  const { params } = checked
  const excluded: Excluded[] = []
  const raised = raiseFloors(checked.brief)
  const brief: PlanBrief = { ...checked.brief, topics: raised.topics }
  const warnings: Reason[] = [...checked.warnings, ...(given.warnings ?? []), ...raised.warnings]
  const kept: Plan['kept'] = []
  const slots = openSlots(brief, params)
  const items = shuffled(brief.items, brief.seed)
  const fresh = new Map(items.map((item) => [item.key, freshness(item, brief.now)]))
  const pools = brief.segments.map((segment) =>
    poolFor(segment, items, fresh, brief, params, { excluded, kept, warnings }),
  )
  warnings.push(...timeWarnings(brief, params, slots))

  const budgets = split(brief, pools, slots.capacity(), warnings)
  const lengths = new Map(pools.map(({ segment: { id } }, g) => [id, budgets[g]! + keptOf(brief, id)]))
  warnings.unshift(...pinWarnings(brief, params, lengths))
  const reserved = reserveSeries(brief, params, slots, pools, budgets, warnings)
  const standing = { ...brief, kept: [...(brief.kept ?? []), ...reserved] }
  const windows = windowsOf(brief, slots.dates)
  const chosen = pools.map((pool, g) => {
    const own = reserved.filter(({ segment }) => segment === pool.segment.id)
    return choose(without(pool, own), budgets[g]! - own.length, slots.days, standing, params, excluded, had, windows)
  })
  const placedNow = place(chosen.flat(), slots, brief, params, excluded)
  const deliveries = [...reserved, ...placedNow].sort((a, b) => a.at.getTime() - b.at.getTime())

  const wanted = Math.max(0, Math.floor(brief.slots) || 0) - (brief.kept?.length ?? 0)
  if (!brief.segments.length) warnings.push({ code: 'no-segments' })
  else if (!pools.some((pool) => pool.items.length)) warnings.push({ code: 'nothing-to-plan' })
  else if (deliveries.length < wanted) warnings.push({ code: 'fewer', wanted, placed: deliveries.length })
  const placed = (id: string) => deliveries.filter(({ segment }) => segment === id).length
  return {
    deliveries,
    kept,
    excluded,
    warnings: onceEach(slots.days ? warnings : overFirst(warnings)),
    segments: pools.map(({ segment, target }, g) => ({
      segment: segment.id,
      budget: budgets[g]!,
      placed: placed(segment.id),
      target,
    })),
    target: overall(pools, budgets, brief.topics.length),
  }
}

/** The items that may go to a segment, with scores scaled to [0, 1]; all others are excluded on the way. */
function poolFor(
  segment: BriefSegment,
  items: readonly BriefItem[],
  fresh: ReadonlyMap<string, number>,
  brief: PlanBrief,
  params: PlanParams,
  { excluded, kept, warnings }: Pick<Plan, 'excluded' | 'kept' | 'warnings'>,
): Pool {
  const topics = new Set(brief.topics.map(({ id }) => id))
  const done = new Set((brief.kept ?? []).map(({ item, segment: to }) => pair(item, to)))
  const banned = new Set((brief.bans ?? []).map(({ item, segment: to }) => (to ? pair(item, to) : item)))
  const repeats = new Map<string, number>()
  for (const { item, segment: to } of brief.others ?? [])
    if (to === segment.id) repeats.set(item, (repeats.get(item) ?? 0) + 1)
  const target = targetFor(segment, brief.topics, brief.targets)
  if (target.source === 'even') warnings.push({ code: 'demand-missing', segment: segment.id })
  warnings.push(...target.warnings)
  if (target.unknown.length) warnings.push({ code: 'unknown-topic', segment: segment.id })

  const reached = brief.channels.some((channel) => reaches(channel, segment))
  const may: BriefItem[] = []
  for (const item of items) {
    if (done.has(pair(item.key, segment.id))) {
      kept.push({ item: item.key, segment: segment.id })
      continue
    }
    const verdict = mayGo(item, segment, topics, banned)
    if (verdict.eligible && reached) may.push(item)
    else excluded.push({ item: item.key, segment: segment.id, reason: verdict.eligible ? noChannel : verdict.reason })
  }
  const raw = may.map((item) => promise(item, segment, repeats.get(item.key) ?? 0, fresh.get(item.key)!, params))
  const supplied = new Set(may.map(({ topic }) => topic))
  brief.topics.forEach(({ id }, t) => {
    const wanted = target.shares[t]!
    const said = saidShare(target, id, t).wanted
    if (wanted >= 0.05 && !supplied.has(id) && items.length)
      warnings.push({ code: 'topic-without-items', topic: id, segment: segment.id, wanted: said })
  })
  const promises = new Map(may.map(({ key }, n) => [key, raw[n]!]))
  return { segment, target, items: may, scores: scaled(raw), promises, repeats, worth: worthIn(segment) }
}

/** The pool without what has its place already. */
function without(pool: Pool, taken: readonly PlannedDelivery[]): Pool {
  if (!taken.length) return pool
  const gone = new Set(taken.map(({ item }) => item))
  const left = pool.items.map((item, n) => ({ item, score: pool.scores[n]! })).filter(({ item }) => !gone.has(item.key))
  return { ...pool, items: left.map(({ item }) => item), scores: left.map(({ score }) => score) }
}

const keptOf = ({ kept = [] }: PlanBrief, id: string) => kept.filter(({ segment }) => segment === id).length

/** A limit of the whole office is no news with every segment. */
const onceEach = (warnings: readonly Reason[]) => [
  ...new Map(warnings.map((warning) => [JSON.stringify(warning), warning])).values(),
]

const noChannel: Reason = { code: 'no-channel' }

/** A spread of promises smaller than this is no difference: seconds of age must not weigh like a dialect. */
const SPREAD = 0.1

/** Min-max to [0, 1] around a half, so that lambda keeps its meaning; what is nearly alike stays nearly alike. */
function scaled(raw: readonly number[]): number[] {
  let low = Infinity
  let high = -Infinity
  for (const value of raw) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return raw.map((value) => 0.5 + (value - (low + high) / 2) / Math.max(high - low, SPREAD))
}

function overall(pools: readonly Pool[], budgets: readonly number[], topics: number): number[] {
  const total = budgets.reduce((sum, budget) => sum + budget, 0)
  return Array.from({ length: topics }, (_, t) =>
    pools.reduce(
      (sum, { target }, g) => sum + (target.shares[t] ?? 0) * (total ? budgets[g]! / total : 1 / pools.length),
      0,
    ),
  )
}

/** Of a period that is over, that comes first: what is missing would not help it. */
const overFirst = (warnings: readonly Reason[]) =>
  warnings
    .filter(({ code }) => code !== 'topic-without-items' && code !== 'nothing-to-plan')
    .sort((a, b) => Number(b.code === 'period-past') - Number(a.code === 'period-past'))

/** Equal scores are decided by the seed; the same list in the same order gives the same. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = xoroshiro128plus(seed | 0)
  const copy = [...list]
  for (let n = copy.length - 1; n > 0; n--) {
    const other = uniformInt(random, 0, n)
    ;[copy[n], copy[other]] = [copy[other]!, copy[n]!]
  }
  return copy
}
