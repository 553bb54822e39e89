import type { ErrorRequestHandler, Request, RequestHandler } from 'express'
import { CodedError, errorBody } from '../lib/errors'
import type { Runtime } from '../runtime'
import type { Site } from '../site'

export const notFound: RequestHandler = (_req, _res, next) => next(new CodedError('not-found'))

/** Pages for people, `{"error":{code,message,details?}}` for machines, by Accept and by path. */
export const answerError =
  ({ log }: Runtime, site: Pick<Site, 'fault'>): ErrorRequestHandler =>
  async (error, req, res, _next) => {
    const coded = toCoded(error)
    if (coded.status >= 500) log.error({ err: error, path: req.path }, 'request failed')
    if (res.headersSent) return void res.destroy()
    res.status(coded.status).set('cache-control', 'no-store')
    if (!wantsPage(req)) return void res.json(errorBody(coded, req.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh'))
    const page = await site.fault(req.originalUrl, coded.status, errorBody(coded).error.message)
    res.type('html').send(page)
  }

function toCoded(error: unknown): CodedError {
  if (error instanceof CodedError) return error
  if (error instanceof URIError) return new CodedError('not-found', undefined, undefined, { cause: error })
  const status = (error as { status?: unknown }).status
  const code =
    status === 413 ? 'too-large' : status === 415 ? 'unsupported-type' : status === 400 ? 'bad-request' : 'internal'
  return new CodedError(code, undefined, undefined, { cause: error })
}

const wantsPage = (req: Request) => !req.originalUrl.includes('/api/') && req.accepts('html', 'json') === 'html'
