import { munkres } from 'munkres'
import type { BriefSegment, PlanBrief, PlanParams } from './brief'
import type { Chosen } from './choosing'
import type { Excluded, PlannedDelivery } from './planning'
import { type Offer, quota, type Slot, type Slots } from './slots'
import { spoken } from './targeting'

const WEEK = 7
const IMPOSSIBLE = 1e6
const HALF_HOURS = 48
/** A day away from the wished one costs so much: the period is filled evenly unless another day is clearly better. */
const DAY_COST = 0.04
/** Among channels of like worth they take turns, day by day: nobody is left to one door. */
const TURN_COST = 0.05
/** What a channel is worth to a segment that does not use it, where nothing was learned. */
const STRANGE = 0.6

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
  for (const [week, choices] of weeks) {
    const offered = assign(choices, week, slots, params)
    choices.forEach((choice, n) => {
      const { segment } = choice.pool
      const topic = choice.item.topic!
      const offer = offered[n]
      // Free when the week was laid out; an earlier choice may have used it up.
      const still = offer && slots.free(offer.day, offer.channel, segment)
      const slot =
        still && !slots.topicTooSoon(segment.id, topic, still.day)
          ? slots.hold(still, segment.id, topic)
          : slots.take({ segment, topic, likes: (other) => likes(other, choice, slots), day: choice.wish })
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
        ? columns[column]!.turn + DAY_COST * Math.abs(offer.day - choice.wish) - value(offer, choice, slots)
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
  slots.interest(choice.pool.segment.id, choice.item.topic!, offer.day)

/** Where nothing was learned, the channel that met the segment least comes first among its equals. */
const likes = (offer: Offer, choice: Chosen, slots: Slots) =>
  worthOf(offer, choice) - TURN_COST * slots.sent(choice.pool.segment.id, offer.channel.id)

/** What a send there and then is worth to the segment, at most 1: as learned, else by the channels it is known to use. */
function worthOf({ channel, block }: Offer, { pool: { segment }, item }: Chosen): number {
  if (segment.worth?.length) {
    const most = Math.max(...segment.worth.map(({ value: worth }) => worth))
    const own = segment.worth.filter((one) => one.channel === channel.id && (!block || one.block === block))
    return most > 0 ? Math.max(0, ...own.map(({ value: worth }) => worth)) / most : STRANGE
  }
  const likes = segment.channels.includes(channel.id) ? 1 : STRANGE
  return item.form === 'video' && channel.kind === 'handout' ? Math.min(1, likes + 0.1) : likes
}

function delivery(choice: Chosen, { channel, at, block }: Slot, params: PlanParams): PlannedDelivery {
  const { item, pool, score, propensity, reasons } = choice
  const { segment } = pool
  return {
    item: item.key,
    topic: item.topic!,
    segment: segment.id,
    channel: channel.id,
    variety: spoken(item, segment) ?? item.varieties[0] ?? null,
    at,
    until: channel.kind === 'site' ? new Date(at.getTime() + params.siteDays * 86_400_000) : null,
    score,
    propensity,
    reasons: [
      ...reasons,
      ...(segment.channels.includes(channel.id) ? [{ code: 'likes-channel', channel: channel.id } as const] : []),
      ...(block ? [{ code: 'hours', block } as const] : []),
    ],
  }
}
