import type { Payload } from 'payload'
import type { Sent } from './capped'

/** The window in which the mix is looked at. */
export const MIX_DAYS = 90
const DAY = 86_400_000

type Row = Sent & { id: string; office: string | null }

/** What went out in the last 90 days, of these offices or of all. */
export async function readSent(payload: Payload, scope: ReadonlySet<string> | null, now: Date): Promise<Row[]> {
  const since = new Date(now.getTime() - MIX_DAYS * DAY)
  const { docs } = await payload.find({
    collection: 'deliveries',
    where: {
      and: [
        { state: { equals: 'submitted' } },
        { submittedAt: { greater_than_equal: since.toISOString() } },
        { submittedAt: { less_than_equal: now.toISOString() } },
        ...(scope ? [{ office: { in: [...scope] } }] : []),
      ],
    },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    select: { topic: true, segment: true, itemKey: true, submittedAt: true, office: true },
  })
  return docs.map(({ id, topic, segment, itemKey, submittedAt, office }) => ({
    ...{ id, topic: String(topic), segment: String(segment), item: itemKey },
    office: office ? String(office) : null,
    at: new Date(submittedAt!),
  }))
}
