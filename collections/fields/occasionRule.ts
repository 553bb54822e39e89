import type { PayloadRequest } from 'payload'
import { label } from '../../src/lib/labels'

const wrong = label('请填一个合适的数。', 'Enter a number that fits.')
const noSuchDay = label('没有这一天。', 'There is no such day.')
const backwards = label('结束不能早于开始。', 'The end cannot be before the beginning.')
const farApart = label('最长 62 天。', 'At most 62 days.')

type Sibling = { rule?: string; month?: number; day?: number; toMonth?: number; toDay?: number; from?: string }
type Context = { req: PayloadRequest; siblingData?: Sibling; path?: (string | number)[] }

/** The most days a lunar or a solar month can have; 29 February counts as a day. */
const lengthOf = (month: number | undefined, lunar: boolean) =>
  lunar ? 30 : ([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][(month ?? 1) - 1] ?? 31)

/** A whole number that the chosen rule needs; a notice may do without (then nothing is expected before it comes). */
export const within =
  (rules: readonly string[], max: number) =>
  (value: unknown, { req, siblingData: rule = {}, path = [] }: Context): true | string => {
    const language = req.i18n?.language === 'en' ? 'en' : 'zh'
    if (!rules.includes(rule.rule ?? '')) return true
    const name = String(path.at(-1) ?? '')
    const around = name === 'before' || name === 'after'
    if (value === null || value === undefined) return rule.rule === 'notice' || around || wrong[language]
    if (!Number.isInteger(value) || Number(value) > max || Number(value) < (around ? 0 : 1)) return wrong[language]
    const month = name === 'toDay' ? rule.toMonth : rule.month
    if ((name === 'day' || name === 'toDay') && Number(value) > lengthOf(month, rule.rule === 'lunar'))
      return noSuchDay[language]
    return true
  }

/** The end of a window that was set by notice. */
export const ordered = (value: unknown, { req, siblingData: row = {} }: Context): true | string => {
  const language = req.i18n?.language === 'en' ? 'en' : 'zh'
  if (!value || !row.from) return wrong[language]
  const days = (Date.parse(String(value)) - Date.parse(row.from)) / 86_400_000
  if (days < 0) return backwards[language]
  return days <= 62 || farApart[language]
}
