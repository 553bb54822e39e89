/** `2026-11-22`, in the site's time zone. */
export type Day = string

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

/** `n` days after a day; negative goes back. */
export function daysAfter(day: Day, n: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10)
}

export const daysBetween = (from: Day, to: Day) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
