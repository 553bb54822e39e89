import type { Access, CollectionConfig, Field, FieldAccess } from 'payload'
import { label } from '../src/lib/labels'
import { anyone, fieldOnly, hasRole, idOf, only } from './access'
import { officeScope } from './access/officeScope'
import { limitsField } from './fields/limits'
import { slugField, slugFrom } from './fields/slug'
import { loggedFields } from './hooks/logged'

export const officeLevels = ['county', 'township', 'village'] as const

/** A publisher keeps the own office and those below it up to date; a manager may only set their limits. */
const inScope: Access = async ({ req }) => {
  if (hasRole(req)) return true
  return hasRole(req, 'publisher', 'manager') ? { id: { in: await officeScope(req) } } : false
}

/** Who reviews an office is named from above, never by the office itself. */
const fromAbove: FieldAccess = ({ req, id }) =>
  hasRole(req) || (hasRole(req, 'publisher') && idOf((req.user as { office?: unknown }).office) !== String(id))

const byAdmin = { update: fieldOnly('admin') }

const fields: Field[] = [
  { name: 'name', type: 'text', required: true, label: label('名称', 'Name') },
  slugField,
  {
    name: 'level',
    type: 'select',
    required: true,
    defaultValue: 'township',
    access: byAdmin,
    label: label('层级', 'Level'),
    options: [
      { value: 'county', label: label('县', 'County') },
      { value: 'township', label: label('乡镇', 'Township') },
      { value: 'village', label: label('村（社区）', 'Village') },
    ],
  },
  {
    name: 'parent',
    type: 'relationship',
    relationTo: 'offices',
    index: true,
    label: label('上级', 'Parent'),
    access: byAdmin,
  },
  {
    name: 'reviewer',
    type: 'relationship',
    relationTo: 'users',
    label: label('审核人（一人所由县局指定）', 'Reviewer named by the county'),
    access: { update: fromAbove },
  },
  limitsField({ access: { update: fieldOnly('publisher', 'manager') } }),
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
    labels: { singular: label('一个人群', 'Segment'), plural: label('人群', 'Segments') },
    admin: { initCollapsed: true },
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
]

export const offices: CollectionConfig = {
  slug: 'offices',
  labels: { singular: label('司法局/所', 'Office'), plural: label('司法局/所', 'Offices') },
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'level', 'telephone'], group: label('基础资料', 'Reference') },
  access: { read: anyone, create: only('admin'), update: inScope, delete: only('admin') },
  hooks: { beforeValidate: [slugFrom('name')], afterChange: [loggedFields('office', ['limits'])] },
  fields: fields.map(guarded),
}

/** What names no access of its own is the publisher's. */
function guarded(field: Field): Field {
  return 'name' in field && !('access' in field)
    ? ({ ...field, access: { update: fieldOnly('publisher') } } as Field)
    : field
}
