import { LRUCache } from 'lru-cache'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '../lib/clock'
import { prepare, send, type Prepared } from './bodies'
import type { Epoch } from './epoch'
import { pageKey } from './params'

const MAX_BYTES = 96 * 1024 * 1024
/** Site slots come and go by the clock, and other nodes write to the same database: no page is older than this. */
const FRESH_MS = 60_000

type Entry = { epoch: number; at: number; prepared: Prepared }
export type Made = { body: string; headers: Record<string, string> }

/**
 * Pages in memory, compressed, with their headers written out; answered before Express. Valid for one epoch and at most
 * a minute. Only what was made without an error gets in.
 */
export function createCache({ epoch, clock }: { epoch: Epoch; clock: Clock }) {
  const pages = new LRUCache<string, Entry>({ maxSize: MAX_BYTES, sizeCalculation: (entry) => entry.prepared.bytes })
  const making = new Map<string, Promise<Entry>>()

  const fresh = (entry: Entry | undefined) =>
    entry && entry.epoch === epoch.value() && Math.abs(clock.now().getTime() - entry.at) < FRESH_MS ? entry : undefined

  return {
    /** Answers from memory, or says that it cannot. */
    answer(req: IncomingMessage, res: ServerResponse): boolean {
      if (req.method !== 'GET' && req.method !== 'HEAD') return false
      const url = req.url ?? '/'
      const entry = fresh(pages.get(url)) ?? (url.includes('?') ? fresh(pages.get(pageKey(url))) : undefined)
      if (!entry) return false
      send(entry.prepared, req, res)
      return true
    },

    /** Makes the page once for everybody who waits for it, keeps it, and answers. A rejection is kept by nobody. */
    async fill(url: string, req: IncomingMessage, res: ServerResponse, make: () => Promise<Made>): Promise<void> {
      const key = pageKey(url)
      const turn = `${epoch.value()} ${key}`
      const waiting = making.get(turn) ?? keep(key, make).finally(() => making.delete(turn))
      making.set(turn, waiting)
      send((await waiting).prepared, req, res)
    },
  }

  async function keep(key: string, make: () => Promise<Made>): Promise<Entry> {
    // Taken before reading: a write meanwhile makes this page old at once.
    const [version, at] = [epoch.value(), clock.now().getTime()]
    const { body, headers } = await make()
    const entry = { epoch: version, at, prepared: await prepare(body, headers) }
    pages.set(key, entry)
    return entry
  }
}
export type PageCache = ReturnType<typeof createCache>
