import type { Payload } from 'payload'
import { minutesOf, wallClock, type Day } from '../src/lib/zone'
import type { Channel, Occasion, Segment } from '../src/payload-types'
import type { BriefChannel, BriefOccasion, BriefSeries, Closed } from './brief'
import { marketDays, type Holidays, type MarketRule } from './calendar'
import { occasionsBetween, type OccasionRule, type Span } from './occasions'
import { idOf } from './officeMix'

const all = { depth: 0, pagination: false, overrideAccess: true } as const
/** A date without a time is stored as an instant of that day. */
const dayIn = (timeZone: string) => (date: string) => wallClock(new Date(date), timeZone).day

type Period = { from: Day; to: Day; timeZone: string }
type Market = Omit<NonNullable<Channel['market']>, 'except'> & { except?: { day: string }[] | null }

/** The market rule of a channel; null where it has none. */
export function marketRule(market: Market | null | undefined, timeZone: string): MarketRule | null {
  const { system, digits, weekdays, except } = market ?? {}
  if (!system) return null
  const chosen = (system === 'weekday' ? weekdays : digits) ?? []
  return { system, digits: chosen.map(Number), except: (except ?? []).map(({ day }) => dayIn(timeZone)(day)) }
}

/** On which days of a period a channel can be used: its market days, where it keeps to them. */
export function channelDays(
  channel: Channel,
  { from, to, timeZone }: Period,
): Pick<BriefChannel, 'days' | 'offHolidays'> {
  const rule = channel.market?.only ? marketRule(channel.market, timeZone) : null
  return {
    ...(rule ? { days: marketDays(rule, from, to) } : {}),
    ...(channel.offHolidays ? { offHolidays: true } : {}),
  }
}

/** Hours in which a segment is not to be disturbed. What is no time of day is passed over. */
export const closedOf = ({ closed }: Pick<Segment, 'closed'>): Closed[] =>
  (closed ?? []).flatMap(({ from, to, workdays }) => {
    const [begins, ends] = [minutesOf(from), minutesOf(to)]
    return begins === null || ends === null ? [] : [{ from: begins, to: ends, workdays: workdays !== false }]
  })

export async function readHolidays(payload: Payload, timeZone: string): Promise<Holidays> {
  const { docs } = await payload.find({ collection: 'holidays', ...all })
  const day = dayIn(timeZone)
  return docs.map(({ from, to, kind }) => ({ from: day(from), to: day(to ?? from), off: kind === 'off' }))
}

export type OccasionRow = Occasion & Span & { about: string[] }

/** Occasions that touch a period, earliest first: those of everybody and those of one of these offices; all when null. */
export async function readOccasions(
  payload: Payload,
  { from, to, timeZone }: Period,
  offices: ReadonlySet<string> | null = null,
): Promise<OccasionRow[]> {
  const { docs } = await payload.find({ collection: 'occasions', ...all, limit: 500 })
  return docs
    .filter(({ offices: own }) => !own?.length || !offices || own.some((office) => offices.has(idOf(office))))
    .flatMap((row) =>
      occasionsBetween(occasionRule(row, timeZone), from, to).map((span) => ({
        ...row,
        ...span,
        about: row.topics.map(idOf),
      })),
    )
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

export function occasionRule(row: OccasionLike, timeZone: string): OccasionRule {
  const day = dayIn(timeZone)
  const { rule, month, day: date, toMonth, toDay, week, before, after } = row
  const years = (row.years ?? []).map(({ from, to }) => ({ from: day(from), to: day(to) }))
  return { rule, month, day: date, toMonth, toDay, week, before, after, years }
}
type OccasionLike = Omit<OccasionRule, 'years'> & { years?: { from: string; to: string }[] | null }

export const occasionBrief = ({ id, about, floor, from, to }: OccasionRow): BriefOccasion => ({
  ...{ id: String(id), topics: about, floor: floor ?? null, from, to },
})

/** Series with weekday, time and segment; those of nobody and those of one office, all when null. */
export async function readSeries(payload: Payload, own: string | null): Promise<BriefSeries[]> {
  const { docs } = await payload.find({ collection: 'series', ...all, sort: 'id' })
  return docs.flatMap(({ id, topic, segment, channel, weekday, time, office }) => {
    const minutes = minutesOf(time)
    if (!weekday || minutes === null || !segment) return []
    if (office && own && idOf(office) !== own) return []
    return [
      {
        ...{ id: String(id), weekday, minutes, segment: idOf(segment) },
        topic: topic ? idOf(topic) : null,
        channel: channel ? idOf(channel) : null,
      },
    ]
  })
}
