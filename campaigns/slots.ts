import { daysBetween, instantOf, minutesOf, wallClock, within, type Day } from '../src/lib/zone'
import type { BriefChannel, BriefSegment, Closed, PlanBrief, PlanParams } from './brief'
import { isPublicHoliday, worksOn } from './calendar'
import { reaches } from './targeting'

export type Wish = {
  segment: BriefSegment
  topic: string
  likes: (offer: Offer) => number
  day: number
  /** Days to be tried first, such as those of a law week: there the same topic may come day after day. */
  within?: ReadonlySet<number>
}
/** A time on a day on which a channel could still meet a segment. `day` counts from the first day of the period. */
export type Offer = { channel: BriefChannel; day: number; minutes: number; block: string | null }
export type Slot = { channel: BriefChannel; day: number; at: Date; block: string | null }
export type Slots = ReturnType<typeof openSlots>

const ANY_TIME = ['09-12', '14-18', '18-20']
const WEEK = 7

/**
 * The free times of a period: days x channels x half hours, minus quiet hours, hours a segment is not to be disturbed,
 * quotas, caps, spacing and what stands there already. A ledger: holding an offer uses up what it uses.
 */
export function openSlots(brief: PlanBrief, params: PlanParams) {
  const { timeZone, now } = brief
  const start = brief.from > now ? brief.from : now
  const days = daysBetween(start, brief.to, timeZone)
  const today = wallClock(now, timeZone)
  const open = brief.channels.filter((channel) => quota(channel, params) > 0)
  const usable = usableDays(brief, days)
  const works = new Map(days.map((day) => [day, worksOn(day, brief.holidays)]))
  const sends = new Map<string, number>()
  const times = new Map<string, number[]>()
  /** Day numbers of what a segment got: of all, by topic, by channel. */
  const got = new Map<string, number[]>()
  const used = (place: string) => sends.get(place) ?? 0
  const days7 = (place: string, day: number) =>
    (got.get(place) ?? []).filter((other) => other > day - WEEK && other <= day).length

  const note = (segment: string, topic: string, channel: string, day: Day, minutes: number) => {
    for (const place of [
      key('channel', channel, day),
      key('both', channel, day, segment),
      key('segment', segment, day),
    ])
      sends.set(place, used(place) + 1)
    push(times, key(channel, day), minutes)
    for (const place of [key(segment), key(segment, 'topic', topic), key(segment, 'channel', channel)])
      push(got, place, dayNumber(day))
  }
  for (const { segment, topic, channel, at } of [...(brief.kept ?? []), ...(brief.others ?? [])]) {
    const { day, minutes } = wallClock(at, timeZone)
    note(segment, topic, channel, day, minutes)
  }

  const clocks = new Map<string, Clock[]>()
  const clockOf = (channel: BriefChannel, segment: BriefSegment) => {
    const at = key(channel.id, segment.id)
    const known = clocks.get(at) ?? clockFor(channel, segment)
    clocks.set(at, known)
    return known
  }

  /** Whether the day takes one more at all: quotas and caps, the market, holidays. */
  function room(index: number, channel: BriefChannel, segment: BriefSegment): boolean {
    const day = days[index]!
    if (!usable.get(channel.id)?.has(index)) return false
    if (used(key('channel', channel.id, day)) >= quota(channel, params)) return false
    if (used(key('segment', segment.id, day)) >= params.perSegmentDay) return false
    if (used(key('both', channel.id, day, segment.id)) >= params.perChannelDay) return false
    const week = busiestWeek(got.get(key(segment.id, 'channel', channel.id)) ?? [], dayNumber(day))
    return week < params.perChannelWeek
  }

  /** Whether the time is still to come, and none at which the segment is not to be disturbed. */
  const isOpen = (index: number, segment: BriefSegment, minutes: number) => {
    const day = days[index]!
    return (
      (day !== today.day || minutes > today.minutes) &&
      !(segment.closed ?? []).some((closed) => isClosed(closed, works.get(day)!, minutes))
    )
  }

  const timely = (index: number, channel: BriefChannel, segment: BriefSegment, minutes: number) =>
    (times.get(key(channel.id, days[index]!)) ?? []).every((other) => Math.abs(other - minutes) >= params.spacing) &&
    isOpen(index, segment, minutes)

  const hasTimes = (channel: BriefChannel, segment: BriefSegment) =>
    [...(usable.get(channel.id) ?? [])].some((index) =>
      clockOf(channel, segment).some(({ minutes }) => isOpen(index, segment, minutes)),
    )

  /** The best time left on a day; undefined when a quota, a cap or the clock forbids. */
  function free(index: number, channel: BriefChannel, segment: BriefSegment): Offer | undefined {
    if (!room(index, channel, segment)) return undefined
    const found = clockOf(channel, segment).find(({ minutes }) => timely(index, channel, segment, minutes))
    return found && { channel, day: index, ...found }
  }

  /** The same for one given time. */
  function freeAt(index: number, channel: BriefChannel, segment: BriefSegment, minutes: number): Offer | undefined {
    if (isQuiet(channel, minutes) || !room(index, channel, segment)) return undefined
    return timely(index, channel, segment, minutes) ? { channel, day: index, minutes, block: null } : undefined
  }

  /** Segments with no time left on any day: nothing is ever given back, so nobody need look again. */
  const full = new Set<string>()

  const topicTooSoon = (segment: string, topic: string, index: number) =>
    (got.get(key(segment, 'topic', topic)) ?? []).some(
      (other) => Math.abs(other - dayNumber(days[index]!)) < params.topicGap,
    )

  function hold({ channel, day, minutes, block }: Offer, segment: string, topic: string): Slot {
    note(segment, topic, channel.id, days[day]!, minutes)
    return { channel, day, at: instantOf(days[day]!, minutes, timeZone), block }
  }

  return {
    days: days.length,
    /** The days themselves, from the first that is still to come. */
    dates: days,
    /** Days on which a channel can be used at all. */
    usable: (channel: string) => usable.get(channel)?.size ?? 0,
    /** Whether there is any hour outside quiet hours in which the channel meets the segment. */
    hasHours: (channel: BriefChannel, segment: BriefSegment) => clockOf(channel, segment).length > 0,
    /** Whether any of these hours comes on a day of the channel and leaves the segment undisturbed. */
    hasTimes,
    doors: (segment: BriefSegment) => open.filter((channel) => reaches(channel, segment)),
    channels: open,
    free,
    freeAt,
    hold,
    topicTooSoon,
    /** How often a channel has met a segment, in this plan and before. */
    sent: (segment: string, channel: string) => got.get(key(segment, 'channel', channel))?.length ?? 0,
    /** What is left of a segment's interest on a day after what it got in the seven days before: 1 when fresh. */
    interest: (segment: string, topic: string, index: number) =>
      Math.exp(
        -params.fatigue.any * days7(segment, dayNumber(days[index]!)) -
          params.fatigue.topic * days7(key(segment, 'topic', topic), dayNumber(days[index]!)),
      ),
    /** The free offer nearest to the wished day that is liked most; the same topic again too soon only when nothing else is left. */
    take({ segment, topic, likes, day: wished, within: first }: Wish): Slot | undefined {
      if (full.has(segment.id)) return undefined
      const doors = open.filter((channel) => reaches(channel, segment))
      for (const round of first ? (['within', 'patient', 'any'] as const) : (['patient', 'any'] as const))
        for (const index of outwards(wished, days.length)) {
          if (round === 'within' && !first!.has(index)) continue
          if (round === 'patient' && topicTooSoon(segment.id, topic, index)) continue
          const offers = doors.flatMap((channel) => free(index, channel, segment) ?? [])
          const best = offers.sort((a, b) => likes(b) - likes(a))[0]
          if (best) return hold(best, segment.id, topic)
        }
      full.add(segment.id)
      return undefined
    },
    capacity: () => capacity(brief, open, usable, days.length, params),
  }
}

