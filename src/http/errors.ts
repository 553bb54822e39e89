import type { ErrorRequestHandler, Request, RequestHandler } from 'express'
import type { ErrorCode } from '../lib/errorCodes'
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

/** What Express and Payload say by status alone. */
const codes = new Map<unknown, ErrorCode>([
  [400, 'bad-request'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [413, 'too-large'],
  [415, 'unsupported-type'],
])

function toCoded(error: unknown): CodedError {
  if (error instanceof CodedError) return error
  if (error instanceof URIError) return new CodedError('not-found', undefined, undefined, { cause: error })
  const status = (error as { status?: unknown }).status
  return new CodedError(codes.get(status) ?? 'internal', undefined, undefined, { cause: error })
}

const wantsPage = (req: Request) => !req.originalUrl.includes('/api/') && req.accepts('html', 'json') === 'html'
