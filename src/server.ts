import { createServer, type Server } from 'node:http'
import { getPayload } from 'payload'
import { openEvents } from './analytics'
import { ownsItsFile, takeLock } from './cli/lock'
import { listenSocket } from './cli/socket'
import { readEnv, type Env } from './env'
import { createApp } from './http/app'
import { mountNext } from './http/next'
import { startClock } from './jobs/schedule'
import { systemClock, type Clock } from './lib/clock'
import { createLog } from './lib/log'
import { makeConfig } from './makeConfig'
import { setRuntime, type Runtime } from './runtime'
import { ensureSecrets } from './secrets'
import { prepare } from './seed'
import { createEpoch } from './site/epoch'
import { finishUploads } from './staff'

type Options = { env?: Env; clock?: Clock }

/** Starts the whole product in this process: database, residents' site, admin, clock. Resolves once all of it answers. */
export async function start({ env: given = readEnv(), clock = systemClock }: Options = {}) {
  const env = ensureSecrets(given)
  const log = createLog(env.LOG_LEVEL)
  // One process a SQLite file: a second one is refused before it touches anything.
  const lock = ownsItsFile(env) ? takeLock(env.DATA_DIR, 'server') : undefined
  const payload = await getPayload({ config: makeConfig(env) })
  const events = await openEvents({ env, payload, clock, log })
  const runtime: Runtime = {
    env,
    clock,
    log,
    payload,
    events,
    epoch: createEpoch(clock.now().getTime()),
    wake: () => {},
  }
  setRuntime(runtime)
  await prepare(runtime)
  const socket = lock && (await listenSocket(runtime))

  const next = mountNext(env)
  const server = createServer({ requestTimeout: 0, headersTimeout: 30_000 }, createApp(runtime, next.handle))
  const port = await listen(server, env)
  const ticks = env.ROLE === 'web' ? undefined : startClock(runtime)
  if (ticks) runtime.wake = (job) => void ticks.wake(job)
  void finishUploads(runtime)
  log.info({ port, database: payload.db.name }, 'listening')
  await next.ready(server)

  const stop = async () => {
    server.close()
    server.closeIdleConnections()
    await ticks?.stop()
    await socket?.close()
    await events.close()
    await payload.destroy()
    lock?.release()
    server.closeAllConnections()
    setRuntime(undefined)
  }
  return { server, port, runtime, ticks, stop }
}

function listen(server: Server, env: Env): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(env.PORT, env.HOST, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : env.PORT)
    })
  })
}
