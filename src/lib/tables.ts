import type { LibSQLDatabase } from '@payloadcms/db-sqlite/drizzle/libsql'
import type { SQL } from '@payloadcms/db-sqlite/drizzle'
import type { Payload } from 'payload'

type Tables = Record<string, Record<string, SQL | undefined>>

/** Payload's own SQLite tables, for the few writes that must be one statement or one batch. Fails on another database. */
export function sqlTable(payload: Payload, name: string) {
  const { drizzle: db, tables } = payload.db as unknown as { drizzle: LibSQLDatabase; tables: Tables }
  const table = tables[name.replaceAll('-', '_')]
  if (!table) throw new Error(`no table ${name}`)
  const column = (field: string): SQL => {
    const found = table[field]
    if (!found) throw new Error(`${name} has no column ${field}`)
    return found
  }
  return { db, table: table as never, column }
}
