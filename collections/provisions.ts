import type { CollectionConfig } from 'payload'
import { label } from '../src/lib/labels'
import { anyone, only } from './access'

/**
 * One article of a law. Its address never changes: `/laws/<statute slug>/<number>`, with `-1` for 之一.
 * `text` holds the paragraphs (款), separated by one line break.
 */
export const provisions: CollectionConfig = {
  slug: 'provisions',
  labels: { singular: label('法条', 'Provision'), plural: label('法条', 'Provisions') },
  admin: { useAsTitle: 'heading', defaultColumns: ['heading', 'chapter'], group: label('基础资料', 'Reference') },
  access: {
    read: anyone,
    create: only('admin', 'publisher'),
    update: only('admin', 'publisher'),
    delete: only('admin'),
  },
  fields: [
    {
      name: 'statute',
      type: 'relationship',
      relationTo: 'statutes',
      required: true,
      index: true,
      label: label('法律', 'Statute'),
    },
    { name: 'address', type: 'text', required: true, unique: true, index: true, label: label('地址', 'Address') },
    { name: 'number', type: 'text', required: true, label: label('条号（阿拉伯数字）', 'Number') },
    { name: 'order', type: 'number', required: true, index: true, label: label('次序', 'Order') },
    { name: 'heading', type: 'text', required: true, label: label('法律简称 + 第几条', 'Heading') },
    { name: 'label', type: 'text', required: true, label: label('条号（第十条）', 'Label') },
    { name: 'part', type: 'text', label: label('编', 'Part') },
    { name: 'chapter', type: 'text', label: label('章', 'Chapter') },
    { name: 'section', type: 'text', label: label('节', 'Section') },
    { name: 'text', type: 'textarea', required: true, label: label('条文', 'Text') },
  ],
}
