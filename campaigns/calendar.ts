import chineseDays from 'chinese-days'
import { SolarDay } from 'tyme4ts'
import { addDays, type Day } from '../src/lib/zone'

/** The last year whose holidays and working weekends the State Council has published in the data at hand. */
export const HOLIDAYS_KNOWN_TO = 2026

/**
 * Whether people are at work and at school: weekends, public holidays and adjusted working days (调休) counted. After
 * the last known year only weekends count; a plan that reaches there says so.
 */
export const worksOn = (day: Day): boolean => chineseDays.isWorkday(day)
/** A day off by public holiday, not just by weekend. */
export const isPublicHoliday = (day: Day): boolean =>
  chineseDays.isHoliday(day) && Number(day.slice(0, 4)) <= HOLIDAYS_KNOWN_TO

/** Month and day of the lunar calendar; a leap month has the same number as the one before it. */
export function lunarOf(day: Day): { month: number; day: number; leap: boolean } {
  const [year, month, date] = day.split('-').map(Number)
  const lunar = SolarDay.fromYmd(year!, month!, date!).getLunarDay()
  const of = lunar.getLunarMonth()
  return { month: of.getMonth(), day: lunar.getDay(), leap: of.isLeap() }
}

/**
 * Market days (赶集): 逢三八 is `{ system: 'lunar', digits: [3, 8] }`, every date whose last digit is 3 or 8; by weekday
 * `digits` are 1 (Monday) to 7.
 */
export type MarketRule = { system: 'lunar' | 'solar' | 'weekday'; digits: readonly number[]; except?: readonly Day[] }

/** The market days from one day to another, both included. At most 400 days are looked at. */
export function marketDays({ system, digits, except = [] }: MarketRule, from: Day, to: Day): Day[] {
  const numberOf = (day: Day) => {
    if (system === 'weekday') return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1
    return (system === 'lunar' ? lunarOf(day).day : Number(day.slice(8))) % 10
  }
  const wanted = new Set(system === 'weekday' ? digits : digits.map((digit) => digit % 10))
  const found: Day[] = []
  for (let day = from, looked = 0; day <= to && looked < 400; day = addDays(day, 1), looked++)
    if (wanted.has(numberOf(day)) && !except.includes(day)) found.push(day)
  return found
}
