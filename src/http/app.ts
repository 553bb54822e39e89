import express, { type RequestHandler } from 'express'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { beacon } from '../analytics'
import type { Runtime } from '../runtime'
import { siteRouter } from '../site'
import { staffRouter } from '../staff'
import { answerError, notFound } from './errors'
import { guard } from './guard'
import { health } from './health'

type Handler = (req: IncomingMessage, res: ServerResponse) => void

/** Who answers what, in order. No body parser stands in front of the Next handler: it would answer 500. */
export function createApp(runtime: Runtime, next: RequestHandler): Handler {
  const app = express()
  const { BASE_PATH: base, TRUST_PROXY } = runtime.env
  app.disable('x-powered-by')
  app.set('trust proxy', TRUST_PROXY)
  app.use(guard(runtime))
  app.use(base || '/', health(runtime))
  app.use(`${base}/api/staff`, staffRouter(runtime))
  app.all(
    ['/admin', '/admin/{*path}', '/api', '/api/{*path}', '/_next/{*path}'].map((path) => base + path),
    next,
  )
  app.use(base || '/', siteRouter(runtime))
  app.use(notFound)
  app.use(answerError(runtime))
  const answerBeacon = beacon(runtime)
  return (req, res) => (isBeacon(req.url ?? '', base) ? answerBeacon(req, res) : app(req, res))
}

const isBeacon = (url: string, base: string) => url === `${base}/e` || url.startsWith(`${base}/e?`)
