import { ObjectId, deserialize, serialize, type Document } from 'bson'
import { Query, update } from 'mingo'
import { aggregate } from 'mingo'
import { resolve } from 'mingo/util'

export type Index = {
  name: string
  key: Document
  unique?: boolean
  sparse?: boolean
  partialFilterExpression?: Document
}
export type Change = { q: Document; u: Document | Document[]; multi?: boolean; upsert?: boolean; sort?: Document }

/** What a server answers with `code` and `errmsg`. */
export class MongoFault extends Error {
  constructor(
    readonly code: number,
    readonly codeName: string,
    message: string,
    readonly more: Document = {},
  ) {
    super(message)
  }
}

/** Documents leave and enter through BSON, as over the wire: no shared objects, no types that BSON lacks. */
export const copy = <T extends Document>(doc: T): T => deserialize(serialize(doc, { ignoreUndefined: true })) as T

/**
 * One collection. Every command runs to its end before the next one starts, so each is atomic, as a single-document
 * write is on the real server. Unique and sparse follow the manual: an explicit null is a value, an absent field is
 * not indexed when sparse.
 */
export class Collection {
  readonly indexes: Index[] = [{ name: '_id_', key: { _id: 1 } }]
  private readonly docs = new Map<string, Document>()
  /** Entries of the unique indexes: whose they are. */
  private readonly entries = new Map<string, string>()
  constructor(readonly namespace: string) {}

  get size() {
    return this.docs.size
  }

  /** Matching documents, live: to be copied before they leave. */
  matching(filter: Document = {}): Document[] {
    const id = filter._id
    const direct = id instanceof ObjectId || typeof id === 'string' ? this.docs.get(keyOf(id)) : undefined
    const among = id instanceof ObjectId || typeof id === 'string' ? (direct ? [direct] : []) : [...this.docs.values()]
    if (!Object.keys(filter).length) return among
    const query = new Query(filter)
    return among.filter((doc) => query.test(doc))
  }

  find({ filter, sort, skip = 0, limit = 0, projection }: Document): Document[] {
    const found = this.matching(filter).map(copy)
    const stages: Document[] = []
    if (sort && Object.keys(sort).length) stages.push({ $sort: sort })
    if (skip) stages.push({ $skip: skip })
    if (limit) stages.push({ $limit: Math.abs(limit) })
    if (projection && Object.keys(projection).length) stages.push({ $project: projection })
    return stages.length ? (aggregate(found, stages) as Document[]) : found
  }

  insert(given: Document): Document {
    const doc = { _id: given._id ?? new ObjectId(), ...given }
    if (this.docs.has(keyOf(doc._id))) throw duplicate(this, this.indexes[0]!, doc)
    this.checkUnique(doc)
    this.keep(doc)
    return doc
  }

  remove(filter: Document, one: boolean): Document[] {
    const found = this.matching(filter).slice(0, one ? 1 : undefined)
    for (const doc of found) {
      for (const entry of this.entriesOf(doc)) this.entries.delete(entry)
      this.docs.delete(keyOf(doc._id))
    }
    return found
  }

  /** Updates one or all; `before` and `after` are for findAndModify. */
  change({ q, u, multi, upsert, sort }: Change, arrayFilters?: Document[]) {
    const found = sort ? this.find({ filter: q, sort }) : this.matching(q)
    const targets = multi ? found : found.slice(0, 1)
    let [before, after, modified] = [null, null, 0] as [Document | null, Document | null, number]
    for (const doc of targets) {
      before = copy(doc)
      after = applied(before, u, arrayFilters)
      if (!same(before, after)) {
        this.checkUnique(after)
        this.keep(after)
        modified++
      }
    }
    if (targets.length || !upsert) return { matched: targets.length, modified, before, after }
    const fresh = this.insert(applied(seed(q), u, arrayFilters, true))
    return { matched: 0, modified: 0, before: null, after: copy(fresh), upserted: fresh._id as unknown }
  }

  ensureIndex(index: Index): boolean {
    if (this.indexes.some(({ name }) => name === index.name)) return false
    this.indexes.push(index)
    if (!index.unique) return true
    try {
      for (const doc of this.docs.values()) {
        this.checkUnique(doc)
        for (const entry of this.entriesOf(doc)) this.entries.set(entry, keyOf(doc._id))
      }
    } catch (error) {
      this.indexes.pop()
      throw error
    }
    return true
  }

