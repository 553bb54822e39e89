import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

type Options = {
  env?: Record<string, string>
  /** Starts on the data of an earlier server instead of on an empty folder. */
  dataDir?: string
}

export type BuiltServer = Awaited<ReturnType<typeof startServer>>

const START_TIMEOUT = 120_000

/**
 * The built product (`dist/main.js`) in a process of its own, on an own data directory and port, without the demo
 * county unless asked for. Call `dispose` in `afterAll`; `log()` is everything it printed.
 */
export async function startServer({ env = {}, dataDir }: Options = {}) {
  const folder = dataDir ?? mkdtempSync(path.join(tmpdir(), 'mingbai-server-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let printed = ''
  const child = spawn(process.execPath, ['dist/main.js'], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...withoutVitest(process.env),
      NODE_ENV: 'production',
      NODE_OPTIONS: '--conditions=production',
      DATA_DIR: folder,
      PORT: String(port),
      HOST: '127.0.0.1',
      PUBLIC_URL: url,
      DEMO: 'off',
      LOG_LEVEL: 'info',
      ...env,
    },
  })
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text))
  const log = () => printed
  const ended = new Promise<number>((resolve) => child.once('exit', (code, signal) => resolve(signal ? 128 : code!)))

  await told(child, 'listening', START_TIMEOUT, ended, log)
  return {
    url,
    port,
    dataDir: folder,
    pid: child.pid!,
    log,
    /** Sets the product's clock and lets everything run that has become due; resolves when that work has ended. */
    moveClock: async (at: Date) => {
      const moved = told(child, 'clock-moved', 120_000, ended, log)
      child.send({ type: 'clock', at: at.toISOString() })
      await moved
    },
    /** Stops as an operator would; the exit code. */
    stop: async () => {
      child.kill('SIGTERM')
      return ended
    },
    /** The power goes off. */
    kill9: async () => {
      child.kill('SIGKILL')
      return ended
    },
    dispose: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function told(child: ChildProcess, type: string, ms: number, ended: Promise<number>, log: () => string) {
  return new Promise<void>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${why}\n${log().slice(-4000)}`))
    const timer = setTimeout(() => fail(`the server did not say "${type}" in ${ms / 1000} s`), ms)
    const listen = (message: unknown) => {
      if ((message as { type?: string }).type !== type) return
      clearTimeout(timer)
      child.off('message', listen)
      resolve()
    }
    child.on('message', listen)
    void ended.then((code) => fail(`the server ended with code ${code} before it said "${type}"`))
  })
}

/** A product under test must not find the test runner's own settings. */
function withoutVitest(env: NodeJS.ProcessEnv) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(VITEST|TEST$|NODE_CHANNEL)/.test(name)))
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
