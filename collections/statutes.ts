import type { CollectionConfig } from 'payload'
import { label } from '../src/lib/labels'
import { anyone, only } from './access'

/** One law. Its text stands in `provisions`, one row an article, so that every article has an address of its own. */
export const statutes: CollectionConfig = {
  slug: 'statutes',
  labels: { singular: label('法律', 'Statute'), plural: label('法律', 'Statutes') },
  admin: { useAsTitle: 'title', defaultColumns: ['title', 'adoptedOn', 'slug'], group: label('基础资料', 'Reference') },
  access: {
    read: anyone,
    create: only('admin', 'publisher'),
    update: only('admin', 'publisher'),
    delete: only('admin'),
  },
  fields: [
    { name: 'title', type: 'text', required: true, label: label('全称', 'Title') },
    { name: 'shortTitle', type: 'text', required: true, index: true, label: label('简称', 'Short title') },
    {
      name: 'aliases',
      type: 'array',
      label: label('别名', 'Aliases'),
      fields: [{ name: 'name', type: 'text', required: true }],
    },
    { name: 'slug', type: 'text', required: true, unique: true, index: true, label: label('网址名', 'Slug') },
    { name: 'adoption', type: 'text', label: label('通过与修订', 'Adoption and amendments') },
    { name: 'adoptedOn', type: 'date', label: label('通过或最近修订日期', 'Adopted or last amended on') },
    { name: 'effectiveOn', type: 'date', label: label('施行日期', 'In force from') },
    {
      name: 'state',
      type: 'select',
      defaultValue: 'in-force',
      options: [
        { value: 'in-force', label: label('现行有效', 'In force') },
        { value: 'amended', label: label('已修改', 'Amended') },
        { value: 'repealed', label: label('已废止', 'Repealed') },
      ],
      label: label('时效', 'State'),
    },
    {
      name: 'parts',
      type: 'array',
      label: label('编（分文件导入）', 'Parts'),
      fields: [
        { name: 'title', type: 'text', required: true },
        { name: 'order', type: 'number', required: true },
        { name: 'sourceHash', type: 'text' },
      ],
    },
  ],
}
