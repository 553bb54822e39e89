import type { CollectionConfig } from 'payload'
import { label } from '../src/lib/labels'
import { nobody, staff } from './access'

/**
 * What an office still owes its people from earlier weeks, by topic and segment, in deliveries. One row an office, moved
 * on from week to week by the product only; the number of the commission list can be traced to it.
 */
export const credits: CollectionConfig = {
  slug: 'credits',
  labels: { singular: label('结转', 'Carried credit'), plural: label('结转', 'Carried credits') },
  admin: { hidden: true },
  access: { read: staff, create: nobody, update: nobody, delete: nobody },
  fields: [
    /** Id of the office, `-` for the whole county. */
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'office', type: 'relationship', relationTo: 'offices' },
    /** The Monday of the last week that is closed. */
    { name: 'week', type: 'text', required: true },
    /** Deliveries of the closed weeks, faded like the debts. */
    { name: 'sent', type: 'number', required: true, defaultValue: 0 },
    /** `topic/segment`: deliveries owed. */
    { name: 'owed', type: 'json', required: true },
  ],
}
