import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionConfig,
  GlobalAfterChangeHook,
  PayloadRequest,
} from 'payload'
import { stableHash } from '../../src/lib/hash'
import { idOf } from '../access'

type Row = Record<string, unknown>
type Change = Record<string, { from: unknown; to: unknown }>

/** Puts every later change of these fields into the audit log: who, what, from which value to which. */
export const loggedFields =
  (name: string, fields: readonly string[]): CollectionAfterChangeHook =>
  async ({ doc, previousDoc, operation, req, collection }) => {
    if (operation === 'update')
      await write(req, `${name}.change`, `${collection.slug}:${doc.id}`, previousDoc, doc, fields)
  }

/** The same for rows that are numbers themselves: making one and taking one away is on record too. */
export function loggedRows(name: string, fields: readonly string[]): CollectionConfig['hooks'] {
  const made: CollectionAfterChangeHook = async ({ doc, operation, req, collection }) => {
    if (operation === 'create') await write(req, `${name}.add`, `${collection.slug}:${doc.id}`, {}, doc, fields)
  }
  const gone: CollectionAfterDeleteHook = ({ doc, req, collection }) =>
    write(req, `${name}.remove`, `${collection.slug}:${doc.id}`, doc, {}, fields)
  return { afterChange: [made, loggedFields(name, fields)], afterDelete: [gone] }
}

export const loggedGlobal =
  (name: string, fields: readonly string[]): GlobalAfterChangeHook =>
  ({ doc, previousDoc, req, global }) =>
    write(req, `${name}.change`, global.slug, previousDoc ?? {}, doc, fields)

async function write(
  req: PayloadRequest,
  action: string,
  subject: string,
  was: Row,
  is: Row,
  fields: readonly string[],
) {
  const changed: Change = {}
  for (const field of fields)
    if (stableHash(plain(was[field])) !== stableHash(plain(is[field])))
      changed[field] = { from: plain(was[field]), to: plain(is[field]) }
  // Without a person it is the product itself: the seed, an import, which have marks of their own.
  if (!req.user || !Object.keys(changed).length) return
  await req.payload.create({
    collection: 'audit',
    data: { actor: idOf(req.user), actorName: (req.user as { name?: string }).name, action, subject, details: changed },
    depth: 0,
    req,
  })
}

/** Relations as ids, lines of a list without theirs: Payload hands the same row over with and without them filled in. */
function plain(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map((line: Row) =>
      Object.fromEntries(Object.entries(line).flatMap(([name, of]) => (name === 'id' ? [] : [[name, plain(of)]]))),
    )
  return (typeof value === 'object' && idOf(value)) || (value ?? null)
}
