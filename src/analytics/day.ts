import type { Day } from '../lib/zone'

export type { Day } from '../lib/zone'

/** The day of an hour (hours since the epoch). All of an hour belongs to the day it begins in. */
export function dayIn(timeZone: string): (hour: number) => Day {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const known = new Map<number, Day>()
  return (hour) => {
    let day = known.get(hour)
    if (!day) known.set(hour, (day = format.format(hour * 3_600_000)))
    return day
  }
}
