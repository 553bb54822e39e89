import { randomUUID } from 'node:crypto'
import type { Where } from 'payload'
import { CodedError } from '../src/lib/errors'
import { claim, finish, renew, type Claimed } from '../src/lib/lease'
import { NEVER, restart, write } from './ensure'
import { faultOf, said } from './faults'
import type { Media } from './media'
import type { Sources } from './sources'
import type { MediaFault, MediaStepRow } from './status'
import { StartOver, steps, type Outputs } from './steps'

const LEASE_MS = 30_000
const BEAT_MS = 1000
const MOST_ATTEMPTS = 3
const PAUSE_MS = 15_000

type Row = MediaStepRow & { video: string }
type Held = { collection: 'media-steps' | 'kits'; id: string; owner: string }

/** Does all media work that is ready, one step after the other: one encode at a time leaves the site quick. Returns the number of steps; `most` ends it earlier. */
export async function workMedia(media: Media, most = Infinity): Promise<number> {
  await unblock(media)
  const owner = randomUUID()
  for (let done = 0; ; done++) {
    if (media.signal?.aborted || done >= most) return done
    const [claimed] = await claim(media.payload, {
      collection: 'media-steps',
      states: ['waiting', 'running'],
      claimed: 'running',
      owner,
      now: media.now(),
      ttlMs: LEASE_MS,
      limit: 1,
    })
    if (!claimed) return done
    await workStep(media, claimed, { collection: 'media-steps', id: claimed.id, owner })
  }
}

async function workStep(media: Media, { attempts }: Claimed, held: Held): Promise<void> {
  const row = (await rowsWhere(media, { id: { equals: held.id } }))[0]
  if (!row) return
  const run = await rowsWhere(media, { run: { equals: row.run } })
  if (attempts > MOST_ATTEMPTS) return fail(media, held, row, { code: 'media-failed' })
  await renew(media.payload, held, { now: media.now(), ttlMs: LEASE_MS }, { startedAt: media.now(), percent: 0 })

  media.log.debug({ run: row.run, step: row.step, attempts }, 'media step begins')
  const heart = heartbeat(media, held)
  try {
    if (!media.tools) throw new CodedError('media-no-ffmpeg')
    const output = await steps[row.step]({
      run: row.run,
      video: row.video,
      sources: run.find(({ order }) => order === 0)?.output?.sources as Sources,
      media,
      tools: media.tools,
      outputs: Object.fromEntries(run.map(({ step, output: made }) => [step, made ?? undefined])) as Outputs,
      signal: heart.signal,
      onProgress: heart.progress,
    })
    await heart.stop()
    const kept = { ...(row.order === 0 ? row.output : {}), ...output }
    if (!(await finish(media.payload, held, { state: 'done', percent: 100, endedAt: media.now(), output: kept })))
      return
    const next = run.find(({ order }) => order === row.order + 1)
    if (next) await write(media.payload, next.id, { readyAt: 0 })
  } catch (error) {
    await heart.stop()
    await settle(media, held, row, attempts, run, error, heart.lost())
  }
}

/** What a failed step means: our shutdown, a colleague's cancel, the film's fault, or ours (then it is tried again). */
async function settle(media: Media, held: Held, row: Row, attempts: number, run: Row[], error: unknown, lost: boolean) {
  if (lost) {
    const now = (await rowsWhere(media, { id: { equals: row.id } }))[0]
    // Cancelled or no longer wanted; else our lease ran out and another worker is busy in that folder.
    if (now?.state !== 'running') await media.storage.dropRun(row.run)
    return
  }
  if (media.signal?.aborted)
    return void (await finish(media.payload, held, { state: 'waiting', attempts: attempts - 1, percent: 0 }))
  if (error instanceof StartOver) {
    media.log.warn({ run: row.run, step: row.step }, 'earlier media parts are gone, starting over')
    await finish(media.payload, held, { state: 'waiting' })
    return restart(media.payload, run)
  }
  const fault = faultOf(error, row.step)
  media.log[fault ? 'info' : 'error'](
    { err: error, run: row.run, step: row.step, said: said(error) },
    'media step failed',
  )
  if (fault) return fail(media, held, row, fault)
  if (attempts >= MOST_ATTEMPTS) return fail(media, held, row, { code: 'media-failed' })
  await finish(media.payload, held, { state: 'waiting', readyAt: media.now().getTime() + PAUSE_MS * attempts })
}

async function fail(media: Media, held: Held, row: Row, error: MediaFault): Promise<void> {
  await finish(media.payload, held, { state: 'failed', error, endedAt: media.now() })
  await media.storage.dropRun(row.run) // a retry begins with the first step: nothing stays behind
}

/** Keeps the lease and writes progress, at most once a second; aborts the work when the row is no longer ours. */
export function heartbeat(media: Media, held: Held) {
  const controller = new AbortController()
  const began = performance.now()
  let progress: { percent: number; speed: number } | undefined
  let lost = false
  let beating: Promise<void> = Promise.resolve()
  const beat = async () => {
    const kept = await renew(media.payload, held, { now: media.now(), ttlMs: LEASE_MS }, progress ?? {})
    if (kept) return
    lost = true
    controller.abort()
  }
  const timer = setInterval(() => {
    beating = beating.then(beat).catch((error: unknown) => media.log.warn({ err: error }, 'media heartbeat failed'))
  }, BEAT_MS)
  const halt = () => controller.abort()
  media.signal?.addEventListener('abort', halt, { once: true })
  return {
    signal: controller.signal,
    lost: () => lost,
    progress: (seconds: number, of: number) => {
      const elapsed = (performance.now() - began) / 1000
      progress = {
        percent: Math.min(99, Math.round((seconds / of) * 1000) / 10),
        speed: Math.round((seconds / elapsed) * 100) / 100,
      }
    },
    stop: async () => {
      clearInterval(timer)
      media.signal?.removeEventListener('abort', halt)
      await beating
    },
  }
}

/** A crash between "done" and "the next one is ready" leaves a run that nobody would touch again. */
async function unblock(media: Media): Promise<void> {
  const open = await rowsWhere(media, { state: { not_equals: 'done' } })
  const first = new Map<string, Row & { readyAt?: number }>()
  for (const row of open) if ((first.get(row.run)?.order ?? Infinity) > row.order) first.set(row.run, row)
  for (const row of first.values())
    if (row.state === 'waiting' && row.readyAt === NEVER) await write(media.payload, row.id, { readyAt: 0 })
}

async function rowsWhere({ payload }: Media, where: Where) {
  const query = { collection: 'media-steps', where, depth: 0, sort: 'order', pagination: false, limit: 2000 } as const
  return (await payload.find(query)).docs as unknown as (Row & { readyAt?: number })[]
}
