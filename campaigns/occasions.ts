import { LunarDay, LunarMonth } from 'tyme4ts'
import { addDays, type Day } from '../src/lib/zone'

/**
 * When a law week (法治节点) is. `fixed` and `lunar`: one day with days before and after; `range`: from one date to another;
 * `week`: the nth week of a month, Monday to Sunday, the one with the 1st being the first; `notice`: the dates of the year
 * are announced, `month`/`day` are only what is to be expected. `years`: what a notice has set, for any rule.
 */
export type OccasionRule = {
  rule: 'fixed' | 'range' | 'week' | 'lunar' | 'notice'
  month?: number | null
  day?: number | null
  toMonth?: number | null
  toDay?: number | null
  week?: number | null
  before?: number | null
  after?: number | null
  years?: readonly { from: Day; to: Day }[]
}
/** `expected`: not announced yet, the dates are a guess from other years. */
export type Span = { from: Day; to: Day; expected: boolean }

/** When the occasion is in a year; null when nothing can be said (no notice, or a date that is none). */
export function occasionIn(rule: OccasionRule, year: number): Span | null {
  const told = rule.years?.find(({ from }) => Number(from.slice(0, 4)) === year)
  if (told) return { from: told.from, to: told.to, expected: false }
  const found = byRule(rule, year)
  return found && { ...found, expected: rule.rule === 'notice' }
}

/** The times an occasion has in a period, earliest first; each whole, also where only a part of it lies within. */
export function occasionsBetween(rule: OccasionRule, from: Day, to: Day): Span[] {
  const found: Span[] = []
  // A lunar date late in its year lies in the next one; a window may begin in the year before.
  for (let year = Number(from.slice(0, 4)) - 1; year <= Number(to.slice(0, 4)); year++) {
    const span = occasionIn(rule, year)
    if (span && span.from <= to && span.to >= from) found.push(span)
  }
  return found
}

function byRule(rule: OccasionRule, year: number): Pick<Span, 'from' | 'to'> | null {
  const { month, day } = rule
  if (!month) return null
  if (rule.rule === 'week') {
    const first = date(year, month, 1)!
    const monday = addDays(first, -((new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7))
    const from = addDays(monday, ((rule.week ?? 1) - 1) * 7)
    return { from, to: addDays(from, 6) }
  }
  if (!day) return null
  if (rule.rule === 'lunar') return around(lunarDate(year, month, day), rule)
  const from = date(year, month, day)
  if (rule.rule === 'fixed') return around(from, rule)
  const ends = rule.toMonth && rule.toDay ? [rule.toMonth, rule.toDay] : [month, day]
  // A range such as 20 December to 10 January ends in the next year.
  const [toMonth, toDay] = ends as [number, number]
  const to = date(toMonth < month || (toMonth === month && toDay < day) ? year + 1 : year, toMonth, toDay)
  return from && to ? { from, to } : null
}

const around = (day: Day | null, { before, after }: OccasionRule) =>
  day === null ? null : { from: addDays(day, -(before ?? 0)), to: addDays(day, after ?? 0) }

/** A day of the calendar; 29 February of another year is the 28th, 31 April is none. */
function date(year: number, month: number, day: number): Day | null {
  const two = (n: number) => String(n).padStart(2, '0')
  const at = new Date(Date.UTC(year, month - 1, day))
  if (at.getUTCMonth() === month - 1) return `${year}-${two(month)}-${two(day)}`
  return month === 2 && day === 29 ? `${year}-02-28` : null
}

/** The day of a lunar date; the 30th of a short month is its last day (除夕 is 腊月三十 in every year). */
function lunarDate(year: number, month: number, day: number): Day | null {
  const length = LunarMonth.fromYm(year, month).getDayCount()
  const solar = LunarDay.fromYmd(year, month, Math.min(day, length)).getSolarDay()
  return date(solar.getYear(), solar.getMonth(), solar.getDay())
}
