import type { PayloadRequest, Where } from 'payload'
import { readHolds, type Hold } from '../../../campaigns'
import { idOf, staffOf } from '../../../collections/access'
import { officeScope } from '../../../collections/access/officeScope'
import type { Role } from '../../lib/roles'
import { runtime } from '../../runtime'
import { mayLetGo } from '../../staff/held'
import { readDeliveries, type Deliveries } from './deliveries'
import { readHeld, type HeldBack } from './held'
import { readFilms, type FilmLine } from './films'
import { readLending, type LendingLines } from './lending'
import { readUnclaimed, type Unclaimed } from './unclaimed'

export type ItemLine = { href: string; title: string; at: string; reason?: string | null; by?: string | null }
export type Work = {
  drafts: ItemLine[]
  /** Imported drafts of my offices that nobody has begun to write. */
  unclaimed: Unclaimed
  returned: ItemLine[]
  awaiting: ItemLine[]
  films: FilmLine[]
  deliveries: Deliveries
  held: HeldBack
  questions: number
  lending: LendingLines
  /** What is mine to do, apart from reviewing: returned items, deliveries that need a hand, and held ones I may let go. */
  mine: number
}

const AT_MOST = 8

/** What waits for one colleague now. Read with their own rights; offices outside their scope never show up. */
export async function readWork(req: PayloadRequest): Promise<Work | null> {
  const me = staffOf(req)
  if (!me) return null
  const scope = await officeScope(req)
  const inScope: Where = { office: { in: scope } }
  const now = runtime().clock.now()
  const writes = has(me.roles, 'editor', 'publisher')
  const reviews = has(me.roles, 'reviewer', 'publisher')
  const mine: Where = { 'review.writers': { in: [me.id] } }
  const plans = writes || has(me.roles, 'manager')
  const decides = mayLetGo(me)
  const holds = plans ? await readHolds(req.payload, now) : new Map<string, Hold>()
  const [drafts, unclaimed, returned, awaiting, films, deliveries, held, questions, lending] = await Promise.all([
    writes ? items(req, { and: [mine, { 'review.stage': { equals: 'draft' } }] }) : [],
    writes ? readUnclaimed(req, scope) : { lines: [], total: 0, href: '' },
    writes ? items(req, { and: [mine, { 'review.stage': { equals: 'returned' } }] }) : [],
    reviews ? toReview(req, me.id, scope) : [],
    writes ? readFilms(req, scope) : [],
    plans ? readDeliveries(req, inScope, now, holds) : { lines: [], total: 0 },
    plans ? readHeld(req, inScope, holds, decides) : { lines: [], total: 0 },
    countNew(req, inScope),
    readLending(req.payload, scope, writes),
  ])
  return {
    drafts,
    unclaimed,
    returned,
    awaiting,
    films,
    deliveries,
    held,
    questions,
    lending,
    mine: returned.length + deliveries.total + (decides ? held.total : 0),
  }
}

const has = (roles: Role[] | null | undefined, ...wanted: Role[]) => wanted.some((role) => roles?.includes(role))

async function items(req: PayloadRequest, where: Where, limit = AT_MOST): Promise<ItemLine[]> {
  const found = await Promise.all(
    (['articles', 'videos'] as const).map(async (collection) => {
      const { docs } = await req.payload.find({
        ...{ collection, where, limit, draft: true, depth: 1, sort: '-updatedAt', req, overrideAccess: false },
      })
      return docs.map((doc) => ({
        href: `/admin/collections/${collection}/${doc.id}`,
        title: doc.title || '（还没有标题）',
        at: doc.updatedAt,
        reason: doc.review?.reason,
        by: nameOf(doc.review?.submittedBy),
        office: idOf(doc.office),
        writers: (doc.review?.writers ?? []).map(idOf),
        submittedBy: idOf(doc.review?.submittedBy),
      }))
    }),
  )
  return found.flat().sort((a, b) => (a.at < b.at ? 1 : -1))
}

/** Handed in, within my offices or one that names me, and not of my own writing. */
async function toReview(req: PayloadRequest, me: string, scope: string[]): Promise<ItemLine[]> {
  const { docs: named } = await req.payload.find({
    ...{ collection: 'offices', where: { reviewer: { equals: me } }, depth: 0, pagination: false, req },
  })
  const offices = [...scope, ...named.map(({ id }) => id)]
  const handedIn = await items(
    req,
    {
      and: [
        { 'review.stage': { equals: 'submitted' } },
        { office: { in: offices } },
        { 'review.submittedBy': { not_equals: me } },
      ],
    },
    50,
  )
  return (handedIn as (ItemLine & { writers: (string | null)[] })[]).filter(({ writers }) => !writers.includes(me))
}

async function countNew(req: PayloadRequest, inScope: Where): Promise<number> {
  const where: Where = { and: [{ state: { equals: 'new' } }, inScope] }
  const { totalDocs } = await req.payload.count({ collection: 'questions', where, req, overrideAccess: false })
  return totalDocs
}

const nameOf = (user: unknown): string | null =>
  user && typeof user === 'object' && 'name' in user ? String((user as { name: unknown }).name) : null
