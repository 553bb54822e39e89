import { instantOf, minutesOf, wallClock, within, type Day } from '../src/lib/zone'
import { daysBetween } from '../src/lib/zone'
import type { BriefChannel, BriefSegment, Placed, PlanBrief, PlanParams } from './brief'
import { reaches } from './targeting'

export type Wish = { segment: BriefSegment; topic: string; likes: (channel: BriefChannel) => number; day: number }
export type Slot = { channel: BriefChannel; at: Date; block: string | null }

const ANY_TIME = ['09-12', '14-18', '18-20']

/**
 * The free times of a period: days x channels x half hours, minus quiet hours, quotas, spacing and what stands there
 * already. A ledger: taking a slot uses up what it uses.
 */
export function openSlots(brief: PlanBrief, params: PlanParams) {
  const { timeZone, now } = brief
  const start = brief.from > now ? brief.from : now
  const days = daysBetween(start, brief.to, timeZone)
  const today = wallClock(now, timeZone)
  const sends = new Map<string, number>()
  const times = new Map<string, number[]>()
  const topics = new Map<string, Day[]>()
  const add = (key: string) => sends.set(key, (sends.get(key) ?? 0) + 1)
  const used = (key: string) => sends.get(key) ?? 0

  const note = (segment: string, topic: string, channel: string, day: Day, minutes: number) => {
    add(`${channel} ${day}`)
    add(`${channel} ${day} ${segment}`)
    add(`${segment} ${day}`)
    add(`${channel} all ${segment}`)
    const key = `${channel} ${day}`
    times.set(key, [...(times.get(key) ?? []), minutes])
    topics.set(`${segment} ${topic}`, [...(topics.get(`${segment} ${topic}`) ?? []), day])
  }
  const stands = ({ segment, topic, channel, at }: Placed) => {
    const { day, minutes } = wallClock(at, timeZone)
    note(segment, topic, channel, day, minutes)
  }
  for (const placed of [...(brief.kept ?? []), ...(brief.others ?? [])]) stands(placed)

  const open = brief.channels.filter((channel) => quota(channel, params) > 0)
  const clocks = new Map<string, { minutes: number; block: string | null }[]>()

  /** The times of a day on which a segment can be met through a channel, the segment's own hours first. */
  function clockFor(channel: BriefChannel, segment: BriefSegment) {
    const key = `${channel.id} ${segment.id}`
    const known = clocks.get(key)
    if (known) return known
    const quiet = (minutes: number) => within(minutes, minutesOf(channel.quietFrom), minutesOf(channel.quietTo))
    const of = (blocks: readonly string[], named: boolean) =>
      blocks
        .flatMap((block) => halfHours(block).map((minutes) => ({ minutes, block: named ? block : null })))
        .filter(({ minutes }) => !quiet(minutes))
    const own = of(segment.hours, true)
    const made = own.length ? own : of(ANY_TIME, false)
    clocks.set(key, made)
    return made
  }

  function timeOn(day: Day, channel: BriefChannel, segment: BriefSegment) {
    if (used(`${channel.id} ${day}`) >= quota(channel, params)) return undefined
    if (used(`${channel.id} ${day} ${segment.id}`) >= params.perChannelDay) return undefined
    const taken = times.get(`${channel.id} ${day}`) ?? []
    return clockFor(channel, segment).find(
      ({ minutes }) =>
        (day !== today.day || minutes > today.minutes) &&
        taken.every((other) => Math.abs(other - minutes) >= params.spacing),
    )
  }

  /** The free slot nearest to the wished day, on the channel that suits best and was used least; undefined when none is left. */
  function take({ segment, topic, likes, day: wished }: Wish): Slot | undefined {
    const doors = open.filter((channel) => reaches(channel, segment))
    const past = topics.get(`${segment.id} ${topic}`) ?? []
    const tooSoon = (day: Day) => past.some((other) => Math.abs(dayNumber(other) - dayNumber(day)) < params.topicGap)
    for (const patient of [true, false])
      for (const index of outwards(wished, days.length)) {
        const day = days[index]!
        if (used(`${segment.id} ${day}`) >= params.perSegmentDay || (patient && tooSoon(day))) continue
        const found = doors
          .map((channel) => ({ channel, time: timeOn(day, channel, segment) }))
          .filter((entry) => entry.time)
          .map((entry) => ({
            ...entry,
            worth: likes(entry.channel) - used(`${entry.channel.id} all ${segment.id}`) / 2,
          }))
        const best = found.sort((a, b) => b.worth - a.worth)[0]
        if (!best) continue
        note(segment.id, topic, best.channel.id, day, best.time!.minutes)
        return {
          channel: best.channel,
          at: instantOf(day, best.time!.minutes, timeZone),
          block: best.time!.block,
        }
      }
    return undefined
  }

  return { days: days.length, take, capacity: () => capacity(brief, open, days.length, params) }
}

/** A count of how many sends channels and segments can carry; the planner spends from it to set budgets. */
function capacity(brief: PlanBrief, open: readonly BriefChannel[], days: number, params: PlanParams) {
  const left = new Map(open.map((channel) => [channel.id, days * quota(channel, params)]))
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
        .filter((channel) => (pairs.get(`${channel.id} ${segment.id}`) ?? 0) < days * params.perChannelDay)
        .sort((a, b) => left.get(b.id)! - left.get(a.id)!)
      if (!best) return false
      left.set(best.id, left.get(best.id)! - 1)
      own.set(segment.id, own.get(segment.id)! - 1)
      pairs.set(`${best.id} ${segment.id}`, (pairs.get(`${best.id} ${segment.id}`) ?? 0) + 1)
      return true
    },
  }
}

export const quota = ({ dailyQuota, kind }: BriefChannel, params: PlanParams): number =>
  dailyQuota === null || !Number.isFinite(dailyQuota) ? params.quota[kind] : Math.max(0, Math.floor(dailyQuota))

const dayNumber = (day: Day) => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** Half hours of a block such as `18-20`, from half past its first hour. */
function halfHours(block: string): number[] {
  const [from, to] = block.split('-').map(Number)
  if (!Number.isFinite(from) || !Number.isFinite(to)) return []
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
