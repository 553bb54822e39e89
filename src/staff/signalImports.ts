import type { Payload } from 'payload'

const LAST = 5

/** The last imports of which anything is left: by whom, from which file, how many rows. */
export async function lastImports(payload: Payload) {
  const { docs } = await payload.find({
    ...{ collection: 'audit', depth: 0, limit: 20, pagination: false, sort: '-createdAt' },
    where: { action: { equals: 'signals.import' } },
  })
  const imports = await Promise.all(
    docs.map(async ({ subject, actorName, createdAt, details }) => {
      const batch = subject ?? ''
      const { totalDocs } = await payload.count({ collection: 'signals', where: { batch: { equals: batch } } })
      const name = String((details as { name?: unknown } | null)?.name ?? '')
      return { batch, name, by: actorName ?? '', at: createdAt, rows: totalDocs }
    }),
  )
  return imports.filter(({ rows }) => rows > 0).slice(0, LAST)
}
export type SignalImports = Awaited<ReturnType<typeof lastImports>>
