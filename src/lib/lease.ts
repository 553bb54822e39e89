import { and, asc, eq, inArray, isNull, lte, sql, type SQL } from '@payloadcms/db-sqlite/drizzle'
import type { Payload, Where } from 'payload'
import { sqlTable } from './tables'

/** Collections that carry the columns of `collections/fields/lease.ts` and a `state`. */
type Leased = 'deliveries' | 'media-steps' | 'readings' | 'kits'
type Plain = string | number | boolean | Date | null | object
type Equal = Record<string, string | number | null | readonly (string | number)[]>

type Claim = {
  collection: Leased
  /** Rows in one of these states may be claimed, once `readyAt` has come and no lease is running. */
  states: readonly string[]
  /** The state of a claimed row. Naming it in `states` too takes over rows whose owner died. */
  claimed: string
  /** Further columns that must equal the value, or one of the values. */
  where?: Equal
  owner: string
  now: Date
  ttlMs: number
  limit: number
}
type Held = { collection: Leased; id: string; owner: string }
/** `attempts` counts this claim too. */
export type Claimed = { id: string; attempts: number }

/**
 * The one way to take work: one atomic conditional update, so that of any number of claimers, in any number of
 * processes, exactly one gets a row. Never find-then-update. Earliest `readyAt` first; at most `limit` rows.
 */
export async function claim(payload: Payload, request: Claim): Promise<Claimed[]> {
  if (request.limit < 1 || Object.values(request.where ?? {}).some((wanted) => Array.isArray(wanted) && !wanted.length))
    return []
  return payload.db.name === 'sqlite' ? claimSqlite(payload, request) : claimMongo(payload, request)
}

/** Writes to a row only while it is still ours; false when the lease was lost to somebody else. */
export async function finish(payload: Payload, held: Held, data: Record<string, Plain>): Promise<boolean> {
  const fields = { ...data, leaseOwner: null, leaseUntil: 0 }
  return update(payload, held.collection, { id: held.id, leaseOwner: held.owner }, fields)
}

/** Prolongs a lease during long work; false when it was lost. `data` may carry progress. */
export async function renew(
  payload: Payload,
  held: Held,
  { now, ttlMs }: { now: Date; ttlMs: number },
  data: Record<string, Plain> = {},
): Promise<boolean> {
  const fields = { ...data, leaseUntil: now.getTime() + ttlMs }
  return update(payload, held.collection, { id: held.id, leaseOwner: held.owner }, fields)
}

/** A person's change of a row that nobody works on: written only while the row is in one of the states. */
export async function changeIn(
  payload: Payload,
  { collection, id, states }: { collection: Leased; id: string; states: readonly string[] },
  data: Record<string, Plain>,
): Promise<boolean> {
  return update(payload, collection, { id, state: states }, data)
}

/** Writes to one row only while its columns still hold what the writer saw; false when somebody was quicker. */
export async function changeIf(
  payload: Payload,
  collection: 'subtitles',
  seen: Equal & { id: string },
  data: Record<string, Plain>,
): Promise<boolean> {
  return update(payload, collection, seen, data)
}

async function claimSqlite(payload: Payload, request: Claim): Promise<Claimed[]> {
  const { db, table, column } = sqlTable(payload, request.collection)
  const at = request.now.getTime()
  const free = db
    .select({ id: column('id') })
    .from(table)
    .where(
      and(
        inArray(column('state'), [...request.states]),
        lte(column('readyAt'), at),
        lte(column('leaseUntil'), at),
        ...equal(column, request.where),
      ),
    )
    .orderBy(asc(column('readyAt')), asc(column('id')))
    .limit(request.limit)
  const rows = await db
    .update(table)
    .set({ ...lease(request), attempts: sql`coalesce(${column('attempts')}, 0) + 1` } as never)
    .where(inArray(column('id'), free))
    .returning({ id: column('id'), attempts: column('attempts') })
  return (rows as Claimed[]).map(({ id, attempts }) => ({ id: String(id), attempts: Number(attempts) }))
}

async function claimMongo(payload: Payload, request: Claim): Promise<Claimed[]> {
  const at = request.now.getTime()
  const where: Where = {
    and: [
      { state: { in: [...request.states] } },
      { readyAt: { less_than_equal: at } },
      { leaseUntil: { less_than_equal: at } },
      ...Object.entries(request.where ?? {}).map(([name, wanted]) => ({ [name]: { in: [wanted].flat() } }) as Where),
    ],
  }
  const rows: Claimed[] = []
  while (rows.length < request.limit) {
    // On MongoDB this is one findOneAndUpdate; the state or the lease keeps the next turn from finding the row again.
    const row = (await payload.db.updateOne({
      collection: request.collection,
      where,
      data: { ...lease(request), attempts: { $inc: 1 } },
      options: { sort: { readyAt: 1, _id: 1 } },
    })) as unknown as Claimed | null
    if (!row) break
    rows.push({ id: String(row.id), attempts: Number(row.attempts) })
  }
  return rows
}

/** One conditional update of one row; false when the condition no longer holds. */
async function update(
  payload: Payload,
  collection: Leased | 'subtitles',
  only: Equal,
  data: Record<string, Plain>,
): Promise<boolean> {
  if (payload.db.name !== 'sqlite') {
    const where: Where = { and: Object.entries(only).map(([name, wanted]) => ({ [name]: matching(wanted) })) }
    return Boolean(await payload.db.updateOne({ collection, where, data: stored(data) }))
  }
  const { db, table, column } = sqlTable(payload, collection)
  const rows = await db
    .update(table)
    .set({ ...stored(data), updatedAt: sql`strftime('%Y-%m-%dT%H:%M:%fZ', 'now')` } as never)
    .where(and(...equal(column, only)))
    .returning({ id: column('id') })
  return rows.length > 0
}

const equal = (column: (name: string) => SQL, only: Equal = {}) =>
  Object.entries(only).map(([name, wanted]) =>
    wanted === null
      ? isNull(column(name))
      : Array.isArray(wanted)
        ? inArray(column(name), [...wanted])
        : eq(column(name), wanted),
  )
const matching = (wanted: Equal[string]) => (wanted === null ? { equals: null } : { in: [wanted].flat() })

const lease = ({ claimed, owner, now, ttlMs }: Claim) => ({
  state: claimed,
  leaseOwner: owner,
  leaseUntil: now.getTime() + ttlMs,
})

const stored = (data: Record<string, Plain>) =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
  )
