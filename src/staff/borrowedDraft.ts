import { commissionKey } from '../../campaigns'
import { idOf } from '../../collections/access'
import { CodedError } from '../lib/errors'
import type { Article, Loan } from '../payload-types'
import type { Runtime } from '../runtime'
import type { Staff } from './staff'

/** What stays with the original: its names, its review, what belongs to its office alone. */
const notBorrowed = [
  ...['id', 'slug', 'importKey', 'commission', 'review', '_status', 'createdAt', 'updatedAt', 'deletedAt'],
  ...['office', 'series', 'variantOf', 'variety', 'lendable', 'borrowedFrom', 'originalOffice'],
]

/** The draft of a borrowed article: everything it says, in the name of the colleague, in the variety wished for. Made once. */
export async function borrowedDraft({ payload }: Runtime, writer: Staff, loan: Loan) {
  const known = idOf(loan.draft) ?? (await draftOf(payload, loan))
  if (known) return opened(payload, loan, known)
  const original = await payload.findByID({
    collection: 'articles',
    id: loan.itemKey.split(':')[1]!,
    depth: 0,
    disableErrors: true,
  })
  if (!original) throw new CodedError('not-found')
  const data = {
    ...copyOf(original),
    variety: idOf(loan.variety),
    office: idOf(loan.office),
    ...{ borrowedFrom: original.id, originalOffice: idOf(loan.lender), commission: commissionOf(loan) },
  }
  try {
    const made = await payload.create({
      ...{ collection: 'articles', draft: true, depth: 0, user: writer, data: data as never },
    })
    return await opened(payload, loan, String(made.id))
  } catch (error) {
    const first = await draftOf(payload, loan) // two at once
    if (!first) throw error
    return opened(payload, loan, first)
  }
}

function copyOf(original: Article): Partial<Article> {
  const kept = Object.entries(original).filter(([name]) => !notBorrowed.includes(name))
  return Object.fromEntries(kept.map(([name, value]) => [name, fresh(value)]))
}

/** Rows get ids of their own; rich text, which has a root, is taken as it is. */
function fresh(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fresh)
  if (!value || typeof value !== 'object' || 'root' in value) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'id')
      .map(([name, entry]) => [name, fresh(entry)]),
  )
}

/** The key of the commission a loan answers, so that the list counts it as taken. */
const commissionOf = ({ id, topic, segment, variety, form, office }: Loan): string => {
  const piece = { topic: idOf(topic) ?? '-', segment: idOf(segment) ?? '-', variety: idOf(variety), form: form ?? '-' }
  return `${commissionKey(piece, idOf(office))}/loan-${id}`
}

async function draftOf(payload: Runtime['payload'], loan: Loan): Promise<string | undefined> {
  const where = { commission: { equals: commissionOf(loan) } }
  const { docs } = await payload.find({ collection: 'articles', where, draft: true, depth: 0, limit: 1 })
  return docs[0] && String(docs[0].id)
}

async function opened(payload: Runtime['payload'], loan: Loan, id: string) {
  if (idOf(loan.draft) !== id)
    await payload.db.updateOne({ collection: 'loans', id: loan.id, data: { draft: id }, returning: false })
  const draft = await payload.findByID({ collection: 'articles', id, draft: true, depth: 0, disableErrors: true })
  return { id, title: draft?.title ?? '' }
}
