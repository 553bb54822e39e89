import type { Clock } from '../lib/clock'

const WINDOW = 10_000
/** A township can sit behind one address of its carrier: generous, against machines only. */
const MOST = 600

/** At most 600 requests in ten seconds from one address. Counts live in memory and go with the window. */
export function rateLimit(clock: Clock): (address: string) => boolean {
  let counts = new Map<string, number>()
  let until = 0
  return (address) => {
    const now = clock.now().getTime()
    if (now >= until || until - now > WINDOW) {
      counts = new Map()
      until = now + WINDOW
    }
    const n = (counts.get(address) ?? 0) + 1
    counts.set(address, n)
    return n <= MOST
  }
}
