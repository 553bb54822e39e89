import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getPayload, type Payload } from 'payload'
import { openEvents } from '../../src/analytics'
import { readEnv } from '../../src/env'
import { movableClock } from '../../src/lib/clock'
import { createLog } from '../../src/lib/log'
import { makeConfig } from '../../src/makeConfig'
import type { Runtime } from '../../src/runtime'
import { createEpoch } from '../../src/site/epoch'
import { ffmpeg, ffprobe } from '../media/quick'
import { layMigrated } from './migrated'

type TestRuntime = Runtime & { clock: ReturnType<typeof movableClock>; dispose(): Promise<void> }

/**
 * The real product without a listening server: an own data directory, an own migrated SQLite file (or the MongoDB of
 * `DATABASE_URL_TEST`), a clock that can be moved. Call `dispose` in `afterAll`.
 */
export async function testRuntime(overrides: Record<string, string> = {}): Promise<TestRuntime> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mingbai-test-'))
  const env = readEnv({
    NODE_ENV: 'test',
    DATA_DIR: folder,
    PAYLOAD_SECRET: 'a secret for tests only, long enough',
    LOG_LEVEL: process.env.LOG_LEVEL,
    DEMO: 'off',
    FFMPEG_PATH: ffmpeg,
    FFPROBE_PATH: ffprobe,
    ...(process.env.DATABASE_URL_TEST ? { DATABASE_URL: withName(process.env.DATABASE_URL_TEST) } : {}),
    ...overrides,
  })
  const clock = movableClock()
  const log = createLog(env.LOG_LEVEL)
  await layMigrated(env)
  const key = randomUUID()
  const payload: Payload = await getPayload({ config: makeConfig(env), key })
  const events = await openEvents({ env, payload, clock, log })
  const epoch = createEpoch(1)
  return {
    env,
    clock,
    log,
    payload,
    events,
    epoch,
    wake: () => {},
    dispose: async () => {
      await events.close()
      await payload.destroy()
      forget(key)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Payload keeps every instance for the life of the process; one process runs many test files. */
const forget = (key: string) => (globalThis as { _payload?: Map<string, unknown> })._payload?.delete(key)

/** A database of its own for every test file on a shared MongoDB server. */
function withName(url: string): string {
  const parsed = new URL(url)
  parsed.pathname = `/mingbai_${randomUUID().slice(0, 8)}`
  return parsed.toString()
}
