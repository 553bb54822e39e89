import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { CodedError } from '../../lib/errors'
import type { Log } from '../../lib/log'
import { addDays } from '../../lib/zone'
import { measures } from '../cells'
import { dayIn } from '../day'
import { columns, hourOf, type StoredEvent } from '../stored'
import type { EventStore } from './contract'
import type { Answer, Question } from './sqlite.worker'

/** More than this waiting to be written means the disk does not keep up: say so instead of growing. */
const MOST_WAITING = 50_000

type Options = { folder: string; timeZone: string; log: Log }

/** The event store in a SQLite file, written by a thread of its own. */
export async function openSqlite({ folder, timeZone, log }: Options): Promise<EventStore> {
  mkdirSync(folder, { recursive: true })
  const ask = await startThread({ file: path.join(folder, 'events.db'), timeZone }, log)
  const dayOf = dayIn(timeZone)
  let rolling: Promise<void> | undefined
  const roll = async () => {
    while ((await ask('rollUp')) !== 0);
  }
  return {
    add: groupCommit((rows, hours) => ask('add', rows, hours)),
    secret: (day) => ask('secret', day),
    // A roll-up that is already under way may have passed the newest event: wait for it, then do another.
    rollUp: async () => {
      await rolling
      await (rolling ??= roll().finally(() => (rolling = undefined)))
    },
    counts: async (span, by, of = measures as never) => {
      const rows = JSON.parse(await ask<string>('counts', span, by, of)) as unknown[][]
      const names = [...by, ...of]
      return rows.map((row) => Object.fromEntries(names.map((name, n) => [name, row[n]])) as never)
    },
    met: (span) => ask('met', span),
    terms: (span) => ask('terms', span),
    rejected: (since) => ask('rejected', since),
    size: () => ask('size'),
    sweep: async (now) => {
      const today = dayOf(hourOf(now.getTime()))
      await ask('sweep', today, addDays(today, -1), now.getTime())
    },
    clearDemo: () => ask('clearDemo'),
    close: () => ask('close'),
  }
}

/**
 * Group commit: while one batch is being written, the next gathers; each is one transaction and one fsync. Nobody waits
 * for a timer: the first event of a quiet moment is written at once.
 */
function groupCommit(write: (rows: string, hours: string) => Promise<unknown>): EventStore['add'] {
  type Waiting = { resolve(): void; reject(error: unknown): void }
  let gathered: StoredEvent[] = []
  let waiting: Waiting[] = []
  let busy = false

  const flush = async () => {
    busy = true
    while (waiting.length) {
      // Requests that came in the same turn of the event loop go together.
      await new Promise(setImmediate)
      const [rows, those] = [gathered, waiting]
      gathered = []
      waiting = []
      const hours = [...new Set(rows.map(({ hour }) => hour))]
      await write(JSON.stringify(rows.map(asRow)), JSON.stringify(hours)).then(
        () => those.forEach(({ resolve }) => resolve()),
        (error: unknown) => those.forEach(({ reject }) => reject(error)),
      )
    }
    busy = false
  }

  return (events) =>
    new Promise<void>((resolve, reject) => {
      if (gathered.length + events.length > MOST_WAITING) return reject(new CodedError('unavailable'))
      for (const event of events) gathered.push(event)
      waiting.push({ resolve, reject })
      if (!busy) void flush()
    })
}

const asRow = (event: StoredEvent) => columns.map((name) => event[name])

type Ask = <T>(name: Question['name'], ...args: unknown[]) => Promise<T>

async function startThread(workerData: { file: string; timeZone: string }, log: Log): Promise<Ask> {
  const compiled = !import.meta.url.endsWith('.ts')
  const entry = new URL(compiled ? './events-worker.js' : './worker.dev.mjs', import.meta.url)
  const thread = new Worker(entry, { workerData })
  type Open = { resolve(value: never): void; reject(error: unknown): void }
  const open = new Map<number, Open>()
  let ended: CodedError | undefined
  let last = 0
  const ready = new Promise<void>((resolve, reject) => open.set(0, { resolve, reject }))

  thread.on('message', ({ id, value, error }: Answer) => {
    const asked = open.get(id)
    open.delete(id)
    if (error === undefined) return asked?.resolve(value as never)
    log.error({ error }, 'event store')
    asked?.reject(new CodedError('unavailable', undefined, undefined, { cause: error }))
  })
  const end = (cause?: unknown) => {
    ended ??= new CodedError('unavailable', undefined, undefined, { cause })
    for (const asked of open.values()) asked.reject(ended)
    open.clear()
  }
  thread.on('error', (error) => {
    log.error({ err: error }, 'the event store ended')
    end(error)
  })
  thread.on('exit', () => end())
  await ready

  const ask: Ask = (name, ...args) =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended)
      const id = ++last
      open.set(id, { resolve: resolve as never, reject })
      thread.postMessage({ id, name, args } satisfies Question)
    })
  return async (name, ...args) => {
    const answer = await ask(name, ...args)
    if (name === 'close') await thread.terminate()
    return answer as never
  }
}
