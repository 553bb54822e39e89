/** A calendar day in a named time zone. Days compare and sort as `YYYY-MM-DD`. */
export type Day = string

const MINUTE = 60_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** The wall clock of an instant in a zone: its day and the minutes since midnight. */
export function wallClock(instant: Date, timeZone: string): { day: Day; minutes: number } {
  const part = Object.fromEntries(
    format(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  )
  return { day: `${part.year}-${part.month}-${part.day}`, minutes: Number(part.hour) * 60 + Number(part.minute) }
}

/** The instant of a wall-clock time; where the clock jumps, the time after the jump. */
export function instantOf(day: Day, minutes: number, timeZone: string): Date {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE
  const guess = new Date(asUtc - offset(new Date(asUtc), timeZone))
  return new Date(asUtc - offset(guess, timeZone))
}

/** The days from one instant to another, both included, in order; empty when the second is earlier. At most `most`. */
export function daysBetween(from: Date, to: Date, timeZone: string, most = 400): Day[] {
  const last = wallClock(to, timeZone).day
  const days: Day[] = []
  for (let day = wallClock(from, timeZone).day; day <= last && days.length < most; day = addDays(day, 1)) days.push(day)
  return days
}

export const addDays = (day: Day, count: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 24 * 60 * MINUTE).toISOString().slice(0, 10)

/** Minutes since midnight of `21:30`; null for anything else. */
export function minutesOf(time: string | null | undefined): number | null {
  const [, hours, minutes] = /^\s*(\d{1,2})[:：](\d{2})\s*$/.exec(time ?? '') ?? []
  const total = Number(hours) * 60 + Number(minutes)
  return Number(hours) <= 24 && Number(minutes) < 60 ? total : null
}

/** Whether a time of day lies in a span that may run over midnight; an unset or empty span contains nothing. */
export function within(minutes: number, from: number | null, to: number | null): boolean {
  if (from === null || to === null || from === to) return false
  return from < to ? minutes >= from && minutes < to : minutes >= from || minutes < to
}

function offset(instant: Date, timeZone: string): number {
  const { day, minutes } = wallClock(instant, timeZone)
  const whole = Math.floor(instant.getTime() / MINUTE) * MINUTE
  return Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE - whole
}

function format(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(timeZone, made)
  return made
}

export function isZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return true
  } catch {
    return false
  }
}
