import type {
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
  CollectionSlug,
  PayloadRequest,
} from 'payload'
import { CodedError } from '../../src/lib/errors'
import { stableHash } from '../../src/lib/hash'
import { idOf } from '../access'
import { reviewedContent } from './lifecycle'

/**
 * Set as `context.workflow` by the review actions in `src/staff`, and by the seed; nobody reaches it over HTTP.
 * `approve` may publish, `submit` and `return` may set the stage, `withdraw` may unpublish, `part` voids a hand-in.
 */
export type WorkflowStep = 'submit' | 'approve' | 'return' | 'withdraw' | 'part'

/** Beside the content: an older version that is brought back must not undo it. */
const notRestored = ['importKey', 'commission', 'stream', 'lendable', 'borrowedFrom', 'originalOffice']

/** The hash a sign-off is bound to. */
export const versionHash = (doc: unknown): string => stableHash(reviewedContent(doc))

/** Remembers whether the write is a draft write: only such a write leaves the public row alone. */
const noteDraft: CollectionBeforeOperationHook = ({ args, context }) => {
  context.draftWrite = Boolean((args as { draft?: boolean }).draft)
  return args
}

/** Nothing becomes public, and nothing public changes, except through an approval of exactly that version. */
const guard: CollectionBeforeChangeHook = async ({ data, originalDoc, req, context, operation, collection }) => {
  const step = context.workflow as WorkflowStep | undefined
  const next = { ...originalDoc, ...data }
  if (step) {
    const wanted = context.versionHash as string | undefined
    if (wanted && versionHash(next) !== wanted) throw new CodedError('version-changed')
    return data
  }
  const restoring = Boolean(context.isRestoringVersion)
  // A version restored as a draft still says `published` here; Payload makes it a draft afterwards.
  const staysDraft = restoring && context.draftWrite
  if (data._status === 'published' && !staysDraft) throw new CodedError('approval-required')
  if (
    operation === 'update' &&
    !context.draftWrite &&
    (await isPublic(req, collection.slug as CollectionSlug, originalDoc?.id))
  )
    throw new CodedError('approval-required')

  const me = idOf(req.user)
  if (operation === 'create') return { ...data, review: { stage: 'draft', writers: me ? [me] : [] } }
  const kept = restoring ? Object.fromEntries(notRestored.map((name) => [name, originalDoc?.[name]])) : {}
  const before = originalDoc?.review ?? {}
  if (versionHash(next) === versionHash(originalDoc)) return { ...data, ...kept, review: before }
  return { ...data, ...kept, review: { ...before, stage: 'draft', writers: writersAfter(before, me) } }
}

/** Everyone who changed the content since it was last approved. */
export function writersAfter(review: { stage?: unknown; writers?: unknown[] | null }, me: string | null): string[] {
  const before = review.stage === 'approved' ? [] : (review.writers ?? [])
  const writers = before.map(idOf).filter((id) => id !== null)
  return [...new Set(me ? [...writers, me] : writers)]
}

/** Asks the row residents see: the latest version may be a draft over a published one. */
async function isPublic(req: PayloadRequest, collection: CollectionSlug, id: unknown): Promise<boolean> {
  const row = await req.payload.db.findOne<{ id: string; _status?: string }>({
    collection,
    where: { id: { equals: id } },
    req,
  })
  return row?._status === 'published'
}

export const workflowHooks = {
  beforeOperation: [noteDraft],
  beforeChange: [guard],
} satisfies CollectionConfig['hooks']
