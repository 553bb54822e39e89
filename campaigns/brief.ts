import type { Day } from '../src/lib/zone'
import type { Holidays } from './calendar'
import type { ChannelKind } from './lifecycle'
import type { Limit } from './limits'
import type { Reason } from './reasons'

/**
 * Everything a plan is made from, as plain data. Ids are opaque strings; an item's key is `articles:<id>` or
 * `videos:<id>`. An outsider can fill it from any source: nothing here knows where it is stored.
 */
export type PlanBrief = {
  /** The same brief with the same seed gives the same plan. */
  seed: number
  now: Date
  from: Date
  /** The last day of the period, included. */
  to: Date
  timeZone: string
  /** How many deliveries the whole campaign has, those already out included. */
  slots: number
  topics: BriefTopic[]
  segments: BriefSegment[]
  channels: BriefChannel[]
  items: BriefItem[]
  /** The campaign's own topic shares; what they leave open is filled by demand. */
  targets?: Wanted[]
  /** Deliveries of this campaign that stay as they are, out already or pinned by a person: they count and fill slots. */
  kept?: Placed[]
  /** What other campaigns delivered lately or have planned: fills quotas, and repeats score lower. */
  others?: Placed[]
  /** What a person has ruled out. */
  bans?: Ban[]
  /** What was already found wrong with these numbers while they were put together. */
  warnings?: Reason[]
  /** Days off and days worked instead, for years that the data at hand does not know. */
  holidays?: Holidays
  /** Law weeks and days that may touch the period. */
  occasions?: BriefOccasion[]
  /** Series with a place of their own in the week. */
  series?: BriefSeries[]
  params?: Partial<PlanParams>
}

export type Wanted = { topic: string; share: number }
/** Shares between 0 and 1 that hold for the campaign's office; `share` is what its manager wished for, over demand. */
export type BriefTopic = { id: string; floor?: number | null; cap?: number | null; share?: number | null }
export type BriefSegment = {
  id: string
  /** null = not known: counted like the average of the known ones. */
  population: number | null
  demand: Wanted[]
  /** Tighten the office's limits for this segment (`limitsOf`). */
  limits?: Limit[]
  /** In the order people prefer them. */
  varieties: string[]
  /** Hour blocks such as `18-20`; empty = any time of the day. */
  hours: string[]
  forms: string[]
  /** Channels this segment likes; others that reach it may be used too. */
  channels: string[]
  worth?: SlotWorth[]
  /** Completion rate by topic as learned for this segment; stands in for the quality of an item not tried yet. */
  appeal?: Readonly<Record<string, number>>
  /** Completion rate of single items as learned in this segment; goes before what is known of the item at large. */
  quality?: Readonly<Record<string, number>>
  /** What may be told of that in words, by topic. */
  seen?: Readonly<Record<string, Evidence>>
  closed?: Closed[]
}
/** What a send on a channel in an hour block promises a segment, on any scale: learned, or by experience. */
export type SlotWorth = {
  channel: string
  block: string
  value: number
  /** Openings of a send on average, and of how many sends; absent where the segment never got one there and then. */
  opened?: number
  sends?: number
}
/** How many of a hundred finish: the middle, where it lies with 95 %, and of how many who opened. */
export type Evidence = { mean: number; low: number; high: number; trials: number }
/** Times at which a segment is not to be disturbed: minutes since midnight, on working days only or always. */
export type Closed = { from: number; to: number; workdays: boolean }
export type Ban = { item: string; segment?: string | null }
export type BriefChannel = {
  id: string
  kind: ChannelKind
  /** Segments it reaches; empty = all. */
  segments: string[]
  dailyQuota: number | null
  quietFrom: string | null
  quietTo: string | null
  /** By topic, how well it does on this channel against the others there (1): of a platform with figures of its own. */
  fit?: Readonly<Record<string, number>>
  seen?: Readonly<Record<string, Evidence>>
  /** Days on which it can be used at all, such as market days for a loudspeaker; absent = every day. */
  days?: readonly string[]
  /** Not used on public holidays: nobody is at work to run it. */
  offHolidays?: boolean
}
/** A law week as it is this time. `floor`: the least share of each topic in these days. */
export type BriefOccasion = { id: string; topics: readonly string[]; floor: number | null; from: Day; to: Day }
/** `weekday` 1 = Monday to 7; `minutes` since midnight; without a channel a fitting one is found. */
export type BriefSeries = {
  id: string
  topic: string | null
  segment: string
  channel: string | null
  weekday: number
  minutes: number
}
export type BriefItem = {
  key: string
  topic: string | null
  /** The series it was made for. */
  series?: string | null
  segments: string[]
  form: string
  /** What else it is, such as a game or a risk list inside an article. */
  also?: readonly string[]
  /** Spoken or written varieties it exists in; the first is the original. Empty = the standard language. */
  varieties: string[]
  /** Residents can open it. */
  isPublic: boolean
  /** False for a film whose stream is not made yet. */
  ready: boolean
  /** Completion per impression in [0, 1] where it is known. */
  quality: number | null
  updatedAt: Date
}
export type Placed = {
  item: string
  topic: string
  segment: string
  channel: string
  at: Date
  /** A person wants it exactly there; whatever that contradicts becomes a warning. */
  pinned?: boolean
  /** Whose it is, where it is another campaign's. */
  campaign?: string
}

export type PlanParams = {
  alpha: number
  lambda: number
  /** Of one segment on one channel and day; a subscription is not to nag. */
  perChannelDay: number
  /** Of one segment on one day over all channels. */
  perSegmentDay: number
  /** Of one segment on one channel in any seven days. */
  perChannelWeek: number
  /** Share of choices made by chance alone, flagged, so that demand can be estimated without our own bias. */
  explore: number
  /** How much each send of the last seven days, and each on the same topic, takes from the next (ranking.md 2.3). */
  fatigue: { any: number; topic: number }
  /** Minutes between two sends on one channel. */
  spacing: number
  /** Days before the same topic meets the same segment again, where the period allows. */
  topicGap: number
  /** Days in which the same item for the same segment counts as said again. */
  repeatDays: number
  /** Days a site slot stays up. */
  siteDays: number
  /** Sends a day of a channel without a quota. */
  quota: Record<ChannelKind, number>
  match: { variety: number; form: number; repeat: number }
}

export const planParams: PlanParams = {
  alpha: 0.01,
  lambda: 0.9,
  perChannelDay: 1,
  perSegmentDay: 3,
  perChannelWeek: 7,
  explore: 0,
  fatigue: { any: 0.1, topic: 0.25 },
  spacing: 60,
  topicGap: 3,
  repeatDays: 30,
  siteDays: 7,
  quota: { site: 3, feed: 3, webhook: 3, handout: 2 },
  match: { variety: 1.3, form: 1.15, repeat: 0.5 },
}
