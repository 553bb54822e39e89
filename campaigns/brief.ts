import type { ChannelKind } from './lifecycle'

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
  /** Deliveries of this campaign that stay as they are: they count, and are not planned again. */
  kept?: Placed[]
  /** What other campaigns delivered lately or have planned: fills quotas, and repeats score lower. */
  others?: Placed[]
  params?: Partial<PlanParams>
}

export type Wanted = { topic: string; share: number }
export type BriefTopic = { id: string; floor?: number | null; cap?: number | null }
export type BriefSegment = {
  id: string
  /** null = not known: counted like the average of the known ones. */
  population: number | null
  demand: Wanted[]
  /** In the order people prefer them. */
  varieties: string[]
  /** Hour blocks such as `18-20`; empty = any time of the day. */
  hours: string[]
  forms: string[]
  /** Channels this segment likes; others that reach it may be used too. */
  channels: string[]
}
export type BriefChannel = {
  id: string
  kind: ChannelKind
  /** Segments it reaches; empty = all. */
  segments: string[]
  dailyQuota: number | null
  quietFrom: string | null
  quietTo: string | null
}
export type BriefItem = {
  key: string
  topic: string | null
  segments: string[]
  form: string
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
export type Placed = { item: string; topic: string; segment: string; channel: string; at: Date }

export type PlanParams = {
  alpha: number
  lambda: number
  /** Of one segment on one channel and day; a subscription is not to nag. */
  perChannelDay: number
  /** Of one segment on one day over all channels. */
  perSegmentDay: number
  /** Minutes between two sends on one channel. */
  spacing: number
  /** Days before the same topic meets the same segment again, where the period allows. */
  topicGap: number
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
  spacing: 60,
  topicGap: 3,
  siteDays: 7,
  quota: { site: 3, feed: 3, webhook: 3, handout: 2 },
  match: { variety: 1.3, form: 1.15, repeat: 0.5 },
}
