import type { Payload } from 'payload'
import { FEWEST_FOR_SHARES, sharesOf } from '../src/lib/mix'
import type { Office, Segment, Topic } from '../src/payload-types'
import type { BriefTopic } from './brief'
import { neededBy } from './demand'
import { closedOf } from './calendarRows'
import type { Counted, SegmentDemand } from './demandOf'
import { limitsAbove, limitsOf, lineAbove, type Limit } from './limits'
import { MIX_DAYS, readSent } from './sent'
import { readDemand } from './signals'

export { MIX_DAYS }

export type OfficeMix = {
  /** Whose numbers these are; null = all offices. */
  office: { id: string; name: string } | null
  /** `equal`: what is wanted if every source of demand counted alike. `limits`: what holds for the office. */
  topics: {
    id: string
    name: string
    nameEn: string
    count: number
    wanted: number
    equal: number
    limits: BriefTopic
  }[]
  /** Deliveries that went out in the last 90 days, and of how many different items. */
  deliveries: number
  distinct: number
  /** Enough distinct items to speak of shares (mix.ts). */
  enough: boolean
  /** Where demand comes from: pooled signals or the portrait's own lines; a segment without any counts in neither. */
  demand: { id: string; name: string; nameEn: string; pooled: boolean }[]
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
  return (await readMixes(payload, office, now, heard))[0]!
}

/**
 * The mix of an office with that of the nearest office above it, itself included, that is big enough for shares: a small
 * office shows its own counts and the shares of the other. `shown` is its own where nobody is big enough.
 */
export async function rolledUpMix(payload: Payload, office: string | null, now: Date, heard: readonly Counted[] = []) {
  const mixes = await readMixes(payload, office, now, heard)
  return { own: mixes[0]!, shown: mixes.find(({ enough }) => enough) ?? mixes[0]! }
}

/** The mixes of an office and of all above it, the nearest first. */
export async function readMixes(
  payload: Payload,
  office: string | null,
  now: Date,
  heard: readonly Counted[] = [],
): Promise<OfficeMix[]> {
  const all = { depth: 0, pagination: false, overrideAccess: true } as const
  const [topics, segments, offices, rows] = await Promise.all([
    payload.find({ collection: 'topics', ...all, sort: 'order' }),
    payload.find({ collection: 'segments', ...all, sort: 'order' }),
    payload.find({
      collection: 'offices',
      ...all,
      select: { name: true, parent: true, population: true, limits: true },
    }),
    readSent(payload, null, now),
  ])
  const briefs = topics.docs.map(topicBrief)
  const demand = await readDemand(payload, segments.docs.map(idOf), briefs.map(idOf), heard)
  const needs = segments.docs.map((segment) => needsOf(segment, briefs, demand.get(idOf(segment))))
  const limits = offices.docs.map(officeLimits)
  const origin = segments.docs
    .filter((segment) => demand.has(idOf(segment)) || segment.demand?.length)
    .map((segment) => ({
      ...{ id: idOf(segment), name: segment.name, nameEn: segment.nameEn },
      pooled: demand.has(idOf(segment)),
    }))

  const mixOf = (of: string | null): OfficeMix => {
    const scope = of ? below(offices.docs, of) : null
    const own = scope ? rows.filter((row) => row.office && scope.has(row.office)) : rows
    const people = peopleOf(segments.docs, scope ? offices.docs.filter(({ id }) => scope.has(String(id))) : [])
    const held = limitsOf(briefs, { office: limitsAbove(limits, of) }).topics
    const weighed = (shares: (need: (typeof needs)[number]) => readonly number[]) =>
      sharesOf(briefs.map((_, t) => needs.reduce((sum, need) => sum + shares(need)[t]! * people(need.segment), 0)))
    const [wanted, equal] = [weighed(({ shares }) => shares), weighed((need) => need.equal)]
    const counts = new Map<string, number>()
    for (const { topic } of own) counts.set(topic, (counts.get(topic) ?? 0) + 1)
    const distinct = new Set(own.map(({ item }) => item)).size
    return {
      office: of ? { id: of, name: offices.docs.find(({ id }) => String(id) === of)?.name ?? '' } : null,
      topics: topics.docs.map(({ id, name, nameEn }, t) => ({
        ...{ id: String(id), name, nameEn, count: counts.get(String(id)) ?? 0 },
        ...{ wanted: wanted[t]!, equal: equal[t]!, limits: held[t]! },
      })),
      deliveries: own.length,
      distinct,
      enough: distinct >= FEWEST_FOR_SHARES,
      demand: origin,
    }
  }
  const line = lineAbove(limits, office).map(({ id }) => id)
  return line.length ? line.map(mixOf) : [mixOf(null)]
}

/** What a segment needs by topic, and what it would be if all sources of demand counted alike. */
function needsOf(segment: Segment, topics: readonly BriefTopic[], pooled?: SegmentDemand) {
  const need = (given?: SegmentDemand) => neededBy(segmentBrief(segment, given), topics)
  const shares = need(pooled)
  return {
    segment: String(segment.id),
    shares,
    equal: pooled ? need({ ...pooled, shares: pooled.equal }) : shares,
  }
}

/** The segment as the planner reads it: with its pooled demand where there is one, else what its portrait says. */
export const segmentBrief = (segment: Segment, pooled?: SegmentDemand) => ({
  id: String(segment.id),
  population: segment.population ?? null,
  demand: pooled
    ? pooled.topics.map((topic, t) => ({ topic, share: pooled.shares[t]! }))
    : (segment.demand ?? []).map(({ topic, share }) => ({ topic: idOf(topic), share })),
  limits: (segment.limits ?? []).map(limitBrief),
  varieties: (segment.varieties ?? []).map(idOf),
  hours: [...(segment.hours ?? [])],
  forms: [...(segment.forms ?? [])],
  channels: (segment.channels ?? []).map(idOf),
  closed: closedOf(segment),
})

export const topicBrief = ({ id, floor, cap }: Pick<Topic, 'id' | 'floor' | 'cap'>): BriefTopic => ({
  id: String(id),
  floor,
  cap,
})

export const officeLimits = ({ id, parent, limits }: Pick<Office, 'id' | 'parent' | 'limits'>) => ({
  id: String(id),
  parent: parent ? idOf(parent) : null,
  limits: (limits ?? []).map(limitBrief),
})

export const limitBrief = ({ topic, floor, cap, share }: NonNullable<Office['limits']>[number]): Limit => ({
  topic: idOf(topic),
  floor,
  cap,
  share,
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
export const above = (offices: readonly Pick<OfficeRow, 'id' | 'parent'>[], office: string): Set<string> =>
  new Set(
    lineAbove(
      offices.map(({ id, parent }) => ({ id: String(id), parent: parent ? idOf(parent) : null })),
      office,
    ).map(({ id }) => id),
  )

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
