import { minutesOf, wallClock, within } from '../src/lib/zone'
import type { BriefChannel, BriefSegment, Placed, PlanParams } from './brief'
import { isPublicHoliday, worksOn, type Holidays } from './calendar'
import type { Clash } from './reasons'
import { quota } from './slots'

type Place = { placed: Placed; channel: BriefChannel; segment: BriefSegment; timeZone: string; holidays?: Holidays }

/**
 * What stands against a time that a person chooses by hand: a day that others have filled, a neighbour too close, the
 * same item lately, quiet hours, no market, a holiday. All of it is said, nothing is forbidden: a person may know better.
 * @param standing what else goes through this channel around that day, or to this segment, also of other campaigns
 */
export function clashesAt(
  { placed, channel, segment, timeZone, holidays }: Place,
  standing: readonly Placed[],
  params: PlanParams,
): Clash[] {
  const { day, minutes } = wallClock(placed.at, timeZone)
  const sameDoor = standing.filter((other) => other.channel === placed.channel)
  const sameDay = sameDoor.filter((other) => wallClock(other.at, timeZone).day === day)
  const close = sameDoor.filter((other) => apart(other, placed) < params.spacing * 60_000)
  const again = standing.find(
    (other) =>
      other.item === placed.item && other.segment === placed.segment && apart(other, placed) < params.repeatDays * DAY,
  )
  const takes = quota(channel, params)
  return [
    ...(sameDay.length >= takes
      ? [{ code: 'clash-full', channel: channel.id, day, quota: takes, campaigns: campaignsOf(sameDay) } as const]
      : []),
    ...close.slice(0, 1).map((other) => ({ code: 'clash-close', channel: channel.id, item: other.item }) as const),
    ...(again ? [{ code: 'clash-again', segment: segment.id, day: wallClock(again.at, timeZone).day } as const] : []),
    ...(within(minutes, minutesOf(channel.quietFrom), minutesOf(channel.quietTo))
      ? [{ code: 'clash-quiet', channel: channel.id } as const]
      : []),
    ...(segment.closed?.some(
      (span) => (!span.workdays || worksOn(day, holidays)) && within(minutes, span.from, span.to),
    )
      ? [{ code: 'clash-closed', segment: segment.id } as const]
      : []),
    ...(channel.days && !channel.days.includes(day)
      ? [{ code: 'clash-market', channel: channel.id, day } as const]
      : []),
    ...(channel.offHolidays && isPublicHoliday(day, holidays)
      ? [{ code: 'clash-holiday', channel: channel.id, day } as const]
      : []),
  ]
}

const DAY = 86_400_000

const apart = (one: Placed, other: Placed) => Math.abs(one.at.getTime() - other.at.getTime())

const campaignsOf = (placed: readonly Placed[]) => [...new Set(placed.flatMap(({ campaign }) => campaign ?? []))]
