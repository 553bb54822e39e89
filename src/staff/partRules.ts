import type { ErrorCode } from '../lib/errorCodes'
import type { Role } from '../lib/roles'
import type { Verdict } from './reviewRules'

/** What the rules look at when one dub, subtitle or reading is decided. Ids only. */
export type PartCase = {
  hash: string
  approvedHash: string | null
  returned: boolean
  /** Who uploaded or changed it since it was last approved. */
  writers: string[]
  /** The office of the film or article it belongs to, and the one that borrowed it and added the part. */
  offices: string[]
  /** Named by the county for these offices. */
  officeReviewers: string[]
  /** Why it cannot be approved yet whoever asks, e.g. a reading that is not made. */
  obstacle: ErrorCode | null
  me: { id: string; roles: Role[]; scope: string[] }
}

/** As for items (`reviewRules`): an administrator keeps accounts and does not approve. */
export function mayReturnPart(part: PartCase): Verdict {
  const { me, offices, officeReviewers } = part
  if (!me.roles.some((role) => role === 'reviewer' || role === 'publisher')) return 'forbidden'
  const inScope = offices.some((office) => me.scope.includes(office)) || officeReviewers.includes(me.id)
  if (!inScope) return 'outside-office'
  return part.returned || part.approvedHash === part.hash ? 'already-decided' : null
}

export function mayApprovePart(part: PartCase): Verdict {
  const refused = mayReturnPart(part)
  // Who sent it back may think again, without an upload of the same file.
  if (refused && !(refused === 'already-decided' && part.returned)) return refused
  if (part.writers.includes(part.me.id)) return 'own-approval'
  return part.obstacle
}
