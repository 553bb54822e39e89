import type { Request, Response } from 'express'
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { CodedError } from '../lib/errors'

const TRIES_PER_MINUTE = 30
/** Longer than one password check takes, so that a known and an unknown name answer on the same beat. */
const BEAT_MS = 600

/** Counts tries by address; a whole office behind one address still gets in. Throws `too-many-requests`. */
export function limited() {
  const tries = new RateLimiterMemory({ points: TRIES_PER_MINUTE, duration: 60, keyPrefix: 'account' })
  return async (req: Request, res: Response): Promise<void> => {
    const spent = await tries.consume(network(req.ip ?? '')).catch((refused: RateLimiterRes | Error) => refused)
    if (spent instanceof Error) throw spent
    if (spent.consumedPoints <= TRIES_PER_MINUTE) return
    res.set('retry-after', String(Math.ceil(spent.msBeforeNext / 1000)))
    throw new CodedError('too-many-requests')
  }
}

/** One IPv6 household has billions of addresses: its first half counts. */
function network(ip: string): string {
  const address = ip.replace(/^::ffff:/, '')
  return address.includes(':') ? address.split(':').slice(0, 4).join(':') : address
}

/** Holds the answer back until the next full beat since the request came. */
export function answerOnTheBeat(res: Response, beat = BEAT_MS): void {
  const start = performance.now()
  const end = res.end.bind(res) as (...args: unknown[]) => Response
  const write = res.write.bind(res) as (...args: unknown[]) => boolean
  const held: unknown[][] = []
  res.flushHeaders = () => undefined
  res.write = ((...args: unknown[]) => {
    held.push(args)
    return true
  }) as Response['write']
  res.end = ((...args: unknown[]) => {
    const elapsed = performance.now() - start
    setTimeout(
      () => {
        for (const chunk of held) write(...chunk)
        end(...args)
      },
      Math.ceil(elapsed / beat) * beat - elapsed,
    )
    return res
  }) as Response['end']
}
