import { statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Media } from './media'
import { readingRun } from './reading'
import { hashOfUrl, drop, list, path } from './storage'
import type { ReadingAudio } from '../src/lib/readingAudio'
import { openKits, sweepKits } from './kit/sweep'
import type { Stream } from '../src/lib/stream'

const HOUR = 3_600_000
const WEEK = 7 * 24 * HOUR

/**
 * Removes what nobody needs any more: uploads cut off by a crash, work of runs that have ended, streams no film names.
 * @param boot true once after the start, when no upload and no step of this process can be under way
 */
export async function sweep(media: Media, { boot }: { boot: boolean }): Promise<void> {
  const { storage } = media
  if (boot) await releaseLeases(media)
  const open = await openRuns(media)
  for (const run of await storage.runs()) {
    if (boot) await endOrphan(media, run)
    if (!open.has(run)) await storage.dropRun(run)
  }
  const before = boot ? performance.timeOrigin : Date.now() - 24 * HOUR
  for (const entry of await list(storage.tmp)) {
    const file = path.join(storage.tmp, entry)
    if (entry !== 'media' && entry !== 'uploads' && statSync(file, { throwIfNoEntry: false })!.mtimeMs < before)
      await drop(file)
  }
  await sweepUploads(storage.begun)
  const named = await namedStreams(media)
  for (const hash of await storage.published())
    // An hour of grace: a page in a resident's hand still plays the old one.
    if (!named.has(hash) && (await storage.bornAt(hash)) < Date.now() - HOUR) await storage.dropStream(hash)
  await sweepKits(media)
}

/** An upload may be taken up again for a week after its last byte; the note beside the bytes goes with them. */
async function sweepUploads(folder: string): Promise<void> {
  const before = Date.now() - WEEK
  const stale = (await list(folder)).filter((entry) => {
    const bytes = path.join(folder, entry.replace(/\.json$/, ''))
    const found = statSync(bytes, { throwIfNoEntry: false }) ?? statSync(path.join(folder, entry))
    return found.mtimeMs < before
  })
  for (const entry of stale) await drop(path.join(folder, entry))
}

/** SQLite has one process: whatever was running died with the last one, and need not wait for its lease to end. */
async function releaseLeases({ payload }: Media): Promise<void> {
  if (payload.db.name !== 'sqlite') return
  const where = { state: { equals: 'running' } }
  for (const collection of ['media-steps', 'readings', 'kits'] as const) {
    const { docs } = await payload.find({ collection, where, depth: 0, pagination: false })
    for (const { id } of docs) await payload.db.updateOne({ collection, id, data: { leaseUntil: 0 }, returning: false })
  }
}

/** After kill -9 of the server its ffmpeg goes on writing. Ended only when the process is really ours. */
async function endOrphan({ storage, log }: Media, run: string): Promise<void> {
  try {
    const pid = Number(await readFile(storage.pidFile(run), 'utf8'))
    const cwd = await import('node:fs/promises').then(({ readlink }) => readlink(`/proc/${pid}/cwd`))
    if (!cwd.startsWith(storage.work(run))) return
    process.kill(pid, 'SIGKILL')
    log.warn({ pid, run }, 'ended an orphaned ffmpeg')
  } catch (error) {
    if (!['ENOENT', 'ESRCH', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

async function openRuns(media: Media): Promise<Set<string>> {
  const { payload } = media
  const where = { state: { in: ['waiting', 'running'] } }
  const all = { where, depth: 0, pagination: false } as const
  const steps = await payload.find({ collection: 'media-steps', ...all })
  const readings = await payload.find({ collection: 'readings', ...all })
  return new Set([
    ...steps.docs.map(({ run }) => run),
    ...readings.docs.map(({ id }) => readingRun(id)),
    ...(await openKits(media)),
  ])
}

async function namedStreams({ payload }: Media): Promise<Set<string>> {
  const all = { collection: 'videos', depth: 0, joins: false, pagination: false, select: { stream: true } } as const
  const [live, drafts] = [await payload.find(all), await payload.find({ ...all, draft: true })]
  const select = { audio: true, approvedAudio: true } as const
  const readings = await payload.find({ collection: 'readings', depth: 0, pagination: false, select })
  const named = [
    ...[...live.docs, ...drafts.docs].map(({ stream }) => stream as Stream | null | undefined),
    ...readings.docs.flatMap((row) => [row.audio, row.approvedAudio] as (ReadingAudio | null | undefined)[]),
  ]
  return new Set(named.flatMap((one) => (one?.folder ? [hashOfUrl(one.folder)] : [])))
}
