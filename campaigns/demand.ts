import { sharesOf } from '../src/lib/mix'
import type { BriefSegment, BriefTopic, Wanted } from './brief'
import { limitsOf } from './limits'
import type { Reason } from './reasons'

export type Target = {
  /** Wanted share by topic, in the order of the topics; sums to 1 when there is any topic. */
  shares: number[]
  /** What they need of each, before floors, caps and wishes. */
  needed: number[]
  /** Where the numbers come from. */
  source: 'demand' | 'campaign' | 'wish' | 'even'
  /** Floor and cap of every topic as they hold for this segment. */
  topics: BriefTopic[]
  /** Topics that stand at their floor. */
  floored: Set<string>
  /** Topics whose share a person set: in the campaign, or for the office or segment. */
  set: Map<string, 'campaign' | 'wish'>
  unknown: string[]
  /** Limits that contradict each other or the campaign. */
  warnings: Reason[]
}

/**
 * What a segment is to be sent: the campaign's own shares where it names topics, then what was wished for the segment or
 * the office, demand for the rest; never under a topic's floor (ranking.md 1.2) nor over its cap, normalised. Negative
 * shares count as 0; demand of nothing at all means every topic alike.
 */
export function targetFor(
  segment: BriefSegment,
  topics: readonly BriefTopic[],
  targets: readonly Wanted[] = [],
): Target {
  const of = segment.limits?.length ? segment.id : null
  const { topics: held, warnings } = limitsOf(topics, { segment: segment.limits, of })
  const known = new Map(topics.map(({ id }, index) => [id, index]))
  const unknown = [...segment.demand, ...targets].map(({ topic }) => topic).filter((topic) => !known.has(topic))
  const demand = sharesOf(sumByTopic(segment.demand, known))
  const own = sumByTopic(targets, known).map(solid)
  const named = total(own)
  const wishes = held.map(({ share }, t) => (own[t]! > 0 ? 0 : solid(share ?? 0)))
  // The campaign has the first word; what is wished beyond the rest is cut in proportion.
  const room = Math.max(0, 1 - named)
  const cut = total(wishes) > room ? room / total(wishes) : 1
  const given = named >= 0.999 ? own : own.map((share, t) => share + wishes[t]! * cut)
  const set = new Map(
    held.flatMap(({ id }, t) => (given[t]! > 0 ? [[id, own[t]! > 0 ? 'campaign' : 'wish'] as const] : [])),
  )
  const even = !demand.some((share) => share > 0)
  const left = 1 - total(given)
  const source = named > 0 ? 'campaign' : left < 0.001 ? 'wish' : even ? 'even' : 'demand'
  const needed = neededBy(segment, topics)
  const base = { needed, source, topics: held, set, unknown } as const
  for (const [t, { id, cap }] of held.entries()) {
    const asked = own[t]! / Math.max(1, named)
    if (typeof cap === 'number' && asked > cap + 1e-9)
      warnings.push({ code: 'target-over-cap', topic: id, segment: of, wanted: asked, cap })
  }

  if (named >= 0.999) return { ...base, shares: underCaps(sharesOf(own), held), floored: new Set(), warnings }
  const wished = even ? topics.map(() => 1 / topics.length) : demand
  const open = sharesOf(wished.map((share, t) => (given[t]! > 0 ? 0 : share)))
  const mixed = total(given) > 0 ? given.map((share, t) => share + left * open[t]!) : wished
  const floors = held.map(({ floor }) => floor ?? 0)
  const floored = new Set(held.filter((_, t) => mixed[t]! < floors[t]!).map(({ id }) => id))
  const raised = aboveFloors(mixed, floors, new Set(held.flatMap(({ id }, t) => (set.has(id) ? [t] : []))))
  return { ...base, shares: underCaps(raised, held), floored, warnings }
}

/** The share to speak of: what people need, or what was set for the topic, by wish or floor. */
export const saidShare = ({ shares, needed, set, floored }: Target, topic: string, t: number) =>
  set.has(topic) || floored.has(topic) ? { wanted: shares[t]!, set: true } : { wanted: needed[t]!, set: false }

/**
 * Whoever is under the floor stands at it, the others give in proportion: scaling all alike would lower the floors again.
 * What people set gives last, when demand cannot pay for the floors.
 */
function aboveFloors(shares: readonly number[], floors: readonly number[], set: ReadonlySet<number>): number[] {
  if (total(floors) >= 1) return sharesOf(floors)
  const held = new Map([...set].map((t) => [t, Math.max(shares[t]!, floors[t]!)]))
  for (;;) {
    const free = shares.map((share, t) => (held.has(t) ? 0 : share))
    const room = 1 - total([...held.values()])
    if (!(total(free) > 0 && room >= total(floors.filter((_, t) => !held.has(t))) - 1e-12))
      return set.size
        ? aboveFloors(shares, floors, new Set())
        : sharesOf(shares.map((share, t) => held.get(t) ?? share))
    const scale = room / total(free)
    const under = shares.flatMap((_, t) => (!held.has(t) && free[t]! * scale < floors[t]! - 1e-12 ? [t] : []))
    if (!under.length) return shares.map((_, t) => held.get(t) ?? free[t]! * scale)
    for (const t of under) held.set(t, floors[t]!)
  }
}

/** What a segment needs: its demand alone, without what anybody wished for, floored or capped. The measure of the mix. */
export const neededBy = ({ demand }: Pick<BriefSegment, 'demand'>, topics: readonly BriefTopic[]): number[] => {
  const shares = sharesOf(sumByTopic(demand, new Map(topics.map(({ id }, index) => [id, index]))))
  return shares.some((share) => share > 0) ? shares : topics.map(() => 1 / topics.length)
}

/** What lies over a cap goes to the topics with room, in proportion to what they have; all alike where they have nothing. */
function underCaps(shares: number[], topics: readonly BriefTopic[]): number[] {
  const cap = topics.map((topic) => topic.cap ?? Infinity)
  const full = new Set<number>()
  for (let now = shares; ;) {
    const over = now.flatMap((share, t) => (share > cap[t]! + 1e-12 ? [t] : []))
    if (!over.length) return now
    for (const t of over) full.add(t)
    if (full.size === cap.length) return sharesOf(cap).some((share) => share > 0) ? sharesOf(cap) : shares
    const room = 1 - [...full].reduce((sum, t) => sum + cap[t]!, 0)
    const weights = sharesOf(now.map((share, t) => (full.has(t) ? 0 : share)))
    const any = weights.some((share) => share > 0)
    now = now.map((_, t) => (full.has(t) ? cap[t]! : room * (any ? weights[t]! : 1 / (cap.length - full.size))))
  }
}

/** Less than any share a person means: to divide by it would make infinities. */
const solid = (share: number) => (share < 1e-9 ? 0 : share)

const total = (shares: readonly number[]) => shares.reduce((sum, share) => sum + share, 0)

function sumByTopic(wanted: readonly Wanted[], known: ReadonlyMap<string, number>): number[] {
  const shares = Array.from({ length: known.size }, () => 0)
  for (const { topic, share } of wanted) {
    const index = known.get(topic)
    if (index !== undefined && Number.isFinite(share) && share > 0) shares[index]! += share
  }
  return shares
}
