import { randomUUID } from 'node:crypto'
import { CodedError } from '../src/lib/errors'
import { claim, finish, renew } from '../src/lib/lease'
import { FfmpegError } from './ffmpeg'
import type { Media } from './media'
import { makeReading, readingRun } from './reading'

const LEASE_MS = 30_000
const BEAT_MS = 5_000
const MOST_ATTEMPTS = 3
const PAUSE_MS = 15_000

/** Makes every reading that is due, one after the other. Returns how many were taken. */
export async function workReadings(media: Media, espeak: string[]): Promise<number> {
  const owner = randomUUID()
  for (let done = 0; ; done++) {
    if (media.signal?.aborted) return done
    const request = { collection: 'readings', states: ['waiting', 'running'], claimed: 'running' } as const
    const [claimed] = await claim(media.payload, { ...request, owner, now: media.now(), ttlMs: LEASE_MS, limit: 1 })
    if (!claimed) return done
    await work(media, { collection: 'readings', id: claimed.id, owner }, claimed.attempts, espeak)
  }
}

type Held = { collection: 'readings'; id: string; owner: string }

async function work(media: Media, held: Held, attempts: number, espeak: string[]): Promise<void> {
  const { payload, storage } = media
  const lost = new AbortController()
  const signal = media.signal ? AbortSignal.any([media.signal, lost.signal]) : lost.signal
  const beat = setInterval(() => {
    renew(payload, held, { now: media.now(), ttlMs: LEASE_MS }).then(
      (kept) => void (kept || lost.abort()),
      (error: unknown) => media.log.warn({ err: error }, 'reading heartbeat failed'),
    )
  }, BEAT_MS)
  try {
    if (attempts > MOST_ATTEMPTS) throw new CodedError('media-failed')
    const found = await payload.findByID({ collection: 'readings', id: held.id, depth: 1, disableErrors: true })
    if (!found) return
    const audio = await makeReading(media, found, espeak, signal)
    await finish(payload, held, { state: 'done', error: null, audio })
  } catch (error) {
    if (lost.signal.aborted) return // given to somebody else, or no longer wanted
    if (media.signal?.aborted) return void (await finish(payload, held, { state: 'waiting', attempts: attempts - 1 }))
    await settle(media, held, attempts, error)
  } finally {
    clearInterval(beat)
    await storage.dropRun(readingRun(held.id))
  }
}

async function settle(media: Media, held: Held, attempts: number, error: unknown): Promise<void> {
  const fault =
    error instanceof CodedError
      ? { code: error.code, ...error.details }
      : error instanceof FfmpegError && /exited with code/.test(error.message)
        ? { code: 'media-broken' }
        : undefined
  media.log[fault ? 'info' : 'error']({ err: error, reading: held.id }, 'a reading failed')
  if (fault || attempts >= MOST_ATTEMPTS)
    return void (await finish(media.payload, held, { state: 'failed', error: fault ?? { code: 'media-failed' } }))
  await finish(media.payload, held, { state: 'waiting', readyAt: media.now().getTime() + PAUSE_MS * attempts })
}
