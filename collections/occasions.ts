import type { CollectionConfig, Field } from 'payload'
import { label } from '../src/lib/labels'
import { only, staff } from './access'
import { ordered, within } from './fields/occasionRule'
import { slugField, slugFrom } from './fields/slug'
import { loggedRows } from './hooks/logged'

const dayOnly = { date: { pickerAppearance: 'dayOnly', displayFormat: 'yyyy-MM-dd' } } as const
const whole = (name: string, text: ReturnType<typeof label>, max: number, rules: readonly string[]): Field => ({
  ...{ name, type: 'number', min: name === 'before' || name === 'after' ? 0 : 1, max, label: text },
  validate: within(rules, max),
  admin: { condition: (_data, sibling) => rules.includes(sibling?.rule) },
})

/** Law weeks and days (法治节点): when they are, what they are about, how much of it is to go out. */
export const occasions: CollectionConfig = {
  slug: 'occasions',
  labels: { singular: label('法治节点', 'Occasion'), plural: label('法治节点', 'Occasions') },
  defaultSort: 'month',
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'rule', 'month', 'day', 'floor', 'source'],
    group: label('基础资料', 'Reference'),
    description: label(
      '宪法宣传周、3·15、禁毒日这样的日子。活动碰上它，这个主题至少要占这么多，并排在这几天里；上限照样有效。',
      'Days and weeks such as that of the constitution. A campaign that meets one sends at least so much of its topic, in those days; a cap still holds.',
    ),
  },
  access: {
    read: staff,
    create: only('publisher', 'manager'),
    update: only('publisher', 'manager'),
    delete: only('publisher', 'manager'),
  },
  hooks: {
    beforeValidate: [slugFrom('nameEn')],
    ...loggedRows('occasion', ['name', 'rule', 'topics', 'floor', 'pieces', 'years']),
  },
  fields: [
    { name: 'name', type: 'text', required: true, label: label('名称', 'Name') },
    { name: 'nameEn', type: 'text', required: true, label: label('英文名', 'English name') },
    slugField,
    {
      name: 'rule',
      type: 'select',
      required: true,
      defaultValue: 'fixed',
      label: label('哪天', 'When'),
      options: [
        { value: 'fixed', label: label('每年同一天', 'The same day every year') },
        { value: 'range', label: label('每年同一段日子', 'The same days every year') },
        { value: 'week', label: label('某月第几周', 'A week of a month') },
        { value: 'lunar', label: label('农历某一天', 'A lunar date') },
        { value: 'notice', label: label('每年看通知', 'Set by notice every year') },
      ],
    },
    {
      type: 'row',
      fields: [
        whole('month', label('月', 'Month'), 12, ['fixed', 'range', 'week', 'lunar', 'notice']),
        whole('day', label('日', 'Day'), 31, ['fixed', 'range', 'lunar', 'notice']),
        whole('toMonth', label('到几月', 'To month'), 12, ['range', 'notice']),
        whole('toDay', label('到几日', 'To day'), 31, ['range', 'notice']),
        whole('week', label('第几周', 'Which week'), 5, ['week']),
        whole('before', label('前几天也算', 'Days before'), 30, ['fixed', 'lunar']),
        whole('after', label('后几天也算', 'Days after'), 30, ['fixed', 'lunar']),
      ],
    },
    {
      name: 'ruleHint',
      type: 'ui',
      admin: { components: { Field: '/src/admin/calendar/OccasionPreview#OccasionPreview' } },
    },
    {
      name: 'years',
      type: 'array',
      labels: { singular: label('一年', 'Year'), plural: label('年份', 'Years') },
      label: label('通知定的日子', 'Dates set by notice'),
      admin: {
        description: label(
          '收到当年的通知就填一行，那一年以它为准。没填的年份按上面的规律，标“预计”。',
          'One row for each notice; it decides that year. Other years follow the rule above and are marked as expected.',
        ),
      },
      fields: [
        { name: 'from', type: 'date', required: true, admin: dayOnly, label: label('从', 'From') },
        { name: 'to', type: 'date', required: true, admin: dayOnly, validate: ordered, label: label('到', 'To') },
        { name: 'document', type: 'text', label: label('通知（文号、主题）', 'Notice') },
      ],
    },
    {
      name: 'topics',
      type: 'relationship',
      relationTo: 'topics',
      hasMany: true,
      required: true,
      label: label('主题', 'Topics'),
      admin: { components: { afterInput: ['/src/admin/TopicRuler#TopicRuler'] } },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'floor',
          type: 'number',
          min: 0,
          max: 1,
          label: label('这几天至少占（0 到 1）', 'Floor in these days (0 to 1)'),
        },
        {
          name: 'pieces',
          type: 'number',
          min: 0,
          max: 50,
          defaultValue: 3,
          label: label('要备好几件内容', 'Items to have ready'),
        },
      ],
    },
    {
      name: 'offices',
      type: 'relationship',
      relationTo: 'offices',
      hasMany: true,
      label: label('哪些单位办（不选就是都办）', 'Offices (all when empty)'),
    },
    { name: 'source', type: 'text', required: true, label: label('依据', 'Source') },
  ],
}
