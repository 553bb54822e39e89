import type { Payload } from 'payload'
import { FEWEST_FOR_SHARES, sharesOf } from '../src/lib/mix'
import type { Segment } from '../src/payload-types'
import { closedOf } from './calendarRows'
import { targetFor } from './demand'
import type { Counted, SegmentDemand } from './demandOf'
import { readDemand } from './signals'

export const MIX_DAYS = 90
const DAY = 86_400_000

export type OfficeMix = {
  topics: { id: string; name: string; nameEn: string; count: number; wanted: number }[]
  /** Deliveries that went out in the last 90 days, and of how many different items. */
  deliveries: number
  distinct: number
  /** Enough distinct items to speak of shares (mix.ts). */
  enough: boolean
}

/**
 * What an office and the offices below it delivered in the last 90 days, by topic, against what their people need:
 * demand of each segment weighted by its people there. All offices when `office` is null.
 * @param heard signals of demand that were counted by themselves
 */
export async function officeMix(
  payload: Payload,
  office: string | null,
  now: Date,
  heard: readonly Counted[] = [],
): Promise<OfficeMix> {
  const since = new Date(now.getTime() - MIX_DAYS * DAY)
  const all = { depth: 0, pagination: false, overrideAccess: true } as const
  const [topics, segments, offices] = await Promise.all([
    payload.find({ collection: 'topics', ...all, sort: 'order' }),
    payload.find({ collection: 'segments', ...all }),
    payload.find({ collection: 'offices', ...all, select: { parent: true, population: true } }),
  ])
  const scope = office ? below(offices.docs, office) : null
  const { docs: rows } = await payload.find({
    collection: 'deliveries',
    ...all,
    where: {
      and: [
        { state: { equals: 'submitted' } },
        { submittedAt: { greater_than_equal: since.toISOString() } },
        { submittedAt: { less_than_equal: now.toISOString() } },
        ...(scope ? [{ office: { in: [...scope] } }] : []),
      ],
    },
    select: { topic: true, itemKey: true },
  })
  const counts = new Map<string, number>()
  for (const { topic } of rows) counts.set(String(topic), (counts.get(String(topic)) ?? 0) + 1)
  const people = peopleOf(segments.docs, scope ? offices.docs.filter(({ id }) => scope.has(String(id))) : [])
  const briefs = topics.docs.map(({ id, floor }) => ({ id: String(id), floor }))
  const wanted = briefs.map(() => 0)
  const demand = await readDemand(payload, segments.docs.map(idOf), briefs.map(idOf), heard)
  for (const segment of segments.docs) {
    const { shares } = targetFor(segmentBrief(segment, demand.get(idOf(segment))), briefs)
    shares.forEach((share, t) => (wanted[t]! += share * people(String(segment.id))))
  }
  const shares = sharesOf(wanted)
  const distinct = new Set(rows.map(({ itemKey }) => itemKey)).size
  return {
    topics: topics.docs.map((topic, t) => ({
      id: String(topic.id),
      name: topic.name,
      nameEn: topic.nameEn,
      count: counts.get(String(topic.id)) ?? 0,
      wanted: shares[t]!,
    })),
    deliveries: rows.length,
    distinct,
    enough: distinct >= FEWEST_FOR_SHARES,
  }
}

/** The segment as the planner reads it: with its pooled demand where there is one, else what its portrait says. */
export const segmentBrief = (segment: Segment, pooled?: SegmentDemand) => ({
  id: String(segment.id),
  population: segment.population ?? null,
  demand: pooled
    ? pooled.topics.map((topic, t) => ({ topic, share: pooled.shares[t]! }))
    : (segment.demand ?? []).map(({ topic, share }) => ({ topic: idOf(topic), share })),
  varieties: (segment.varieties ?? []).map(idOf),
  hours: [...(segment.hours ?? [])],
  forms: [...(segment.forms ?? [])],
  channels: (segment.channels ?? []).map(idOf),
  closed: closedOf(segment),
})

export const idOf = (value: string | { id: string }): string =>
  typeof value === 'object' ? String(value.id) : String(value)

type OfficeRow = {
  id: string
  parent?: string | { id: string } | null
  population?: { segment: string | { id: string }; people: number }[] | null
}

export function below(offices: readonly OfficeRow[], root: string): Set<string> {
  const found = new Set([root])
  for (let before = 0; before < found.size;) {
    before = found.size
    for (const { id, parent } of offices) if (parent && found.has(idOf(parent))) found.add(String(id))
  }
  return found
}

/** An office and those above it: what was set for one of them holds for it. */
export function above(offices: readonly Pick<OfficeRow, 'id' | 'parent'>[], office: string): Set<string> {
  const parents = new Map(offices.map(({ id, parent }) => [String(id), parent ? idOf(parent) : null]))
  const found = new Set<string>()
  for (let at: string | null | undefined = office; at && !found.has(at); at = parents.get(at)) found.add(at)
  return found
}

/** People of a segment in these offices where they counted them, else the segment's own population, else all alike. */
export function peopleOf(segments: readonly Segment[], offices: readonly OfficeRow[]) {
  const counted = new Map<string, number>()
  for (const { population } of offices)
    for (const { segment, people } of population ?? [])
      counted.set(idOf(segment), (counted.get(idOf(segment)) ?? 0) + Math.max(0, people))
  const whole = new Map(segments.map(({ id, population }) => [String(id), population ?? 0]))
  const source = [...counted.values()].some((n) => n > 0) ? counted : whole
  const any = [...source.values()].some((n) => n > 0)
  return (segment: string) => (any ? (source.get(segment) ?? 0) : 1)
}
