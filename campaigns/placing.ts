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
/**
 * The most work (choices x choices x columns) for one week. The Hungarian method took 2 to 5 ns for each where all want
 * the same slots, its worst case: half a second to a second a week. A week of 400 choices, 8 channels and 22 sends a day
 * of each is still below; without a limit a year's plan of a whole county never came to an end.
 */
export const MOST_WORK = 2e8
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
  const settle = (choices: readonly Chosen[], offered: readonly (Offer | undefined)[]) =>
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
  const weeks = new Map<number, Chosen[]>()
  for (const choice of [...chosen].sort((a, b) => a.wish - b.wish)) {
    const week = Math.floor(choice.wish / WEEK)
    weeks.set(week, [...(weeks.get(week) ?? []), choice])
  }
  for (const [week, all] of weeks) {
    // Those of a law week have only its days: they come first.
    const choices = [...all.filter(({ window }) => window), ...all.filter(({ window }) => !window)]
    for (const turn of turnsOf(choices, week, slots, params)) settle(turn, assign(turn, week, slots, params))
  }
  const never = segmentsWithoutTime(chosen, slots)
  for (const one of excluded)
    if (never.has(one.segment) && OF_THE_LIST.has(one.reason.code)) one.reason = { code: 'no-time' }
  return planned.sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** Reasons that lean on what was chosen: untrue where nothing of it can go out at all. */
const OF_THE_LIST: ReadonlySet<Reason['code']> = new Set(['topic-cap', 'topic-enough', 'lower-score', 'no-slot'])

const segmentsWithoutTime = (chosen: readonly Chosen[], slots: Slots) =>
  new Set(
    [...new Set(chosen.map(({ pool }) => pool.segment))]
      .filter((segment) => slots.doors(segment).every((channel) => !slots.hasTimes(channel, segment)))
      .map(({ id }) => id),
  )

/** A week in turns, each small enough for the assignment: one turn but for very long plans. The first wished go first. */
function* turnsOf(choices: readonly Chosen[], week: number, slots: Slots, params: PlanParams): Generator<Chosen[]> {
  // A turn of n choices costs n x n x columns, all turns together so many times n x columns as there are choices.
  const tooMuch = (size: number) =>
    choices.length * size * columnsOf(choices.slice(0, size), week, slots, params).length > MOST_WORK
  let size = choices.length
  while (size > 1 && tooMuch(size)) size = Math.ceil(size / 2)
  for (let from = 0; from < choices.length; from += size) yield choices.slice(from, from + size)
}

/** Every send that a channel could take on a day of the week. */
function columnsOf(choices: readonly Chosen[], week: number, slots: Slots, params: PlanParams) {
  const days = Array.from({ length: WEEK }, (_, n) => week * WEEK + n).filter((day) => day < slots.days)
  // More of a channel on one day cannot be used, whatever its quota says: the matrix would only grow.
  const meets = new Set(choices.map(({ pool }) => pool.segment)).size * Math.ceil(params.perChannelDay)
  const most = Math.min(HALF_HOURS, choices.length, meets)
  return days.flatMap((day) =>
    slots.channels.flatMap((channel) =>
      Array.from({ length: Math.min(quota(channel, params), most) }, () => ({ day, channel })),
    ),
  )
}

/** The best set of offers of one week, one a choice; undefined where there are fewer than choices. */
export function assign(
  choices: readonly Chosen[],
  week: number,
  slots: Slots,
  params: PlanParams,
): (Offer | undefined)[] {
  const columns = columnsOf(choices, week, slots, params)
  if (!columns.length) return choices.map(() => undefined)
  // The sends of one channel-day are one offer: it is looked up once a segment, and weighed once a choice.
  const offersTo = (segment: BriefSegment) => {
    const doors = new Set(slots.doors(segment))
    const known = new Map<string, Offer | undefined>()
    return columns.map(({ day, channel }) => {
      const key = `${day} ${channel.id}`
      if (doors.has(channel) && !known.has(key)) known.set(key, slots.free(day, channel, segment))
      return known.get(key)
    })
  }
  const bySegment = new Map([...new Set(choices.map(({ pool }) => pool.segment))].map((one) => [one, offersTo(one)]))
  const costs = choices.map((choice) => {
    const weighed = new Map<Offer, number>()
    return bySegment.get(choice.pool.segment)!.map((offer) => {
      if (!offer) return IMPOSSIBLE
      const cost = weighed.get(offer) ?? costOf(offer, choice, slots)
      weighed.set(offer, cost)
      return cost
    })
  })
  const found: (Offer | undefined)[] = choices.map(() => undefined)
  for (const [row, column] of munkres(costs)) found[row] = bySegment.get(choices[row]!.pool.segment)![column]
  return found
}

/** What an offer costs against all others of its week: what it is worth counts for it. */
export function costOf(offer: Offer, choice: Chosen, slots: Slots): number {
  const doors = slots.channels.length
  return (
    (TURN_COST * ((offer.day + slots.channels.indexOf(offer.channel)) % doors)) / doors +
    (choice.window && !choice.window.has(offer.day) ? OUTSIDE_COST : 0) +
    DAY_COST * Math.abs(offer.day - choice.wish) -
    value(offer, choice, slots)
  )
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
