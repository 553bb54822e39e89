import { Router } from 'express'
import type { Runtime } from '../runtime'

/** What staff do beyond editing rows: hand in, approve, plan, settle. Mounted at `/api/staff`, in front of Payload's REST. */
export function staffRouter(_runtime: Runtime): Router {
  const router = Router()
  return router
}
