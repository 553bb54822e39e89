import type { CollectionConfig } from 'payload'
import { label } from '../src/lib/labels'
import { anyone, only } from './access'
import { slugField, slugFrom } from './fields/slug'
import { loggedFields } from './hooks/logged'
import { refuse, type FieldFault } from './hooks/sound'

const faultsOf = ({ floor, cap }: Record<string, unknown>): FieldFault[] =>
  typeof floor === 'number' && typeof cap === 'number' && floor > cap
    ? [
        {
          path: 'floor',
          words: label('最低不能比最高还高，请改其中一个。', 'The floor is over the cap: change one of them.'),
        },
      ]
    : []

export const topics: CollectionConfig = {
  slug: 'topics',
  labels: { singular: label('主题', 'Topic'), plural: label('主题', 'Topics') },
  defaultSort: 'order',
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'nameEn', 'floor', 'cap'],
    group: label('基础资料', 'Reference'),
  },
  access: { read: anyone, create: only('admin', 'manager'), update: only('admin', 'manager'), delete: only('admin') },
  hooks: {
    beforeValidate: [slugFrom('nameEn'), refuse(faultsOf)],
    afterChange: [loggedFields('topic', ['floor', 'cap'])],
  },
  fields: [
    { name: 'name', type: 'text', required: true, label: label('名称', 'Name') },
    { name: 'nameEn', type: 'text', required: true, label: label('英文名', 'English name') },
    slugField,
    { name: 'order', type: 'number', defaultValue: 100, label: label('次序', 'Order') },
    { name: 'floor', type: 'number', min: 0, max: 1, defaultValue: 0.02, label: label('最低占比', 'Floor') },
    { name: 'cap', type: 'number', min: 0, max: 1, label: label('最高占比', 'Cap') },
    {
      name: 'phrases',
      type: 'array',
      label: label('群众怎么说', 'Everyday phrases'),
      labels: { singular: label('一句', 'Phrase'), plural: label('说法', 'Phrases') },
      fields: [{ name: 'phrase', type: 'text', required: true, label: label('这一句', 'Phrase') }],
    },
  ],
}
