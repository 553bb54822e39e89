import { Router, type RequestHandler } from 'express'
import { CodedError } from '../lib/errors'
import type { Runtime } from '../runtime'
import { securityHeaders } from './headers'
import { answerOnTheBeat, limited } from './loginShield'
import { capAnonymous } from './restCaps'
import { sameOrigin } from './sameOrigin'

/** Answers of these routes must not tell by their speed whether an account exists, nor be tried without end. */
const accountDoors = /^\/users\/(login|forgot-password|reset-password|unlock|verify)(\/|$)/

/** Stands in front of everything: headers, bad paths, foreign sites, guessed passwords, open doors of Payload's REST. */
export function guard(runtime: Runtime): Router {
  const router = Router({ caseSensitive: false })
  const { BASE_PATH: base } = runtime.env
  const headers = securityHeaders(runtime.env)
  router.use(readablePath)
  router.use((req, res, next) => {
    const path = plainPath(req.path, base)
    const forStaff = /^\/(admin|api|_next)(\/|$)/.test(path) && !path.startsWith('/api/staff/preview/')
    const wanted = forStaff ? headers.forStaff() : headers.forResidents
    // Next reads the nonce for its own scripts from the request.
    if (forStaff) req.headers['content-security-policy'] = wanted['content-security-policy']
    res.set(wanted)
    next()
  })
  const limits = limited()
  router.use(async (req, res, next) => {
    const path = plainPath(req.path, base)
    if (!/^\/(admin|api)(\/|$)/.test(path)) return next()
    sameOrigin(runtime.env, req)
    const rest = path.replace(/^\/api/, '')
    if (/^\/[^/]+\/first-register$/.test(rest)) throw new CodedError('not-found')
    if (path !== rest && req.method === 'POST' && accountDoors.test(rest)) {
      await limits(req, res)
      answerOnTheBeat(res)
    } else if (path !== rest && !rest.startsWith('/staff/')) await capAnonymous(runtime, req)
    next()
  })
  return router
}

/** `%ff` and `%00` name nothing: a page that says so, not a fault of ours. */
const readablePath: RequestHandler = (req, _res, next) => {
  let decoded = ''
  try {
    decoded = decodeURIComponent(req.path)
  } catch (error) {
    if (!(error instanceof URIError)) throw error
    return next(new CodedError('not-found', undefined, undefined, { cause: error }))
  }
  next(decoded.includes('\0') ? new CodedError('not-found') : undefined)
}

/** One spelling for every way to write the same path: `//API/users%2Flogin/` is `/api/users/login`. */
function plainPath(path: string, base: string): string {
  const spelled = decodeURIComponent(path)
    .replace(/[/\\]+/g, '/')
    .toLowerCase()
    .replace(/(.)\/$/, '$1')
  return base && spelled.startsWith(base.toLowerCase()) ? spelled.slice(base.length) || '/' : spelled
}
