import { Router, type Request, type Response } from 'express'
import { securityHeaders } from '../http/headers'
import { CodedError } from '../lib/errors'
import type { Runtime } from '../runtime'
import { askRouter } from './ask'
import { assetsOf } from './assets'
import { createCache, type Made } from './cache'
import { feedsRouter } from './feeds'
import { linksRouter } from './links'
import { machinesRouter } from './machines'
import type { PageMaker } from './page'
import { faultSheet } from './pages/fault'
import { readParams } from './params'
import { renderSheet } from './render'
import { createRepository } from './repository'
import { bareFacts } from './repository/facts'
import { routes } from './routes'
import type { View } from './view'

/** Answers one GET from a text that may be kept: pages, feeds, maps. */
export type Keep = (req: Request, res: Response, make: () => Promise<Made>) => Promise<void>

/** The residents' site: `answer` stands in front of Express, `router` behind it, `fault` is the page for errors. */
export function createSite(runtime: Runtime) {
  const { env, epoch, clock } = runtime
  const { forResidents } = securityHeaders(env)
  const repo = createRepository(runtime)
  const assets = assetsOf(runtime)
  const cache = createCache({ epoch, clock })

  const keep: Keep = (req, res, make) =>
    cache.fill(req.originalUrl, req, res, async () => {
      const { body, headers } = await make()
      return { body, headers: { ...forResidents, 'cache-control': 'public, no-cache', ...headers } }
    })

  const router = Router()
  router.use(assets.router)
  for (const [path, make] of Object.entries(routes))
    router.get(path, (req, res) => keep(req, res, () => page(req, make)))
  router.use(askRouter(runtime, repo))
  router.use(linksRouter(runtime, repo))
  router.use(feedsRouter(runtime, repo, keep))
  router.use(machinesRouter(runtime, repo, keep, assets.urls))

  async function page(req: Request, make: PageMaker): Promise<Made> {
    const slug = address(req.params.slug)
    const part = address(req.params.part)
    const view = await viewOf(req.originalUrl)
    const sheet = await make({ view, repo, runtime, slug, part })
    return { body: renderSheet(view, sheet), headers: { 'content-type': 'text/html; charset=utf-8' } }
  }

  async function viewOf(url: string): Promise<View> {
    const [path = '/', query] = url.split('?')
    return {
      path: path.slice(env.BASE_PATH.length) || '/',
      params: readParams(new URLSearchParams(query)),
      base: env.BASE_PATH,
      origin: env.PUBLIC_URL,
      now: clock.now(),
      timeZone: env.SITE_TIMEZONE,
      facts: await repo.facts(),
      assets: assets.urls,
    }
  }

  /** A page about an error; it must come out even when the database is the error. */
  async function fault(url: string, status: number, message: string): Promise<string> {
    const view = await viewOf(url).catch((error: unknown) => {
      runtime.log.warn({ err: error }, 'error page without the site facts')
      return undefined
    })
    const bare: View = {
      path: '/',
      params: {},
      base: env.BASE_PATH,
      origin: env.PUBLIC_URL,
      now: clock.now(),
      timeZone: env.SITE_TIMEZONE,
      facts: bareFacts,
      assets: assets.urls,
    }
    // A link back to a wrong address helps nobody: the switches of the bar lead home.
    return renderSheet({ ...(view ?? bare), path: '/' }, faultSheet(status, message))
  }

  return { router, answer: cache.answer, fault, viewOf, repo }
}
export type Site = ReturnType<typeof createSite>

/** A slug or number as our own addresses have them; anything else leads nowhere and never reaches the database. */
function address(value: unknown): string {
  if (value === undefined) return ''
  if (typeof value !== 'string' || !/^[a-z0-9][a-z0-9-]{0,119}$/i.test(value)) throw new CodedError('not-found')
  return value
}
