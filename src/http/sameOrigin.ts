import type { Request } from 'express'
import type { Env } from '../env'
import { CodedError } from '../lib/errors'

/**
 * A write to the admin or its API has to come from one of our own pages. Programs without cookies may write with a
 * token: nobody's browser can be made to send one. Throws `cross-origin`.
 */
export function sameOrigin(env: Pick<Env, 'PUBLIC_URL'>, req: Pick<Request, 'method' | 'headers' | 'host'>): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(req.method)) return
  const { origin, cookie } = req.headers
  const site = req.headers['sec-fetch-site']
  // Browsers leave Sec-Fetch-Site out on plain http, then Origin decides.
  if (site === 'same-origin' || (site === 'none' && !origin)) return
  if (site === 'same-site' || site === 'cross-site') throw new CodedError('cross-origin')
  if (origin) {
    if (ours(env, req.host, origin)) return
    throw new CodedError('cross-origin')
  }
  if (cookie) throw new CodedError('cross-origin')
}

function ours({ PUBLIC_URL }: Pick<Env, 'PUBLIC_URL'>, host: string | undefined, origin: string): boolean {
  if (!URL.canParse(origin)) return false // a sandboxed frame says `null`
  const from = new URL(origin)
  return from.host === host || from.origin === new URL(PUBLIC_URL).origin
}
