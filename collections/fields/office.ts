import type { Field, FieldHook } from 'payload'
import { CodedError } from '../../src/lib/errors'
import { label } from '../../src/lib/labels'
import { hasRole, idOf } from '../access'
import { officeScope } from '../access/officeScope'

/**
 * A new row belongs to its writer's office, also a copy of another office's row. Nobody but an administrator moves a
 * row to an office outside their own scope: that would take it from those who answer for it.
 */
const ownedByWriter: FieldHook = async ({ value, siblingData, previousValue, req, operation, overrideAccess }) => {
  const own = idOf((req.user as { office?: unknown } | null)?.office)
  const given = idOf(siblingData?.office)
  if (operation === 'create' && !given) return own ?? (overrideAccess ? value : null)
  if (overrideAccess || !req.user || hasRole(req)) return value
  const wanted = idOf(value)
  if (operation === 'update' && wanted === idOf(previousValue)) return value
  if (!wanted || !(await officeScope(req)).includes(wanted)) throw new CodedError('outside-office')
  return value
}

/** The office that owns a row. Defaults to the writer's own. */
export const officeField: Field = {
  name: 'office',
  type: 'relationship',
  relationTo: 'offices',
  label: label('司法所', 'Office'),
  index: true,
  admin: { position: 'sidebar' },
  hooks: { beforeValidate: [ownedByWriter] },
}
