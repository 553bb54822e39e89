import type { CollectionConfig } from 'payload'
import { label } from '../src/lib/labels'
import { anyone, only } from './access'
import { slugField, slugFrom } from './fields/slug'

export const officeLevels = ['county', 'township', 'village'] as const

export const offices: CollectionConfig = {
  slug: 'offices',
  labels: { singular: label('司法局/所', 'Office'), plural: label('司法局/所', 'Offices') },
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'level', 'telephone'], group: label('基础资料', 'Reference') },
  access: { read: anyone, create: only('admin'), update: only('admin', 'publisher'), delete: only('admin') },
  hooks: { beforeValidate: [slugFrom('name')] },
  fields: [
    { name: 'name', type: 'text', required: true, label: label('名称', 'Name') },
    slugField,
    {
      name: 'level',
      type: 'select',
      required: true,
      defaultValue: 'township',
      label: label('层级', 'Level'),
      options: [
        { value: 'county', label: label('县', 'County') },
        { value: 'township', label: label('乡镇', 'Township') },
        { value: 'village', label: label('村（社区）', 'Village') },
      ],
    },
    { name: 'parent', type: 'relationship', relationTo: 'offices', index: true, label: label('上级', 'Parent') },
    {
      name: 'reviewer',
      type: 'relationship',
      relationTo: 'users',
      label: label('审核人（一人所由县局指定）', 'Reviewer named by the county'),
    },
    { name: 'telephone', type: 'text', label: label('电话', 'Telephone') },
    { name: 'hours', type: 'text', label: label('办公时间', 'Hours') },
    { name: 'address', type: 'text', label: label('地址', 'Address') },
    { name: 'latitude', type: 'number', label: label('纬度', 'Latitude') },
    { name: 'longitude', type: 'number', label: label('经度', 'Longitude') },
    {
      name: 'varieties',
      type: 'relationship',
      relationTo: 'varieties',
      hasMany: true,
      label: label('本地话', 'Local varieties'),
    },
    {
      name: 'population',
      type: 'array',
      label: label('分人群人口', 'Population by segment'),
      fields: [
        {
          name: 'segment',
          type: 'relationship',
          relationTo: 'segments',
          required: true,
          label: label('人群', 'Segment'),
        },
        { name: 'people', type: 'number', min: 0, required: true, label: label('人数', 'People') },
        { name: 'source', type: 'text', label: label('来源', 'Source') },
        { name: 'date', type: 'date', label: label('日期', 'Date') },
      ],
    },
    { name: 'about', type: 'textarea', label: label('介绍', 'About') },
  ],
}
