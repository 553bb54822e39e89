import { Long, type Document } from 'bson'
import { Collection, MongoFault, copy, type Change, type Index } from './collection'
import { runPipeline } from './pipeline'

type Command = (request: Document) => Document
const FIRST_BATCH = 101

/** The commands that Payload, mongoose and our own code send; any other is refused by name, as the real server does. */
export class Databases {
  private readonly stores = new Map<string, Collection>()
  private readonly cursors = new Map<string, { namespace: string; rest: Document[] }>()
  private lastCursor = 0

  run(request: Document): Document {
    const name = Object.keys(request)[0] ?? ''
    const command = this.commands[name.toLowerCase()]
    try {
      if (!command) throw new MongoFault(59, 'CommandNotFound', `no such command: '${name}'`)
      return { ...command(request), ok: 1 }
    } catch (error) {
      if (error instanceof MongoFault)
        return { ok: 0, code: error.code, codeName: error.codeName, errmsg: error.message, ...error.more }
      return { ok: 0, code: 2, codeName: 'BadValue', errmsg: error instanceof Error ? error.message : String(error) }
    }
  }

  private store(db: string, name: string): Collection {
    const namespace = `${db}.${name}`
    const store = this.stores.get(namespace) ?? new Collection(namespace)
    this.stores.set(namespace, store)
    return store
  }

  private cursor(namespace: string, docs: Document[], batchSize = FIRST_BATCH): Document {
    const firstBatch = docs.slice(0, batchSize)
    const rest = docs.slice(batchSize)
    if (rest.length) this.cursors.set(String(++this.lastCursor), { namespace, rest })
    return { cursor: { id: Long.fromNumber(rest.length ? this.lastCursor : 0), ns: namespace, firstBatch } }
  }

  /** Rows of an insert, update or delete: a fault stops an ordered one, an unordered one goes on. */
  private each<T>(rows: T[], ordered: boolean, apply: (row: T, index: number) => void): Document {
    const writeErrors: Document[] = []
    for (const [index, row] of rows.entries())
      try {
        apply(row, index)
      } catch (error) {
        if (!(error instanceof MongoFault)) throw error
        writeErrors.push({ index, code: error.code, errmsg: error.message, ...error.more })
        if (ordered) break
      }
    return writeErrors.length ? { writeErrors } : {}
  }

