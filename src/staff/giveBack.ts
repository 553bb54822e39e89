import type { Where } from 'payload'
import { idOf } from '../../collections/access'
import type { ErrorCode } from '../lib/errorCodes'
import { CodedError } from '../lib/errors'
import type { Loan } from '../payload-types'
import type { Runtime } from '../runtime'
import { inScopeOf } from './scope'

/** Why a loan cannot be given back, null when it can: credit for what went out is not undone. */
export async function mayGiveBack({ payload }: Pick<Runtime, 'payload'>, loan: Loan): Promise<ErrorCode | null> {
  const office = idOf(loan.office)!
  const draft = idOf(loan.draft)
  const items = [loan.itemKey, ...(draft ? [`articles:${draft}`] : [])]
  const { totalDocs: planned } = await payload.count({
    collection: 'deliveries',
    where: {
      and: [
        { itemKey: { in: items } },
        { office: { in: [...(await inScopeOf(payload, office))] } },
        { createdAt: { greater_than_equal: loan.createdAt } },
        { state: { not_in: ['cancelled', 'failed'] } },
      ],
    },
  })
  if (planned) return 'loan-in-use'
  const [collection, video] = loan.itemKey.split(':')
  if (collection === 'videos') {
    const where: Where = { and: [{ video: { equals: video } }, { office: { equals: office } }] }
    const parts = await Promise.all([
      payload.count({ collection: 'tracks', where }),
      payload.count({ collection: 'subtitles', where }),
    ])
    return parts.some(({ totalDocs }) => totalDocs) ? 'loan-dubbed' : null
  }
  const written =
    draft && (await payload.findByID({ collection: 'articles', id: draft, draft: true, depth: 0, disableErrors: true }))
  if (!written) return null
  const { stage, submittedAt } = written.review ?? {}
  return written._status === 'published' || submittedAt || stage === 'submitted' || stage === 'approved'
    ? 'loan-handed-in'
    : null
}

/** Ends a loan and takes the draft along; the loan goes with it, or last, so that one cut off is ended by asking again. */
export async function giveBack(runtime: Runtime, loan: Loan): Promise<void> {
  const refused = await mayGiveBack(runtime, loan)
  if (refused) throw new CodedError(refused)
  const { payload } = runtime
  const draft = idOf(loan.draft)
  if (draft)
    await payload.delete({ collection: 'articles', where: { id: { equals: draft } }, depth: 0, overrideLock: true })
  await payload.delete({ collection: 'loans', where: { id: { equals: loan.id } }, depth: 0 })
}
