import {
  ValidationError,
  type CollectionBeforeChangeHook,
  type CollectionConfig,
  type CollectionSlug,
  type FlattenedField,
  type PayloadRequest,
} from 'payload'
import { idOf } from '../access'

type Row = Record<string, unknown>
type Named = { path: string; collection: string; id: string }

/** A collection in which nobody can name a row that is not there. */
export const namingKnownRows = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: { ...collection.hooks, beforeChange: [...(collection.hooks?.beforeChange ?? []), refuseUnknown] },
})

/**
 * A row that was deleted meanwhile is refused in words, at its field. The database would refuse it too, in the middle of
 * writing: as a fault of ours, and with half a row left behind. What stood there before is not asked again.
 */
const refuseUnknown: CollectionBeforeChangeHook = async ({ data, originalDoc, collection, req }) => {
  if (!req.user) return data
  const had = new Set(namedIn(collection.flattenedFields, originalDoc).map(keyOf))
  const named = namedIn(collection.flattenedFields, data).filter((one) => !had.has(keyOf(one)))
  const known = await knownAmong(req, named)
  const message = req.i18n.language === 'en' ? 'What was chosen here is gone.' : '这里选的已经没有了，请另选。'
  const errors = named.filter((one) => !known.has(keyOf(one))).map(({ path }) => ({ path, message }))
  if (errors.length) throw new ValidationError({ collection: collection.slug, errors, req }, req.t)
  return data
}

const keyOf = ({ collection, id }: Named) => `${collection}:${id}`

async function knownAmong(req: PayloadRequest, named: readonly Named[]): Promise<Set<string>> {
  const known = new Set<string>()
  for (const collection of new Set(named.map((one) => one.collection))) {
    const where = { id: { in: named.filter((one) => one.collection === collection).map(({ id }) => id) } }
    const { docs } = await req.payload.find({
      collection: collection as CollectionSlug,
      ...{ where, depth: 0, pagination: false, select: {}, req },
    })
    for (const { id } of docs) known.add(`${collection}:${id}`)
  }
  return known
}

/** Every row that the relations of a document name. What has not the form of one is left to the field's own check. */
function namedIn(fields: readonly FlattenedField[], data: unknown, at = ''): Named[] {
  if (!data || typeof data !== 'object') return []
  return fields.flatMap((field): Named[] => {
    const value = (data as Row)[field.name]
    const path = `${at}${field.name}`
    if (field.type === 'relationship' || field.type === 'upload')
      return [value].flat().flatMap((one) => pointedAt(one, field.relationTo, path))
    if (field.type === 'group' || field.type === 'tab') return namedIn(field.flattenedFields, value, `${path}.`)
    if (field.type === 'array') return lines(value, path, () => field.flattenedFields)
    if (field.type === 'blocks')
      return lines(
        value,
        path,
        ({ blockType }) => field.blocks.find(({ slug }) => slug === blockType)?.flattenedFields ?? [],
      )
    return []
  })
}

const lines = (value: unknown, path: string, fieldsOf: (line: Row) => readonly FlattenedField[]): Named[] =>
  Array.isArray(value)
    ? value.flatMap((line: unknown, n) => namedIn(fieldsOf((line ?? {}) as Row), line, `${path}.${n}.`))
    : []

function pointedAt(value: unknown, to: string | string[], path: string): Named[] {
  if (typeof to === 'string') {
    const id = idOf(value)
    return id ? [{ path, collection: to, id }] : []
  }
  const { relationTo, value: row } = (value ?? {}) as Row
  return typeof relationTo === 'string' && to.includes(relationTo) ? pointedAt(row, relationTo, path) : []
}
