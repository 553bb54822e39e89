import type { CollectionConfig } from 'payload'
import { label } from '../src/lib/labels'
import { createInOwnOffice, idOf, ownOffice, staff } from './access'
import { ofOwnOffice } from './access/related'
import { officeField } from './fields/office'

/** Numbers read off another platform and typed in. They keep their source and are never added to ours. */
export const figures: CollectionConfig = {
  slug: 'figures',
  labels: { singular: label('外部数据', 'Imported figure'), plural: label('外部数据', 'Imported figures') },
  admin: {
    useAsTitle: 'metric',
    defaultColumns: ['delivery', 'metric', 'value', 'source'],
    group: label('数据', 'Data'),
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
  ],
}
