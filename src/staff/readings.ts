import express, { Router, type Request } from 'express'
import { createLocalReq } from 'payload'
import { z } from 'zod'
import { idOf } from '../../collections/access'
import { officeScope } from '../../collections/access/officeScope'
import { findEspeak, voiceOf } from '../../media'
import { errorCodes, type ErrorCode } from '../lib/errorCodes'
import { CodedError } from '../lib/errors'
import type { ReadingAudio } from '../lib/readingAudio'
import type { Reading } from '../payload-types'
import type { Runtime } from '../runtime'
import { openPart } from './partCase'
import { standing } from './partReview'
import { isFresh, spokenNow, type SpokenNow } from './spokenNow'
import { action, parse, requireRole, signedIn, type Staff } from './staff'

const place = z.object({ id: z.string().min(1).max(64) })
const wanted = z.object({ variety: z.string().min(1).max(64) })

/** The readings of an article: where they stand, let the machine read, and the script for the loudspeaker. */
export function readingsRouter(runtime: Runtime): Router {
  const router = Router()
  router.get(
    '/of/:id',
    action(async (req, res) => {
      res.set('cache-control', 'no-store')
      return overview(runtime, await signedIn(runtime, req), parse(place, req.params).id)
    }),
  )
  router.post(
    '/of/:id/machine',
    express.json({ limit: '4kb' }),
    action(async (req) => {
      const me = await signedIn(runtime, req)
      requireRole(me, 'editor', 'publisher')
      const { id } = parse(place, req.params)
      await readByMachine(runtime, me, id, parse(wanted, req.body).variety)
      runtime.wake('readings')
      return overview(runtime, me, id)
    }),
  )
  router.get(
    '/:id/script.txt',
    action(async (req, res) => {
      const { text } = await readingOf(runtime, req)
      // Windows' editor wants the mark and its own line ends.
      const script = `\uFEFF${(text ?? '').replace(/\n/g, '\r\n')}\r\n`
      res.set('cache-control', 'no-store').attachment('script.txt').type('text/plain; charset=utf-8').send(script)
    }),
  )
  return router
}

/** What the panel in the article form shows. */
export type ReadingsOverview = Awaited<ReturnType<typeof overview>>

async function overview(runtime: Runtime, me: Staff, article: string) {
  const { payload } = runtime
  const [{ docs }, varieties, now] = await Promise.all([
    payload.find({
      collection: 'readings',
      where: { article: { equals: article } },
      sort: 'createdAt',
      depth: 0,
      pagination: false,
    }),
    payload.find({
      collection: 'varieties',
      where: { spoken: { equals: true } },
      sort: 'order',
      depth: 0,
      pagination: false,
    }),
    spokenNow(payload, article),
  ])
  const voices = await voicesOf(runtime, varieties.docs)
  const name = (id: string | null) => varieties.docs.find((variety) => variety.id === id)?.name ?? ''
  return {
    readings: await Promise.all(docs.map(async (row) => shown(runtime, me, row, name(idOf(row.variety)), now))),
    varieties: varieties.docs.map(({ id, name: word }) => ({ id, name: word, machine: voices.has(id) })),
    mayChange: await mayChange(runtime, me, article),
  }
}

/** The state of a reading, derived from its row: what a person reads is stored nowhere. */
async function shown(runtime: Runtime, me: Staff, row: Reading, variety: string, now: SpokenNow) {
  const { part, item } = await openPart(runtime, me, 'readings', row.id)
  const audio = row.audio as ReadingAudio | null | undefined
  const fault = row.error as { code: ErrorCode } | null | undefined
  return {
    id: row.id,
    variety,
    varietyId: idOf(row.variety),
    state: row.state,
    machine: !row.file,
    speaker: row.speaker ?? null,
    synthetic: row.synthetic === true,
    fresh: isFresh(row.textHash, now),
    fault: fault ? (errorCodes[fault.code] ?? errorCodes['media-failed']) : null,
    audio: audio
      ? { url: `${runtime.env.BASE_PATH}${audio.folder}/${audio.uri}`, seconds: audio.duration, quiet: audio.quiet }
      : null,
    /** Whether residents hear it now. */
    offered: now.live !== null && (row.approvedAudio as ReadingAudio | null)?.textHash === now.live,
    standing: await standing(runtime, { part, item, parent: '' }),
  }
}

/** The varieties a machine on this server can read. */
async function voicesOf({ payload }: Runtime, varieties: { id: string; code: string; voice?: string | null }[]) {
  const settings = await payload.findGlobal({ slug: 'settings', depth: 0 })
  const engines = { command: settings.media?.speechCommand, espeak: await findEspeak() }
  return new Set(varieties.filter((variety) => voiceOf(variety, engines)).map(({ id }) => id))
}

/** One machine reading a variety: asked again, it reads the words as they are now. */
async function readByMachine(runtime: Runtime, me: Staff, article: string, id: string): Promise<void> {
  const { payload } = runtime
  const variety = await payload.findByID({ collection: 'varieties', id, depth: 0, disableErrors: true })
  if (!variety) throw new CodedError('not-found')
  if (!(await voicesOf(runtime, [variety])).has(id)) throw new CodedError('speech-none')
  const as = { collection: 'readings', user: me, overrideAccess: false, depth: 0 } as const
  const { docs } = await payload.find({
    collection: 'readings',
    where: { article: { equals: article }, variety: { equals: id } },
    depth: 0,
    pagination: false,
  })
  const own = docs.find(({ file }) => !file)
  if (own) await payload.update({ ...as, id: own.id, data: {}, context: { readAgain: true } })
  else await payload.create({ ...as, data: { article, variety: id, state: 'waiting' } })
}

async function readingOf(runtime: Runtime, req: Request): Promise<Reading> {
  const me = await signedIn(runtime, req)
  const { id } = parse(place, req.params)
  const found = await runtime.payload.findByID({
    ...{ collection: 'readings', id, depth: 0, disableErrors: true, user: me, overrideAccess: false },
  } as never)
  if (!found) throw new CodedError('not-found')
  return found as unknown as Reading
}

async function mayChange({ payload }: Runtime, me: Staff, article: string): Promise<boolean> {
  if (me.roles.includes('admin')) return true
  if (!me.roles.some((role) => role === 'editor' || role === 'publisher')) return false
  const doc = await payload.findByID({
    collection: 'articles',
    id: article,
    draft: true,
    depth: 0,
    disableErrors: true,
  })
  const scope = await officeScope(await createLocalReq({ user: me }, payload))
  return scope.includes(idOf(doc?.office) ?? '')
}
