import type { CollectionBeforeChangeHook } from 'payload'
import { idOf } from '../access'

type Rule = {
  /** A change of these voids the approval and takes the part off the public page. */
  label: string[]
  /** A change of these voids it, while residents keep the approved one. */
  content: string[]
  /** The field that holds what residents get. */
  pinned: string
}
/** What a part carries when nobody has decided about it. */
export const undecided = {
  approvedBy: null,
  approvedAt: null,
  approvedHash: null,
  returnedBy: null,
  returnedAt: null,
  returnReason: null,
}

/** An approval covers one recording under one label. Also remembers who wrote: none of them may approve. */
export const voidsApproval =
  ({ label, content, pinned }: Rule): CollectionBeforeChangeHook =>
  ({ data, originalDoc, operation, context, req }) => {
    if (context.workflow) return data
    const me = idOf(req.user)
    if (operation === 'create') return { ...data, ...undecided, [pinned]: null, writers: me ? [me] : [] }
    const changed = (name: string) => name in data && plain(data[name]) !== plain(originalDoc?.[name])
    const relabelled = label.some(changed)
    if (!relabelled && !content.some(changed)) return data
    return { ...data, ...undecided, writers: writersOf(originalDoc, me), ...(relabelled && { [pinned]: null }) }
  }

/** Everyone who changed the part since it was last approved, with the one who changes it now. */
export function writersOf(part: { approvedAt?: unknown; writers?: unknown[] | null } | undefined, me: string | null) {
  const before = part?.approvedAt ? [] : (part?.writers ?? [])
  return [...new Set([...before.map(idOf), me].filter((id) => id !== null))]
}

const plain = (value: unknown) => idOf(value) ?? (value || null)
