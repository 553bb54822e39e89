import type { Field } from 'payload'
import { label } from '../../src/lib/labels'
import { byProduct } from '../access'

const written = { create: byProduct, update: byProduct }
/** Stays a column of lists, but the form shows the panel instead. */
const inList = { readOnly: true, condition: () => false }

/**
 * The approval of one part of an item (a dub, a subtitle, a reading): who passed it or sent it back, on which hash.
 * Written by the review actions and voided by `voidsApproval`; nobody reaches these fields over the API.
 */
export const approvalFields: Field[] = [
  {
    name: 'partReview',
    type: 'ui',
    label: label('审核', 'Review'),
    admin: { components: { Field: '/src/admin/PartReview#PartReview' } },
  },
  {
    name: 'approvedBy',
    type: 'relationship',
    relationTo: 'users',
    access: written,
    admin: inList,
    label: label('审核人', 'Approved by'),
  },
  { name: 'approvedAt', type: 'date', access: written, admin: inList, label: label('审核时间', 'Approved at') },
  { name: 'approvedHash', type: 'text', access: written, admin: { hidden: true } },
  { name: 'returnedBy', type: 'relationship', relationTo: 'users', access: written, admin: { hidden: true } },
  { name: 'returnedAt', type: 'date', access: written, admin: inList, label: label('退回时间', 'Sent back at') },
  { name: 'returnReason', type: 'textarea', access: written, admin: { hidden: true } },
  /** Everyone who changed it since it was last approved: none of them may approve it. */
  {
    name: 'writers',
    type: 'relationship',
    relationTo: 'users',
    hasMany: true,
    access: written,
    admin: { hidden: true },
  },
]
