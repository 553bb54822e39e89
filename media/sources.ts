import type { Payload } from 'payload'
import { stableHash } from '../src/lib/hash'
import type { Focal } from '../src/lib/pictures'
import { lacksSubtitles } from '../src/lib/varieties'
import { loudnessOf, type Loudness } from '../src/lib/loudness'

/** Raise when the pipeline makes something else of the same sources: every film is then made again. */
export const RECIPE = 2

export type SourceFile = { id: string; filename: string; sha256: string }
export type Variety = { code: string; tag: string; name: string }
export type TrackSource = {
  id: string
  file: SourceFile
  variety: Variety
  synthetic: boolean
  speaker?: string
  offsetMs: number
}
export type SubtitleSource = { id: string; file: SourceFile; variety: Variety; origin: 'human' | 'machine' }
/** Everything one stream is made of. */
export type Sources = {
  film: SourceFile
  cover?: { filename: string; focal: Focal }
  /** Second of the film an editor chose the poster from. */
  posterAt?: number
  own: Variety
  synthetic: boolean
  speaker?: string
  /** A new target remakes the sound, not the picture. */
  loudness: Loudness
  tracks: TrackSource[]
  subtitles: SubtitleSource[]
}
export type Run = { run: string; video: string; sources: Sources }
/**
 * `public`: what residents may get. `preview`: what staff see of the latest draft. Often the same run. `withheld`: why
 * residents keep the stream they have although another one is approved.
 */
export type Wanted = { public?: Run; preview?: Run; withheld?: 'subtitles-required' }

type Row = Record<string, unknown> & { id: string }
type Rendition = Row & { approvedFile?: unknown; approvedAt?: string | null }

/** When nobody chose a variety the film speaks and reads standard Chinese. */
const STANDARD: Variety = { code: 'cmn', tag: 'zh-Hans', name: '普通话' }

/**
 * The streams a film should have now. Before its first approval one stream holds every track; afterwards the public one
 * is built from the approved film with approved tracks only, and the preview from the latest draft with all of them.
 */
export async function wantedRuns(payload: Payload, video: string): Promise<Wanted> {
  const draft = await find(payload, 'videos', video, true)
  if (!draft) return {}
  const live = await find(payload, 'videos', video, false)
  const of = { depth: 1, limit: 200, pagination: false, overrideAccess: true, sort: 'createdAt' } as const
  const where = { video: { equals: video } }
  const [tracks, subtitles, settings] = await Promise.all([
    payload.find({ ...of, collection: 'tracks', where }),
    payload.find({ ...of, collection: 'subtitles', where }),
    payload.findGlobal({ slug: 'settings', depth: 0 }),
  ])
  const loudness = loudnessOf(settings.media)
  const renditions = { tracks: tracks.docs as never as Rendition[], subtitles: subtitles.docs as never as Rendition[] }
  const preview = runOf(video, draft, renditions, loudness, 'file')
  if (live?._status !== 'published') return preview ? { public: preview, preview } : {}
  const shown = runOf(video, live, renditions, loudness, 'approvedFile')
  const withheld = shown && settings.dialectNeedsSubtitles !== false ? withheldFor(shown.sources) : undefined
  return { ...(withheld ? { withheld } : shown && { public: shown }), ...(preview && { preview }) }
}

/**
 * Why these sources may not become the public stream: a dialect without approved standard-Chinese subtitles, when a dub
 * was added or the subtitle taken away later. The film stays as residents know it. Pure.
 */
export function withheldFor({ own, tracks, subtitles }: Pick<Sources, 'own' | 'tracks' | 'subtitles'>) {
  const tags = (parts: { variety: Variety }[]) => parts.map(({ variety }) => variety.tag)
  const lacks = lacksSubtitles({ spoken: [own.tag, ...tags(tracks)], written: tags(subtitles) })
  return lacks ? ('subtitles-required' as const) : undefined
}

function runOf(
  video: string,
  row: Row,
  renditions: { tracks: Rendition[]; subtitles: Rendition[] },
  loudness: Loudness,
  which: 'file' | 'approvedFile',
): Run | undefined {
  const film = fileOf(row.film)
  if (!film) return undefined
  const cover = coverOf(row.cover)
  const sources: Sources = {
    film,
    ...(cover && { cover }),
    ...(typeof row.posterAt === 'number' && !cover && { posterAt: row.posterAt }),
    own: varietyOf(row.variety) ?? STANDARD,
    synthetic: row.synthetic === true,
    ...speakerOf(row),
    loudness,
    tracks: renditions.tracks.flatMap((track) => {
      const [file, variety] = [fileOf(track[which]), varietyOf(track.variety)]
      if (!file || !variety) return []
      const { id, synthetic, offsetMs } = track
      const label = { variety, synthetic: synthetic === true, ...speakerOf(track) }
      return { id, file, ...label, offsetMs: Number(offsetMs ?? 0) }
    }),
    subtitles: renditions.subtitles.flatMap((text) => {
      const [file, variety] = [fileOf(text[which]), varietyOf(text.variety)]
      return file && variety ? { id: text.id, file, variety, origin: text.origin as 'human' | 'machine' } : []
    }),
  }
  return { run: stableHash({ recipe: RECIPE, video, sources }).slice(0, 24), video, sources }
}

async function find(payload: Payload, collection: 'videos', id: string, draft: boolean): Promise<Row | undefined> {
  const found = await payload.findByID({ collection, id, draft, depth: 1, disableErrors: true, overrideAccess: true })
  return (found ?? undefined) as Row | undefined
}

function coverOf(value: unknown): Sources['cover'] {
  if (!value || typeof value !== 'object') return undefined
  const { filename, focalX, focalY } = value as { filename?: string | null } & Record<string, number | null | undefined>
  return filename ? { filename, focal: { x: focalX ?? 50, y: focalY ?? 50 } } : undefined
}

function fileOf(value: unknown): SourceFile | undefined {
  if (!value || typeof value !== 'object') return undefined
  const { id, filename, sha256 } = value as { id: string; filename?: string | null; sha256?: string | null }
  return filename ? { id, filename, sha256: sha256 ?? id } : undefined
}

const speakerOf = ({ speaker }: Row) => (typeof speaker === 'string' && speaker ? { speaker } : {})

function varietyOf(value: unknown): Variety | undefined {
  if (!value || typeof value !== 'object') return undefined
  const { code, tag, name } = value as Variety
  return { code, tag, name }
}
