import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { cellKey, type Cell, type Dimension, type Measure } from '../cells'
import { addDays } from '../../lib/zone'
import { dayIn, type Day } from '../day'
import { rollUp, type Ledger, type Term } from '../rollup'
import { hourOf, type Rejection, type StoredEvent } from '../stored'
import type { EventStore, Met, Row, Span } from './contract'
import { DAY_MS, KEEP_DAYS, PERSON_MS } from './keep'
import { sumBy } from './sumBy'

/** What we use of the driver, and no more: plain operators run on every server that speaks the protocol. */
type Doc = Record<string, unknown>
type Collection = {
  createIndex(keys: Record<string, 1>): Promise<unknown>
  insertMany(docs: Doc[], options: { ordered: false; writeConcern: Doc }): Promise<unknown>
  find(
    filter: Doc,
    options?: { projection?: Doc },
  ): { sort(by: Doc): { toArray(): Promise<Doc[]> }; toArray(): Promise<Doc[]> }
  bulkWrite(writes: Doc[], options: { ordered: false; writeConcern: Doc }): Promise<unknown>
  deleteMany(filter: Doc, options?: Doc): Promise<unknown>
  updateMany(filter: Doc, update: Doc): Promise<unknown>
  countDocuments(filter: Doc): Promise<number>
}

const DURABLE = { w: 'majority', j: true }
const SAFE = { ordered: false, writeConcern: DURABLE } as const
const DUPLICATE = 11_000

