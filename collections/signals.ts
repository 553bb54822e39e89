import { randomUUID } from 'node:crypto'
import type { CollectionConfig, PayloadRequest } from 'payload'
import { signalKindLabels, signalKinds } from '../campaigns/pooling'
import { label } from '../src/lib/labels'
import { createInOwnOffice, ownOffice, staff } from './access'
import { officeField } from './fields/office'
import { loggedRows } from './hooks/logged'

const dayOnly = { date: { pickerAppearance: 'dayOnly', displayFormat: 'yyyy-MM-dd' } } as const
const wrongCount = label('数量要是 0 或正整数。', 'The count has to be 0 or a whole number above.')
const bosses = ['publisher', 'manager'] as const

/** What people asked for, counted by somebody else than us: the numbers that demand is made from. Never views. */
export const signals: CollectionConfig = {
  slug: 'signals',
  labels: { singular: label('需求信号', 'Signal of demand'), plural: label('需求信号', 'Signals of demand') },
  defaultSort: '-date',
  admin: {
    useAsTitle: 'source',
    defaultColumns: ['topic', 'segment', 'kind', 'count', 'source', 'date'],
    group: label('数据', 'Data'),
    description: label(
      '群众来问了什么、填了什么、报了什么，各有多少次。播放量、阅读量不算：发得多，看的自然多。',
      'What people asked for, and how often. Views do not count: what is sent more is seen more.',
    ),
    components: { beforeListTable: ['/src/admin/signals/SignalImport#SignalImport'] },
  },
  access: {
    read: staff,
    create: createInOwnOffice(...bosses),
    update: ownOffice(...bosses),
    delete: ownOffice(...bosses),
  },
  hooks: loggedRows('signal', ['kind', 'topic', 'segment', 'count', 'source', 'date', 'from', 'to']),
  fields: [
    {
      name: 'kind',
      type: 'select',
      required: true,
      index: true,
      label: label('类别', 'Kind'),
      options: signalKinds.map((value) => ({ value, label: signalKindLabels[value] })),
    },
    {
      name: 'topic',
      type: 'relationship',
      relationTo: 'topics',
      required: true,
      index: true,
      label: label('主题', 'Topic'),
    },
    {
      name: 'segment',
      type: 'relationship',
      relationTo: 'segments',
      index: true,
      label: label('人群（不选就是全县）', 'Segment (the whole county when empty)'),
    },
    {
      name: 'count',
      type: 'number',
      min: 0,
      required: true,
      label: label('数量', 'Count'),
      validate: (value: unknown, { req }: { req: PayloadRequest }) =>
        (Number.isInteger(value) && Number(value) >= 0) || wrongCount[req.i18n?.language === 'en' ? 'en' : 'zh'],
    },
    { name: 'source', type: 'text', required: true, maxLength: 200, label: label('来源', 'Source') },
    { name: 'date', type: 'date', required: true, index: true, admin: dayOnly, label: label('日期', 'Date') },
    {
      type: 'row',
      fields: [
        { name: 'from', type: 'date', admin: dayOnly, label: label('统计从哪天', 'Counted from') },
        { name: 'to', type: 'date', admin: dayOnly, label: label('到哪天', 'To') },
      ],
    },
    officeField,
    {
      /** What a row says without its count: the same line of a spreadsheet comes in once. */
      name: 'importKey',
      type: 'text',
      unique: true,
      index: true,
      admin: { hidden: true },
      // Typed-in rows carry a key of chance: MongoDB takes one empty value only where values are unique.
      hooks: { beforeValidate: [({ value, originalDoc }) => value || originalDoc?.importKey || randomUUID()] },
    },
    { name: 'batch', type: 'text', index: true, admin: { hidden: true } },
  ],
}
