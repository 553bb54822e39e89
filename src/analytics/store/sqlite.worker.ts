import { parentPort, workerData } from 'node:worker_threads'
import { dayIn } from '../day'
import { openFile, type EventFile } from './sqliteFile'

/** The thread that owns `var/events.db`: fsync blocks here, not where pages are served. */
const { file, timeZone } = workerData as { file: string; timeZone: string }
const port = parentPort!
const events = openFile(file, dayIn(timeZone))

export type Question = { id: number; name: Exclude<keyof EventFile, 'close'> | 'close'; args: unknown[] }
export type Answer = { id: number; value?: unknown; error?: string }

port.on('message', ({ id, name, args }: Question) => {
  void answer(name, args).then(
    (value) => port.postMessage({ id, value } satisfies Answer),
    (error: unknown) => port.postMessage({ id, error: String(error) } satisfies Answer),
  )
})

async function answer(name: Question['name'], args: unknown[]): Promise<unknown> {
  return (events[name] as (...args: unknown[]) => unknown)(...args)
}

port.postMessage({ id: 0 } satisfies Answer)
