import { versionHash, type WorkflowStep } from '../../collections/workflow/hooks'
import { CodedError } from '../lib/errors'
import type { Runtime } from '../runtime'
import { recordAudit } from './audit'
import type { OpenedPart, PartCollection } from './partCase'
import { mayApprovePart, mayReturnPart } from './partRules'
import type { Staff } from './staff'
import { latestVersion, partHash } from './version'

type Asked = { runtime: Runtime; me: Staff; collection: PartCollection; opened: OpenedPart }

/** Approves one part exactly as it has `hash`: it joins the public film or article, nothing else is reviewed again. */
export async function approvePart(asked: Asked, hash: string) {
  const { runtime, me, opened } = asked
  const { part, item, parent } = opened
  const refused = mayApprovePart(item)
  if (refused) throw new CodedError(refused)
  if (hash !== item.hash) throw new CodedError('version-changed')
  const pinned = 'article' in part ? { approvedAudio: part.audio } : { approvedFile: part.file }
  await write(asked, 'approve', { approvedBy: me.id, approvedAt: now(asked), approvedHash: hash, ...undone, ...pinned })
  if (!('article' in part)) {
    await settleFilm(runtime, me, parent)
    runtime.wake('media')
  }
  runtime.epoch.bump()
  await note(asked, 'part.approve', { hash })
}

/** Sends one part back with the reason. What residents have of an earlier approval stays. */
export async function returnPart(asked: Asked, reason: string) {
  const refused = mayReturnPart(asked.opened.item)
  if (refused) throw new CodedError(refused)
  await write(asked, 'return', { returnedBy: asked.me.id, returnedAt: now(asked), returnReason: reason })
  await note(asked, 'part.return', { reason, hash: asked.opened.item.hash })
}

const undone = { returnedBy: null, returnedAt: null, returnReason: null }
const now = ({ runtime }: Asked) => runtime.clock.now().toISOString()

const note = (asked: Asked, action: string, details: Record<string, unknown>) =>
  recordAudit(asked.runtime, asked.me, {
    action,
    subject: `${asked.collection}/${asked.opened.part.id}`,
    details: { ...details, of: asked.opened.parent },
  })

async function write({ runtime, me, collection, opened }: Asked, step: WorkflowStep, data: object) {
  await runtime.payload.update({
    collection,
    id: opened.part.id,
    data,
    context: { workflow: step },
    user: me,
    depth: 0,
    overrideLock: true,
  })
}

/**
 * A public film whose words did not change and whose last open part was just approved has nothing left to review:
 * it is approved again as it stands, bound to the hash that now covers the new part.
 */
async function settleFilm({ payload }: Runtime, me: Staff, id: string): Promise<void> {
  const live = await payload.findByID({ collection: 'videos', id, depth: 0, joins: false, disableErrors: true })
  if (live?._status !== 'published') return
  const { doc, parts, content, hash } = await latestVersion(payload, 'videos', id)
  const open = [...parts.tracks, ...parts.subtitles].some((part) => part.approvedHash !== partHash(part))
  if (open || versionHash(live) !== content || doc.review?.approvedHash === hash) return
  await payload.update({
    collection: 'videos',
    id,
    data: {
      _status: 'published',
      review: { ...doc.review, stage: 'approved', approvedHash: hash, reason: null },
      stream: live.stream,
    },
    context: { workflow: 'approve' satisfies WorkflowStep, versionHash: content },
    user: me,
    depth: 0,
    overrideLock: true,
  })
}
