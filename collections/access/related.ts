import type { CollectionSlug, FieldHook } from 'payload'
import { CodedError } from '../../src/lib/errors'
import { hasRole, idOf } from './index'
import { borrowersOf } from './lent'
import { officeScope } from './officeScope'

/**
 * For a relation that acts on the row it points at (a dub on its film, a figure on its delivery): that row has to
 * belong to one's own office or one below, or another office's results and films could be changed from outside. `lent`: an
 * item that one of these offices has borrowed will do as well.
 */
export const ofOwnOffice =
  (collection: CollectionSlug, { lent = false } = {}): FieldHook =>
  async ({ value, previousValue, req, overrideAccess }) => {
    const wanted = idOf(value)
    if (overrideAccess || !req.user || hasRole(req) || !wanted || wanted === idOf(previousValue)) return value
    const row = await req.payload.db.findOne<{ id: string; office?: unknown }>({
      collection,
      where: { id: { equals: wanted } },
      req,
    })
    const office = idOf(row?.office)
    const scope = await officeScope(req)
    if (office && scope.includes(office)) return value
    const borrowers = lent && (await borrowersOf(req.payload, `${collection}:${wanted}`))
    if (borrowers && scope.some((one) => borrowers.has(one))) return value
    throw new CodedError('outside-office')
  }
