import { fork } from 'node:child_process'
import { once } from 'node:events'
import { compiled } from '../support/compiled'

/** Runs `worker.ts` over a data folder until it ends, one way or the other. `tools`: its ffmpegs when it died. */
export async function runWorker(...args: string[]) {
  const child = fork(await compiled('test/media/worker.ts'), args, {
    execArgv: ['--conditions=production'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const tools: number[] = []
  child.on('message', (message: { tools: number[] }) => tools.push(...message.tools))
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  return { code, signal, tools }
}
