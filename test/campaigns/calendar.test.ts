import { describe, expect, it } from 'vitest'
import { holidaysKnown, isPublicHoliday, lunarOf, lunarWords, marketDays, worksOn } from '../../campaigns/calendar'

describe('the calendar of a county', () => {
  it('knows holidays, and weekends on which people work', () => {
    expect(worksOn('2026-10-01')).toBe(false)
    expect(isPublicHoliday('2026-10-01')).toBe(true)
    expect(worksOn('2026-11-24')).toBe(true)
    expect(worksOn('2026-11-28')).toBe(false)
    const days = Array.from({ length: 365 }, (_, n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
    expect(days.filter((day) => worksOn(day))).toHaveLength(248)
    expect(days.some((day) => worksOn(day) && [0, 6].includes(new Date(day).getUTCDay()))).toBe(true)
  })

  it('tells a public holiday from a weekend, and a worked weekend from both', () => {
    const week = ['2026-10-04', '2026-10-10', '2026-11-28', '2027-01-01']
    expect(week.filter((day) => isPublicHoliday(day))).toEqual(['2026-10-04'])
    expect(week.filter((day) => worksOn(day))).toEqual(['2026-10-10', '2027-01-01'])
  })

  it('takes the holidays of later years from what people entered, and knows which years are missing', () => {
    const told = [
      { from: '2027-01-01', to: '2027-01-03', off: true },
      { from: '2027-01-03', to: '2027-01-03', off: false },
    ]
    expect(['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'].map((day) => worksOn(day, told))).toEqual([
      false,
      false,
      true,
      true,
    ])
    expect(isPublicHoliday('2027-01-01', told)).toBe(true)
    expect(isPublicHoliday('2027-01-03', told)).toBe(false)
    expect([2026, 2027, 2028].map((year) => holidaysKnown(year, told))).toEqual([true, true, false])
  })

  it('knows the lunar date', () => {
    expect(lunarWords('2026-11-28')).toBe('十月二十')
    expect(lunarOf('2026-02-17')).toEqual({ month: 1, day: 1, leap: false })
    expect(lunarOf('2026-10-18')).toEqual({ month: 9, day: 9, leap: false })
  })

  it('finds the market days 逢三八, without those that fall out', () => {
    const days = marketDays({ system: 'lunar', digits: [3, 8] }, '2026-02-17', '2026-03-01')
    expect(days).toEqual(['2026-02-19', '2026-02-24', '2026-03-01'])
    const without = { system: 'lunar', digits: [3, 8], except: ['2026-02-24'] } as const
    expect(marketDays(without, '2026-02-17', '2026-03-01')).toEqual(['2026-02-19', '2026-03-01'])
    expect(marketDays({ system: 'weekday', digits: [1] }, '2026-11-23', '2026-11-30')).toEqual([
      '2026-11-23',
      '2026-11-30',
    ])
    expect(marketDays({ system: 'solar', digits: [5, 10] }, '2026-11-24', '2026-11-30')).toEqual([
      '2026-11-25',
      '2026-11-30',
    ])
  })
})
