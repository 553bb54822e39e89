import { commissionKey, forms, readNames, type Commission, type Language } from '../../campaigns'
import { idOf } from '../../collections/access'
import { CodedError } from '../lib/errors'
import type { Role } from '../lib/roles'
import { wallClock } from '../lib/zone'
import type { Runtime } from '../runtime'
import { requireOffice } from './scope'
import type { Staff } from './staff'
import type { ItemCollection } from './version'

/** Made for the place of a series, or for nothing in particular. */
export type Piece = Omit<Commission, 'reasons'> & { series?: string }
type Taken = { collection: ItemCollection; id: string; title: string; isNew: boolean }

const TITLE = 40

/**
 * A draft of this piece in the name of the colleague who is to write it: it stands among their drafts, and whoever gave
 * it away may still review it. Asked again while it is not approved yet, it is the same draft, also when two ask at
 * once. Throws `not-found`, `forbidden` for somebody who does not write, `outside-office`.
 */
export async function takeCommission(runtime: Runtime, me: Staff, piece: Piece, to: string): Promise<Taken> {
  const { payload, clock, env } = runtime
  const writer = await writerNamed(runtime, me, to)
  await mustExist(runtime, piece)
  const office = idOf(writer.office)
  const collection = piece.form === 'video' ? 'videos' : 'articles'
  const key = commissionKey(piece, office)
  const earlier = await begun(runtime, collection, key)
  const open = earlier.find(({ approved }) => !approved)
  if (open) return { collection, id: open.id, title: open.title, isNew: false }

  const title = workingTitle(piece, await readNames(payload, 'zh'), forms.zh, 'zh').slice(0, TITLE - 4) + '（待写）'
  const data = {
    title,
    topic: piece.topic,
    segments: [piece.segment],
    variety: piece.variety,
    ...(piece.series ? { series: piece.series } : {}),
    office,
    source: `“该做什么”清单，${wallClock(clock.now(), env.SITE_TIMEZONE).day}，${me.name}`,
    commission: `${key}/${earlier.length}`,
    ...(collection === 'articles' ? { form: piece.form } : {}),
  }
  try {
    // The writer is the user: the review must count them, not who gave the piece away, among those who wrote it.
    const made = await payload.create({ collection, draft: true, depth: 0, user: writer, data: data as never })
    return { collection, id: String(made.id), title, isNew: true }
  } catch (error) {
    const first = (await begun(runtime, collection, key)).find(({ approved }) => !approved)
    if (!first) throw error
    return { collection, id: first.id, title: first.title, isNew: false }
  }
}

/** “反诈｜给老年人｜客家话短视频”; the standard language goes without saying. */
export function workingTitle(
  { topic, segment, variety, form }: Piece,
  names: (id: string) => string,
  formNames: Record<string, string>,
  language: Language,
): string {
  const what = formNames[form] ?? form
  const named = variety ? names(variety) : ''
  if (language === 'en') return `${names(topic)} | for ${names(segment)} | ${what}${named ? ` in ${named}` : ''}`
  const spoken = named === '普通话' ? '' : named
  return `${names(topic)}｜给${names(segment)}｜${spoken}${what}`
}

/** Who is to make it: oneself, or a colleague of one's offices. Throws `forbidden` for somebody who does not write. */
export async function writerNamed(runtime: Runtime, me: Staff, to: string): Promise<Staff> {
  const writer = to === me.id ? me : await colleague(runtime, me, to)
  if (!(writer.roles as Role[]).some((role) => role === 'editor' || role === 'publisher'))
    throw new CodedError('forbidden', '请选一位写稿的同事（编辑或签发）。')
  return writer
}

async function colleague({ payload }: Runtime, me: Staff, id: string): Promise<Staff> {
  const found = await payload.findByID({ collection: 'users', id, depth: 0, disableErrors: true })
  if (!found) throw new CodedError('not-found')
  await requireOffice(payload, me, found.office)
  return { ...found, collection: 'users' }
}

export async function mustExist({ payload }: Runtime, { topic, segment, variety, series }: Piece): Promise<void> {
  const read = { depth: 0, disableErrors: true } as const
  const found = await Promise.all([
    payload.findByID({ collection: 'topics', id: topic, ...read }),
    payload.findByID({ collection: 'segments', id: segment, ...read }),
    variety ? payload.findByID({ collection: 'varieties', id: variety, ...read }) : true,
    series ? payload.findByID({ collection: 'series', id: series, ...read }) : true,
  ])
  if (!found.every(Boolean)) throw new CodedError('not-found')
}

/** Everything begun under a key, with its latest stage. */
async function begun({ payload }: Runtime, collection: ItemCollection, key: string) {
  const { docs } = await payload.find({
    collection,
    where: { commission: { contains: `${key}/` } },
    draft: true,
    depth: 0,
    pagination: false,
    select: { title: true, commission: true, review: { stage: true } } as never,
  })
  return (docs as { id: string; title: string; review?: { stage?: string | null } }[]).map(({ id, title, review }) => ({
    id: String(id),
    title,
    approved: review?.stage === 'approved',
  }))
}
