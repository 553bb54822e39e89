import type { Payload } from 'payload'
import { latestVersion, partHash, type ItemCollection, type Version } from '../staff/version'

type Approval = { collection: ItemCollection; id: string; writer: string; reviewer: string; at: Date }

const HOUR = 3_600_000

/** Publishes a draft the way two people would: handed in by its writer, approved by somebody else, both bound to the version. */
export async function approveAsPeople(payload: Payload, approval: Approval): Promise<void> {
  const { collection, id, writer, reviewer, at } = approval
  const { doc, parts, hash, content } = await latestVersion(payload, collection, id)
  if (doc._status === 'published') return
  const approvedAt = at.toISOString()
  await approveParts(payload, parts, reviewer, approvedAt)
  await payload.update({
    collection,
    id,
    depth: 0,
    context: { workflow: 'approve', versionHash: content },
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

/** A film's dubs and subtitles are pinned to the files the reviewer heard and read. */
async function approveParts(payload: Payload, parts: Version['parts'], approvedBy: string, approvedAt: string) {
  for (const [collection, rows] of Object.entries(parts))
    for (const part of rows)
      await payload.update({
        collection: collection as 'tracks' | 'subtitles',
        id: part.id,
        data: { approvedBy, approvedAt, approvedHash: partHash(part), approvedFile: part.file },
        context: { workflow: 'approve' },
        depth: 0,
      })
}
