import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { planParams, type BriefItem, type BriefSegment, type PlanBrief, type PlanParams } from './brief'
import { calibrate } from './calibration'
import { targetFor, type Target } from './demand'
import type { Reason } from './reasons'
import { openSlots, quota } from './slots'
import { freshness, mayGo, pair, promise, reaches, spoken } from './targeting'

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
  /** Probability with which the planner would choose this: 1 while nothing is explored. */
  propensity: number
  reasons: Reason[]
}
export type Excluded = { item: string; segment: string; reason: Reason }
export type SegmentPlan = { segment: string; budget: number; placed: number; target: Target }
export type Plan = {
  deliveries: PlannedDelivery[]
  /** Every candidate (item x segment) that is not a delivery, with the reason: candidates = deliveries + excluded. */
  excluded: Excluded[]
  warnings: Reason[]
  segments: SegmentPlan[]
  /** Wanted shares by topic over all segments, weighted by their budgets. */
  target: number[]
}
type Pool = { segment: BriefSegment; target: Target; items: BriefItem[]; scores: number[] }

/**
 * Decides who gets what, when, by which door: demand and floors make a target per segment, the budget is split by
 * population, items are chosen by fixed-K calibrated greedy with swaps, then placed in free slots (ranking.md 2.1, 2.3).
 * `had` is the share of each topic among what was delivered lately, for the reasons. Deterministic; never throws.
 */
