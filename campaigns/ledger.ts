import { and, eq, inArray, sql } from '@payloadcms/db-sqlite/drizzle'
import type { Payload, Where } from 'payload'
import { stableHash } from '../src/lib/hash'
import { shortCode, timeId } from '../src/lib/ids'
import { sqlTable } from '../src/lib/tables'
import { idOf } from './officeMix'
import type { PlannedDelivery } from './planning'

const CHUNK = 200

type Rows = {
  campaign: string
  office: string | null
  deliveries: readonly PlannedDelivery[]
  path: (item: string) => string
}

/**
 * Replaces the campaign's planned deliveries and their links by new ones; whatever has gone out or is pinned stays. One atomic
 * batch on SQLite. On MongoDB several steps: the campaign is not approved meanwhile, so nothing half-written can go out.
 */
export async function replacePlanned(payload: Payload, rows: Rows, now: Date): Promise<void> {
  if (payload.db.name === 'sqlite') await replaceInSqlite(payload, rows, now)
  else await replaceInMongo(payload, rows, now)
  await dropDoubles(payload, rows.campaign)
}

/** What a person pinned while the plan was being made takes the place of its new double. */
async function dropDoubles(payload: Payload, campaign: string) {
  const all = { depth: 0, overrideAccess: true } as const
  const planned: Where[] = [{ campaign: { equals: campaign } }, { state: { equals: 'planned' } }]
  const { docs } = await payload.find({
    collection: 'deliveries',
    ...all,
    where: { and: planned },
    pagination: false,
    select: { itemKey: true, segment: true, pinned: true },
  })
  const place = (row: (typeof docs)[number]) => `${row.itemKey} ${idOf(row.segment)}`
  const pinned = new Set(docs.filter((row) => row.pinned).map(place))
  const ids = docs.filter((row) => !row.pinned && pinned.has(place(row))).map(({ id }) => id)
  if (!ids.length) return
  await payload.delete({ collection: 'links', ...all, where: { delivery: { in: ids } } })
  await payload.delete({ collection: 'deliveries', ...all, where: { id: { in: ids } } })
}

/** The hash an approval is bound to: what goes to whom, when, by which door. Independent of ids and order. */
export async function plannedHash(payload: Payload, campaign: string): Promise<string> {
  const { docs } = await payload.find({
    collection: 'deliveries',
    where: { and: [{ campaign: { equals: campaign } }, { state: { equals: 'planned' } }] },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    select: { itemKey: true, segment: true, channel: true, dueAt: true, code: true },
  })
  return stableHash(
    docs
      .map((row) =>
        [row.code, row.itemKey, idOf(row.segment), idOf(row.channel), new Date(row.dueAt).toISOString()].join(' '),
      )
      .sort(),
  )
}

async function replaceInSqlite(payload: Payload, { campaign, office, deliveries, path }: Rows, now: Date) {
  const { db, table, column } = sqlTable(payload, 'deliveries')
  const items = sqlTable(payload, 'deliveries_rels')
  const links = sqlTable(payload, 'links')
  const loose = sql`coalesce(${column('pinned')}, 0) = 0`
  const old = and(eq(column('campaign'), campaign), eq(column('state'), 'planned'), loose)
  const oldIds = db
    .select({ id: column('id') })
    .from(table)
    .where(old)
  const made = deliveries.map((delivery) => ({ delivery, id: timeId(now), code: shortCode() }))
  const stamp = { updatedAt: now.toISOString(), createdAt: now.toISOString() }
  const inserts = chunks(made).flatMap((part) => [
    db
      .insert(table)
      .values(
        part.map(({ delivery, id, code }) => ({ id, ...row(delivery, campaign, office, code), ...stamp })) as never,
      ),
    db.insert(items.table).values(
      part.map(({ delivery, id }) => {
        const [collection, value] = delivery.item.split(':')
        return { parent: id, path: 'item', [`${collection}ID`]: value }
      }) as never,
    ),
    db.insert(links.table).values(
      part.map(({ delivery, id, code }) => ({
        id: timeId(now),
        ...link(delivery, campaign, id, code, path),
        ...stamp,
      })) as never,
    ),
  ])
  await db.batch([
    db.delete(links.table).where(inArray(links.column('delivery'), oldIds)),
    db.delete(table).where(old),
    ...inserts,
  ] as never)
}

type Model = {
  find(query: object, fields: object): { lean(): Promise<{ _id: unknown }[]> }
  collection: { deleteMany(query: object): Promise<unknown>; insertMany(rows: object[]): Promise<unknown> }
}

async function replaceInMongo(payload: Payload, { campaign, office, deliveries, path }: Rows, now: Date) {
  const { collections, connection } = payload.db as unknown as {
    collections: Record<string, Model>
    connection: { base: { Types: { ObjectId: new (id?: string) => object } } }
  }
  const key = (id?: string) => new connection.base.Types.ObjectId(id)
  const keyed = (fields: Record<string, unknown>, ...names: string[]) =>
    Object.fromEntries(
      Object.entries(fields)
        .filter(([, value]) => value !== null)
        .map(([name, value]) => [name, names.includes(name) ? key(String(value)) : value]),
    )
  const rows = collections.deliveries!
  const loose = { state: 'planned', pinned: { $ne: true } }
  const old = await rows.find({ campaign: key(campaign), ...loose }, { _id: 1 }).lean()
  const ids = old.map(({ _id }) => _id)
  await collections.links!.collection.deleteMany({ delivery: { $in: ids } })
  await rows.collection.deleteMany({ _id: { $in: ids }, ...loose })
  const stamp = { updatedAt: now, createdAt: now }
  const made = deliveries.map((delivery) => ({ delivery, _id: key(), code: shortCode() }))
  for (const part of chunks(made)) {
    await rows.collection.insertMany(
      part.map(({ delivery, _id, code }) => {
        const [relationTo, value] = delivery.item.split(':')
        const fields = row(delivery, campaign, office, code)
        return {
          _id,
          ...keyed(fields, 'campaign', 'topic', 'segment', 'channel', 'variety', 'office'),
          dueAt: delivery.at,
          ...(delivery.until ? { until: delivery.until } : {}),
          item: { relationTo, value: key(value) },
          ...stamp,
        }
      }),
    )
    await collections.links!.collection.insertMany(
      part.map(({ delivery, _id, code }) => ({
        ...keyed(link(delivery, campaign, String(_id), code, path), 'segment', 'channel', 'delivery', 'campaign'),
        ...stamp,
      })),
    )
  }
}

const row = (delivery: PlannedDelivery, campaign: string, office: string | null, code: string) => ({
  code,
  campaign,
  itemKey: delivery.item,
  topic: delivery.topic,
  segment: delivery.segment,
  channel: delivery.channel,
  variety: delivery.variety,
  office,
  dueAt: delivery.at.toISOString(),
  until: delivery.until?.toISOString() ?? null,
  state: 'planned',
  pinned: false,
  reasons: delivery.reasons,
  score: delivery.score,
  propensity: delivery.propensity,
  attempts: 0,
  leaseUntil: 0,
  readyAt: delivery.at.getTime(),
})

const link = (
  delivery: PlannedDelivery,
  campaign: string,
  id: string,
  code: string,
  path: (item: string) => string,
) => ({
  code,
  path: path(delivery.item),
  segment: delivery.segment,
  channel: delivery.channel,
  delivery: id,
  campaign,
})

const chunks = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / CHUNK) }, (_, n) => list.slice(n * CHUNK, (n + 1) * CHUNK))
