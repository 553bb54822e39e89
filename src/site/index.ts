import { Router } from 'express'
import type { Runtime } from '../runtime'

/** The residents' site. */
export function siteRouter(_runtime: Runtime): Router {
  const router = Router()
  router.get('/', (_req, res) => void res.type('html').send('<!doctype html><title>明白</title><h1>明白</h1>'))
  return router
}
