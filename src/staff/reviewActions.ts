import type { WorkflowStep } from '../../collections/workflow/hooks'
import { CodedError } from '../lib/errors'
import type { Runtime } from '../runtime'
import { recordAudit } from './audit'
import { missingOf } from './filmSubtitles'
import type { Opened } from './reviewCase'
import { mayApprove, mayDecide, maySubmit, mayWithdraw, signoffsOfRound, type Verdict } from './reviewRules'
import type { Staff } from './staff'
import { partHash, type ItemCollection } from './version'

type Asked = { runtime: Runtime; me: Staff; collection: ItemCollection; id: string; opened: Opened }

/** Hands in the latest version. Throws `incomplete` with the fields that are missing. */
export async function submit(asked: Asked) {
  const { item, version, req } = asked.opened
  allow(maySubmit(item))
  const { missing } = await missingOf(req, asked.collection, version)
  if (missing.length) throw new CodedError('incomplete', undefined, { missing })
  const at = now(asked)
  await write(asked, 'submit', {
    ...version.doc.review,
    stage: 'submitted',
    submittedBy: asked.me.id,
    submittedAt: at,
    submittedHash: version.hash,
    reason: null,
  })
  await note(asked, 'review.submit', { hash: version.hash })
  return { stage: 'submitted' as const, hash: version.hash }
}

/** Approves exactly the version with `hash`; the last of the stages makes it public. */
export async function approve(asked: Asked, hash: string, remark?: string) {
  const { item, version } = asked.opened
  allow(mayApprove(item))
  if (hash !== item.submittedHash) throw new CodedError('version-changed')
  const at = now(asked)
  const stage = signoffsOfRound(item).length + 1
  const last = stage >= item.stages
  const review = {
    ...version.doc.review,
    signoffs: [...(version.doc.review?.signoffs ?? []), signoff(asked, 'approved', stage, at, remark)],
  }
  if (last) {
    const approved = { approvedBy: asked.me.id, approvedAt: at, approvedHash: hash }
    await approveParts(asked, at)
    await publish(asked, { ...review, ...approved, stage: 'approved', reason: null })
    if (asked.collection === 'videos') asked.runtime.wake('media')
    asked.runtime.epoch.bump()
  } else await write(asked, 'approve', review)
  await note(asked, 'review.approve', { hash, stage, public: last })
  return { stage: last ? ('approved' as const) : ('submitted' as const), signed: stage, of: item.stages }
}

/** Sends the version back to its writers with the reason. */
export async function sendBack(asked: Asked, reason: string) {
  const { item, version } = asked.opened
  allow(mayDecide(item))
  const signoffs = [
    ...(version.doc.review?.signoffs ?? []),
    signoff(asked, 'returned', signoffsOfRound(item).length + 1, now(asked), reason),
  ]
  await write(asked, 'return', { ...version.doc.review, stage: 'returned', reason, signoffs })
  await note(asked, 'review.return', { reason, hash: item.submittedHash })
  return { stage: 'returned' as const }
}

/** Takes the item off the public site at once. Only the status of the public row is touched: the latest draft may have gaps. */
export async function withdraw(asked: Asked, reason: string) {
  const { item, version } = asked.opened
  allow(mayWithdraw(item))
  const { runtime, collection, id } = asked
  await runtime.payload.db.updateOne({ collection, id, data: { _status: 'draft' }, req: asked.opened.req })
  await write(asked, 'withdraw', { ...version.doc.review, stage: 'draft', reason })
  runtime.epoch.bump()
  await note(asked, 'review.withdraw', { reason })
  return { stage: 'draft' as const }
}

function allow(verdict: Verdict) {
  if (verdict) throw new CodedError(verdict)
}

const now = ({ runtime }: Asked) => runtime.clock.now().toISOString()

const note = (asked: Asked, action: string, details: Record<string, unknown>) =>
  recordAudit(asked.runtime, asked.me, { action, subject: `${asked.collection}/${asked.id}`, details })

const signoff = (asked: Asked, decision: 'approved' | 'returned', stage: number, at: string, remark?: string) => ({
  stage,
  decision,
  by: asked.me.id,
  at,
  versionHash: asked.opened.item.submittedHash,
  note: remark,
})

/** Moves the review on without touching the public row or the content: the hook refuses when the content moved meanwhile. */
async function write(asked: Asked, step: WorkflowStep, review: object) {
  await asked.runtime.payload.update({
    collection: asked.collection,
    id: asked.id,
    draft: true,
    data: { review },
    context: { workflow: step, versionHash: asked.opened.version.content },
    user: asked.me,
    depth: 0,
    overrideLock: true,
  })
}

async function publish(asked: Asked, review: object) {
  await asked.runtime.payload.update({
    collection: asked.collection,
    id: asked.id,
    data: { _status: 'published', review, ...kept(asked) },
    context: { workflow: 'approve' satisfies WorkflowStep, versionHash: asked.opened.version.content },
    user: asked.me,
    depth: 0,
    overrideLock: true,
  })
}

/** What the product itself writes into the public row; a draft of older date must not undo it. */
function kept({ opened: { main } }: Asked) {
  return Object.fromEntries(
    ['stream', 'importKey'].filter((name) => main?.[name] != null).map((name) => [name, main?.[name]]),
  )
}

/** A film goes public with the dubs and subtitles its reviewer saw, each pinned to its file. One that was sent back stays out. */
async function approveParts({ runtime, me, opened }: Asked, at: string) {
  for (const [collection, parts] of Object.entries(opened.version.parts))
    for (const part of parts.filter(({ returnedAt }) => !returnedAt))
      await runtime.payload.update({
        collection: collection as 'tracks' | 'subtitles',
        id: part.id,
        data: { approvedBy: me.id, approvedAt: at, approvedHash: partHash(part), approvedFile: part.file },
        context: { workflow: 'approve' satisfies WorkflowStep },
        depth: 0,
      })
}
