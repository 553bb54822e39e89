import { addDays, type Day } from '../src/lib/zone'
import { lunarWords, marketDays, type MarketRule } from './calendar'
import { dayWords, type Language } from './reasons'

const SHOWN = 5

/** “下几个赶集日：11 月 28 日（农历十月二十）、……”: what a rule means, so that a wrong one is seen before it is saved. */
export function marketWords(rule: MarketRule, today: Day, language: Language): string {
  const next = marketDays(rule, today, addDays(today, 399)).slice(0, SHOWN)
  if (!next.length)
    return language === 'en' ? 'There is no market day within a year.' : '一年里都没有赶集日，请看看填得对不对。'
  const lunar = (day: Day) => {
    if (rule.system === 'weekday') return ''
    return language === 'en' ? '' : `（农历${lunarWords(day)}）`
  }
  const days = next.map((day) => `${dayWords(day, language)}${lunar(day)}`)
  return language === 'en' ? `Next market days: ${days.join(', ')}.` : `下几个赶集日：${days.join('、')}。`
}
