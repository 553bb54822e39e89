import type { CollectionConfig } from 'payload'
import { deliveryStateLabels, deliveryStates } from '../campaigns/lifecycle'
import { label } from '../src/lib/labels'
import { nobody, only, staff } from './access'
import { leaseFields } from './fields/lease'
import { officeField } from './fields/office'

/**
 * One planned item x segment x channel x time: the unit of counting for the topic mix.
 * Rows are written by the planner in batches and moved by the dispatcher; people act on them through staff actions.
 */
export const deliveries: CollectionConfig = {
  slug: 'deliveries',
  labels: { singular: label('投放', 'Delivery'), plural: label('投放', 'Deliveries') },
  defaultSort: 'dueAt',
  admin: {
    useAsTitle: 'code',
    defaultColumns: ['item', 'segment', 'channel', 'dueAt', 'state'],
    group: label('排期', 'Plan'),
    hideAPIURL: true,
  },
  access: { read: staff, create: nobody, update: nobody, delete: only('admin') },
  indexes: [{ fields: ['state', 'dueAt'] }],
  fields: [
    /** Idempotency key towards the channel and short code of the tracked link. */
    { name: 'code', type: 'text', required: true, unique: true, index: true },
    {
      name: 'campaign',
      type: 'relationship',
      relationTo: 'campaigns',
      index: true,
      label: label('宣传活动', 'Campaign'),
    },
    {
      name: 'item',
      type: 'relationship',
      relationTo: ['articles', 'videos'],
      required: true,
      label: label('内容', 'Item'),
    },
    /** `articles:<id>`, for joins and for raw queries on either database. */
    { name: 'itemKey', type: 'text', required: true, index: true, admin: { hidden: true } },
    {
      name: 'topic',
      type: 'relationship',
      relationTo: 'topics',
      required: true,
      index: true,
      label: label('主题', 'Topic'),
    },
    {
      name: 'segment',
      type: 'relationship',
      relationTo: 'segments',
      required: true,
      index: true,
      label: label('人群', 'Segment'),
    },
    {
      name: 'channel',
      type: 'relationship',
      relationTo: 'channels',
      required: true,
      index: true,
      label: label('渠道', 'Channel'),
    },
    { name: 'variety', type: 'relationship', relationTo: 'varieties', label: label('语种', 'Variety') },
    officeField,
    { name: 'dueAt', type: 'date', required: true, index: true, label: label('时间', 'Due at') },
    { name: 'until', type: 'date', label: label('展示到', 'Shown until') },
    {
      name: 'state',
      type: 'select',
      required: true,
      defaultValue: 'planned',
      index: true,
      label: label('状态', 'State'),
      options: deliveryStates.map((value) => ({ value, label: deliveryStateLabels[value] })),
    },
    {
      /** A colleague wants it to stay as it is: planning again leaves it where it stands. */
      name: 'pinned',
      type: 'checkbox',
      defaultValue: false,
      label: label('钉住', 'Pinned'),
    },
    { name: 'reasons', type: 'json', label: label('为什么这样排', 'Reasons') },
    { name: 'score', type: 'number', admin: { hidden: true } },
    { name: 'propensity', type: 'number', admin: { hidden: true } },
    ...leaseFields,
    /** Set just before its channel has it, and only while it is claimed: a dispatcher that died before had sent nothing. */
    { name: 'handedAt', type: 'date', admin: { hidden: true } },
    { name: 'submittedAt', type: 'date', label: label('投放时间', 'Submitted at') },
    { name: 'externalId', type: 'text', admin: { hidden: true } },
    { name: 'error', type: 'json', label: label('没成功的原因', 'Error') },
    { name: 'forwardedAt', type: 'date', label: label('已转发', 'Passed on at') },
    { name: 'forwardedBy', type: 'relationship', relationTo: 'users', label: label('转发人', 'Passed on by') },
    /** When it was first held back because its topic was at its cap; whether it is held now is derived. */
    { name: 'heldAt', type: 'date', label: label('开始压着', 'Held back at') },
    { name: 'letGoAt', type: 'date', label: label('放行时间', 'Let go at') },
    /** The name: it must stay readable when the account is gone. */
    { name: 'letGoBy', type: 'text', label: label('放行人', 'Let go by') },
    { name: 'letGoWhy', type: 'text', label: label('放行理由', 'Why it was let go') },
  ],
}
