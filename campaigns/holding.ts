import type { Payload, Where } from 'payload'
import type { Delivery } from '../src/payload-types'
import { holdsAmong, holdsOf, type Caps, type Coming, type Hold, type Sent, type Traffic } from './capped'
import { limitsAbove, limitsOf, type Limit } from './limits'
import { below, idOf, limitBrief, officeLimits, topicBrief } from './officeMix'
import { MIX_DAYS, readSent } from './sent'

type Row = Pick<Delivery, 'id' | 'topic' | 'segment' | 'itemKey' | 'office' | 'dueAt' | 'letGoAt'>
const all = { depth: 0, pagination: false, overrideAccess: true } as const

/** The caps that hold for an office and for what each segment is sent: the one place where a hold reads them. Null when there are none. */
export async function readCaps(payload: Payload, office: string | null): Promise<Caps | null> {
  const [topics, offices, segments] = await Promise.all([
    payload.find({ collection: 'topics', ...all, select: { floor: true, cap: true } }),
    payload.find({ collection: 'offices', ...all, select: { parent: true, limits: true } }),
    payload.find({ collection: 'segments', ...all, select: { limits: true } }),
  ])
  const above = limitsAbove(offices.docs.map(officeLimits), office)
  const held = limitsOf(topics.docs.map(topicBrief), { office: above }).topics
  const own = segments.docs.map(({ id, limits }) => [String(id), capsOf((limits ?? []).map(limitBrief))] as const)
  const caps = { office: capsOf(held.map((row) => ({ ...row, topic: row.id }))), segments: new Map(own) }
  return caps.office.size || own.some(([, set]) => set.size) ? caps : null
}

const capsOf = (rows: readonly Limit[]) =>
  new Map(rows.flatMap(({ topic, cap }) => (typeof cap === 'number' ? [[topic, cap] as const] : [])))

/**
 * Whether a delivery would break the cap of its topic now, on top of what its office and those below it sent in 90 days.
 * The caps and the 90 days of an office are read once, for as long as the check is used: one tick. What has gone out or is
 * being handed over since is asked each time, by whomever: two at once must not both take the last place.
 * @param owner the dispatcher that asks; what it has claimed itself does not count yet
 */
export function holdCheck(payload: Payload, owner?: string) {
  const books = new Map<string | null, Book>()
  return async (row: Row, now: Date): Promise<Hold | null> => {
    if (row.letGoAt) return null
    const office = officeOf(row)
    const book = books.get(office) ?? {
      since: new Date(now.getTime() - UNSEEN_MS),
      caps: await readCaps(payload, office),
    }
    books.set(office, book)
    if (!book.caps || !mayBeHeld(row, book.caps)) return null
    const scope = (book.scope ??= await scopeOf(payload, office))
    book.sent ??= await readSent(payload, scope, now)
    const since = await readSince(payload, { topic: idOf(row.topic), scope, since: book.since, now })
    const known = new Map<string, Sent>(book.sent.map((one) => [one.id, one]))
    for (const one of since)
      if (one.state === 'submitted') known.set(one.id, asSent(new Date(one.submittedAt!))(one))
      else if (one.id !== row.id && one.leaseOwner !== owner) known.set(one.id, asSent(now)(one))
    return holdsOf([asComing(row, now)], [...known.values()], book.caps, MIX_DAYS).get(row.id) ?? null
  }
}

/** A delivery is dated a moment before it is written down as submitted: so long ago it may not have been seen yet. */
const UNSEEN_MS = 60_000
type Book = { since: Date; caps: Caps | null; scope?: Set<string> | null; sent?: Awaited<ReturnType<typeof readSent>> }

/** Every delivery that is due and held back now, by id: derived, in the order in which they would go. */
export async function readHolds(payload: Payload, now: Date): Promise<Map<string, Hold>> {
  const held = new Map<string, Hold>()
  const campaigns = await approved(payload)
  if (!campaigns.length) return held
  const due = await readRows(payload, [
    { state: { equals: 'planned' } },
    { dueAt: { less_than_equal: now.toISOString() } },
    { campaign: { in: campaigns } },
  ])
  for (const office of new Set(due.map(officeOf))) {
    const rows = due.filter((row) => officeOf(row) === office)
    const caps = await readCaps(payload, office)
    if (!caps || !rows.some((row) => mayBeHeld(row, caps))) continue
    const sent = await readSent(payload, await scopeOf(payload, office), now)
    const coming = rows.sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1)).map((row) => asComing(row, now))
    for (const [id, hold] of holdsOf(coming, sent, caps, MIX_DAYS)) held.set(id, hold)
  }
  return held
}

