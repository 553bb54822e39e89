import { createLocalReq } from 'payload'
import { readLent } from '../../campaigns'
import { hasRole, idOf } from '../../collections/access'
import { officeScope } from '../../collections/access/officeScope'
import { versionHash } from '../../collections/workflow/hooks'
import type { ErrorCode } from '../lib/errorCodes'
import type { Article, Loan } from '../payload-types'
import type { Runtime } from '../runtime'
import { placeOf } from './borrow'
import { mayGiveBack } from './giveBack'
import type { Staff } from './staff'
import { latestVersion, type ItemCollection } from './version'

/** What the panel of an item shows: to whom it is lent, and where it was borrowed. */
export type Lending = {
  lent: { office: string; variety: string | null; deliveries: number; at: string }[]
  deliveries: number
  /** The loan by which one's own office has it. */
  borrowed: { loan: string; office: string; mayReturn: ErrorCode | null; mine: boolean; original: Original } | null
}
export type Original = { title: string; path: string; state: 'same' | 'changed' | 'withdrawn' }

export async function lendingOf(runtime: Runtime, me: Staff, collection: ItemCollection, id: string): Promise<Lending> {
  const { payload } = runtime
  const { doc } = await latestVersion(payload, collection, id)
  const lent = await readLent(payload, { itemKey: { equals: `${collection}:${id}` } })
  const scope = await officeScope(await createLocalReq({ user: me }, payload))
  const loan =
    collection === 'articles' && idOf((doc as Article).borrowedFrom)
      ? (await readLent(payload, { draft: { equals: id } }))[0]?.loan
      : lent.find(({ loan }) => scope.includes(idOf(loan.office) ?? '') && !scope.includes(idOf(doc.office) ?? ''))
          ?.loan
  const names = await namesOf(runtime)
  return {
    lent: lent.map(({ loan, deliveries }) => ({
      office: names(loan.office),
      variety: loan.variety ? names(loan.variety) : null,
      ...{ deliveries, at: loan.createdAt },
    })),
    deliveries: lent.reduce((sum, { deliveries }) => sum + deliveries, 0),
    borrowed: loan
      ? {
          ...{ loan: loan.id, office: names(loan.lender), mayReturn: await mayGiveBack(runtime, loan) },
          mine: await mayChange(runtime, me, loan),
          original: await originalOf(runtime, loan),
        }
      : null,
  }
}

/** How the original stands towards what the borrower last saw of it. */
export async function originalOf({ payload }: Pick<Runtime, 'payload'>, loan: Loan): Promise<Original> {
  const [collection, id] = placeOf(loan.itemKey)
  const live = await payload.findByID({ collection, id, depth: 0, disableErrors: true })
  const path = `/collections/${collection}/${id}`
  if (live?._status !== 'published') return { title: live?.title ?? '', path, state: 'withdrawn' }
  return { title: live.title, path, state: versionHash(live) === loan.seenHash ? 'same' : 'changed' }
}

async function mayChange({ payload }: Runtime, me: Staff, loan: Loan): Promise<boolean> {
  const req = await createLocalReq({ user: me }, payload)
  if (!hasRole(req, 'editor', 'publisher')) return false
  return hasRole(req) || (await officeScope(req)).includes(idOf(loan.office) ?? '')
}

async function namesOf({ payload }: Runtime) {
  const read = (collection: 'offices' | 'varieties') =>
    payload.find({ collection, depth: 0, pagination: false, select: { name: true } })
  const rows = (await Promise.all([read('offices'), read('varieties')])).flatMap(({ docs }) => docs)
  const names = new Map(rows.map(({ id, name }) => [String(id), name]))
  return (value: unknown) => names.get(idOf(value) ?? '') ?? '—'
}
