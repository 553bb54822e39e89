import type { Field, PayloadRequest } from 'payload'
import { label } from '../../src/lib/labels'

const missing = label('请选至少一个日子。', 'Choose at least one day.')
type Rule = { system?: string | null }

/** A choice of days that has to be made once its kind of calendar is chosen. */
const days = (name: string, systems: readonly string[], field: object, options: object[]): Field =>
  ({
    name,
    type: 'select',
    hasMany: true,
    options,
    ...field,
    admin: { condition: (_data: unknown, rule: Rule) => systems.includes(rule?.system ?? '') },
    validate: (value: unknown, { req, siblingData }: { req: PayloadRequest; siblingData?: Rule }) =>
      !systems.includes(siblingData?.system ?? '') ||
      (Array.isArray(value) && value.length > 0) ||
      missing[req.i18n?.language === 'en' ? 'en' : 'zh'],
  }) as Field

const ends = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']
const weekdaysEn = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Market days (赶集): 逢三八 is every date that ends in 3 or 8. */
export const marketField: Field = {
  name: 'market',
  type: 'group',
  label: label('赶集日', 'Market days'),
  fields: [
    {
      name: 'system',
      type: 'select',
      label: label('怎么定', 'Set by'),
      admin: { description: label('不选就是没有赶集日。', 'No market days when empty.') },
      options: [
        { value: 'lunar', label: label('按农历逢几', 'Lunar date') },
        { value: 'solar', label: label('按公历逢几', 'Date of the month') },
        { value: 'weekday', label: label('按星期', 'Weekday') },
      ],
    },
    days(
      'digits',
      ['lunar', 'solar'],
      { label: label('逢几', 'Dates ending in') },
      ends.map((name, n) => ({ value: String((n + 1) % 10), label: label(`逢${name}`, `${(n + 1) % 10}`) })),
    ),
    days(
      'weekdays',
      ['weekday'],
      { label: label('星期几', 'Weekdays') },
      weekdays.map((name, n) => ({ value: String(n + 1), label: label(name, weekdaysEn[n]!) })),
    ),
    {
      name: 'except',
      type: 'array',
      labels: { singular: label('一天', 'Day'), plural: label('日子', 'Days') },
      label: label('哪些天不赶集', 'Days without a market'),
      admin: { condition: (_data, rule: Rule) => Boolean(rule?.system) },
      fields: [
        {
          name: 'day',
          type: 'date',
          required: true,
          admin: { date: { pickerAppearance: 'dayOnly', displayFormat: 'yyyy-MM-dd' } },
          label: label('日期', 'Date'),
        },
      ],
    },
    {
      name: 'only',
      type: 'checkbox',
      defaultValue: false,
      label: label('只在赶集日用这个渠道', 'Use this channel on market days only'),
      admin: { condition: (_data, rule: Rule) => Boolean(rule?.system) },
    },
    { name: 'next', type: 'ui', admin: { components: { Field: '/src/admin/calendar/MarketPreview#MarketPreview' } } },
  ],
}
