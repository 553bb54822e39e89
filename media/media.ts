import type { Payload } from 'payload'
import type { Log } from '../src/lib/log'
import type { Storage } from './storage'
import type { Tools } from './tools'

/** What the engine is handed. It has no clock, database or folder of its own. */
export type Media = {
  payload: Payload
  storage: Storage
  log: Log
  now: () => Date
  /** Absent when no working ffmpeg was found. */
  tools: Tools | undefined
  /** Residents may see something new: called after the stream of a public film was written. */
  changed?: () => void
  /** Ends the work at shutdown; the step goes back to waiting. */
  signal?: AbortSignal
}
