import { eq } from '@payloadcms/db-sqlite/drizzle'
import type { CollectionBeforeDeleteHook, Payload } from 'payload'
import { sqlTable } from '../../src/lib/tables'

/**
 * A loan ends with the item that was lent and with the draft that was made of it. What went out stands in the deliveries,
 * what an office owes in the credits: neither hangs on the loan.
 */
export const endLoans: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const lent = { itemKey: { equals: `${collection.slug}:${id}` } }
  const where = collection.slug === 'articles' ? { or: [lent, { draft: { equals: id } }] } : lent
  await req.payload.db.deleteMany({ collection: 'loans', where, req })
  if (collection.slug === 'articles') await forgetOrigin(req.payload, String(id))
}

/** What was made of an article stays, with the name of its office. SQLite refuses to delete what a column still points at. */
async function forgetOrigin(payload: Payload, id: string): Promise<void> {
  if (payload.db.name !== 'sqlite') return
  for (const [name, field] of [
    ['articles', 'borrowedFrom'],
    ['_articles_v', 'version_borrowedFrom'],
  ] as const) {
    const { db, table, column } = sqlTable(payload, name)
    await db
      .update(table)
      .set({ [field]: null } as never)
      .where(eq(column(field), id))
  }
}
