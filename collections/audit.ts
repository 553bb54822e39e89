import type { CollectionConfig } from 'payload'
import { label } from '../src/lib/labels'
import { nobody, only } from './access'

/** Who did what, append only: no role can change or delete a row through the API. */
export const audit: CollectionConfig = {
  slug: 'audit',
  labels: { singular: label('操作记录', 'Audit entry'), plural: label('操作记录', 'Audit log') },
  defaultSort: '-createdAt',
  admin: {
    useAsTitle: 'action',
    defaultColumns: ['createdAt', 'actor', 'action', 'subject'],
    group: label('设置', 'Settings'),
  },
  access: { read: only('auditor', 'admin'), create: nobody, update: nobody, delete: nobody },
  fields: [
    { name: 'actor', type: 'relationship', relationTo: 'users', index: true, label: label('谁', 'Who') },
    { name: 'actorName', type: 'text', label: label('姓名', 'Name') },
    { name: 'action', type: 'text', required: true, index: true, label: label('做了什么', 'Action') },
    { name: 'subject', type: 'text', index: true, label: label('对什么', 'Subject') },
    { name: 'details', type: 'json', label: label('详情', 'Details') },
  ],
}
