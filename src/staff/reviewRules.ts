import type { ErrorCode } from '../lib/errorCodes'
import type { Role } from '../lib/roles'

/** What the rules look at: the item's review, the version in hand, and who asks. Ids only. */
export type ReviewCase = {
  stage: string
  hash: string
  submittedBy: string | null
  submittedAt: string | null
  submittedHash: string | null
  approvedHash: string | null
  writers: string[]
  signoffs: { by: string | null; at: string | null; versionHash: string | null; decision: string }[]
  /** How many different people have to approve, `settings.reviewStages`. */
  stages: number
  office: string | null
  /** Named by the county for an office of one person. */
  officeReviewer: string | null
  isPublic: boolean
  /** A film in a dialect without standard-Chinese subtitles, where the site asks for them. */
  lacksSubtitles: boolean
  me: { id: string; roles: Role[]; scope: string[] }
}

/** null: may be done; otherwise the code of the reason why not. */
export type Verdict = ErrorCode | null

const has = ({ me }: ReviewCase, ...roles: Role[]) => roles.some((role) => me.roles.includes(role))

const inScope = ({ me, office, officeReviewer }: ReviewCase) =>
  (office !== null && me.scope.includes(office)) || officeReviewer === me.id

/** Sign-offs of the version that was handed in, since it was handed in. */
export const signoffsOfRound = (item: ReviewCase) =>
  item.signoffs.filter(
    ({ decision, versionHash, at }) =>
      decision === 'approved' && versionHash === item.submittedHash && (at ?? '') >= (item.submittedAt ?? ''),
  )

export function maySubmit(item: ReviewCase): Verdict {
  if (!has(item, 'editor', 'publisher', 'admin')) return 'forbidden'
  if (!has(item, 'admin') && !(item.office && item.me.scope.includes(item.office))) return 'outside-office'
  if (item.stage === 'submitted' && item.hash === item.submittedHash) return 'conflict'
  if (item.isPublic && item.hash === item.approvedHash) return 'nothing-new'
  return item.lacksSubtitles ? 'subtitles-required' : null
}

/** An administrator keeps accounts and does not approve: the role has to be given openly. */
export function mayDecide(item: ReviewCase): Verdict {
  if (!has(item, 'reviewer', 'publisher')) return 'forbidden'
  if (!inScope(item)) return 'outside-office'
  if (item.stage === 'approved') return 'already-decided'
  return item.stage === 'submitted' ? null : 'not-handed-in'
}

export function mayApprove(item: ReviewCase): Verdict {
  const refused = mayDecide(item)
  if (refused) return refused
  if (item.submittedBy === item.me.id || item.writers.includes(item.me.id)) return 'own-approval'
  if (item.hash !== item.submittedHash) return 'version-changed'
  if (item.lacksSubtitles) return 'subtitles-required' // the site may have begun to ask for them since the hand-in
  return signoffsOfRound(item).some(({ by }) => by === item.me.id) ? 'second-reviewer' : null
}

export function mayWithdraw(item: ReviewCase): Verdict {
  if (!has(item, 'publisher')) return 'forbidden'
  if (!inScope(item)) return 'outside-office'
  return item.isPublic ? null : 'not-public'
}
