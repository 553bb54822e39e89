import type { Request } from 'express'
import { CodedError } from '../lib/errors'
import type { Runtime } from '../runtime'

const MOST_ROWS = 50
const DEEPEST = 1

/** Residents' programs may read what is published, in pages: without a session no unlimited lists, no deep trees. */
export async function capAnonymous({ payload }: Runtime, req: Request): Promise<void> {
  const override = req.headers['x-payload-http-method-override'] ?? req.headers['x-http-method-override']
  if (req.method !== 'GET' && req.method !== 'HEAD' && !override) return
  const [path = '', query = ''] = req.url.split('?', 2)
  const capped = cap(query)
  if (!override && capped === query) return
  if (await hasSession(payload, req)) return
  // Payload reads such a body as the query of a GET, where no cap would see it.
  if (override) throw new CodedError('method-not-allowed')
  req.url = `${path}?${capped}`
  req.originalUrl = req.originalUrl.replace(/\?.*$|$/s, `?${capped}`)
}

/** The query with its limits made small: one `limit`, one `depth`, always paged. */
export function cap(query: string): string {
  const asked = new URLSearchParams(query)
  const kept = new URLSearchParams()
  for (const [name, value] of asked) if (!/^(limit|depth|pagination|page)(\[|$)/.test(name)) kept.append(name, value)
  const limit = whole(asked.get('limit'))
  const depth = whole(asked.get('depth'))
  const page = whole(asked.get('page'))
  if (asked.has('limit') || [...asked.keys()].some((name) => name.startsWith('limit[')))
    kept.set('limit', String(limit ? Math.min(limit, MOST_ROWS) : MOST_ROWS))
  if (page) kept.set('page', String(page))
  kept.set('depth', String(Math.min(depth ?? DEEPEST, DEEPEST)))
  return kept.toString()
}

const whole = (text: string | null): number | null => (text && /^\d{1,9}$/.test(text) ? Number(text) : null)

async function hasSession(payload: Runtime['payload'], req: Request): Promise<boolean> {
  if (!req.headers.cookie && !req.headers.authorization) return false
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) if (typeof value === 'string') headers.set(name, value)
  return Boolean((await payload.auth({ headers })).user)
}
