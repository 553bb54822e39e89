import { munkres } from 'munkres'
import type { BriefChannel, BriefSegment, PlanBrief, PlanParams } from './brief'
import type { Chosen } from './choosing'
import type { Excluded, PlannedDelivery } from './planning'
import type { Reason } from './reasons'
import { type Offer, quota, type Slot, type Slots } from './slots'
import { liking, spoken } from './targeting'

const WEEK = 7
const IMPOSSIBLE = 1e6
const HALF_HOURS = 48
/** A day away from the wished one costs so much: the period is filled evenly unless another day is clearly better. */
const DAY_COST = 0.04
/** Among channels of like worth they take turns, day by day: nobody is left to one door. */
const TURN_COST = 0.05
/** What belongs to a law week goes elsewhere only when those days are full. */
const OUTSIDE_COST = 10
/** How far a topic's luck on a platform may weigh against the score: half as much again, or half as much less. */
const FIT = { least: 0.5, most: 1.5 }

/**
 * Turns choices into times and channels. Week by week all segments together: each week is an assignment of choices to
 * channel-days (Hungarian, ranking.md 2.3), by score x worth of the slot x what is left of interest. The ledger then
 * decides: what a cap forbids takes the nearest free time, and what fits nowhere is excluded.
 */
export function place(
  chosen: readonly Chosen[],
  slots: Slots,
  brief: PlanBrief,
  params: PlanParams,
  excluded: Excluded[],
): PlannedDelivery[] {
  const planned: PlannedDelivery[] = []
  const weeks = new Map<number, Chosen[]>()
  for (const choice of [...chosen].sort((a, b) => a.wish - b.wish)) {
    const week = Math.floor(choice.wish / WEEK)
    weeks.set(week, [...(weeks.get(week) ?? []), choice])
  }
  for (const [week, all] of weeks) {
    // Those of a law week have only its days: they come first.
    const choices = [...all.filter(({ window }) => window), ...all.filter(({ window }) => !window)]
    const offered = assign(choices, week, slots, params)
    choices.forEach((choice, n) => {
      const { segment } = choice.pool
      const topic = choice.item.topic!
      const offer = offered[n]
      // Free when the week was laid out; an earlier choice may have used it up.
      const still = offer && slots.free(offer.day, offer.channel, segment)
      const within = choice.window && new Set(choice.window.keys())
      const fits = still && (within ? within.has(still.day) : !slots.topicTooSoon(segment.id, topic, still.day))
      const slot = fits
        ? slots.hold(still, segment.id, topic)
        : slots.take({ segment, topic, likes: (other) => likes(other, choice, slots), day: choice.wish, within })
      if (slot) planned.push(delivery(choice, slot, params))
      else excluded.push({ item: choice.item.key, segment: segment.id, reason: { code: 'no-slot' } })
    })
  }
  return planned.sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** The best set of offers of one week, one a choice; undefined where there are fewer than choices. */
function assign(choices: readonly Chosen[], week: number, slots: Slots, params: PlanParams): (Offer | undefined)[] {
  const days = Array.from({ length: WEEK }, (_, n) => week * WEEK + n).filter((day) => day < slots.days)
  // More of a channel on one day cannot be used, whatever its quota says: the matrix would only grow.
  const meets = new Set(choices.map(({ pool }) => pool.segment)).size * Math.ceil(params.perChannelDay)
  const most = Math.min(HALF_HOURS, choices.length, meets)
  const columns = days.flatMap((day) =>
    slots.channels.flatMap((channel, c) => {
      const turn = (TURN_COST * ((day + c) % slots.channels.length)) / slots.channels.length
      return Array.from({ length: Math.min(quota(channel, params), most) }, () => ({ day, channel, turn }))
    }),
  )
  if (!columns.length) return choices.map(() => undefined)
  const doors = new Map<BriefSegment, Set<string>>()
  for (const { pool } of choices) doors.set(pool.segment, new Set(slots.doors(pool.segment).map(({ id }) => id)))
  const offers = choices.map(({ pool: { segment } }) =>
    columns.map(({ day, channel }) =>
      doors.get(segment)!.has(channel.id) ? slots.free(day, channel, segment) : undefined,
    ),
  )
  const costs = choices.map((choice, n) =>
    offers[n]!.map((offer, column) =>
      offer
        ? columns[column]!.turn +
          (choice.window && !choice.window.has(offer.day) ? OUTSIDE_COST : 0) +
          DAY_COST * Math.abs(offer.day - choice.wish) -
          value(offer, choice, slots)
        : IMPOSSIBLE,
    ),
  )
  const found: (Offer | undefined)[] = choices.map(() => undefined)
  for (const [row, column] of munkres(costs)) found[row] = offers[row]![column]
  return found
}

const value = (offer: Offer, choice: Chosen, slots: Slots) =>
  (0.2 + 0.8 * choice.score) *
  worthOf(offer, choice) *
  fitOf(offer, choice) *
  slots.interest(choice.pool.segment.id, choice.item.topic!, offer.day)

/** Where nothing was learned, the channel that met the segment least comes first among its equals. */
const likes = (offer: Offer, choice: Chosen, slots: Slots) =>
  worthOf(offer, choice) - TURN_COST * slots.sent(choice.pool.segment.id, offer.channel.id)

/** What a send there and then is worth to the segment, at most 1: as learned, else by the channels it is known to use. */
function worthOf(
  { channel, block }: Pick<Offer, 'channel' | 'block'>,
  { pool: { segment, worth }, item }: Chosen,
): number {
  const learned = worth(channel.id, block)
  if (learned !== null) return learned
  const likes = liking(segment, channel.id)
  return item.form === 'video' && channel.kind === 'handout' ? Math.min(1, likes + 0.1) : likes
}

const finite = (value: number) => (Number.isFinite(value) ? value : 0)

const fitOf = ({ channel }: Offer, { item }: Chosen) =>
  Math.min(FIT.most, Math.max(FIT.least, channel.fit?.[item.topic!] ?? 1))

export function delivery(choice: Chosen, { channel, day, at, block }: Slot, params: PlanParams): PlannedDelivery {
  const { item, pool, score, propensity, reasons } = choice
  const { segment } = pool
  const occasion = choice.window?.get(day)
  return {
    item: item.key,
    topic: item.topic!,
    segment: segment.id,
    channel: channel.id,
    variety: spoken(item, segment) ?? item.varieties[0] ?? null,
    at,
    until: channel.kind === 'site' ? new Date(at.getTime() + params.siteDays * 86_400_000) : null,
    score,
    expected: finite((pool.promises.get(item.key) ?? 0) * worthOf({ channel, block }, choice)),
    propensity,
    reasons: [
      ...(occasion ? [{ code: 'occasion', occasion } as const] : []),
      ...reasons,
      ...(segment.channels.includes(channel.id) ? [{ code: 'likes-channel', channel: channel.id } as const] : []),
      ...(block ? [{ code: 'hours', block } as const] : []),
      ...whatWasSeen(choice, channel, block),
    ],
  }
}

/** What was learned and from how many: of the topic on a platform, of sends through this door at this hour. */
function whatWasSeen({ item, pool: { segment } }: Chosen, channel: BriefChannel, block: string | null): Reason[] {
  const platform = channel.seen?.[item.topic!]
  const slot = segment.worth?.find((one) => one.channel === channel.id && one.block === block)
  const { opened, sends } = slot ?? {}
  return [
    ...(platform ? [{ code: 'platform-seen', channel: channel.id, topic: item.topic!, ...platform } as const] : []),
    ...(block && sends && opened !== undefined
      ? [{ code: 'opened', channel: channel.id, segment: segment.id, block, opened, sends } as const]
      : []),
  ]
}
