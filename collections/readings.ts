import type { CollectionConfig } from 'payload'
import { mediaStepStateLabels, readingStates } from '../media/lifecycle'
import { label } from '../src/lib/labels'
import { byProduct, createInOwnOffice, ownOffice, staff } from './access'
import { ofOwnOffice } from './access/related'
import { approvalFields } from './fields/approval'
import { leaseFields } from './fields/lease'
import { officeField } from './fields/office'
import { startReading, takesTheText } from './hooks/readings'
import { voidsApproval } from './workflow/partApproval'

const made = { access: { create: byProduct, update: byProduct }, admin: { hidden: true } }

/** An article read aloud in one variety: an uploaded recording, or the voice of a speech engine when there is no file. */
export const readings: CollectionConfig = {
  slug: 'readings',
  labels: { singular: label('朗读', 'Reading'), plural: label('朗读', 'Readings') },
  admin: {
    useAsTitle: 'speaker',
    defaultColumns: ['article', 'variety', 'speaker', 'approvedAt'],
    group: label('素材', 'Material'),
  },
  access: {
    read: staff,
    create: createInOwnOffice('editor', 'publisher'),
    update: ownOffice('editor', 'publisher'),
    delete: ownOffice('editor', 'publisher'),
  },
  hooks: {
    beforeChange: [
      takesTheText,
      voidsApproval({
        label: ['article', 'variety', 'synthetic', 'speaker'],
        content: ['file', 'textHash'],
        pinned: 'approvedAudio',
      }),
    ],
    afterChange: [startReading],
  },
  fields: [
    {
      name: 'article',
      type: 'relationship',
      relationTo: 'articles',
      required: true,
      index: true,
      label: label('文章', 'Article'),
      hooks: { beforeValidate: [ofOwnOffice('articles')] },
    },
    { name: 'variety', type: 'relationship', relationTo: 'varieties', required: true, label: label('语种', 'Variety') },
    {
      name: 'file',
      type: 'upload',
      relationTo: 'files',
      label: label('录音（不选就由机器朗读）', 'Recording (read by machine when empty)'),
    },
    { name: 'speaker', type: 'text', maxLength: 60, label: label('朗读人', 'Speaker') },
    { name: 'synthetic', type: 'checkbox', defaultValue: false, label: label('机器合成的声音', 'Synthetic voice') },
    /** The words as they were read, and their hash: other words in the article make the reading stale. */
    {
      name: 'text',
      type: 'textarea',
      label: label('念的是这些话', 'The words that are read'),
      access: made.access,
      admin: { readOnly: true },
    },
    { name: 'textHash', type: 'text', ...made },
    {
      name: 'state',
      type: 'select',
      required: true,
      defaultValue: 'waiting',
      index: true,
      options: readingStates.map((value) => ({ value, label: mediaStepStateLabels[value] })),
      ...made,
    },
    ...leaseFields,
    { name: 'error', type: 'json', ...made },
    { name: 'audio', type: 'json', ...made },
    { name: 'approvedAudio', type: 'json', ...made },
    ...approvalFields,
    officeField,
  ],
}
