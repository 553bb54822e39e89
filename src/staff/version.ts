import type { Payload } from 'payload'
import { idOf } from '../../collections/access'
import { borrowersOf } from '../../collections/access/lent'
import { versionHash } from '../../collections/workflow/hooks'
import { CodedError } from '../lib/errors'
import { stableHash } from '../lib/hash'
import type { Article, Reading, Subtitle, Track, Video } from '../payload-types'

export const itemCollections = ['articles', 'videos'] as const
export type ItemCollection = (typeof itemCollections)[number]

/** The latest version of an item as a reviewer reads it. `hash` also covers a film's dubs and subtitles; `content` is the item alone. */
export type Version = {
  doc: Article | Video
  parts: { tracks: Track[]; subtitles: Subtitle[] }
  content: string
  hash: string
}

/** Reads the latest version. Throws `not-found`. */
export async function latestVersion(payload: Payload, collection: ItemCollection, id: string): Promise<Version> {
  const { docs } = await payload.find({
    collection,
    where: { id: { equals: id } },
    draft: true,
    depth: 0,
    limit: 1,
  })
  const doc = docs[0]
  if (!doc) throw new CodedError('not-found')
  const parts = collection === 'videos' ? await partsOf(payload, id) : { tracks: [], subtitles: [] }
  const content = versionHash(doc)
  const spoken = parts.tracks.map(partHash).sort()
  const timed = parts.subtitles.map(partHash).sort()
  const hash = spoken.length + timed.length ? stableHash([content, spoken, timed]) : content
  return { doc, parts, content, hash }
}

/** Without what a borrowing office added: that is approved by itself and makes the lender review nothing again. */
async function partsOf(payload: Payload, id: string) {
  const where = { video: { equals: id } }
  const [tracks, subtitles, borrowers] = await Promise.all([
    payload.find({ collection: 'tracks', where, depth: 0, pagination: false }),
    payload.find({ collection: 'subtitles', where, depth: 0, pagination: false }),
    borrowersOf(payload, `videos:${id}`),
  ])
  const own = ({ office }: Track | Subtitle) => !borrowers.has(idOf(office) ?? '')
  return { tracks: tracks.docs.filter(own), subtitles: subtitles.docs.filter(own) }
}

/** What a sign-off of a dub or subtitle is bound to. */
export function partHash(part: Track | Subtitle): string {
  const { video, variety, file } = part
  const rest = 'origin' in part ? [part.origin] : [part.speaker, part.synthetic, part.offsetMs]
  return stableHash([part.id, idOf(video), idOf(variety), idOf(file), ...rest])
}

/** What a sign-off of a reading is bound to: the recording as it is heard, and the words it reads. */
export function readingHash({ id, article, variety, audio, textHash, speaker, synthetic }: Reading): string {
  const { folder } = (audio ?? {}) as { folder?: string }
  return stableHash([id, idOf(article), idOf(variety), folder, textHash, speaker, synthetic])
}
