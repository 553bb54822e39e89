import type { CollectionConfig, PayloadRequest } from 'payload'
import { label } from '../src/lib/labels'
import { only, staff } from './access'
import { loggedRows } from './hooks/logged'

const dayOnly = { date: { pickerAppearance: 'dayOnly', displayFormat: 'yyyy-MM-dd' } } as const
const backwards = label('最后一天不能早于第一天。', 'The last day cannot be before the first.')

/** Days off and adjusted working days (调休) as the State Council announces them each autumn for the next year. */
export const holidays: CollectionConfig = {
  slug: 'holidays',
  labels: { singular: label('放假调休', 'Holiday'), plural: label('放假调休', 'Holidays') },
  defaultSort: '-from',
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'kind', 'from', 'to', 'source'],
    group: label('基础资料', 'Reference'),
    description: label(
      '2026 年及以前的已经在系统里。以后每年照国务院办公厅的放假通知填：放假的一行，调休上班的一行。填了的以填的为准。',
      'Known up to 2026. From then on enter the notice of the State Council: one row for days off, one for days worked instead. What is entered here wins.',
    ),
  },
  access: {
    read: staff,
    create: only('publisher', 'manager'),
    update: only('publisher', 'manager'),
    delete: only('publisher', 'manager'),
  },
  hooks: loggedRows('holiday', ['name', 'kind', 'from', 'to', 'source']),
  fields: [
    { name: 'name', type: 'text', required: true, label: label('名称（如 元旦）', 'Name') },
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'off',
      label: label('放假还是上班', 'Off or work'),
      options: [
        { value: 'off', label: label('放假', 'Day off') },
        { value: 'work', label: label('调休上班', 'Working day') },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'from',
          type: 'date',
          required: true,
          index: true,
          admin: dayOnly,
          label: label('第一天', 'First day'),
        },
        {
          name: 'to',
          type: 'date',
          admin: dayOnly,
          label: label('最后一天（只有一天就不填）', 'Last day (empty = one day)'),
          validate: (value: unknown, { req, siblingData }: { req: PayloadRequest; siblingData?: { from?: string } }) =>
            !value ||
            !siblingData?.from ||
            new Date(String(value)) >= new Date(siblingData.from) ||
            backwards[req.i18n?.language === 'en' ? 'en' : 'zh'],
        },
      ],
    },
    { name: 'source', type: 'text', required: true, label: label('来源（文号）', 'Source (document number)') },
  ],
}
