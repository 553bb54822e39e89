import { randomUUID } from 'node:crypto'
import express, { Router, type Request } from 'express'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { z } from 'zod'
import { idOf } from '../../collections/access'
import { undecided, writersOf } from '../../collections/workflow/partApproval'
import { subtitleOf } from '../../collections/hooks/subtitles'
import { byTime } from '../lib/cueEdits'
import { CodedError } from '../lib/errors'
import { changeIf } from '../lib/lease'
import type { Stream } from '../lib/stream'
import { blocks, checkCues } from '../lib/subtitleChecks'
import { wordLeftOut } from '../lib/subtitleWords'
import { MOST_CUES, writeVtt, type Cue } from '../lib/subtitles'
import { directionOf } from '../lib/varieties'
import type { Subtitle, Variety, Video } from '../payload-types'
import type { Runtime } from '../runtime'
import { action, parse, requireRole, signedIn, type Staff } from './staff'

const place = z.object({ id: z.string().min(1).max(64) })
const DAY_MS = 24 * 3_600_000
const written = z.object({
  /** The file the editor began with, null for a subtitle without one: whoever comes second is told. */
  version: z.string().min(1).max(64).nullable(),
  cues: z
    .array(
      z.object({
        start: z.number().int().min(0).max(DAY_MS),
        end: z.number().int().min(0).max(DAY_MS),
        text: z.string().max(2000),
      }),
    )
    .min(1)
    .max(MOST_CUES),
})

/** The cues of a subtitle to look at and to write back. A stored file never changes: every save makes a new one. */
export function subtitlesRouter(runtime: Runtime): Router {
  const router = Router()
  router.get(
    '/:id/cues',
    action(async (req, res) => {
      res.set('cache-control', 'no-store')
      const me = await signedIn(runtime, req)
      return shown(runtime, await subtitleFor(runtime.payload, me, req))
    }),
  )
  router.post(
    '/:id/cues',
    express.json({ limit: '6mb' }),
    action(async (req) => {
      const me = await signedIn(runtime, req)
      requireRole(me, 'editor', 'publisher')
      const found = await subtitleFor(runtime.payload, me, req)
      const { version, cues } = parse(written, req.body)
      await save(runtime.payload, found, { version, cues: byTime(cues) })
      return shown(runtime, await subtitleFor(runtime.payload, me, req))
    }),
  )
  return router
}

/** What CueEditor shows. */
export type CueSheet = Awaited<ReturnType<typeof shown>>
type Found = { subtitle: Subtitle; req: PayloadRequest; mayChange: boolean }

async function shown({ payload, env }: Runtime, { subtitle, mayChange }: Found) {
  const version = idOf(subtitle.file)
  const [text, variety, film] = await Promise.all([
    read(payload, version),
    payload.findByID({ collection: 'varieties', id: idOf(subtitle.variety)!, depth: 0 }) as Promise<Variety>,
    payload.findByID({ collection: 'videos', id: idOf(subtitle.video)!, depth: 0, draft: true, joins: false }),
  ])
  const stream = (film as Video).stream as Stream | null | undefined
  const durationMs = stream ? Math.round(stream.duration * 1000) : null
  return {
    version,
    cues: text.cues,
    /** Why the stored file cannot be read, e.g. lost on the disk. */
    fault: text.fault,
    left: wordLeftOut(text.left),
    findings: checkCues(text.cues, 'usual', durationMs ?? undefined),
    approved: Boolean(subtitle.approvedAt),
    mayChange,
    language: { name: variety.name, tag: variety.tag, direction: directionOf(variety.tag) },
    film: {
      title: film.title,
      durationMs,
      stream: stream ?? null,
      base: stream ? env.BASE_PATH + stream.folder : null,
    },
  }
}

async function read(payload: Payload, file: string | null) {
  if (!file) return { cues: [], left: [], fault: null }
  try {
    return { ...(await subtitleOf(payload, file)), fault: null }
  } catch (error) {
    if (!(error instanceof CodedError)) throw error
    return { cues: [], left: [], fault: error.code }
  }
}

async function save(
  payload: Payload,
  { subtitle, req }: Found,
  { version, cues }: { version: string | null; cues: Cue[] },
) {
  const faulty = checkCues(cues, 'usual').find(blocks)
  if (faulty) throw new CodedError('subtitle-cue', undefined, { cue: faulty.cue + 1, code: faulty.code })
  if (idOf(subtitle.file) !== version) throw new CodedError('conflict')
  const variety = await payload.findByID({ collection: 'varieties', id: idOf(subtitle.variety)!, depth: 0 })
  const data = Buffer.from(writeVtt(cues))
  const file = await payload.create({
    collection: 'files',
    data: { note: `字幕 ${variety.name}`, office: idOf(subtitle.office) },
    file: {
      data,
      size: data.length,
      mimetype: 'text/vtt',
      name: `subtitle-${variety.code}-${randomUUID().slice(0, 8)}.vtt`,
    },
    req,
    depth: 0,
  })
  const { id } = subtitle
  // Of two that save at once one wins here; the update after it only tells the film, its stream and its review.
  if (!(await changeIf(payload, 'subtitles', { id, file: version }, { file: file.id, ...undecided }))) {
    await payload.delete({ collection: 'files', id: file.id, req })
    throw new CodedError('conflict')
  }
  await payload.update({
    collection: 'subtitles',
    id,
    data: { file: file.id, ...undecided, writers: writersOf(subtitle, idOf(req.user)) },
    req,
    depth: 0,
  })
}

/** The subtitle, if this colleague may see it; whether they may change it is Payload's own access, asked by its own door. */
async function subtitleFor(payload: Payload, user: Staff, request: Request): Promise<Found> {
  const { id } = parse(place, request.params)
  const asked = { collection: 'subtitles', id, depth: 0, user, overrideAccess: false, disableErrors: true } as const
  const subtitle = (await payload.findByID(asked)) as Subtitle | null
  if (!subtitle) throw new CodedError('not-found')
  const req = await createLocalReq({ user }, payload)
  const mayChange = await mayUpdate(payload, req, id)
  if (request.method === 'POST' && !mayChange) throw new CodedError('outside-office')
  return { subtitle, req, mayChange }
}

async function mayUpdate(payload: Payload, req: PayloadRequest, id: string): Promise<boolean> {
  const allowed = await payload.collections.subtitles.config.access.update({ req, id })
  if (typeof allowed === 'boolean') return allowed
  const { totalDocs } = await payload.count({
    collection: 'subtitles',
    where: { and: [{ id: { equals: id } }, allowed] },
  })
  return totalDocs > 0
}
