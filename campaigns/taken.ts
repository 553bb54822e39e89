import type { Payload } from 'payload'
import type { Loan } from '../src/payload-types'
import type { Commission, CommissionBrief } from './commission'
import { idOf } from './officeMix'

type Piece = Omit<Commission, 'reasons'>
/** Whether an item is public in a variety. */
type Speaks = (itemKey: string, variety: string | null) => boolean
export type TakenPiece = CommissionBrief['taken'][number] & { office: string | null }

/** Which office a piece is for stands in the key, so that one office's taking does not hide it from another. */
export const commissionKey = ({ topic, segment, variety, form }: Piece, office: string | null) =>
  [office ?? '-', topic, segment, variety ?? '-', form].join('/')

/** What was taken from the list since then: drafts begun from it, and films borrowed. A borrowed article is a draft too. */
export async function readTaken(
  payload: Payload,
  since: string,
  loans: readonly Loan[],
  speaks: Speaks,
): Promise<TakenPiece[]> {
  const rows = await Promise.all(
    (['articles', 'videos'] as const).map(async (collection) => {
      const { docs } = await payload.find({
        ...{ collection, draft: true, depth: 0, pagination: false, overrideAccess: true },
        where: { and: [{ commission: { exists: true } }, { createdAt: { greater_than: since } }] },
        select: { commission: true, review: { stage: true } } as never,
      })
      return docs as { commission?: string | null; review?: { stage?: string | null } }[]
    }),
  )
  const begun = rows.flat().flatMap(({ commission, review }) => {
    const [owner, topic, segment, variety, form] = (commission ?? '').split('/')
    if (!form) return []
    const isPublic = review?.stage === 'approved'
    const piece = { topic: topic!, segment: segment!, variety: variety === '-' ? null : variety!, form, isPublic }
    return [{ ...piece, office: owner === '-' ? null : owner! }]
  })
  const films = loans.filter(({ itemKey, createdAt }) => itemKey.startsWith('videos:') && createdAt > since)
  return [...begun, ...films.flatMap((loan) => filmTaken(loan, speaks))]
}

/** A borrowed film is under way until it speaks the variety that was wished for. */
function filmTaken({ topic, segment, variety, form, office, itemKey }: Loan, speaks: Speaks): TakenPiece[] {
  if (!topic || !segment || !form) return []
  const wished = variety ? idOf(variety) : null
  const piece = { topic: idOf(topic), segment: idOf(segment), variety: wished, form }
  return [{ ...piece, isPublic: speaks(itemKey, wished), office: idOf(office) }]
}
