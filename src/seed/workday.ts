import { addDays, instantOf, wallClock } from '../lib/zone'

/** 望禾县 lies in China, in whatever zone the server stands. */
const ZONE = 'Asia/Shanghai'

/** Nobody in the county is written to before eight or after half past eight in the evening. */
const [EIGHT, HALF_PAST_EIGHT] = [8 * 60, 20 * 60 + 30]
const OFFICE_HOURS = ['09-12', '14-18']

/** The wall-clock time of so many days before `now`. */
export function daysBefore(now: Date, days: number, minutes: number): Date {
  return instantOf(addDays(wallClock(now, ZONE).day, -days), minutes, ZONE)
}

/** The half hours of the day of `at` at which people with these hours can be met; office hours where none are known. */
export function timesOf(at: Date, hours: readonly string[]): Date[] {
  const { day } = wallClock(at, ZONE)
  const times = halfHours(hours)
  return (times.length ? times : halfHours(OFFICE_HOURS)).map((minutes) => instantOf(day, minutes, ZONE))
}

function halfHours(blocks: readonly string[]): number[] {
  return blocks.flatMap((block) => {
    const [from = 0, to = 0] = block.split('-').map((hour) => Number(hour) * 60)
    const first = Math.max(EIGHT, from)
    const last = Math.min(HALF_PAST_EIGHT, to - 30)
    return Array.from({ length: Math.max(0, Math.floor((last - first) / 30) + 1) }, (_, n) => first + n * 30)
  })
}
