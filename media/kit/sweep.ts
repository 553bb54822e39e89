import type { Media } from '../media'
import { drop } from '../storage'
import { statSync } from 'node:fs'
import { kitRows } from './desk'
import { kitRun } from './run'

const DAY = 24 * 3_600_000
/** Long enough for a campaign; packed again in a minute, with the same link. */
const KEPT_DAYS = 60

/** Kits in work, so that the sweep leaves their folders alone. */
export async function openKits({ payload }: Media): Promise<string[]> {
  const rows = await kitRows(payload, { state: { in: ['waiting', 'running'] } })
  return rows.map(({ id }) => kitRun(id))
}

/** Removes old kits, and files that no kit names (a day of grace: a download may be under way). */
export async function sweepKits({ payload, storage, now }: Media): Promise<void> {
  const before = new Date(now().getTime() - KEPT_DAYS * DAY).toISOString()
  await payload.db.deleteMany({
    collection: 'kits',
    where: { and: [{ state: { in: ['done', 'failed', 'cancelled'] } }, { updatedAt: { less_than: before } }] },
  })
  const named = new Set((await kitRows(payload, {})).flatMap(({ made }) => made?.hash ?? []))
  for (const hash of await storage.kits())
    if (!named.has(hash) && statSync(storage.kit(hash)).mtimeMs < Date.now() - DAY) await drop(storage.kit(hash))
}