type Clock = { minutes: number; block: string | null }

/** The times of a day on which a segment can be met through a channel, the most promising block first. */
function clockFor(channel: BriefChannel, segment: BriefSegment): Clock[] {
  const of = (blocks: readonly string[], named: boolean) =>
    blocks
      .flatMap((block) => halfHours(block).map((minutes) => ({ minutes, block: named ? block : null })))
      .filter(({ minutes }) => !isQuiet(channel, minutes))
  const worth = (block: string) =>
    segment.worth?.find((one) => one.channel === channel.id && one.block === block)?.value ?? 0
  const bestFirst = (blocks: readonly string[]) => [...blocks].sort((a, b) => worth(b) - worth(a))
  const own = of(bestFirst(segment.hours), true)
  return own.length ? own : of(bestFirst(ANY_TIME), false)
}

const isQuiet = ({ quietFrom, quietTo }: BriefChannel, minutes: number) =>
  within(minutes, minutesOf(quietFrom), minutesOf(quietTo))

const isClosed = ({ from, to, workdays }: Closed, works: boolean, minutes: number) =>
  (!workdays || works) && within(minutes, from, to)

/** Indexes of the days on which each channel is open: all, its market days, no public holidays. */
function usableDays({ channels, holidays }: PlanBrief, days: readonly Day[]): Map<string, Set<number>> {
  const off = channels.some(({ offHolidays }) => offHolidays)
    ? new Set(days.filter((day) => isPublicHoliday(day, holidays)))
    : new Set<Day>()
  return new Map(
    channels.map(({ id, days: only, offHolidays }) => {
      const open = only && new Set(only)
      const indexes = days.flatMap((day, n) => ((open && !open.has(day)) || (offHolidays && off.has(day)) ? [] : [n]))
      return [id, new Set(indexes)]
    }),
  )
}

