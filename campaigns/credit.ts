import { addDays, type Day } from '../src/lib/zone'
import { CREDIT_DECAY, nextTopics } from './deficit'

/** Older weeks say nothing any more: what they owed has faded to a quarter. */
export const WEEKS_BACK = 13

/** What is carried out of the last closed week. `owed` in deliveries by cell; `sent`: deliveries so far, faded alike. */
export type Carried = { week: Day; sent: number; owed: Readonly<Record<string, number>> }
/** One topic of one segment: what of all is wanted for it, and what went out in a week. */
export type WeekCell = { key: string; weight: number; had: number }

export const mondayOf = (day: Day): Day => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))

/** The Mondays of the whole weeks before today that are not closed yet, in order; at most the last thirteen. */
export function openWeeks(last: Day | null, today: Day): Day[] {
  const current = mondayOf(today)
  const first = addDays(current, -7 * WEEKS_BACK)
  const from = last && last >= first ? addDays(mondayOf(last), 7) : first
  const weeks: Day[] = []
  for (let week = from; week < current; week = addDays(week, 7)) weeks.push(week)
  return weeks
}

/** One week on: what was owed, what this week wanted and got, faded (ranking.md 2.2). */
export function closeWeek(before: Carried | null, week: Day, cells: readonly WeekCell[]): Carried {
  const { owed, sent } = balance(before, cells)
  const faded = Object.entries(owed).map(([key, debt]) => [key, rounded(debt * CREDIT_DECAY)] as const)
  return {
    week,
    sent: rounded(sent * CREDIT_DECAY),
    owed: Object.fromEntries(faded.filter(([, debt]) => debt !== 0)),
  }
}

/** What stands now, in the middle of a week that is not closed. */
export function balance(carried: Carried | null, cells: readonly WeekCell[]): Omit<Carried, 'week'> {
  const { credit } = nextTopics(
    cells.map(({ weight }) => weight),
    0,
    { had: cells.map(({ had }) => had), credit: cells.map(({ key }) => carried?.owed[key] ?? 0) },
  )
  return {
    owed: Object.fromEntries(cells.map(({ key }, n) => [key, credit[n]! / CREDIT_DECAY])),
    sent: (carried?.sent ?? 0) + cells.reduce((sum, { had }) => sum + had, 0),
  }
}

/** So that a week closed twice, or on another machine, is the same to the last digit. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6 || 0
