import { createLocalReq } from 'payload'
import { idOf } from '../../collections/access'
import { borrowersOf } from '../../collections/access/lent'
import { officeScope } from '../../collections/access/officeScope'
import { CodedError } from '../lib/errors'
import type { Role } from '../lib/roles'
import type { Reading, Subtitle, Track } from '../payload-types'
import type { Runtime } from '../runtime'
import type { PartCase } from './partRules'
import { isFresh, spokenNow } from './spokenNow'
import type { Staff } from './staff'
import { partHash, readingHash } from './version'

export const partCollections = ['tracks', 'subtitles', 'readings'] as const
export type PartCollection = (typeof partCollections)[number]
export type Part = Track | Subtitle | Reading
export type OpenedPart = { part: Part; parent: string; item: PartCase }

/** Reads everything the rules ask about one part, for one colleague. Throws `not-found`. */
export async function openPart(
  runtime: Runtime,
  me: Staff,
  collection: PartCollection,
  id: string,
): Promise<OpenedPart> {
  const { payload } = runtime
  const part = (await payload.findByID({
    collection,
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    user: me,
  })) as Part | null
  const parent = part && idOf('article' in part ? part.article : part.video)
  if (!part || !parent) throw new CodedError('not-found')
  const home = await payload.findByID({
    collection: 'article' in part ? 'articles' : 'videos',
    id: parent,
    draft: true,
    depth: 0,
    disableErrors: true,
  })
  const guest = idOf(part.office)
  const borrowers = await borrowersOf(payload, `videos:${parent}`)
  const offices = [idOf(home?.office), guest && borrowers.has(guest) ? guest : null].filter((id) => id !== null)
  const { docs: named } = await payload.find({ collection: 'offices', where: { id: { in: offices } }, depth: 0 })
  const item: PartCase = {
    hash: 'article' in part ? readingHash(part) : partHash(part),
    approvedHash: part.approvedHash ?? null,
    returned: Boolean(part.returnedAt),
    writers: (part.writers ?? []).map(idOf).filter((writer) => writer !== null),
    offices,
    officeReviewers: named.map(({ reviewer }) => idOf(reviewer)).filter((reviewer) => reviewer !== null),
    obstacle: 'article' in part ? await obstacleOf(runtime, part, parent) : null,
    me: {
      id: me.id,
      roles: (me.roles ?? []) as Role[],
      scope: await officeScope(await createLocalReq({ user: me }, payload)),
    },
  }
  return { part, parent, item }
}

async function obstacleOf({ payload }: Runtime, { state, audio, textHash }: Reading, article: string) {
  if (state !== 'done' || !audio) return 'reading-not-ready' as const
  return isFresh(textHash, await spokenNow(payload, article)) ? null : ('reading-stale' as const)
}
