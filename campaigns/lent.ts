import type { Payload, Where } from 'payload'
import type { Loan } from '../src/payload-types'
import { below, idOf } from './officeMix'

export type Lent = { loan: Loan; deliveries: number }

/** Loans and how often each was delivered since by the office that borrowed it, or by one below it. */
export async function readLent(payload: Payload, where: Where): Promise<Lent[]> {
  const all = { depth: 0, pagination: false, overrideAccess: true } as const
  const { docs: loans } = await payload.find({ collection: 'loans', ...all, where, sort: 'createdAt' })
  if (!loans.length) return []
  const [offices, sent] = await Promise.all([
    payload.find({ collection: 'offices', ...all, select: { parent: true } }),
    payload.find({
      collection: 'deliveries',
      ...all,
      where: { and: [{ itemKey: { in: loans.flatMap(keysOf) } }, { state: { equals: 'submitted' } }] },
      select: { itemKey: true, office: true, submittedAt: true },
    }),
  ])
  return loans.map((loan) => {
    const scope = below(offices.docs, idOf(loan.office))
    const keys = keysOf(loan)
    const counted = sent.docs.filter(
      ({ itemKey, office, submittedAt }) =>
        keys.includes(itemKey) && office && scope.has(idOf(office)) && (submittedAt ?? '') >= loan.createdAt,
    )
    return { loan, deliveries: counted.length }
  })
}

/** A borrowed article is delivered as the borrower's own version. */
const keysOf = ({ itemKey, draft }: Loan) => [itemKey, ...(draft ? [`articles:${idOf(draft)}`] : [])]
