import { Router } from 'express'
import type { Runtime } from '../runtime'
import { reviewRouter } from './review'

/** What staff do beyond editing rows: hand in, approve, plan, settle. Mounted at `/api/staff`, in front of Payload's REST. */
export function staffRouter(runtime: Runtime): Router {
  const router = Router()
  router.use('/review', reviewRouter(runtime))
  return router
}
