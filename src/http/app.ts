import express, { type RequestHandler } from 'express'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { beacon } from '../analytics'
import type { Runtime } from '../runtime'
import { createSite } from '../site'
import { cardsRouter } from '../site/cards/router'
import { invalidate } from '../site/invalidate'
import { mediaRouter } from '../site/media'
import { staffRouter } from '../staff'
import { answerError, notFound } from './errors'
import { guard } from './guard'
import { health } from './health'

type Handler = (req: IncomingMessage, res: ServerResponse) => void

/** Who answers what, in order. No body parser stands in front of the Next handler: it would answer 500. */
export function createApp(runtime: Runtime, next: RequestHandler): Handler {
  const app = express()
  const site = createSite(runtime)
  const { BASE_PATH: base, TRUST_PROXY } = runtime.env
  app.disable('x-powered-by')
  app.set('trust proxy', TRUST_PROXY)
  app.use(guard(runtime))
  app.use(invalidate(runtime))
  app.use(base || '/', health(runtime))
  app.use(`${base}/api/staff`, staffRouter(runtime))
  app.all(
    ['/admin', '/admin/{*path}', '/api', '/api/{*path}', '/_next/{*path}'].map((path) => base + path),
    next,
  )
  app.use(base || '/', cardsRouter(runtime, site.repo))
  app.use(base || '/', mediaRouter(runtime))
  app.use(base || '/', site.router)
  app.use(notFound)
  app.use(answerError(runtime, site))
  const answerBeacon = beacon(runtime)
  return (req, res) => {
    if (site.answer(req, res)) return
    if (isBeacon(req.url ?? '', base)) return void answerBeacon(req, res)
    app(req, res)
  }
}

const isBeacon = (url: string, base: string) => url === `${base}/e` || url.startsWith(`${base}/e?`)
