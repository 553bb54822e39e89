import type { CollectionConfig, NumberFieldValidation } from 'payload'
import { label } from '../src/lib/labels'
import { createInOwnOffice, idOf, ownOffice, staff } from './access'
import { ofOwnOffice } from './access/related'
import { officeField } from './fields/office'

const tooMany = label('放完的不能比播放的多。', 'No more can reach the end than were played.')
const withinValue: NumberFieldValidation = (value, { siblingData, req }) =>
  value === null || value === undefined || Number(value) <= Number((siblingData as { value?: unknown }).value)
    ? true
    : tooMany[req.i18n?.language === 'en' ? 'en' : 'zh']

/** Numbers read off another platform and typed in. They keep their source and are never added to ours. */
export const figures: CollectionConfig = {
  slug: 'figures',
  labels: { singular: label('外部数据', 'Imported figure'), plural: label('外部数据', 'Imported figures') },
  defaultSort: '-readAt',
  admin: {
    useAsTitle: 'metric',
    defaultColumns: ['delivery', 'metric', 'value', 'completions', 'source', 'readAt'],
    group: label('数据', 'Data'),
    components: { beforeListTable: ['/src/admin/figures/FigureImport#FigureImport'] },
  },
  access: {
    read: staff,
    create: createInOwnOffice('editor', 'publisher'),
    update: ownOffice('editor', 'publisher'),
    delete: ownOffice('publisher'),
  },
  fields: [
    {
      name: 'delivery',
      type: 'relationship',
      relationTo: 'deliveries',
      index: true,
      label: label('投放', 'Delivery'),
      admin: { components: { Cell: '/src/admin/figures/DeliveryCell#DeliveryCell' } },
      hooks: { beforeValidate: [ofOwnOffice('deliveries')] },
    },
    {
      name: 'metric',
      type: 'select',
      required: true,
      label: label('指标', 'Metric'),
      options: [
        { value: 'reads', label: label('阅读', 'Reads') },
        { value: 'plays', label: label('播放', 'Plays') },
        { value: 'shares', label: label('转发', 'Shares') },
        { value: 'likes', label: label('点赞', 'Likes') },
      ],
    },
    { name: 'value', type: 'number', min: 0, required: true, label: label('数值', 'Value') },
    {
      name: 'completions',
      type: 'number',
      min: 0,
      label: label('其中放完的（播放才有）', 'Of these to the end (plays only)'),
      validate: withinValue,
    },
    { name: 'source', type: 'text', required: true, label: label('从哪儿看到的', 'Source') },
    { name: 'readAt', type: 'date', label: label('看到的日期', 'Read on') },
    {
      name: 'by',
      type: 'relationship',
      relationTo: 'users',
      label: label('填报人', 'Entered by'),
      admin: { readOnly: true },
      // Whoever typed it in last answers for it.
      hooks: { beforeValidate: [({ value, req }) => idOf(req.user) ?? value] },
    },
    officeField,
    /** The import it came in with, by which it can be taken back. */
    { name: 'batch', type: 'text', index: true, admin: { hidden: true } },
  ],
}
