import { Router } from 'express'
import type { Runtime } from '../runtime'
import { colleaguesRouter } from './colleagues'
import { filmsRouter } from './films'
import { previewRouter } from './preview'
import { reportRouter } from './report'
import { reviewRouter } from './review'

/** What staff do beyond editing rows: hand in, approve, plan, settle. Mounted at `/api/staff`, in front of Payload's REST. */
export function staffRouter(runtime: Runtime): Router {
  const router = Router()
  router.use('/colleagues', colleaguesRouter(runtime))
  router.use('/films', filmsRouter(runtime))
  router.use('/preview', previewRouter(runtime))
  router.use('/report', reportRouter(runtime))
  router.use('/review', reviewRouter(runtime))
  return router
}
