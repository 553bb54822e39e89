import type { Payload } from 'payload'
import { stableHash } from '../../src/lib/hash'
import { creditOf } from '../../src/lib/credit'
import { streamSchema, type Stream } from '../../src/lib/stream'
import type { Office, Topic, Video } from '../../src/payload-types'

/** Raise when a kit made from the same sources would come out different: finished ones then show as out of date. */
const RECIPE = 1

/** A film as residents have it: published, with the stream made of what was approved. */
export type PublicFilm = {
  id: string
  title: string
  summary: string
  slug: string
  topic?: string
  credit?: string
  stream: Stream
}
/** What can be heard. `none` is a film without sound. */
export type Voice = { variety: string; name: string; synthetic: boolean; uri?: string }
/** Everything one kit is made of. `sources` names it: another value means the kit is out of date. */
export type Order = {
  film: PublicFilm
  voice: Voice
  text?: Stream['subtitles'][number]
  office?: { id: string; name: string }
  sources: string
}
type Asked = { variety: string; written?: string | null | undefined; office?: string | null | undefined }

/** The film, if residents may see it. Drafts and withdrawn films have no kit. */
export async function publicFilm(payload: Payload, video: string): Promise<PublicFilm | undefined> {
  const found = (await payload.findByID({
    collection: 'videos',
    id: video,
    depth: 1,
    joins: false,
    disableErrors: true,
    overrideAccess: true,
  })) as Video | null
  const stream = streamSchema.safeParse(found?.stream).data
  if (!found || found._status !== 'published' || !stream || !found.slug) return undefined
  const topic = (found.topic as Topic | null)?.name
  const { id, title, summary, slug } = found
  const credit = await creditOf(payload, found)
  return {
    id: String(id),
    title,
    summary: summary ?? '',
    slug,
    stream,
    ...(topic && { topic }),
    ...(credit && { credit }),
  }
}

/** The approved voices of a film, one a variety. Pure. */
export function voicesOf({ audio }: Stream): Voice[] {
  if (!audio.length) return [{ variety: 'none', name: '没有声音', synthetic: false }]
  return audio
    .filter(({ variety }, index) => audio.findIndex((other) => other.variety === variety) === index)
    .map(({ variety, name, synthetic, uri }) => ({ variety, name, synthetic, uri }))
}

/** The subtitle to burn in: the one asked for, else standard Chinese, else what is shown by default. Pure. */
export function textOf({ subtitles }: Stream, written?: string | null): Stream['subtitles'][number] | undefined {
  const asked = written && subtitles.find(({ variety }) => variety === written)
  return asked || subtitles.find(({ tag }) => /^zh\b/.test(tag)) || subtitles.find((text) => text.default)
}

/** What a kit of this film would be made of now; undefined when the film is not public or has no such voice. */
export async function orderOf(payload: Payload, film: PublicFilm, asked: Asked): Promise<Order | undefined> {
  const voice = voicesOf(film.stream).find(({ variety }) => variety === asked.variety)
  if (!voice) return undefined
  const text = textOf(film.stream, asked.written)
  const office = asked.office ? await officeNamed(payload, asked.office) : undefined
  const { stream, ...words } = film
  const parts = { recipe: RECIPE, words, folder: stream.folder, voice, text: text?.uri, office }
  return { film, voice, ...(text && { text }), ...(office && { office }), sources: stableHash(parts).slice(0, 24) }
}

async function officeNamed(payload: Payload, id: string) {
  const found = (await payload.findByID({
    collection: 'offices',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })) as Office | null
  return found ? { id, name: found.name } : undefined
}
