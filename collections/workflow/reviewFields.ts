import type { CollectionConfig, Field } from 'payload'
import { label } from '../../src/lib/labels'
import { byProduct } from '../access'
import { reviewStageLabels, reviewStages } from './lifecycle'

const written = { create: byProduct, update: byProduct }

/**
 * The state of the review, written only by the hand-in, approve and send-back actions.
 * `signoffs` keeps every decision with the hash of the version it was made on; more stages need no new columns.
 */
export const reviewFields: Field = {
  name: 'review',
  type: 'group',
  label: label('审核', 'Review'),
  access: written,
  admin: { position: 'sidebar', readOnly: true, hidden: true },
  fields: [
    {
      name: 'stage',
      type: 'select',
      defaultValue: 'draft',
      index: true,
      options: reviewStages.map((value) => ({ value, label: reviewStageLabels[value] })),
      access: written,
    },
    { name: 'submittedBy', type: 'relationship', relationTo: 'users', access: written },
    { name: 'submittedAt', type: 'date', access: written },
    { name: 'submittedHash', type: 'text', access: written },
    { name: 'approvedBy', type: 'relationship', relationTo: 'users', access: written },
    { name: 'approvedAt', type: 'date', access: written },
    { name: 'approvedHash', type: 'text', access: written },
    { name: 'reason', type: 'textarea', access: written },
    /** Everyone who changed the content since it was last approved: none of them may approve it. */
    { name: 'writers', type: 'relationship', relationTo: 'users', hasMany: true, access: written },
    {
      name: 'signoffs',
      type: 'array',
      access: written,
      fields: [
        { name: 'stage', type: 'number', required: true },
        { name: 'decision', type: 'select', options: ['approved', 'returned'], required: true },
        { name: 'by', type: 'relationship', relationTo: 'users' },
        { name: 'at', type: 'date' },
        { name: 'versionHash', type: 'text' },
        { name: 'note', type: 'textarea' },
      ],
    },
  ],
}

/** Where the item stands: at the head of the form, and as a column of the list. */
export const reviewPanel: Field = {
  name: 'reviewPanel',
  type: 'ui',
  label: label('审核', 'Review'),
  admin: {
    components: { Field: '/src/admin/ReviewControls#ReviewPanel', Cell: '/src/admin/StageCell#StageCell' },
  },
}

/** Payload's publish and unpublish buttons give way to the hand-in; drafts, versions and restore stay Payload's. */
export const reviewComponents = {
  beforeListTable: ['/src/admin/ContentTabs#ContentTabs'],
  edit: {
    beforeDocumentControls: ['/src/admin/ReviewControls#ReviewControls'],
    PublishButton: '/src/admin/ReviewControls#NoButton',
    UnpublishButton: '/src/admin/ReviewControls#NoButton',
  },
} satisfies NonNullable<CollectionConfig['admin']>['components']
