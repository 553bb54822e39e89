import type { CollectionConfig, FieldAccess } from 'payload'
import { hourBlocks } from '../src/lib/hours'
import { label } from '../src/lib/labels'
import { anyone, hasRole, only } from './access'
import { atTheTop } from './access/officeScope'
import { slugField, slugFrom } from './fields/slug'
import { limitsField } from './fields/limits'
import { timeField } from './fields/time'
import { loggedFields } from './hooks/logged'

const dayOnly = { date: { pickerAppearance: 'dayOnly', displayFormat: 'yyyy-MM-dd' } } as const

/** A segment is the whole county's: what limits it is set by those who run the county. */
const byCounty: FieldAccess = async ({ req }) =>
  hasRole(req) || (hasRole(req, 'manager', 'publisher') && (await atTheTop(req)))

export const segments: CollectionConfig = {
  slug: 'segments',
  labels: { singular: label('人群', 'Segment'), plural: label('人群', 'Segments') },
  defaultSort: 'order',
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'population', 'updatedAt'],
    group: label('基础资料', 'Reference'),
  },
  access: {
    read: anyone,
    create: only('admin', 'manager', 'publisher'),
    update: only('admin', 'manager', 'publisher'),
    delete: only('admin'),
  },
  hooks: {
    beforeValidate: [slugFrom('nameEn')],
    afterChange: [
      loggedFields('segment', ['population', 'demand', 'limits', 'varieties', 'hours', 'channels', 'forms', 'closed']),
    ],
  },
  fields: [
    { name: 'name', type: 'text', required: true, label: label('名称', 'Name') },
    { name: 'nameEn', type: 'text', required: true, label: label('英文名', 'English name') },
    slugField,
    { name: 'order', type: 'number', defaultValue: 100, label: label('次序', 'Order') },
    { name: 'invitation', type: 'text', label: label('一句话（写给居民）', 'One line for residents') },
    {
      type: 'row',
      fields: [
        { name: 'population', type: 'number', min: 0, label: label('人口', 'Population') },
        { name: 'populationSource', type: 'text', label: label('人口来源', 'Source of the population') },
        { name: 'populationDate', type: 'date', admin: dayOnly, label: label('人口数是哪天的', 'Population as of') },
      ],
    },
    {
      name: 'varieties',
      type: 'relationship',
      relationTo: 'varieties',
      hasMany: true,
      label: label('常用语种', 'Varieties'),
    },
    { name: 'hours', type: 'select', hasMany: true, options: [...hourBlocks], label: label('常在线时段', 'Hours') },
    {
      name: 'channels',
      type: 'relationship',
      relationTo: 'channels',
      hasMany: true,
      label: label('常用渠道', 'Channels'),
    },
    {
      name: 'forms',
      type: 'select',
      hasMany: true,
      label: label('喜欢的形式', 'Preferred forms'),
      options: [
        { value: 'video', label: label('短视频', 'Film') },
        { value: 'case', label: label('案例', 'Case') },
        { value: 'guide', label: label('办事指南', 'Guide') },
        { value: 'choice', label: label('选一选', 'Choice game') },
        { value: 'risks', label: label('风险清单', 'Risk list') },
      ],
    },
    {
      name: 'closed',
      type: 'array',
      labels: { singular: label('一段时间', 'Span'), plural: label('时间', 'Spans') },
      label: label('不打扰的时间（如上课、开工）', 'Hours not to disturb (school, work)'),
      admin: {
        description: label(
          '这段时间里不给他们发。可以过半夜，如 22:00 到 06:00。调休上班的周末也算上课日。',
          'Nothing is sent to them then. May run over midnight. Weekends worked instead of a holiday are school days too.',
        ),
      },
      fields: [
        {
          type: 'row',
          fields: [
            timeField({ name: 'from', required: true, label: label('从（如 08:00）', 'From, e.g. 08:00') }),
            timeField({ name: 'to', required: true, after: 'from', label: label('到（如 17:30）', 'To, e.g. 17:30') }),
          ],
        },
        {
          name: 'workdays',
          type: 'checkbox',
          defaultValue: true,
          label: label('只在上课、上班的日子', 'On days of school and work only'),
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'habitsSource',
          type: 'text',
          label: label('语种、时段、渠道、形式从哪儿知道的', 'Source of varieties, hours, channels and forms'),
        },
        { name: 'habitsDate', type: 'date', admin: dayOnly, label: label('哪天的', 'As of') },
      ],
    },
    { name: 'demandView', type: 'ui', admin: { components: { Field: '/src/admin/signals/DemandPanel#DemandPanel' } } },
    {
      name: 'learnedView',
      type: 'ui',
      admin: { components: { Field: '/src/admin/learned/LearnedPanel#LearnedPanel' } },
    },
    {
      name: 'demand',
      type: 'array',
      label: label('估计的需求（每行一个主题）', 'Estimated demand'),
      labels: { singular: label('一个主题', 'Topic'), plural: label('主题', 'Topics') },
      admin: {
        initCollapsed: true,
        description: label(
          '没有需求信号时按这里排。占比写 0 到 1 的小数；加起来不必等于 1，系统会折算。',
          'Used while there are no signals. Shares between 0 and 1; they are normalised.',
        ),
      },
      fields: [
        { name: 'topic', type: 'relationship', relationTo: 'topics', required: true, label: label('主题', 'Topic') },
        { name: 'share', type: 'number', min: 0, max: 1, required: true, label: label('占比', 'Share') },
        { name: 'source', type: 'text', label: label('来源', 'Source') },
        { name: 'date', type: 'date', label: label('日期', 'Date') },
      ],
    },
    limitsField({ access: { create: byCounty, update: byCounty } }),
  ],
}