  private keep(doc: Document) {
    const id = keyOf(doc._id)
    const before = this.docs.get(id)
    if (before) for (const entry of this.entriesOf(before)) this.entries.delete(entry)
    for (const entry of this.entriesOf(doc)) this.entries.set(entry, id)
    this.docs.set(id, copy(doc))
  }

  private checkUnique(doc: Document) {
    for (const index of this.indexes.filter(({ unique }) => unique))
      for (const key of keysOf(index, doc)) {
        const owner = this.entries.get(`${index.name} ${key}`)
        if (owner !== undefined && owner !== keyOf(doc._id)) throw duplicate(this, index, doc)
      }
  }

  private entriesOf(doc: Document): string[] {
    const unique = this.indexes.filter((index) => index.unique)
    return unique.flatMap((index) => keysOf(index, doc).map((key) => `${index.name} ${key}`))
  }
}

const keyOf = (id: unknown) => (id instanceof ObjectId ? id.toHexString() : `${typeof id}:${JSON.stringify(id)}`)
const same = (a: Document, b: Document) =>
  Buffer.compare(serialize(a, { ignoreUndefined: true }), serialize(b, { ignoreUndefined: true })) === 0

/** The entries a document has in an index: none when sparse and absent, several for an array. */
function keysOf({ key, sparse, partialFilterExpression }: Index, doc: Document): string[] {
  if (partialFilterExpression && !new Query(partialFilterExpression).test(doc)) return []
  const values = Object.keys(key).map((path) => resolve(doc, path) as unknown)
  if (sparse && values.every((value) => value === undefined)) return []
  const [first, ...rest] = values
  const heads = rest.length === 0 && Array.isArray(first) ? (first.length ? first : [undefined]) : [first]
  return heads.map((head) => JSON.stringify([head ?? null, ...rest.map((value) => value ?? null)]))
}

function duplicate({ namespace }: Collection, { name, key }: Index, doc: Document) {
  const keyValue = Object.fromEntries(Object.keys(key).map((path) => [path, (resolve(doc, path) as unknown) ?? null]))
  const shown = JSON.stringify(keyValue)
  const message = `E11000 duplicate key error collection: ${namespace} index: ${name} dup key: ${shown}`
  return new MongoFault(11000, 'DuplicateKey', message, { keyPattern: key, keyValue })
}

function applied(doc: Document, u: Document | Document[], arrayFilters?: Document[], inserting = false): Document {
  const next = copy(doc)
  if (Array.isArray(u)) return { ...(aggregate([next], u)[0] as Document), _id: doc._id }
  if (!Object.keys(u).some((operator) => operator.startsWith('$')))
    return { ...(doc._id === undefined ? {} : { _id: doc._id }), ...u }
  const { $setOnInsert, ...operators } = u
  if (inserting && $setOnInsert) operators.$set = { ...$setOnInsert, ...operators.$set }
  const modifier = Object.fromEntries(Object.entries(operators).filter(([, fields]) => Object.keys(fields).length))
  if (Object.keys(modifier).length) update(next, modifier, arrayFilters)
  return next
}

/** What an upsert starts from: the equalities of its filter. */
function seed(filter: Document): Document {
  const doc: Document = {}
  for (const [path, wanted] of Object.entries(filter)) {
    if (path === '$and') for (const part of wanted as Document[]) Object.assign(doc, seed(part))
    else if (!path.startsWith('$')) {
      const operators = plain(wanted) && Object.keys(wanted).some((name) => name.startsWith('$'))
      if (!operators) assign(doc, path, wanted)
      else if ('$eq' in (wanted as Document)) assign(doc, path, (wanted as Document).$eq)
    }
  }
  return doc
}

export const plain = (value: unknown): value is Document =>
  Boolean(value) && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype

/** Writes at a dotted path, making the objects on the way. */
export function assign(doc: Document, path: string, value: unknown) {
  const steps = path.split('.')
  const last = steps.pop()!
  let at = doc
  for (const step of steps) at = at[step] = plain(at[step]) ? at[step] : {}
  at[last] = value
}
