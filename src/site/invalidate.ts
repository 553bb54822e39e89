import type { RequestHandler } from 'express'
import type { Runtime } from '../runtime'

/** Kept for staff alone; residents see none of it, and the admin writes it all the time. */
const unseen = /^\/api\/(payload-(preferences|locked-documents|kv)|users)\b/

/**
 * Bumps the epoch when a write of staff has been answered: Payload commits after its hooks, so a hook would be too early.
 * Autosaves are drafts. The admin's own POSTs to `/admin` only compute form state; what they save goes to `/api`.
 */
export const invalidate =
  ({ epoch, env }: Runtime): RequestHandler =>
  (req, res, next) => {
    const path = req.originalUrl.slice(env.BASE_PATH.length)
    const reads = req.method === 'GET' || req.method === 'HEAD' || req.method === 'OPTIONS'
    const draft = /[?&]autosave=true\b/.test(path)
    if (!reads && path.startsWith('/api/') && !draft && !unseen.test(path))
      res.once('finish', () => {
        if (res.statusCode < 400) epoch.bump()
      })
    next()
  }
