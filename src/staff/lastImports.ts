import type { Payload } from 'payload'

const LAST = 5

export type Imported = 'signals' | 'figures'

/** The last imports of which anything is left: by whom, from which file, how many rows. */
export async function lastImports(payload: Payload, collection: Imported) {
  const { docs } = await payload.find({
    ...{ collection: 'audit', depth: 0, limit: 20, pagination: false, sort: '-createdAt' },
    where: { action: { equals: `${collection}.import` } },
  })
  const imports = await Promise.all(
    docs.map(async ({ subject, actorName, createdAt, details }) => {
      const batch = subject ?? ''
      const { totalDocs } = await payload.count({ collection, where: { batch: { equals: batch } } })
      const name = String((details as { name?: unknown } | null)?.name ?? '')
      return { batch, name, by: actorName ?? '', at: createdAt, rows: totalDocs }
    }),
  )
  return imports.filter(({ rows }) => rows > 0).slice(0, LAST)
}
export type LastImports = Awaited<ReturnType<typeof lastImports>>
