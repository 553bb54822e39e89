import { sharesOf } from '../src/lib/mix'
import type { BriefSegment, BriefTopic, Wanted } from './brief'

export type Target = {
  /** Wanted share by topic, in the order of the topics; sums to 1 when there is any topic. */
  shares: number[]
  /** Where the numbers come from. */
  source: 'demand' | 'campaign' | 'even'
  /** Topics that stand at their statutory floor. */
  floored: Set<string>
  unknown: string[]
}

/**
 * What a segment is to be sent: the campaign's own shares where it names topics, demand for the rest, never below a
 * topic's floor (ranking.md 1.2), normalised. Negative shares count as 0; demand of nothing at all means every topic alike.
 */
export function targetFor(
  segment: BriefSegment,
  topics: readonly BriefTopic[],
  targets: readonly Wanted[] = [],
): Target {
  const known = new Map(topics.map(({ id }, index) => [id, index]))
  const unknown = [...segment.demand, ...targets].map(({ topic }) => topic).filter((topic) => !known.has(topic))
  const demand = sharesOf(sumByTopic(segment.demand, known))
  const own = sumByTopic(targets, known)
  const named = own.reduce((sum, share) => sum + share, 0)
  const even = !demand.some((share) => share > 0)
  const wished = even ? topics.map(() => 1 / topics.length) : demand

  if (named >= 0.999) return { shares: sharesOf(own), source: 'campaign', floored: new Set(), unknown }
  const open = sharesOf(wished.map((share, t) => (own[t]! > 0 ? 0 : share)))
  const mixed = named > 0 ? own.map((share, t) => share + (1 - named) * open[t]!) : wished
  const floors = topics.map(({ floor }) => Math.min(1, Math.max(0, floor ?? 0)))
  const floored = new Set(topics.filter((_, t) => mixed[t]! < floors[t]!).map(({ id }) => id))
  const raised = aboveFloors(mixed, floors)
  return { shares: raised, source: named > 0 ? 'campaign' : even ? 'even' : 'demand', floored, unknown }
}

/** Whoever is under the floor stands at it, the others give in proportion: scaling all alike would lower the floors again. */
function aboveFloors(shares: readonly number[], floors: readonly number[]): number[] {
  const sum = (of: readonly number[]) => of.reduce((total, one) => total + one, 0)
  if (sum(floors) >= 1) return sharesOf(floors)
  const held = new Set<number>()
  for (;;) {
    const free = shares.map((share, t) => (held.has(t) ? 0 : share))
    const room = 1 - sum(floors.filter((_, t) => held.has(t)))
    const scale = sum(free) > 0 ? room / sum(free) : 0
    const under = free.flatMap((share, t) => (!held.has(t) && share * scale < floors[t]! - 1e-12 ? [t] : []))
    if (!under.length) return shares.map((share, t) => (held.has(t) ? floors[t]! : share * scale))
    for (const t of under) held.add(t)
  }
}

function sumByTopic(wanted: readonly Wanted[], known: ReadonlyMap<string, number>): number[] {
  const shares = Array.from({ length: known.size }, () => 0)
  for (const { topic, share } of wanted) {
    const index = known.get(topic)
    if (index !== undefined && Number.isFinite(share) && share > 0) shares[index]! += share
  }
  return shares
}
