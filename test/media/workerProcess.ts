import { build } from 'esbuild'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync } from 'node:fs'
import path from 'node:path'

/** Compiles `worker.ts` once: nine starts from TypeScript would take most of a minute. The caller removes its folder. */
export async function buildWorker(): Promise<string> {
  mkdirSync('node_modules/.cache', { recursive: true })
  const outfile = path.join(mkdtempSync('node_modules/.cache/media-worker-'), 'worker.mjs')
  const whole = { bundle: true, packages: 'external', platform: 'node', format: 'esm' } as const
  await build({ ...whole, entryPoints: ['test/media/worker.ts'], outfile, logLevel: 'error' })
  return outfile
}

/** Runs it over a data folder until it ends, one way or the other. `tools`: its ffmpegs at the moment of its death. */
export async function runWorker(program: string, ...args: string[]) {
  const child = fork(program, args, {
    execArgv: ['--conditions=production'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const tools: number[] = []
  child.on('message', (message: { tools: number[] }) => tools.push(...message.tools))
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  return { code, signal, tools }
}
