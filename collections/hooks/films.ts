import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, Payload } from 'payload'
import { ensureStream } from '../../media/ensure'
import { logFault, wake } from '../../src/lib/wake'
import { idOf } from '../access'
import { voidsApproval } from '../workflow/partApproval'

/** What of a film its stream is made from; other edits cost nothing. `review` counts: an approval changes what is public. */
const made = (doc: NonNullable<Row>) => [
  doc.film,
  doc.cover,
  doc.posterAt,
  doc.variety,
  doc.synthetic,
  doc.speaker,
  doc._status,
  (doc.stream as Row)?.run,
]
type Row = Record<string, unknown> | undefined | null

const filmChanged: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
  const same = previousDoc && JSON.stringify(made(doc).map(plain)) === JSON.stringify(made(previousDoc).map(plain))
  if (!same) await ensure(req.payload, doc.id)
}

const partChanged: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
  await ensure(req.payload, idOf(doc.video))
  const before = idOf(previousDoc?.video)
  if (before && before !== idOf(doc.video)) await ensure(req.payload, before)
}

const partRemoved: CollectionAfterDeleteHook = ({ doc, req }) => ensure(req.payload, idOf(doc.video))

export const filmHooks = { afterChange: [filmChanged] }
export const renditionHooks = {
  beforeChange: [
    voidsApproval({
      label: ['video', 'variety', 'offsetMs', 'synthetic', 'speaker', 'origin'],
      content: ['file'],
      pinned: 'approvedFile',
    }),
  ],
  afterChange: [partChanged],
  afterDelete: [partRemoved],
}

async function ensure(payload: Payload, video: string | null): Promise<void> {
  if (!video) return
  try {
    if (await ensureStream(payload, video)) wake('media')
  } catch (error) {
    logFault(error, 'the stream of a film could not be planned')
  }
}

const plain = (value: unknown) => idOf(value) ?? value ?? null
