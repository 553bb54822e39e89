import chineseDays from 'chinese-days'
import { SolarDay } from 'tyme4ts'
import { addDays, type Day } from '../src/lib/zone'

/** The last year whose holidays and working weekends the State Council has published in the data at hand. */
export const HOLIDAYS_KNOWN_TO = 2026

/** Days off, or days worked instead of them (调休), as people entered them from the notice; they win over the data. */
export type Holiday = { from: Day; to: Day; off: boolean }
export type Holidays = readonly Holiday[]

/**
 * Whether people are at work and at school: weekends, public holidays and adjusted working days (调休) counted. In a year
 * that is not known only weekends count; a plan that needs to know says so.
 */
export function worksOn(day: Day, told: Holidays = []): boolean {
  const said = toldOf(day, told)
  return said ? !said.off : chineseDays.isWorkday(day)
}

/** A day off by public holiday, not just by weekend; a weekend within a holiday belongs to it. */
export function isPublicHoliday(day: Day, told: Holidays = []): boolean {
  const said = toldOf(day, told)
  if (said) return said.off
  // Holidays carry their name in several languages, other days just that of the weekday.
  const { name, work } = chineseDays.getDayDetail(day)
  return !work && name.includes(',') && Number(day.slice(0, 4)) <= HOLIDAYS_KNOWN_TO
}

/** Whether the holidays of a year are in the data or were entered. */
export const holidaysKnown = (year: number, told: Holidays = []): boolean =>
  year <= HOLIDAYS_KNOWN_TO || told.some(({ off, from }) => off && Number(from.slice(0, 4)) === year)

/** A day worked stands against the holiday it belongs to. */
function toldOf(day: Day, told: Holidays): Holiday | undefined {
  const about = told.filter(({ from, to }) => from <= day && day <= to)
  return about.find(({ off }) => !off) ?? about[0]
}

/** Month and day of the lunar calendar; a leap month has the same number as the one before it. */
export function lunarOf(day: Day): { month: number; day: number; leap: boolean } {
  const lunar = lunarDay(day)
  const of = lunar.getLunarMonth()
  return { month: of.getMonth(), day: lunar.getDay(), leap: of.isLeap() }
}

/** 十月二十 */
export function lunarWords(day: Day): string {
  const lunar = lunarDay(day)
  return `${lunar.getLunarMonth().getName()}${lunar.getName()}`
}

function lunarDay(day: Day) {
  const [year, month, date] = day.split('-').map(Number)
  return SolarDay.fromYmd(year!, month!, date!).getLunarDay()
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