/** The event store in MongoDB, beside Payload's collections and over its connection. */
export async function openMongo({ payload, timeZone }: { payload: Payload; timeZone: string }): Promise<EventStore> {
  const { connection } = payload.db as unknown as { connection: { collection(name: string): Collection } }
  const [events, dirty, hours, days, terms, people, reach, secrets] = [
    ...['events', 'dirty', 'hours', 'days', 'terms', 'people', 'reach', 'secrets'],
  ].map((name) => connection.collection(`analytics_${name}`)) as unknown as Record<number, Collection> & Collection[]
  if (!events || !dirty || !hours || !days || !terms || !people || !reach || !secrets) throw new Error('no collections')
  await events.createIndex({ hour: 1 })
  await events.createIndex({ play: 1 })
  for (const collection of [hours, days, terms, people, reach]) await collection.createIndex({ day: 1 })
  const dayOf = dayIn(timeZone)

  const put = async (collection: Collection, docs: Doc[]) => {
    if (!docs.length) return
    const writes = docs.map(({ _id, ...doc }) => ({
      updateOne: { filter: { _id }, update: { $set: doc }, upsert: true },
    }))
    await collection.bulkWrite(writes, SAFE)
  }
  /** Writes what is there now, then takes away what is no longer: a reader never sees an empty hour in between. */
  const replace = async (collection: Collection, of: Doc, docs: Doc[]) => {
    await put(collection, docs)
    await collection.deleteMany({ ...of, _id: { $nin: docs.map(({ _id }) => _id) } })
  }
  const asEvent = ({ _id, ...doc }: Doc) => ({ play: '', ...doc, id: _id }) as unknown as StoredEvent
  const asCell = (doc: Doc) => doc as unknown as Cell & { day: Day }
  const range = ({ from, to }: Span): Doc => ({ day: { $gte: from, $lte: to } })

  const ledger: Ledger = {
    dirtyHours: async (limit) =>
      (await dirty.find({}).sort({ _id: 1 }).toArray())
        .slice(0, limit)
        .map(({ _id, mark }) => ({ hour: Number(_id), mark: Number(mark) })),
    eventsOfHour: async (hour) => (await events.find({ hour }).toArray()).map(asEvent),
    eventsOfPlays: async (plays) =>
      plays.length ? (await events.find({ play: { $in: plays }, rejected: '' }).toArray()).map(asEvent) : [],
    async writeHour(hour, day, cells, found) {
      await replace(
        hours,
        { hour },
        cells.map((cell) => ({ _id: `${hour}|${cellKey(cell)}`, hour, day, ...cell })),
      )
      await replace(
        terms,
        { hour },
        found.map((term) => ({ _id: `${hour}|${term.demo}|${term.q}`, hour, day, ...term })),
      )
    },
    hoursOfDay: async (day) => (await hours.find({ day }).toArray()).map(asCell),
    writeDay: (day, cells) =>
      replace(
        days,
        { day },
        cells.map((cell) => ({ _id: `${day}|${cellKey(cell)}`, day, ...cell })),
      ),
    meet: (presences) =>
      put(
        people,
        presences.map((one) => ({ _id: `${one.day}|${one.scope}|${one.person}`, ...one })),
      ),
    async clean(marked) {
      for (const { hour, mark } of marked) await dirty.deleteMany({ _id: hour, mark })
    },
  }
  let rolling: Promise<void> | undefined
  const roll = async () => {
    while ((await rollUp(ledger, dayOf)) !== 0);
  }

  return {
    async add(rows) {
      const docs = rows.map(({ id, play, ...row }) => ({ _id: id, ...row, ...(play ? { play } : {}) }))
      await events.insertMany(docs, SAFE).catch(ignoreDuplicates)
      // After the insert and before the answer: whatever is acknowledged lies in an hour that will be recomputed.
      const marks = [...new Set(rows.map(({ hour }) => hour))]
      await dirty.bulkWrite(
        marks.map((hour) => ({ updateOne: { filter: { _id: hour }, update: { $inc: { mark: 1 } }, upsert: true } })),
        SAFE,
      )
    },
    async secret(day) {
      const fresh = { secret: randomBytes(32).toString('hex') }
      await secrets.bulkWrite(
        [{ updateOne: { filter: { _id: day }, update: { $setOnInsert: fresh }, upsert: true } }],
        SAFE,
      )
      return String((await secrets.find({ _id: day }).toArray())[0]?.secret)
    },
    rollUp: async () => {
      await rolling
      await (rolling ??= roll().finally(() => (rolling = undefined)))
    },
    async counts<D extends Dimension | 'day', M extends Measure = Measure>(span: Span, by: readonly D[]) {
      const filter = { ...range(span), ...(span.offices ? { office: { $in: span.offices } } : {}) }
      return sumBy((await days.find(filter).toArray()).map(asCell), by) as Row<D, M>[]
    },
    async met(span) {
      const kept = await reach.find(range(span)).toArray()
      const collapsed = new Set(kept.map(({ day }) => day))
      const open = (await people.find(range(span)).toArray()).filter(({ day }) => !collapsed.has(day))
      const tally = new Map<string, number>()
      const note = ({ day, scope }: Doc, n: number) =>
        tally.set(`${String(day)} ${String(scope)}`, (tally.get(`${String(day)} ${String(scope)}`) ?? 0) + n)
      for (const doc of kept) note(doc, Number(doc.people))
      for (const doc of open) note(doc, 1)
      return [...tally]
        .map(([key, count]): Met => {
          const [day = '', scope = ''] = key.split(' ')
          const [office = '', segment = ''] = scope.split('/')
          return { day, office, segment, people: count }
        })
        .filter(({ office }) => !span.offices || span.offices.includes(office))
        .sort((a, b) => (`${a.day}${a.office}/${a.segment}` < `${b.day}${b.office}/${b.segment}` ? -1 : 1))
    },
    async terms(span) {
      const tally = new Map<string, Term>()
      for (const doc of (await terms.find(range(span)).toArray()) as unknown as Term[]) {
        const term = tally.get(`${doc.demo}${doc.q}`) ?? { q: doc.q, n: 0, blanks: 0, demo: doc.demo }
        tally.set(`${doc.demo}${doc.q}`, { ...term, n: term.n + doc.n, blanks: term.blanks + doc.blanks })
      }
      return [...tally.values()].sort((a, b) => b.n - a.n || (a.q < b.q ? -1 : 1))
    },
    async rejected(since) {
      const tally = new Map<Rejection, number>()
      const docs = await events.find({ rejected: { $ne: '' }, received: { $gte: since } }).toArray()
      for (const { rejected } of docs) tally.set(rejected as Rejection, (tally.get(rejected as Rejection) ?? 0) + 1)
      return [...tally].map(([reason, n]) => ({ reason, n }))
    },
    size: () => events.countDocuments({}),
    async sweep(now) {
      const today = dayOf(hourOf(now.getTime()))
      const before = { day: { $lt: addDays(today, -1) } }
      const counted = new Set((await reach.find(before).toArray()).map(({ day }) => day))
      const tally = new Map<string, Doc & { people: number }>()
      for (const { day, scope, demo } of await people.find(before).toArray()) {
        const _id = `${String(day)}|${String(scope)}|${String(demo)}`
        const count = tally.get(_id) ?? { _id, day, scope, demo, people: 0 }
        tally.set(_id, { ...count, people: count.people + 1 })
      }
      await put(
        reach,
        [...tally.values()].filter(({ day }) => !counted.has(day)),
      )
      await people.deleteMany(before)
      await secrets.deleteMany({ _id: { $lt: today } })
      await events.updateMany(
        { person: { $ne: '' }, received: { $lt: now.getTime() - PERSON_MS } },
        { $set: { person: '' } },
      )
      const old = { $lt: now.getTime() - KEEP_DAYS * DAY_MS }
      await events.deleteMany({ received: old, at: old })
    },
    async clearDemo() {
      for (const collection of [events, hours, days, terms, people, reach]) await collection.deleteMany({ demo: 1 })
    },
    close: async () => undefined,
  }
}

function ignoreDuplicates(error: unknown): void {
  const { writeErrors, code } = error as { writeErrors?: { code?: number }[] | { code?: number }; code?: number }
  const faults = [writeErrors ?? []].flat()
  const codes = faults.length ? faults.map((fault) => fault.code) : [code]
  if (!codes.every((one) => one === DUPLICATE)) throw error
}
