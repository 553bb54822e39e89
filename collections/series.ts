import type { CollectionConfig } from 'payload'
import { label } from '../src/lib/labels'
import { anyone, createInOwnOffice, ownOffice } from './access'
import { officeField } from './fields/office'
import { slugField, slugFrom } from './fields/slug'
import { timeField } from './fields/time'
import { topicField } from './fields/topic'

export const series: CollectionConfig = {
  slug: 'series',
  labels: { singular: label('栏目', 'Series'), plural: label('栏目', 'Series') },
  admin: { useAsTitle: 'name', group: label('基础资料', 'Reference') },
  access: {
    read: anyone,
    create: createInOwnOffice('editor', 'publisher'),
    update: ownOffice('editor', 'publisher'),
    delete: ownOffice('publisher'),
  },
  hooks: { beforeValidate: [slugFrom('name')] },
  fields: [
    { name: 'name', type: 'text', required: true, label: label('名称', 'Name') },
    slugField,
    officeField,
    { name: 'owner', type: 'relationship', relationTo: 'users', label: label('负责人', 'Owner') },
    topicField(),
    { name: 'segment', type: 'relationship', relationTo: 'segments', label: label('人群', 'Segment') },
    {
      name: 'weekday',
      type: 'number',
      min: 1,
      max: 7,
      label: label('每周几（1 为周一）', 'Weekday (1 = Monday)'),
      admin: {
        description: label(
          '填了周几、时间和人群，排期时就给它留好位置；没有内容会提醒。',
          'With weekday, time and segment a plan keeps its place, and says when there is nothing to fill it.',
        ),
      },
    },
    timeField({ name: 'time', label: label('时间（如 19:30）', 'Time, e.g. 19:30') }),
    {
      name: 'channel',
      type: 'relationship',
      relationTo: 'channels',
      label: label('固定渠道（不选就挑合适的）', 'Channel (a fitting one when empty)'),
    },
    { name: 'about', type: 'textarea', label: label('介绍', 'About') },
  ],
}
