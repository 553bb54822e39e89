import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook } from 'payload'
import { stableHash } from '../src/lib/hash'
import { idOf } from './access'

/** What a plan is made from. */
const inputs = ['from', 'to', 'slots', 'segments', 'channels', 'items', 'targets', 'office'] as const

/** Editing what a plan was made from voids the plan and its approval; nothing goes out until it is planned again. */
export const voidPlan: CollectionBeforeChangeHook = ({ data, originalDoc, context }) => {
  if (context.plan || !originalDoc || (originalDoc.state !== 'planned' && originalDoc.state !== 'approved')) return data
  const after = { ...originalDoc, ...data }
  if (inputs.every((name) => stableHash(plain(originalDoc[name])) === stableHash(plain(after[name])))) return data
  return { ...data, state: 'draft', planHash: null, approvedBy: null, approvedAt: null }
}

/** With the campaign go the deliveries that have not gone out. */
export const dropPlanned: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.update({
    collection: 'deliveries',
    where: { and: [{ campaign: { equals: id } }, { state: { in: ['planned', 'failed'] } }] },
    data: { state: 'cancelled' },
    depth: 0,
    req,
  })
}

/** Relations by id, rows without the ids that the database gives them. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (!value || typeof value !== 'object' || value instanceof Date) return value
  const row = value as Record<string, unknown>
  if ('createdAt' in row) return idOf(row)
  return Object.fromEntries(
    Object.entries(row)
      .filter(([key]) => key !== 'id')
      .map(([key, entry]) => [key, plain(entry)]),
  )
}