export function planDeliveries(brief: PlanBrief, had: ReadonlyMap<string, number> | null = null): Plan {
  const params: PlanParams = { ...planParams, ...brief.params }
  const excluded: Excluded[] = []
  const warnings: Reason[] = []
  const slots = openSlots(brief, params)
  const items = shuffled(brief.items, brief.seed)
  const fresh = new Map(items.map((item) => [item.key, freshness(item, brief.now)]))
  const pools = brief.segments.map((segment) => poolFor(segment, items, fresh, brief, params, excluded, warnings))
  for (const channel of brief.channels)
    if (quota(channel, params) === 0) warnings.push({ code: 'channel-no-quota', channel: channel.id })

  const budgets = split(brief, pools, slots.capacity(), warnings)
  const chosen = pools.map((pool, g) => choose(pool, budgets[g]!, slots.days, brief, params, excluded, had))
  const deliveries = place(chosen.flat(), slots, brief, params, excluded)

  const kept = brief.kept?.length ?? 0
  const wanted = Math.max(0, Math.floor(brief.slots) || 0) - kept
  if (!brief.segments.length) warnings.push({ code: 'no-segments' })
  else if (!pools.some((pool) => pool.items.length)) warnings.push({ code: 'nothing-to-plan' })
  else if (deliveries.length < wanted) warnings.push({ code: 'fewer', wanted, placed: deliveries.length })
  const placed = (id: string) => deliveries.filter(({ segment }) => segment === id).length
  return {
    deliveries,
    excluded,
    warnings,
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
  excluded: Excluded[],
  warnings: Reason[],
): Pool {
  const topics = new Set(brief.topics.map(({ id }) => id))
  const done = new Set((brief.kept ?? []).map(({ item, segment: to }) => pair(item, to)))
  const repeats = new Map<string, number>()
  for (const { item, segment: to } of brief.others ?? [])
    if (to === segment.id) repeats.set(item, (repeats.get(item) ?? 0) + 1)
  const target = targetFor(segment, brief.topics, brief.targets)
  if (target.source === 'even') warnings.push({ code: 'demand-missing', segment: segment.id })
  if (target.unknown.length) warnings.push({ code: 'unknown-topic', segment: segment.id })

  const reached = brief.channels.some((channel) => reaches(channel, segment))
  const may: BriefItem[] = []
  for (const item of items) {
    const verdict = mayGo(item, segment, topics, done)
    if (verdict.eligible && reached) may.push(item)
    else excluded.push({ item: item.key, segment: segment.id, reason: verdict.eligible ? noChannel : verdict.reason })
  }
  const raw = may.map((item) => promise(item, segment, repeats.get(item.key) ?? 0, fresh.get(item.key)!, params))
  const supplied = new Set(may.map(({ topic }) => topic))
  brief.topics.forEach(({ id }, t) => {
    const wanted = target.shares[t]!
    if (wanted >= 0.05 && !supplied.has(id) && items.length)
      warnings.push({ code: 'topic-without-items', topic: id, segment: segment.id, wanted })
  })
  return { segment, target, items: may, scores: scaled(raw) }
}

/** Deliveries by segment in proportion to its people, as far as items and slots carry; what one cannot use goes to the others. */
function split(
  brief: PlanBrief,
  pools: readonly Pool[],
  capacity: ReturnType<ReturnType<typeof openSlots>['capacity']>,
  warnings: Reason[],
): number[] {
  const known = pools.map(({ segment }) => segment.population).filter((people): people is number => (people ?? 0) > 0)
  const average = known.length ? known.reduce((sum, people) => sum + people, 0) / known.length : 1
  const weights = pools.map(({ segment }) => {
    if (known.length && segment.population === null) warnings.push({ code: 'population-missing', segment: segment.id })
    if (!known.length || segment.population === null) return average
    return Math.max(0, segment.population)
  })
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const budgets = pools.map(() => 0)
  const closed = pools.map((pool, g) => weights[g] === 0 || !pool.items.length)
  const kept = brief.kept ?? []
  const held = pools.map(({ segment }) => kept.filter(({ segment: to }) => to === segment.id).length)
  const wanted = Math.max(0, Math.floor(brief.slots) || 0)
  for (let n = kept.length; n < wanted; n++) {
    for (;;) {
      let most = -1
      pools.forEach((_, g) => {
        if (closed[g]) return
        const lack = (at: number) => (weights[at]! / total) * (n + 1) - budgets[at]! - held[at]!
        if (most < 0 || lack(g) > lack(most) + 1e-12) most = g
      })
      if (most < 0) return budgets
      if (budgets[most]! < pools[most]!.items.length && capacity.spend(pools[most]!.segment)) {
        budgets[most]! += 1
        break
      }
      closed[most] = true
    }
  }
  return budgets
}

type Chosen = { pool: Pool; item: BriefItem; score: number; wish: number; reasons: Reason[] }

/** The calibrated list of one segment, best first, wished for evenly over the period; the rest is excluded with its reason. */
function choose(
  pool: Pool,
  budget: number,
  days: number,
  brief: PlanBrief,
  params: PlanParams,
  excluded: Excluded[],
  had: ReadonlyMap<string, number> | null,
): Chosen[] {
  const { segment, target, items, scores } = pool
  const kept = (brief.kept ?? []).filter((placed) => placed.segment === segment.id)
  const total = budget + kept.length
  const index = new Map(brief.topics.map(({ id }, t) => [id, t]))
  const base = brief.topics.map(({ id }) => kept.filter(({ topic }) => topic === id).length)
  const caps = brief.topics.map(({ cap }) => (cap ? Math.max(1, Math.floor(cap * total)) : Infinity))
  const candidates = items.map((item, n) => ({ score: scores[n]!, labels: [[index.get(item.topic!)!, 1]] as const }))
  const chosen =
    budget > 0
      ? calibrate({ ...params, candidates, target: target.shares, total, choose: budget, base, caps }).chosen
      : []

  const counts = [...base]
  for (const n of chosen) counts[index.get(items[n]!.topic!)!]! += 1
  const taken = new Set(chosen)
  const left = brief.topics.map(({ id, cap }, t) =>
    whyLeft(id, cap ?? null, counts[t]!, caps[t]!, target.shares[t]!, total, days, budget),
  )
  items.forEach((item, n) => {
    if (!taken.has(n)) excluded.push({ item: item.key, segment: segment.id, reason: left[index.get(item.topic!)!]! })
  })

  const perTopic = new Map<string, number>()
  for (const item of items) perTopic.set(item.topic!, (perTopic.get(item.topic!) ?? 0) + 1)
  const rank = new Map<string, number>()
  return chosen.map((n, at) => {
    const item = items[n]!
    rank.set(item.topic!, (rank.get(item.topic!) ?? 0) + 1)
    return {
      pool,
      item,
      score: scores[n]!,
      wish: Math.floor((at * days) / chosen.length),
      reasons: [
        whyTopic(item.topic!, pool, index.get(item.topic!)!, had),
        ...whyItem(item, segment),
        { code: 'rank', rank: rank.get(item.topic!)!, of: perTopic.get(item.topic!)! },
      ],
    }
  })
}

/** Turns wishes into times and channels; segments take turns, so that none gets only what others left. */
function place(
  chosen: Chosen[],
  slots: ReturnType<typeof openSlots>,
  brief: PlanBrief,
  params: PlanParams,
  excluded: Excluded[],
): PlannedDelivery[] {
  const planned: PlannedDelivery[] = []
  for (const { pool, item, score, wish, reasons } of [...chosen].sort((a, b) => a.wish - b.wish)) {
    const { segment } = pool
    const likes = (channel: { id: string; kind: string }) =>
      (segment.channels.includes(channel.id) ? 1 : 0) + (item.form === 'video' && channel.kind === 'handout' ? 0.25 : 0)
    const slot = slots.take({ segment, topic: item.topic!, likes, day: wish })
    if (!slot) {
      excluded.push({ item: item.key, segment: segment.id, reason: noSlot })
      continue
    }
    const { channel, at, block } = slot
    if (segment.channels.includes(channel.id)) reasons.push({ code: 'likes-channel', channel: channel.id })
    if (block) reasons.push({ code: 'hours', block })
    planned.push({
      item: item.key,
      topic: item.topic!,
      segment: segment.id,
      channel: channel.id,
      variety: spoken(item, segment) ?? item.varieties[0] ?? null,
      at,
      until: channel.kind === 'site' ? new Date(at.getTime() + params.siteDays * 86_400_000) : null,
      score,
      propensity: 1,
      reasons,
    })
  }
  return planned.sort((a, b) => a.at.getTime() - b.at.getTime())
}

const noChannel: Reason = { code: 'no-channel' }
const noSlot: Reason = { code: 'no-slot' }

function whyLeft(
  topic: string,
  cap: number | null,
  chosen: number,
  most: number,
  wanted: number,
  total: number,
  days: number,
  budget: number,
): Reason {
  if (days === 0) return { code: 'period-over' }
  if (budget === 0) return { code: 'no-budget' }
  if (cap !== null && chosen >= most) return { code: 'topic-cap', topic, cap }
  if (chosen >= Math.round(wanted * total)) return { code: 'topic-enough', topic, chosen, wanted }
  return { code: 'lower-score', topic, chosen }
}

function whyTopic(topic: string, { target }: Pool, t: number, had: ReadonlyMap<string, number> | null): Reason {
  const wanted = target.shares[t]!
  if (target.floored.has(topic)) return { code: 'floor', topic, wanted }
  if (target.source === 'campaign') return { code: 'campaign-target', topic, wanted }
  return { code: 'demand', topic, wanted, had: had ? (had.get(topic) ?? 0) : null }
}

function whyItem(item: BriefItem, segment: BriefSegment): Reason[] {
  const variety = spoken(item, segment)
  return [
    ...(variety ? [{ code: 'variety', variety } as const] : []),
    ...(segment.forms.includes(item.form) ? [{ code: 'form', form: item.form } as const] : []),
  ]
}

/** Min-max to [0, 1]; all alike is a half, so that lambda keeps its meaning. */
function scaled(raw: readonly number[]): number[] {
  let low = Infinity
  let high = -Infinity
  for (const value of raw) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return raw.map((value) => (high - low > 1e-12 ? (value - low) / (high - low) : 0.5))
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

/** Equal scores are decided by the seed, not by the order of the database. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = xoroshiro128plus(seed | 0)
  const copy = [...list]
  for (let n = copy.length - 1; n > 0; n--) {
    const other = uniformInt(random, 0, n)
    ;[copy[n], copy[other]] = [copy[other]!, copy[n]!]
  }
  return copy
}
