import { chanceOf } from '../src/lib/chance'
import type { BriefItem, BriefSegment, PlanBrief, PlanParams } from './brief'
import { calibrate, lambdaOfPart } from './calibration'
import { mostOf } from './limits'
import { explore } from './exploring'
import type { Excluded, Pool } from './planning'
import type { Reason } from './reasons'
import { liked, spoken } from './targeting'
import type { Windows } from './occasionFloors'

/** One item for one segment, not yet placed. `wish` is the day it is hoped for; `propensity` how likely it was chosen. */
export type Chosen = {
  pool: Pool
  item: BriefItem
  score: number
  wish: number
  propensity: number
  reasons: Reason[]
  /** Days of the law week it belongs to, with the occasion of each. */
  window?: ReadonlyMap<number, string>
}

/** The calibrated list of one segment, best first, wished for evenly over the period; the rest is excluded with its reason. */
export function choose(
  pool: Pool,
  budget: number,
  days: number,
  brief: PlanBrief,
  params: PlanParams,
  excluded: Excluded[],
  had: ReadonlyMap<string, number> | null,
  windows: Windows = new Map(),
): Chosen[] {
  const { segment, target, items, scores } = pool
  const kept = (brief.kept ?? []).filter((placed) => placed.segment === segment.id)
  const total = budget + kept.length
  const index = new Map(brief.topics.map(({ id }, t) => [id, t]))
  const base = brief.topics.map(({ id }) => kept.filter(({ topic }) => topic === id).length)
  const caps = target.topics.map(({ cap }) => mostOf(cap, total))
  const candidates = items.map((item, n) => ({ score: scores[n]!, labels: [[index.get(item.topic!)!, 1]] as const }))
  const explored = explore(
    {
      topics: items.map(({ topic }) => index.get(topic!)!),
      room: caps.map((most, t) => most - base[t]!),
      places: budget,
      share: params.explore,
    },
    chanceOf(brief.seed, segment.id),
  )
  for (const n of explored.keys()) base[index.get(items[n]!.topic!)!]! += 1
  // What chance chose is out of the running for the list, but counts in its mix.
  const rest = candidates.map((candidate, n) => ({ ...candidate, n })).filter(({ n }) => !explored.has(n))
  const listed =
    budget > explored.size
      ? calibrate({
          alpha: params.alpha,
          lambda: lambdaOfPart(params.lambda, { total, choose: budget - explored.size }),
          candidates: rest,
          target: target.shares,
          total,
          choose: budget - explored.size,
          base,
          caps,
        }).chosen.map((at) => rest[at]!.n)
      : []
  const chosen = [...listed, ...explored.keys()].sort((a, b) => scores[b]! - scores[a]! || a - b)

  const counts = [...base]
  for (const n of listed) counts[index.get(items[n]!.topic!)!]! += 1
  const taken = new Set(chosen)
  const left = target.topics.map(({ id, cap }, t) =>
    whyLeft(id, cap ?? null, counts[t]!, caps[t]!, target.shares[t]!, total, days, budget),
  )
  items.forEach((item, n) => {
    if (!taken.has(n)) excluded.push({ item: item.key, segment: segment.id, reason: left[index.get(item.topic!)!]! })
  })

  const perTopic = counted(items.map((item) => item.topic!))
  const rank = new Map<string, number>()
  const chosenOf = counted(chosen.map((n) => items[n]!.topic!))
  return chosen.map((n, at) => {
    const item = items[n]!
    rank.set(item.topic!, (rank.get(item.topic!) ?? 0) + 1)
    const window = windows.get(item.topic!)
    const [place, of] = window ? [rank.get(item.topic!)! - 1, chosenOf.get(item.topic!)!] : [at, chosen.length]
    const on = window ? [...window.keys()] : null
    return {
      pool,
      item,
      score: scores[n]!,
      wish: on ? on[Math.floor((place * on.length) / of)]! : Math.floor((place * days) / of),
      ...(window ? { window } : {}),
      propensity: explored.get(n) ?? 1 - params.explore,
      reasons: [
        ...(explored.has(n) ? [{ code: 'explored', share: params.explore } as const] : []),
        whyTopic(item.topic!, pool, index.get(item.topic!)!, had),
        ...whatWasSeen(item, segment),
        ...whyItem(item, segment),
        ...(pool.repeats?.get(item.key) ? [{ code: 'again', times: pool.repeats.get(item.key)! } as const] : []),
        { code: 'rank', rank: rank.get(item.topic!)!, of: perTopic.get(item.topic!)! },
      ],
    }
  })
}

function counted(topics: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const topic of topics) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  return counts
}

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
  const by = target.set.get(topic)
  if (by) return { code: by === 'campaign' ? 'campaign-target' : 'wish', topic, wanted }
  return { code: 'demand', topic, wanted: target.needed[t]!, had: had ? (had.get(topic) ?? 0) : null }
}

function whatWasSeen({ topic }: BriefItem, { id, seen }: BriefSegment): Reason[] {
  const evidence = seen?.[topic!]
  return evidence ? [{ code: 'seen', topic: topic!, segment: id, ...evidence }] : []
}

function whyItem(item: BriefItem, segment: BriefSegment): Reason[] {
  const variety = spoken(item, segment)
  const form = liked(item, segment)
  return [
    ...(variety ? [{ code: 'variety', variety } as const] : []),
    ...(form ? [{ code: 'form', form } as const] : []),
  ]
}
