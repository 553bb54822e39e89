import { randomUUID } from 'node:crypto'
import type { CollectionConfig, PayloadRequest } from 'payload'
import { MOST_COUNTS, OLDEST_YEARS, signalKindLabels, signalKinds } from '../campaigns/pooling'
import { label } from '../src/lib/labels'
import { createInOwnOffice, ownOffice, staff } from './access'
import { officeField } from './fields/office'
import { loggedRows } from './hooks/logged'
import { refuse, timeOf, type FieldFault } from './hooks/sound'

const dayOnly = { date: { pickerAppearance: 'dayOnly', displayFormat: 'yyyy-MM-dd' } } as const
const wrongCount = label('数量要是 0 或正整数。', 'The count has to be 0 or a whole number above.')
const bosses = ['publisher', 'manager'] as const

const DAY = 86_400_000

/** What a spreadsheet would be refused for, a form is too (`src/import/signalRows.ts`). */
function faultsOf({ kind, count, source, date, from, to }: Record<string, unknown>): FieldFault[] {
  const [day, start, end] = [timeOf(date), timeOf(from), timeOf(to)]
  const now = Date.now()
  const faults: (FieldFault | false)[] = [
    kind === 'completion' && {
      path: 'kind',
      words: label(
        '看完率由系统从随机试投里自己算，不用填。别的平台的播放数请填到“外部数据”。',
        'What is watched to the end is counted from random trials by itself. Plays of other platforms belong to the imported figures.',
      ),
    },
    Number(count) > MOST_COUNTS && {
      path: 'count',
      words: label('数量太大，请核对。', 'The count is too large; check it.'),
    },
    typeof source === 'string' &&
      !source.trim() && { path: 'source', words: label('请写来源。', 'Say where it comes from.') },
    // A date is kept as noon or midnight of a zone: one day of grace.
    day !== null && day > now + DAY && { path: 'date', words: label('日期还没到。', 'The date lies ahead.') },
    day !== null &&
      day < now - OLDEST_YEARS * 365.25 * DAY && {
        path: 'date',
        words: label(
          `日期在 ${OLDEST_YEARS} 年以前，不能代表现在的需求。`,
          `More than ${OLDEST_YEARS} years ago: it does not tell what people need now.`,
        ),
      },
    start !== null &&
      end !== null &&
      start > end && { path: 'from', words: label('开始的日期在结束之后。', 'The period ends before it begins.') },
  ]
  return faults.filter((fault) => fault !== false)
}

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
  hooks: {
    ...loggedRows('signal', ['kind', 'topic', 'segment', 'count', 'source', 'date', 'from', 'to']),
    beforeValidate: [refuse(faultsOf)],
  },
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
