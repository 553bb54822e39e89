import { getTranslation } from '@payloadcms/translations'
import type { CollectionSlug, Field, PayloadRequest } from 'payload'

export type Missing = { path: string; label: string; message: string }

type Row = Record<string, unknown>
type Place = { data: Row; row: Row; path: string[]; labels: string[] }

/**
 * What Payload would refuse at publishing, asked before the hand-in: every field's own validation over the latest
 * draft, rows and blocks included. Labels and messages come in the language of `req`.
 */
export async function missingFields(req: PayloadRequest, collection: CollectionSlug, doc: Row): Promise<Missing[]> {
  const found: Missing[] = []
  await walk(req, req.payload.collections[collection].config.fields, found, {
    data: doc,
    row: doc,
    path: [],
    labels: [],
  })
  return found
}

async function walk(req: PayloadRequest, fields: Field[], found: Missing[], place: Place): Promise<void> {
  for (const field of fields) {
    if (!applies(req, field, place)) continue
    if ('name' in field && field.name) {
      const here = inside(req, field, place)
      const value = place.row[field.name]
      const fault = await faultOf(req, field, value, place, here.path)
      if (fault) found.push({ path: here.path.join('.'), label: here.labels.join(' · '), message: fault })
      else await walkRows(req, field, value, found, here)
    } else if ('fields' in field) await walk(req, field.fields, found, place)
  }
}

async function walkRows(req: PayloadRequest, field: Field, value: unknown, found: Missing[], here: Place) {
  if (field.type === 'group') return walk(req, field.fields, found, { ...here, row: (value ?? {}) as Row })
  if ((field.type !== 'array' && field.type !== 'blocks') || !Array.isArray(value)) return
  for (const [index, row] of (value as Row[]).entries()) {
    const fields =
      field.type === 'array' ? field.fields : field.blocks.find((block) => block.slug === row.blockType)?.fields
    const labels = [...here.labels, String(index + 1)]
    await walk(req, fields ?? [], found, { data: here.data, row, path: [...here.path, String(index)], labels })
  }
}

function inside(req: PayloadRequest, field: Field & { name: string }, place: Place): Place {
  const label = 'label' in field && field.label ? field.label : field.name
  const word = typeof label === 'function' ? field.name : getTranslation(label as string, req.i18n)
  return { ...place, path: [...place.path, field.name], labels: [...place.labels, word] }
}

function applies(req: PayloadRequest, field: Field, { data, row, path }: Place): boolean {
  const condition = field.admin?.condition
  return !condition || Boolean(condition(data, row, { blockData: row, operation: 'update', path, user: req.user }))
}

async function faultOf(req: PayloadRequest, field: Field, value: unknown, { data, row }: Place, path: string[]) {
  if (!('validate' in field) || typeof field.validate !== 'function') return null
  const validate = field.validate as (value: unknown, options: unknown) => Promise<string | true> | string | true
  const options = {
    ...field,
    data,
    siblingData: row,
    blockData: row,
    id: data.id,
    operation: 'update',
    event: 'submit',
  }
  const result = await validate(value, { ...options, path, previousValue: value, preferences: { fields: {} }, req })
  return typeof result === 'string' ? result : null
}
