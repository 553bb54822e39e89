import type { CollectionConfig } from 'payload'
import { mediaStepStateLabels, mediaStepStates } from '../media/lifecycle'
import { label } from '../src/lib/labels'
import { nobody, staff } from './access'
import { leaseFields } from './fields/lease'

/**
 * The material for other accounts, made of one film in one variety for one office: who asked for it and how far it is.
 * Written by the product only; the file is fetched through the staff's route, which looks at the office.
 */
export const kits: CollectionConfig = {
  slug: 'kits',
  labels: { singular: label('素材包', 'Kit'), plural: label('素材包', 'Kits') },
  admin: { hidden: true },
  access: { read: staff, create: nobody, update: nobody, delete: nobody },
  fields: [
    /** Film, variety and office in one: there is one kit of each. */
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'video', type: 'relationship', relationTo: 'videos', required: true, index: true },
    { name: 'variety', type: 'text', required: true },
    { name: 'written', type: 'text' },
    { name: 'office', type: 'relationship', relationTo: 'offices', index: true },
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
    { name: 'error', type: 'json' },
    /** The last one that was finished: stays until a newer one is. */
    { name: 'made', type: 'json' },
  ],
}
