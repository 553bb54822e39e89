import { idOf } from '../../collections/access'
import { versionHash } from '../../collections/workflow/hooks'
import { CodedError } from '../lib/errors'
import type { Article, Loan, Video } from '../payload-types'
import type { Runtime } from '../runtime'
import { borrowedDraft } from './borrowedDraft'
import { inScopeOf } from './scope'
import type { Staff } from './staff'
import { mustExist, writerNamed, type Piece } from './takeCommission'
import type { ItemCollection } from './version'

export type ItemKey = `${ItemCollection}:${string}`
type Borrowed = { loan: string; collection: ItemCollection; id: string; title: string; isNew: boolean }

/**
 * Borrows an approved item of another office for the office of the colleague who is to work on it: a film may then be
 * dubbed there, an article becomes a draft there. Asked again, or by two at once, it is the same loan.
 * Throws `loan-closed`, `loan-own`, `not-found`, `forbidden`, `outside-office`.
 */
export async function borrow(runtime: Runtime, me: Staff, item: ItemKey, piece: Piece, to: string): Promise<Borrowed> {
  const writer = await writerNamed(runtime, me, to)
  await mustExist(runtime, piece)
  const office = idOf(writer.office)
  if (!office) throw new CodedError('outside-office')
  const key = `${item}/${office}`
  const earlier = await loanOf(runtime, key)
  const { loan, isNew } = earlier
    ? { loan: earlier, isNew: false }
    : await lend(runtime, { item, piece, office, me, key })
  const [collection, id] = placeOf(item)
  if (collection === 'videos') return { loan: loan.id, collection, id, title: await titleOf(runtime, item), isNew }
  return { loan: loan.id, collection, ...(await borrowedDraft(runtime, writer, loan)), isNew }
}

type Lending = { item: ItemKey; piece: Piece; office: string; me: Staff; key: string }

async function lend(runtime: Runtime, { item, piece, office, me, key }: Lending) {
  const original = await lendable(runtime, item)
  const lender = idOf(original.office)
  if (!lender || (await inScopeOf(runtime.payload, office)).has(lender)) throw new CodedError('loan-own')
  if (idOf(original.topic) !== piece.topic) throw new CodedError('loan-closed')
  const [collection, id] = placeOf(item)
  const data = {
    ...piece,
    ...{ key, itemKey: item, lender, office, by: me.id, seenHash: versionHash(original) },
    item: { relationTo: collection, value: id },
    // The same clock as the ledger: what went out is counted from here on.
    createdAt: runtime.clock.now().toISOString(),
  }
  try {
    return { loan: await runtime.payload.create({ collection: 'loans', data: data as never, depth: 0 }), isNew: true }
  } catch (error) {
    const first = await loanOf(runtime, key) // a colleague was quicker
    if (!first) throw error
    return { loan: first, isNew: false }
  }
}

/** The public item. Whether it is lent stands in its latest version: switching that off holds at once. */
async function lendable({ payload }: Runtime, item: ItemKey): Promise<Article | Video> {
  const [collection, id] = placeOf(item)
  const read = { collection, id, depth: 0, disableErrors: true } as const
  const [live, latest] = (await Promise.all([payload.findByID(read), payload.findByID({ ...read, draft: true })])) as (
    Article | Video | null
  )[]
  if (live?._status !== 'published' || latest?.lendable === false) throw new CodedError('loan-closed')
  return live
}

export async function loanOf({ payload }: Runtime, key: string): Promise<Loan | undefined> {
  const { docs } = await payload.find({ collection: 'loans', where: { key: { equals: key } }, depth: 0, limit: 1 })
  return docs[0]
}

export const placeOf = (item: string) => item.split(':') as [ItemCollection, string]

async function titleOf({ payload }: Runtime, item: ItemKey): Promise<string> {
  const [collection, id] = placeOf(item)
  const found = await payload.findByID({ collection, id, depth: 0, disableErrors: true })
  return found?.title ?? ''
}
