import type { PlanBrief } from './brief'
import { holdsAmong, type Traffic } from './capped'
import { neededBy } from './demand'
import type { Plan } from './planning'
import type { Reason } from './reasons'
import { pair } from './targeting'

export type Change = { kind: 'added' | 'dropped'; item: string; segment: string; topic: string; reasons: Reason[] }
export type Comparison = {
  /** Deliveries by topic, what stands already included. */
  now: Record<string, number>
  then: Record<string, number>
  /** How many different items each plan sends, what stands already included. */
  distinct: { now: number; then: number }
  /** What people need by topic, all segments weighted by their people: the measure for both. Sums to 1. */
  needed: Record<string, number>
  /** Expected effective reach of the other plan relative to this one, 0.1 = a tenth more; null without any basis. */
  reach: number | null
  /** How many deliveries of each the caps would hold back when their time comes, what stands already included. */
  held: { now: number; then: number }
  changes: Change[]
}

/**
 * Two plans of one campaign side by side, made from the same brief but for the topic targets. Expected effective reach
 * is the sum over planned deliveries of what the item promises the segment, times what the door and hour are worth to it,
 * times the segment's part of the people: a relative number, good only for comparing. Without any population, or with
 * nothing planned now, there is no basis.
 * `traffic`: what they meet on their way; null where no cap is set.
 */
export function comparePlans(now: Plan, then: Plan, brief: PlanBrief, traffic: Traffic | null = null): Comparison {
  const people = peopleOf(brief)
  const before = people && reachOf(now, people)
  const after = people && reachOf(then, people)
  return {
    now: countsOf(now, brief),
    then: countsOf(then, brief),
    distinct: { now: distinctOf(now, brief), then: distinctOf(then, brief) },
    needed: neededOf(brief, people),
    reach: before && after !== null ? after / before - 1 : null,
    held: { now: heldOf(now, traffic), then: heldOf(then, traffic) },
    changes: [...difference(now, then, 'dropped'), ...difference(then, now, 'added')],
  }
}

/** Share of the people by segment; a segment that is not counted is like the average. Null when none is counted. */
function peopleOf({ segments }: PlanBrief): ReadonlyMap<string, number> | null {
  const known = segments.map(({ population }) => population ?? 0).filter((people) => people > 0)
  if (!known.length) return null
  const average = known.reduce((sum, people) => sum + people, 0) / known.length
  const each = segments.map(({ population }) => Math.max(0, population ?? average))
  const total = each.reduce((sum, people) => sum + people, 0)
  return new Map(segments.map(({ id }, n) => [id, each[n]! / total]))
}

const reachOf = ({ deliveries }: Plan, people: ReadonlyMap<string, number>) =>
  deliveries.reduce((sum, { expected, segment }) => sum + expected * (people.get(segment) ?? 0), 0)

function heldOf({ deliveries }: Plan, traffic: Traffic | null): number {
  const coming = deliveries.map(({ item, topic, segment, at }) => ({
    ...{ id: pair(item, segment), item, topic, segment, at },
  }))
  return traffic ? holdsAmong([...traffic.standing, ...coming], traffic).size : 0
}

function countsOf({ deliveries }: Plan, { kept = [] }: PlanBrief): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { topic } of [...kept, ...deliveries]) counts[topic] = (counts[topic] ?? 0) + 1
  return counts
}

const distinctOf = ({ deliveries }: Plan, { kept = [] }: PlanBrief) =>
  new Set([...kept, ...deliveries].map(({ item }) => item)).size

/** What people need by topic, all segments weighted by their people. Sums to 1. */
export function neededOf(brief: PlanBrief, people = peopleOf(brief)): Record<string, number> {
  const { segments, topics } = brief
  const needed: Record<string, number> = Object.fromEntries(topics.map(({ id }) => [id, 0]))
  for (const segment of segments) {
    const part = people ? people.get(segment.id)! : 1 / segments.length
    neededBy(segment, topics).forEach((share, t) => (needed[topics[t]!.id]! += share * part))
  }
  return needed
}

/** Deliveries of one plan that the other has not, each with why: it was chosen, or what left it out of the other. */
function difference(own: Plan, other: Plan, kind: Change['kind']): Change[] {
  const there = new Set(other.deliveries.map(({ item, segment }) => pair(item, segment)))
  const why = new Map(other.excluded.map(({ item, segment, reason }) => [pair(item, segment), reason]))
  return own.deliveries
    .filter(({ item, segment }) => !there.has(pair(item, segment)))
    .map(({ item, segment, topic, reasons }) => {
      const left = why.get(pair(item, segment))
      return { kind, item, segment, topic, reasons: kind === 'added' ? reasons : left ? [left] : [] }
    })
}
