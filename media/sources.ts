import type { Payload } from 'payload'
import { stableHash } from '../src/lib/hash'

/** Raise when the pipeline makes something else of the same sources: every film is then made again. */
export const RECIPE = 2

export type SourceFile = { id: string; filename: string; sha256: string }
export type Variety = { code: string; tag: string; name: string }
export type TrackSource = { id: string; file: SourceFile; variety: Variety; synthetic: boolean; offsetMs: number }
export type SubtitleSource = { id: string; file: SourceFile; variety: Variety; origin: 'human' | 'machine' }
/** Everything one stream is made of. */
export type Sources = {
  film: SourceFile
  cover?: { filename: string }
  own: Variety
  synthetic: boolean
  tracks: TrackSource[]
  subtitles: SubtitleSource[]
}
export type Run = { run: string; video: string; sources: Sources }
/** `public`: what residents may get. `preview`: what staff see of the latest draft. Often the same run. */
export type Wanted = { public?: Run; preview?: Run }

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
  const [tracks, subtitles] = await Promise.all([
    payload.find({ ...of, collection: 'tracks', where }),
    payload.find({ ...of, collection: 'subtitles', where }),
  ])
  const renditions = { tracks: tracks.docs as never as Rendition[], subtitles: subtitles.docs as never as Rendition[] }
  const preview = runOf(video, draft, renditions, 'file')
  if (live?._status !== 'published') return preview ? { public: preview, preview } : {}
  const shown = runOf(video, live, renditions, 'approvedFile')
  return { ...(shown && { public: shown }), ...(preview && { preview }) }
}

function runOf(
  video: string,
  row: Row,
  renditions: { tracks: Rendition[]; subtitles: Rendition[] },
  which: 'file' | 'approvedFile',
): Run | undefined {
  const film = fileOf(row.film)
  if (!film) return undefined
  const cover = (row.cover as { filename?: string } | null)?.filename
  const sources: Sources = {
    film,
    ...(cover && { cover: { filename: cover } }),
    own: varietyOf(row.variety) ?? STANDARD,
    synthetic: row.synthetic === true,
    tracks: renditions.tracks.flatMap((track) => {
      const [file, variety] = [fileOf(track[which]), varietyOf(track.variety)]
      if (!file || !variety) return []
      return { id: track.id, file, variety, synthetic: track.synthetic === true, offsetMs: Number(track.offsetMs ?? 0) }
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

function fileOf(value: unknown): SourceFile | undefined {
  if (!value || typeof value !== 'object') return undefined
  const { id, filename, sha256 } = value as { id: string; filename?: string | null; sha256?: string | null }
  return filename ? { id, filename, sha256: sha256 ?? id } : undefined
}

function varietyOf(value: unknown): Variety | undefined {
  if (!value || typeof value !== 'object') return undefined
  const { code, tag, name } = value as Variety
  return { code, tag, name }
}
