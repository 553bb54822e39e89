import { addDays, type Day } from '../src/lib/zone'
import { occasionsBetween, type OccasionRule, type Span } from './occasions'
import { dayWords, type Language } from './reasons'

/** “12 月 1 日到 7 日”, with 预计 where no notice has come yet. */
export function spanWords({ from, to, expected }: Span, language: Language): string {
  const guess = expected ? (language === 'en' ? ' (expected)' : '（预计）') : ''
  if (from === to) return dayWords(from, language) + guess
  const sameMonth = from.slice(0, 7) === to.slice(0, 7)
  const end = language === 'zh' && sameMonth ? `${Number(to.slice(8))} 日` : dayWords(to, language)
  return `${dayWords(from, language)}${language === 'en' ? ' to ' : '到 '}${end}${guess}`
}

/** When an occasion is next, this time and the one after; why nothing can be said where nothing can. */
export function occasionWords(rule: OccasionRule, today: Day, language: Language): string {
  const next = occasionsBetween(rule, today, addDays(today, 800)).slice(0, 2)
  const en = language === 'en'
  if (!next.length)
    return rule.rule === 'notice' && !rule.month
      ? en
        ? 'No dates yet: enter them when the notice comes.'
        : '还没有日子：收到通知后填在下面。'
      : en
        ? 'This gives no day yet.'
        : '照这样填，还算不出是哪天。'
  const said = next.map((span) => `${span.from.slice(0, 4)}${en ? ': ' : ' 年 '}${spanWords(span, language)}`)
  return en ? `Next: ${said.join('; ')}.` : `接下来：${said.join('；')}。`
}
