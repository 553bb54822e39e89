import type { Payload } from 'payload'
import type { EventStore } from './analytics'
import type { Env } from './env'
import type { Clock } from './lib/clock'
import type { Log } from './lib/log'
import type { Wakeable } from './lib/wake'
import type { Epoch } from './site/epoch'

/** What every part of the running process is handed. */
export type Runtime = {
  env: Env
  clock: Clock
  log: Log
  payload: Payload
  /** Residents' events, in a store of their own (decision 0006). */
  events: EventStore
  /** The number that public pages are cached under; bumped when what residents see has changed. */
  epoch: Epoch
  /** Runs a named job now instead of at its next tick, e.g. after an upload. Never throws. */
  wake(job: Wakeable): void
}

const KEY = Symbol.for('mingbai')
type Holder = { [KEY]?: Runtime }

/**
 * Next bundles its own copy of our modules, so a module-level variable would exist twice and the admin would see the
 * empty one. The runtime hangs on globalThis instead; only `server.ts` sets it.
 */
export const setRuntime = (runtime: Runtime | undefined) => {
  ;(globalThis as Holder)[KEY] = runtime
}

export function runtime(): Runtime {
  const found = (globalThis as Holder)[KEY]
  if (!found) throw new Error('the server has not started yet')
  return found
}
