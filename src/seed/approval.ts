import type { Payload } from 'payload'
import { latestVersion, type ItemCollection } from '../staff/version'

type Approval = { collection: ItemCollection; id: string; writer: string; reviewer: string; at: Date }

const HOUR = 3_600_000

/** Publishes a draft the way two people would: handed in by its writer, approved by somebody else, both bound to the version. */
export async function approveAsPeople(
  payload: Payload,
  { collection, id, writer, reviewer, at }: Approval,
): Promise<void> {
  const { doc, hash } = await latestVersion(payload, collection, id)
  if (doc._status === 'published') return
  const approvedAt = at.toISOString()
  await payload.update({
    collection,
    id,
    depth: 0,
    context: { workflow: 'approve' },
    data: {
      _status: 'published',
      review: {
        stage: 'approved',
        writers: [writer],
        submittedBy: writer,
        submittedAt: new Date(at.getTime() - 20 * HOUR).toISOString(),
        submittedHash: hash,
        approvedBy: reviewer,
        approvedAt,
        approvedHash: hash,
        signoffs: [{ stage: 1, decision: 'approved', by: reviewer, at: approvedAt, versionHash: hash }],
      },
    },
  })
}
