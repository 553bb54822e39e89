import type { Payload } from 'payload'
import type { MediaStepRow } from './status'
import { mediaSteps } from './lifecycle'
import { applyStream, heldStreams } from './publication'
import { wantedRuns, type Run } from './sources'
import type { Stream } from '../src/lib/stream'

/** A step that waits for the one before it is ready "never"; finishing that one makes it ready. */
export const NEVER = 8.64e15
const LAST = mediaSteps.length - 1

/**
 * Sees to it that the streams a film should have exist or are being made. Safe to call at any time and twice at once:
 * rows are unique by run and step. Returns whether work waits.
 */
export async function ensureStream(payload: Payload, video: string): Promise<boolean> {
  const wanted = await wantedRuns(payload, video)
  const runs = [...new Map([wanted.public, wanted.preview].flatMap((run) => (run ? [[run.run, run]] : []))).values()]
  const rows = await stepRows(payload, video)
  await dropUnwanted(
    payload,
    rows.filter((row) => !runs.some(({ run }) => run === row.run)),
  )
  let waiting = false
  for (const run of runs) {
    const own = rows.filter((row) => row.run === run.run)
    if (own.length < mediaSteps.length) await addSteps(payload, run, own)
    else if (own.every(({ state }) => state === 'done')) await ensureApplied(payload, run, own, wanted)
    waiting ||= own.length < mediaSteps.length || own.some(({ state }) => state === 'waiting')
  }
  return waiting
}

/** Starts a run again from its first step, e.g. after a failure or because a colleague asks. The old stream is served meanwhile. */
export async function restart(
  payload: Payload,
  rows: MediaStepRow[],
  { fresh = false }: { fresh?: boolean } = {},
): Promise<void> {
  // The last step first: were we to die in between, the run would still not look finished.
  for (const row of [...rows].sort((a, b) => b.order - a.order))
    await write(payload, row.id, {
      ...blank,
      state: 'waiting',
      readyAt: row.order ? NEVER : 0,
      output: row.order ? null : { sources: row.output?.sources, fresh },
    })
}

/** Stops a run. A step at work notices within a second and ends its ffmpeg. */
export async function cancel(payload: Payload, rows: MediaStepRow[]): Promise<void> {
  for (const row of rows)
    if (row.state === 'waiting' || row.state === 'running')
      await write(payload, row.id, { state: 'cancelled', leaseOwner: null, leaseUntil: 0 })
}

export async function stepRows(payload: Payload, video: string): Promise<MediaStepRow[]> {
  const { docs } = await payload.find({
    collection: 'media-steps',
    where: { video: { equals: video } },
    sort: 'order',
    depth: 0,
    pagination: false,
    limit: 500,
  })
  return docs as unknown as MediaStepRow[]
}

export const blank = {
  leaseOwner: null,
  leaseUntil: 0,
  attempts: 0,
  percent: 0,
  speed: null,
  startedAt: null,
  endedAt: null,
  error: null,
}

export const write = (payload: Payload, id: string, data: Record<string, unknown>) =>
  payload.db.updateOne({ collection: 'media-steps', id, data, returning: false })

async function addSteps(payload: Payload, { run, video, sources }: Run, own: MediaStepRow[]): Promise<void> {
  for (const [order, step] of mediaSteps.entries()) {
    if (own.some((row) => row.order === order)) continue
    const data = { video, run, order, step, state: 'waiting' as const, readyAt: order ? NEVER : 0 }
    try {
      await payload.create({
        collection: 'media-steps',
        data: { ...data, output: order ? null : { sources } },
        depth: 0,
      })
    } catch (error) {
      // Another request was quicker with the same step; anything else is a real fault.
      const there = await payload.count({
        collection: 'media-steps',
        where: { run: { equals: run }, order: { equals: order } },
      })
      if (!there.totalDocs) throw error
    }
  }
}

/** A finished run whose stream a later save lost, or which an approval has just made public. */
async function ensureApplied(
  payload: Payload,
  run: Run,
  own: MediaStepRow[],
  wanted: Awaited<ReturnType<typeof wantedRuns>>,
) {
  const held = await heldStreams(payload, run.video)
  const missing =
    (wanted.public?.run === run.run && held.public?.run !== run.run) ||
    (wanted.preview?.run === run.run && held.preview?.run !== run.run)
  if (!missing) return
  const last = own.find(({ order }) => order === LAST)!
  const made = own.find(({ step }) => step === 'package')?.output as { stream: Stream } | undefined
  const folder = last.output?.folder as string | undefined
  if (made && folder) await applyStream(payload, run.video, { ...made.stream, folder })
}

async function dropUnwanted(payload: Payload, rows: MediaStepRow[]): Promise<void> {
  for (const row of rows) {
    if (row.state === 'running') await write(payload, row.id, { state: 'cancelled', leaseOwner: null, leaseUntil: 0 })
    else await payload.db.deleteOne({ collection: 'media-steps', where: { id: { equals: row.id } }, returning: false })
  }
}
