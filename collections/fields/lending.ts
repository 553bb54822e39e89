import type { Field } from 'payload'
import { label } from '../../src/lib/labels'
import { byProduct } from '../access'

const written = { create: byProduct, update: byProduct }

/** Whether other offices may borrow the item. */
export const lendable: Field = {
  name: 'lendable',
  type: 'checkbox',
  defaultValue: true,
  label: label('别的所可以借用', 'Other offices may borrow it'),
  admin: { position: 'sidebar' },
}

/** Who borrowed it and where it came from. At the top: a borrower finds out here why the rest cannot be changed. */
export const lendingPanel: Field = {
  name: 'lending',
  type: 'ui',
  admin: { components: { Field: '/src/admin/Lending#Lending' } },
}

/** Where a borrowed article came from. The office stays named when the original is gone. */
export const borrowedFields: Field[] = [
  {
    name: 'borrowedFrom',
    type: 'relationship',
    relationTo: 'articles',
    index: true,
    access: written,
    admin: { hidden: true },
  },
  { name: 'originalOffice', type: 'relationship', relationTo: 'offices', access: written, admin: { hidden: true } },
]
