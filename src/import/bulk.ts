import type { CollectionSlug, Payload } from 'payload'

const CHUNK = 200

/** The part of the SQLite adapter that inserts many rows in one statement. */
type Drizzle = {
  tables: Record<string, unknown>
  drizzle: { insert(table: unknown): { values(rows: object[]): { run(): Promise<unknown> } } }
}

/**
 * Creates many plain rows: one statement for 200 of them on SQLite, twenty at a time on MongoDB.
 * Only for collections without hooks, defaults, arrays and versions: nothing of that runs here.
 */
export async function createMany(
  payload: Payload,
  collection: CollectionSlug,
  rows: Record<string, unknown>[],
): Promise<void> {
  if (payload.db.name === 'sqlite') {
    const { drizzle, tables } = payload.db as unknown as Drizzle
    for (let at = 0; at < rows.length; at += CHUNK)
      await drizzle
        .insert(tables[collection])
        .values(rows.slice(at, at + CHUNK))
        .run()
    return
  }
  for (let at = 0; at < rows.length; at += 20)
    await Promise.all(rows.slice(at, at + 20).map((data) => payload.db.create({ collection, data })))
}
