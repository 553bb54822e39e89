import { label, type Label } from '../../src/lib/labels'

/**
 * Review of one item. `draft` > `submitted` > `approved`, or back with a reason (`returned`).
 * Any edit of a submitted version puts it back to `draft`; the public keeps seeing the last approved one.
 */
export const reviewStages = ['draft', 'submitted', 'returned', 'approved'] as const
export type ReviewStage = (typeof reviewStages)[number]

export const reviewStageLabels: Record<ReviewStage, Label> = {
  draft: label('在写', 'Draft'),
  submitted: label('待审', 'Awaiting review'),
  returned: label('退回修改', 'Sent back'),
  approved: label('已通过', 'Approved'),
}

/** Fields that are about the review, the storage or the product's own work, not about what a resident would read. */
const notContent = new Set([
  'id',
  'review',
  '_status',
  'createdAt',
  'updatedAt',
  'deletedAt',
  'sort',
  'blockName',
  'citations',
  'importKey',
  'commission',
  'lendable',
  'borrowedFrom',
  'originalOffice',
  'stream',
  'dubs',
  'captions',
])

/**
 * The content of an item as a reviewer reads it: what the version hash is taken over. Relations count by id, and what
 * is empty (null, '', false, no rows) counts as absent: the two databases and a form fill such fields differently.
 */
export function reviewedContent(value: unknown, depth = 0): unknown {
  if (value === null || value === '' || value === false) return undefined
  if (Array.isArray(value)) return value.length ? value.map((entry) => reviewedContent(entry, depth + 1)) : undefined
  if (typeof value !== 'object' || value instanceof Date) return value
  const record = value as Record<string, unknown>
  // A populated relation is its id: the hash must not change with the depth of a read.
  if (depth > 0 && typeof record.id === 'string' && 'createdAt' in record) return record.id
  return Object.fromEntries(
    Object.entries(record)
      .filter(([key]) => !notContent.has(key))
      .map(([key, entry]) => [key, reviewedContent(entry, depth + 1)]),
  )
}
