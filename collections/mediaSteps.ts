import type { CollectionConfig } from 'payload'
import { mediaStepLabels, mediaSteps as steps, mediaStepStateLabels, mediaStepStates } from '../media/lifecycle'
import { label } from '../src/lib/labels'
import { nobody, staff } from './access'
import { leaseFields } from './fields/lease'

/** One step of making one film's stream. `run` groups the steps of one pass over one set of sources. */
export const mediaSteps: CollectionConfig = {
  slug: 'media-steps',
  labels: { singular: label('转码步骤', 'Media step'), plural: label('转码步骤', 'Media steps') },
  admin: { hidden: true },
  access: { read: staff, create: nobody, update: nobody, delete: nobody },
  indexes: [{ fields: ['run', 'order'], unique: true }],
  fields: [
    { name: 'video', type: 'relationship', relationTo: 'videos', required: true, index: true },
    { name: 'run', type: 'text', required: true, index: true },
    { name: 'order', type: 'number', required: true },
    {
      name: 'step',
      type: 'select',
      required: true,
      options: steps.map((value) => ({ value, label: mediaStepLabels[value] })),
    },
    {
      name: 'state',
      type: 'select',
      required: true,
      defaultValue: 'waiting',
      index: true,
      options: mediaStepStates.map((value) => ({ value, label: mediaStepStateLabels[value] })),
    },
    ...leaseFields,
    { name: 'percent', type: 'number', defaultValue: 0 },
    { name: 'speed', type: 'number' },
    { name: 'startedAt', type: 'date' },
    { name: 'endedAt', type: 'date' },
    { name: 'error', type: 'json' },
    { name: 'output', type: 'json' },
  ],
}
