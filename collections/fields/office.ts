import type { Field } from 'payload'
import { label } from '../../src/lib/labels'

/** The office that owns a row. Defaults to the writer's own. */
export const officeField: Field = {
  name: 'office',
  type: 'relationship',
  relationTo: 'offices',
  label: label('司法所', 'Office'),
  index: true,
  admin: { position: 'sidebar' },
  hooks: {
    beforeValidate: [
      ({ value, req, operation }) => {
        if (value || operation !== 'create') return value
        const own = (req.user as { office?: unknown } | null)?.office
        return typeof own === 'object' && own ? (own as { id: string }).id : own
      },
    ],
  },
}
