import type { CollectionConfig } from 'payload'
import { campaignStateLabels, campaignStates } from '../campaigns/lifecycle'
import { limitFault } from '../campaigns/limitFaults'
import { label } from '../src/lib/labels'
import { byProduct, createInOwnOffice, idOf, ownOffice, staffField, staffOr } from './access'
import { dropPlanned, voidPlan } from './campaignHooks'
import { officeField } from './fields/office'
import { topicField } from './fields/topic'
import { slugField, slugFrom } from './fields/slug'
import { refuse, timeOf, type FieldFault } from './hooks/sound'

const dayOnly = { date: { pickerAppearance: 'dayOnly', displayFormat: 'yyyy-MM-dd' } } as const
const written = { create: byProduct, update: byProduct }

/** Dates the wrong way round, and shares that contradict each other. */
function faultsOf({ from, to, targets }: Record<string, unknown>): FieldFault[] {
  const [start, end] = [timeOf(from), timeOf(to)]
  const rows = Array.isArray(targets) ? (targets as { topic?: unknown; share?: number | null }[]) : []
  const wrong = limitFault(rows.map(({ topic, share }) => ({ topic: idOf(topic) ?? undefined, share })))
  return [
    ...(start !== null && end !== null && start > end
      ? [{ path: 'to', words: label('结束的日期在开始之前。', 'It ends before it begins.') }]
      : []),
    ...(wrong ? [{ path: 'targets', words: wrong }] : []),
  ]
}

export const campaigns: CollectionConfig = {
  slug: 'campaigns',
  labels: { singular: label('宣传活动', 'Campaign'), plural: label('宣传活动', 'Campaigns') },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'state', 'from', 'to'],
    group: label('排期', 'Plan'),
    hideAPIURL: true,
  },
  access: {
    read: staffOr({ state: { equals: 'approved' } }),
    create: createInOwnOffice('editor', 'publisher', 'manager'),
    update: ownOffice('editor', 'publisher', 'manager'),
    delete: ownOffice('publisher', 'manager'),
  },
  hooks: {
    beforeValidate: [slugFrom('title'), refuse(faultsOf)],
    beforeChange: [voidPlan],
    beforeDelete: [dropPlanned],
  },
  fields: [
    { name: 'title', type: 'text', required: true, label: label('名称', 'Title') },
    { name: 'goal', type: 'textarea', required: true, label: label('要达到什么', 'Goal') },
    {
      type: 'row',
      fields: [
        { name: 'from', type: 'date', required: true, admin: dayOnly, label: label('从', 'From') },
        { name: 'to', type: 'date', required: true, admin: dayOnly, label: label('到', 'To') },
        {
          name: 'slots',
          type: 'number',
          min: 1,
          max: 2000,
          defaultValue: 20,
          required: true,
          label: label('一共投放几次', 'Deliveries in total'),
        },
      ],
    },
    {
      name: 'segments',
      type: 'relationship',
      relationTo: 'segments',
      hasMany: true,
      required: true,
      label: label('人群', 'Segments'),
    },
    {
      name: 'channels',
      type: 'relationship',
      relationTo: 'channels',
      hasMany: true,
      required: true,
      label: label('渠道', 'Channels'),
    },
    {
      name: 'items',
      type: 'relationship',
      relationTo: ['articles', 'videos'],
      hasMany: true,
      label: label('内容（不选就从全部已公开内容里挑）', 'Items (all published ones when empty)'),
    },
    {
      name: 'targets',
      type: 'array',
      labels: { singular: label('一个主题', 'Topic'), plural: label('主题', 'Topics') },
      label: label('主题配比（不填就按群众需求）', 'Topic targets (demand when empty)'),
      fields: [
        topicField({ required: true }),
        { name: 'share', type: 'number', min: 0, max: 1, required: true, label: label('占比', 'Share') },
      ],
    },
    slugField,
    officeField,
    {
      name: 'state',
      type: 'select',
      defaultValue: 'draft',
      index: true,
      access: written,
      admin: { position: 'sidebar', readOnly: true },
      label: label('状态', 'State'),
      options: campaignStates.map((value) => ({ value, label: campaignStateLabels[value] })),
    },
    {
      /**
       * What a colleague ruled out, for one segment or for all. Keys and not relations: a relation whose row is deleted
       * would make the campaign impossible to save, or widen a ban from one segment to all.
       */
      name: 'bans',
      type: 'array',
      access: { ...written, read: staffField },
      admin: { hidden: true },
      fields: [
        { name: 'itemKey', type: 'text', required: true },
        { name: 'segmentKey', type: 'text' },
      ],
    },
    {
      /** What the last planning run decided and on which numbers; deliveries stand in their own rows. */
      name: 'plan',
      type: 'json',
      access: written,
      admin: { hidden: true },
    },
    { name: 'planHash', type: 'text', access: written, admin: { hidden: true } },
    { name: 'plannedBy', type: 'relationship', relationTo: 'users', access: written, admin: { hidden: true } },
    { name: 'approvedBy', type: 'relationship', relationTo: 'users', access: written, admin: { hidden: true } },
    { name: 'approvedAt', type: 'date', access: written, admin: { hidden: true } },
    { name: 'planView', type: 'ui', admin: { components: { Field: '/src/admin/PlanPanel#PlanPanel' } } },
  ],
}
