import { getPayload, type Payload } from 'payload'
import type { Env } from '../env'
import { systemClock, type Clock } from '../lib/clock'
import { createLog, type Log } from '../lib/log'
import { makeConfig } from '../makeConfig'
import { ensureSecrets } from '../secrets'
import { ownsItsFile, takeLock } from './lock'

/** What a verb works with: the running server's, or the product opened without one. */
export type Product = { env: Env; clock: Clock; log: Log; payload: Payload }

/** Opens database and config without server, clock or site. A SQLite file is locked first: one process a file. */
export async function openProduct(given: Env): Promise<Product & { close(): Promise<void> }> {
  const lock = ownsItsFile(given) ? takeLock(given.DATA_DIR, 'cli') : undefined
  try {
    // Payload logs to standard output, where the answer of a verb goes.
    const env = { ...ensureSecrets(given), LOG_LEVEL: 'error' as const }
    const payload = await getPayload({ config: makeConfig(env), disableOnInit: true })
    const close = async () => {
      await payload.destroy()
      lock?.release()
    }
    return { env, clock: systemClock, log: createLog(env.LOG_LEVEL), payload, close }
  } catch (error) {
    lock?.release()
    throw error
  }
}
