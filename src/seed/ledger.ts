import type { Payload } from 'payload'

/** Marks of the first start, kept in the audit log: append only, in the database, so every node sees the same. */
export type Mark =
  | 'seed.begun'
  | 'seed.done'
  | 'seed.engagement'
  | 'seed.plan'
  | 'seed.announced'
  | 'demo.clear.begun'
  | 'demo.clear.done'

export async function mark(
  payload: Payload,
  action: Mark,
  details?: Record<string, unknown>,
  actor?: { id: string; name: string },
): Promise<void> {
  await payload.create({
    collection: 'audit',
    data: {
      action,
      subject: 'site',
      details,
      actorName: actor?.name ?? '系统 / system',
      ...(actor ? { actor: actor.id } : {}),
    },
    depth: 0,
  })
}

/** The last row with this mark, or undefined. */
export async function marked(payload: Payload, action: Mark) {
  const { docs } = await payload.find({
    collection: 'audit',
    where: { action: { equals: action } },
    sort: '-createdAt',
    limit: 1,
    depth: 0,
    pagination: false,
  })
  return docs[0] as { id: string; createdAt: string; details?: Record<string, unknown> | null } | undefined
}
