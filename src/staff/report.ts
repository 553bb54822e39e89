import { Router } from 'express'
import { makeReport } from '../analytics/report'
import type { Runtime } from '../runtime'
import { periodSchema, readFacts } from './reportFacts'
import { action, parse, signedIn } from './staff'

/** `GET /api/staff/report?from&to&office`: the numbers of the report page, for any colleague. */
export function reportRouter(runtime: Runtime): Router {
  const router = Router()
  router.get(
    '/',
    action(async (req, res) => {
      await signedIn(runtime, req)
      const facts = await readFacts(runtime, parse(periodSchema, req.query))
      res.set('cache-control', 'no-store')
      return makeReport(facts)
    }),
  )
  return router
}
