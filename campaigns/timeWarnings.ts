import { wallClock, type Day } from '../src/lib/zone'
import type { BriefChannel, PlanBrief, PlanParams } from './brief'
import { holidaysKnown } from './calendar'
import type { Reason } from './reasons'
import { quota, type Slots } from './slots'

/**
 * Why time is scarcer than it looks: a period that is over, channels that cannot be used in it, segments that are never
 * to be disturbed, days that other campaigns have filled, years whose holidays nobody entered yet.
 */
export function timeWarnings(brief: PlanBrief, params: PlanParams, slots: Slots): Reason[] {
  if (!slots.days) return [{ code: 'period-past' }]
  const isMute = (channel: BriefChannel) =>
    brief.segments.length > 0 && brief.segments.every((segment) => !slots.hasHours(channel, segment))
  return [
    ...brief.channels.flatMap((channel): Reason[] => {
      if (quota(channel, params) === 0) return [{ code: 'channel-no-quota', channel: channel.id }]
      if (!slots.usable(channel.id)) return [{ code: 'channel-no-days', channel: channel.id }]
      return isMute(channel) ? [{ code: 'channel-no-time', channel: channel.id }] : []
    }),
    ...brief.segments.flatMap((segment): Reason[] => {
      const doors = slots.doors(segment).filter((channel) => slots.usable(channel.id) && !isMute(channel))
      const never = doors.length > 0 && doors.every((channel) => !slots.hasTimes(channel, segment))
      return never ? [{ code: 'segment-no-time', segment: segment.id }] : []
    }),
    ...taken(brief, params, slots.dates),
    ...unknownYears(brief, slots.dates),
  ]
}

/** Days on which others alone use up what a channel takes. */
function taken({ channels, others = [], timeZone }: PlanBrief, params: PlanParams, days: readonly Day[]): Reason[] {
  const open = new Set(days)
  return channels.flatMap((channel): Reason[] => {
    const most = quota(channel, params)
    if (!most) return []
    const byDay = new Map<Day, string[]>()
    for (const { channel: door, at, campaign } of others) {
      if (door !== channel.id) continue
      const { day } = wallClock(at, timeZone)
      if (open.has(day)) byDay.set(day, [...(byDay.get(day) ?? []), campaign ?? ''])
    }
    const full = [...byDay].filter(([, sends]) => sends.length >= most).sort(([a], [b]) => (a < b ? -1 : 1))
    const campaigns = [...new Set(full.flatMap(([, sends]) => sends))].filter((id) => id)
    return full.length
      ? [{ code: 'channel-taken', channel: channel.id, campaigns, days: full.map(([day]) => day) }]
      : []
  })
}

/** Only where something asks for holidays: hours of school and work, channels that rest. */
function unknownYears({ segments, channels, holidays }: PlanBrief, days: readonly Day[]): Reason[] {
  const asks =
    channels.some(({ offHolidays }) => offHolidays) ||
    segments.some(({ closed }) => closed?.some(({ workdays }) => workdays))
  if (!asks) return []
  return [...new Set(days.map((day) => Number(day.slice(0, 4))))]
    .filter((year) => !holidaysKnown(year, holidays))
    .map((year) => ({ code: 'holidays-unknown', year }))
}
