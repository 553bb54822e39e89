import type { ErrorCode } from '../../src/lib/errorCodes'
import type { MediaStepState } from '../lifecycle'
import type { LeftOut } from './budget'

/** A finished kit. `hash` names its ZIP, `sources` what it was made of, `at` when (ISO). */
export type Made = { hash: string; bytes: number; sources: string; at: string; name: string; leftOut: LeftOut[] }
export type KitRow = {
  id: string
  video: string
  variety: string
  written?: string | null
  office?: string | null
  state: MediaStepState
  percent?: number | null
  error?: { code: ErrorCode } | null
  made?: Made | null
  createdAt: string
  updatedAt: string
}
/** What a person reads about a kit. `stale`: the film, a voice or its words have changed since it was packed. */
export type KitStatus = {
  state: 'none' | 'waiting' | 'working' | 'done' | 'stale' | 'failed' | 'cancelled'
  percent: number
  error?: ErrorCode
}

const states: Record<Exclude<MediaStepState, 'done'>, KitStatus['state']> = {
  waiting: 'waiting',
  running: 'working',
  failed: 'failed',
  cancelled: 'cancelled',
}

/** The state of a kit from its row and what it would be made of now. Pure. */
export function kitStatus(row: KitRow | undefined, sources: string | undefined): KitStatus {
  if (!row) return { state: 'none', percent: 0 }
  if (row.state !== 'done')
    return {
      state: states[row.state],
      percent: Math.floor(row.percent ?? 0),
      ...(row.error && { error: row.error.code }),
    }
  return { state: row.made?.sources === sources ? 'done' : 'stale', percent: 100 }
}
