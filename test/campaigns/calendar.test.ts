import { describe, expect, it } from 'vitest'
import { isPublicHoliday, lunarOf, marketDays, worksOn } from '../../campaigns/calendar'

describe('the calendar of a county', () => {
  it('knows holidays, and weekends on which people work', () => {
    expect(worksOn('2026-10-01')).toBe(false)
    expect(isPublicHoliday('2026-10-01')).toBe(true)
    expect(worksOn('2026-11-24')).toBe(true)
    expect(worksOn('2026-11-28')).toBe(false)
    const days = Array.from({ length: 365 }, (_, n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
    expect(days.filter(worksOn)).toHaveLength(248)
    expect(days.some((day) => worksOn(day) && [0, 6].includes(new Date(day).getUTCDay()))).toBe(true)
  })

  it('knows the lunar date', () => {
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
