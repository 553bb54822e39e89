import type { Runtime } from '../runtime'
import type { Staff } from './staff'

type Entry = { action: string; subject: string; details?: Record<string, unknown> }

/** Writes who did what. The name is kept as well: the row must stay readable when the account is gone. */
export async function recordAudit({ payload }: Pick<Runtime, 'payload'>, actor: Staff, entry: Entry): Promise<void> {
  await payload.create({
    collection: 'audit',
    data: { actor: actor.id, actorName: actor.name, ...entry },
    depth: 0,
  })
}
