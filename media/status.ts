import type { ErrorCode } from '../src/lib/errorCodes'
import { mediaSteps, type MediaStep, type MediaStepState } from './lifecycle'

export type MediaStepRow = {
  id: string
  run: string
  order: number
  step: MediaStep
  state: MediaStepState
  percent?: number | null
  speed?: number | null
  error?: MediaFault | null
  output?: Record<string, unknown> | null
}
/** Why a step failed. `subject` names the track or subtitle it is about. */
export type MediaFault = { code: ErrorCode; subject?: string; [more: string]: unknown }

/** What a person reads about one run. Never stored. */
export type MediaStatus = {
  state: 'none' | 'waiting' | 'working' | 'done' | 'failed' | 'cancelled'
  step?: MediaStep
  percent: number
  /** Seconds until the end of the current step, when its speed is known. */
  secondsLeft?: number
  /** Times real time. */
  speed?: number
  error?: MediaFault
}

/** How long the steps take, by experience: a bar that stands still at 12 % worries people. */
const weights: Record<MediaStep, number> = {
  probe: 1,
  plan: 1,
  encode: 80,
  audio: 10,
  subtitles: 1,
  poster: 2,
  package: 4,
  publish: 1,
}

/** The state of a run, derived from its rows. Pure. */
export function statusOf(rows: readonly MediaStepRow[]): MediaStatus {
  if (!rows.length) return { state: 'none', percent: 0 }
  const ordered = [...rows].sort((a, b) => a.order - b.order)
  const percent = Math.floor(ordered.reduce((sum, row) => sum + weights[row.step] * shareDone(row), 0))
  const failed = ordered.find(({ state }) => state === 'failed')
  if (failed) return { state: 'failed', step: failed.step, percent, ...(failed.error && { error: failed.error }) }
  const cancelled = ordered.find(({ state }) => state === 'cancelled')
  if (cancelled) return { state: 'cancelled', step: cancelled.step, percent }
  const current = ordered.find(({ state }) => state !== 'done')
  if (!current)
    return ordered.length < mediaSteps.length ? { state: 'waiting', percent } : { state: 'done', percent: 100 }
  const begun = current.state === 'running' || current.order > 0
  return { state: begun ? 'working' : 'waiting', step: current.step, percent, ...pace(current, ordered) }
}

const shareDone = ({ state, percent }: MediaStepRow) =>
  state === 'done' ? 1 : state === 'running' ? Math.min(1, (percent ?? 0) / 100) : 0

function pace({ step, speed, percent, state }: MediaStepRow, rows: MediaStepRow[]) {
  if (state !== 'running' || !speed || !percent) return {}
  const known = rows.find((row) => row.step === 'probe')?.output as Known | undefined
  const seconds = (known?.film?.duration ?? 0) * (step === 'audio' ? tongues(known) : 1)
  const left = seconds ? Math.ceil((seconds * (1 - percent / 100)) / speed) : undefined
  return { speed, ...(left !== undefined && { secondsLeft: left }) }
}

type Known = { film?: { duration?: number; audio?: object }; sources?: { tracks?: unknown[] } }

/** Every tongue is as long as the film and is made after the other. */
const tongues = (known: Known | undefined) =>
  Math.max(1, (known?.film?.audio ? 1 : 0) + (known?.sources?.tracks?.length ?? 0))