/** Which planned deliveries of a campaign will be held back when their time comes, if all that is planned goes as planned. */
export async function readAhead(payload: Payload, campaign: Whose, now: Date): Promise<Map<string, Hold>> {
  const traffic = await readTraffic(payload, campaign, now)
  return traffic ? holdsAmong(traffic.own, traffic) : new Map()
}

type Whose = { id: string; office?: Row['office'] }

/** What the deliveries of a campaign, `own` as they are planned now, meet on their way; null where no cap is set. */
export async function readTraffic(
  payload: Payload,
  { id, office }: Whose,
  now: Date,
): Promise<(Traffic & { own: Coming[] }) | null> {
  const own = office ? idOf(office) : null
  const caps = await readCaps(payload, own)
  if (!caps) return null
  const scope = await scopeOf(payload, own)
  const [sent, planned] = await Promise.all([
    readSent(payload, scope, now),
    readRows(payload, [
      { state: { in: ['planned', 'claimed'] } },
      { campaign: { in: [...(await approved(payload)), id] } },
      ...within(scope),
    ]),
  ])
  const isOwn = ({ campaign }: (typeof planned)[number]) => Boolean(campaign && idOf(campaign) === id)
  const coming = (which: (row: (typeof planned)[number]) => boolean) =>
    planned.filter(which).map((row) => asComing(row, new Date(Math.max(new Date(row.dueAt).getTime(), now.getTime()))))
  return {
    ...{ caps, days: MIX_DAYS, sent },
    own: coming(isOwn),
    standing: coming((row) => isOwn(row) && (row.state === 'claimed' || Boolean(row.pinned))),
    others: coming((row) => !isOwn(row)),
  }
}

/** Ids of the campaigns whose deliveries may go out. */
export async function approved(payload: Payload): Promise<string[]> {
  const where: Where = { state: { equals: 'approved' } }
  const { docs } = await payload.find({ collection: 'campaigns', ...all, where, select: { state: true } })
  return docs.map(({ id }) => String(id))
}

/** What went out since then, and what of a topic is being handed over: in one statement, so that none is seen as neither. */
const readSince = (
  payload: Payload,
  { topic, scope, since, now }: { topic: string; scope: Set<string> | null; since: Date; now: Date },
) =>
  readRows(payload, [
    {
      or: [
        { and: [{ state: { equals: 'claimed' } }, { topic: { equals: topic } }] },
        {
          and: [
            { state: { equals: 'submitted' } },
            { submittedAt: { greater_than_equal: since.toISOString() } },
            { submittedAt: { less_than_equal: now.toISOString() } },
          ],
        },
      ],
    },
    ...within(scope),
  ])

async function readRows(payload: Payload, and: Where[]) {
  const { docs } = await payload.find({
    collection: 'deliveries',
    ...all,
    where: { and },
    select: {
      ...{ topic: true, segment: true, itemKey: true, office: true, dueAt: true, letGoAt: true },
      ...{ campaign: true, leaseOwner: true, state: true, submittedAt: true, pinned: true },
    },
  })
  return docs
}

async function scopeOf(payload: Payload, office: string | null): Promise<Set<string> | null> {
  if (!office) return null
  const { docs } = await payload.find({ collection: 'offices', ...all, select: { parent: true } })
  return below(docs, office)
}

const officeOf = ({ office }: Pick<Row, 'office'>) => (office ? idOf(office) : null)
const within = (scope: Set<string> | null): Where[] => (scope ? [{ office: { in: [...scope] } }] : [])

const mayBeHeld = ({ topic, segment }: Row, { office, segments }: Caps) =>
  office.has(idOf(topic)) || Boolean(segments.get(idOf(segment))?.has(idOf(topic)))

const asSent =
  (at: Date) =>
  ({ topic, segment, itemKey }: Pick<Row, 'topic' | 'segment' | 'itemKey'>): Sent => ({
    ...{ topic: idOf(topic), segment: idOf(segment), item: itemKey, at },
  })
const asComing = (row: Row, at: Date): Coming => ({ id: row.id, ...asSent(at)(row), letGo: Boolean(row.letGoAt) })