/** The most sends in any seven days around a day. */
function busiestWeek(sent: readonly number[], day: number): number {
  const near = sent.filter((other) => Math.abs(other - day) < WEEK)
  let most = 0
  for (let from = day - WEEK + 1; from <= day; from++)
    most = Math.max(most, near.filter((other) => other >= from && other < from + WEEK).length)
  return most
}

const push = (lists: Map<string, number[]>, key: string, value: number) =>
  void (lists.get(key)?.push(value) ?? lists.set(key, [value]))

/** A count of how many sends channels and segments can carry; the planner spends from it to set budgets. */
function capacity(
  brief: PlanBrief,
  open: readonly BriefChannel[],
  usable: ReadonlyMap<string, ReadonlySet<number>>,
  days: number,
  params: PlanParams,
) {
  const daysOf = (channel: string) => usable.get(channel)?.size ?? 0
  const left = new Map(open.map((channel) => [channel.id, daysOf(channel.id) * quota(channel, params)]))
  for (const { channel } of brief.others ?? [])
    if (left.has(channel)) left.set(channel, Math.max(0, left.get(channel)! - 1))
  const own = new Map(brief.segments.map(({ id }) => [id, days * params.perSegmentDay]))
  const pairs = new Map<string, number>()
  return {
    /** Takes one send for the segment through the emptiest channel; false when nothing reaches it any more. */
    spend(segment: BriefSegment): boolean {
      if (own.get(segment.id)! <= 0) return false
      const [best] = open
        .filter((channel) => reaches(channel, segment) && left.get(channel.id)! > 0)
        .filter((channel) => (pairs.get(key(channel.id, segment.id)) ?? 0) < daysOf(channel.id) * params.perChannelDay)
        .sort((a, b) => left.get(b.id)! - left.get(a.id)!)
      if (!best) return false
      left.set(best.id, left.get(best.id)! - 1)
      own.set(segment.id, own.get(segment.id)! - 1)
      pairs.set(key(best.id, segment.id), (pairs.get(key(best.id, segment.id)) ?? 0) + 1)
      return true
    },
  }
}

export const quota = ({ dailyQuota, kind }: BriefChannel, params: PlanParams): number =>
  dailyQuota === null || !Number.isFinite(dailyQuota) ? params.quota[kind] : Math.max(0, Math.floor(dailyQuota))

/** Ids are anybody's words: a channel may be called as a segment is. */
const key = (...parts: string[]) => parts.join('\0')

const dayNumber = (day: Day) => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** Half hours of a block such as `18-20`, from half past its first hour; none of hours no day has: they would be another day's. */
function halfHours(block: string): number[] {
  const [from, to] = block.split('-').map(Number)
  if (!(from! >= 0 && to! <= 24)) return []
  const times: number[] = []
  for (let minutes = from! * 60 + 30; minutes < to! * 60; minutes += 30) times.push(minutes)
  return times
}

/** 5, 6, 4, 7, 3 ...: the days around a wish, nearest first. */
function* outwards(wished: number, length: number): Generator<number> {
  const middle = Math.min(Math.max(0, wished), length - 1)
  for (let step = 0; step < length; step++) {
    if (middle + step < length) yield middle + step
    if (step > 0 && middle - step >= 0) yield middle - step
  }
}
