import type { Field } from 'payload'
import { label } from '../../src/lib/labels'
import { byProduct } from '../access'
import { officeField } from './office'
import { slugField } from './slug'
import { topicField } from './topic'

/** What articles and videos share: the tags that targeting reads. `title` is a resident's question of at most 20 characters. */
export const itemFields = {
  title: {
    name: 'title',
    type: 'text',
    required: true,
    maxLength: 40,
    label: label('标题（居民会怎么问）', 'Title (as a resident would ask)'),
    admin: { placeholder: { zh: '例：老板不给工钱，怎么要？', en: 'e.g. The boss does not pay, what now?' } },
  },
  topic: topicField({ required: true, index: true }),
  segments: {
    name: 'segments',
    type: 'relationship',
    relationTo: 'segments',
    hasMany: true,
    required: true,
    label: label('给谁看（人群）', 'For whom (segments)'),
  },
  sidebar: [
    slugField,
    officeField,
    {
      name: 'variety',
      type: 'relationship',
      relationTo: 'varieties',
      label: label('语种', 'Language variety'),
      index: true,
      admin: { position: 'sidebar', description: label('不选就是普通话（简体）。', 'Standard Chinese when empty.') },
    },
    {
      name: 'topics',
      type: 'relationship',
      relationTo: 'topics',
      hasMany: true,
      label: label('其他主题', 'Other topics'),
      admin: { position: 'sidebar' },
    },
    {
      name: 'series',
      type: 'relationship',
      relationTo: 'series',
      label: label('栏目', 'Series'),
      admin: { position: 'sidebar' },
    },
    {
      name: 'source',
      type: 'text',
      label: label('来源（案号、转载出处）', 'Source'),
      admin: { position: 'sidebar' },
    },
    /** Which entry of the commission list it was begun from: taken twice, it is begun once. */
    {
      name: 'commission',
      type: 'text',
      unique: true,
      index: true,
      admin: { hidden: true },
      access: { create: byProduct, update: byProduct },
    },
  ],
} satisfies Record<string, Field | Field[]>
