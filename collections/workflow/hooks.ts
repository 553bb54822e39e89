import type { CollectionBeforeChangeHook, CollectionBeforeOperationHook, CollectionConfig } from 'payload'
import { CodedError } from '../../src/lib/errors'
import { stableHash } from '../../src/lib/hash'
import { idOf } from '../access'
import { reviewedContent } from './lifecycle'

/**
 * Set by the review actions in `src/staff`, and by the seed; nobody reaches it over HTTP.
 * `approve` may publish, `submit` and `return` may set the stage, `withdraw` may unpublish.
 */
export type WorkflowStep = 'submit' | 'approve' | 'return' | 'withdraw'

/** The hash a sign-off is bound to. */
export const versionHash = (doc: unknown): string => stableHash(reviewedContent(doc))

/** Remembers whether the write is a draft write: the later hook must tell an unpublish from an autosave. */
const noteDraft: CollectionBeforeOperationHook = ({ args, context }) => {
  context.draftWrite = Boolean((args as { draft?: boolean }).draft)
  return args
}

/** Nothing becomes public, and nothing public changes, except through an approval of exactly that version. */
const guard: CollectionBeforeChangeHook = ({ data, originalDoc, req, context, operation }) => {
  const step = context.workflow as WorkflowStep | undefined
  if (step) return data
  if (data._status === 'published') throw new CodedError('approval-required')
  const unpublishes = operation === 'update' && originalDoc?._status === 'published' && !context.draftWrite
  if (unpublishes) throw new CodedError('approval-required')
  const me = idOf(req.user)
  const before = originalDoc?.review ?? {}
  const changed = operation === 'create' || versionHash({ ...originalDoc, ...data }) !== versionHash(originalDoc)
  if (!changed) return { ...data, review: before }
  const writers = new Set<string>(
    (before.stage === 'approved' ? [] : (before.writers ?? [])).map((writer: unknown) => idOf(writer)),
  )
  if (me) writers.add(me)
  return { ...data, review: { ...before, stage: 'draft', writers: [...writers] } }
}

export const workflowHooks = {
  beforeOperation: [noteDraft],
  beforeChange: [guard],
} satisfies CollectionConfig['hooks']
