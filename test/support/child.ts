import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { compiled } from './compiled'

/** Starts a TypeScript file as a process of its own and waits for its first message. */
export async function startChild<T>(file: string, args: string[]): Promise<{ child: ChildProcess; hello: T }> {
  const execArgv = ['--conditions=production']
  const child = fork(await compiled(file), args, { execArgv, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [hello] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`${file} ended with ${String(code)}`))),
  ])) as [T]
  return { child, hello }
}

/** Asks a child of ours one thing. */
export async function askChild<T>(child: ChildProcess): Promise<T> {
  child.send({})
  const [answer] = (await once(child, 'message')) as [T]
  return answer
}

/** Ends it the hard way and waits until it is gone. */
export async function killChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