  private readonly commands: Record<string, Command> = {
    hello: () => this.hello(),
    ismaster: () => this.hello(),
    ping: () => ({}),
    endsessions: () => ({}),
    killcursors: () => ({}),
    buildinfo: () => ({ version: '7.0.0', versionArray: [7, 0, 0, 0] }),
    create: ({ create, $db }) => {
      if (this.stores.has(`${$db}.${create}`)) throw new MongoFault(48, 'NamespaceExists', `${create} already exists`)
      this.store($db, create)
      return {}
    },
    createindexes: ({ createIndexes, indexes, $db }) => {
      const store = this.store($db, createIndexes)
      for (const index of indexes as Index[]) store.ensureIndex(index)
      return { numIndexesAfter: store.indexes.length }
    },
    listindexes: ({ listIndexes, $db }) => {
      const store = this.stores.get(`${$db}.${listIndexes}`)
      if (!store) throw new MongoFault(26, 'NamespaceNotFound', `ns does not exist: ${$db}.${listIndexes}`)
      return this.cursor(
        store.namespace,
        store.indexes.map((index) => ({ v: 2, ...index })),
      )
    },
    listcollections: ({ $db }) => {
      const names = [...this.stores.keys()].filter((name) => name.startsWith(`${$db}.`))
      const rows = names.map((name) => ({ name: name.slice(String($db).length + 1), type: 'collection', options: {} }))
      return this.cursor(`${$db}.$cmd.listCollections`, rows)
    },
    drop: ({ drop, $db }) => {
      this.stores.delete(`${$db}.${drop}`)
      return {}
    },
    dropdatabase: ({ $db }) => {
      for (const name of this.stores.keys()) if (name.startsWith(`${$db}.`)) this.stores.delete(name)
      return { dropped: $db }
    },
    insert: ({ insert, documents, ordered = true, $db }) => {
      let n = 0
      const faults = this.each(documents as Document[], ordered, (doc) => {
        this.store($db, insert).insert(doc)
        n++
      })
      return { n, ...faults }
    },
    update: ({ update, updates, ordered = true, $db }) => {
      const upserted: Document[] = []
      let [n, nModified] = [0, 0]
      const faults = this.each(updates as (Change & { arrayFilters?: Document[] })[], ordered, (change, index) => {
        const done = this.store($db, update).change(change, change.arrayFilters)
        if (done.upserted !== undefined) upserted.push({ index, _id: done.upserted })
        n += done.matched + (done.upserted === undefined ? 0 : 1)
        nModified += done.modified
      })
      return { n, nModified, ...(upserted.length ? { upserted } : {}), ...faults }
    },
    delete: ({ delete: name, deletes, $db }) => {
      let n = 0
      for (const { q, limit } of deletes as Document[]) n += this.store($db, name).remove(q, limit === 1).length
      return { n }
    },
    findandmodify: ({ findAndModify, findandmodify, query = {}, sort, remove, update, upsert, fields, ...rest }) => {
      const store = this.store(rest.$db, findAndModify ?? findandmodify)
      if (remove) {
        const [first] = store.find({ filter: query, sort, limit: 1 })
        if (first) store.remove({ _id: first._id }, true)
        return { value: first ?? null, lastErrorObject: { n: first ? 1 : 0 } }
      }
      const done = store.change({ q: query, u: update, upsert, ...(sort ? { sort } : {}) }, rest.arrayFilters)
      const doc = rest.new ? done.after : done.before
      const value = doc && fields ? store.find({ filter: { _id: doc._id }, projection: fields })[0] : doc
      const lastErrorObject = { n: done.matched || (done.upserted ? 1 : 0), updatedExisting: done.matched > 0 }
      return { value: value ?? null, lastErrorObject }
    },
    find: ({ find, $db, batchSize, singleBatch, ...query }) => {
      const docs = this.store($db, find).find(query)
      return this.cursor(`${$db}.${find}`, docs, singleBatch ? docs.length : batchSize)
    },
    getmore: ({ getMore, collection, batchSize, $db }) => {
      const cursor = this.cursors.get(String(getMore))
      if (!cursor) throw new MongoFault(43, 'CursorNotFound', `cursor id ${getMore} not found`)
      const nextBatch = cursor.rest.splice(0, batchSize ?? 1000)
      if (!cursor.rest.length) this.cursors.delete(String(getMore))
      const id = Long.fromNumber(cursor.rest.length ? Number(getMore) : 0)
      return { cursor: { id, ns: `${$db}.${collection}`, nextBatch } }
    },
    aggregate: ({ aggregate, pipeline, cursor, $db }) => {
      const docs = runPipeline((name) => this.store($db, name), this.store($db, aggregate), pipeline)
      return this.cursor(`${$db}.${aggregate}`, docs, cursor?.batchSize)
    },
    count: ({ count, query, limit, skip, $db }) => ({
      n: this.store($db, count).find({ filter: query, limit, skip }).length,
    }),
    distinct: ({ distinct, key, query, $db }) => {
      const store = this.store($db, distinct)
      const rows = store.matching(query).map(copy)
      const groups = runPipeline(() => store, store, [{ $match: { _id: { $in: rows.map(({ _id }) => _id) } } }, { $unwind: `$${key}` }, { $group: { _id: `$${key}` } }]) // prettier-ignore
      return { values: groups.map(({ _id }) => _id) }
    },
  }

  private hello(): Document {
    return {
      ...{ helloOk: true, ismaster: true, isWritablePrimary: true, readOnly: false, connectionId: 1 },
      ...{ maxBsonObjectSize: 16777216, maxMessageSizeBytes: 48000000, maxWriteBatchSize: 100000 },
      ...{ localTime: new Date(), logicalSessionTimeoutMinutes: 30, minWireVersion: 0, maxWireVersion: 21 },
    }
  }
}
