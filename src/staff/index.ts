import { Router } from 'express'
import type { Runtime } from '../runtime'
import { calendarRouter } from './calendar'
import { campaignsRouter } from './campaigns'
import { colleaguesRouter } from './colleagues'
import { commissionRouter } from './commission'
import { deliveriesRouter } from './deliveries'
import { demoRouter } from './demo'
import { figuresRouter } from './figures'
import { filmsRouter } from './films'
import { kitsRouter } from './kits'
import { learnedRouter } from './learnedPanel'
import { loansRouter } from './loans'
import { mixRouter } from './mix'
import { occasionsRouter } from './occasions'
import { previewRouter } from './preview'
import { readingsRouter } from './readings'
import { reportRouter } from './report'
import { reviewRouter } from './review'
import { signalsRouter } from './signals'
import { shootRouter } from './shoot'
import { subtitlesRouter } from './subtitles'
import { uploadsRouter } from './uploads'

export { finishUploads } from './uploads'

/** What staff do beyond editing rows: hand in, approve, plan, settle. Mounted at `/api/staff`, in front of Payload's REST. */
export function staffRouter(runtime: Runtime): Router {
  const router = Router()
  router.use('/calendar', calendarRouter(runtime))
  router.use('/campaigns', campaignsRouter(runtime))
  router.use('/colleagues', colleaguesRouter(runtime))
  router.use('/commissions', commissionRouter(runtime))
  router.use('/deliveries', deliveriesRouter(runtime))
  router.use('/demo', demoRouter(runtime))
  router.use('/figures', figuresRouter(runtime))
  router.use('/films', filmsRouter(runtime))
  router.use('/kits', kitsRouter(runtime))
  router.use('/learned', learnedRouter(runtime))
  router.use('/loans', loansRouter(runtime))
  router.use('/mix', mixRouter(runtime))
  router.use('/occasions', occasionsRouter(runtime))
  router.use('/preview', previewRouter(runtime))
  router.use('/readings', readingsRouter(runtime))
  router.use('/report', reportRouter(runtime))
  router.use('/review', reviewRouter(runtime))
  router.use('/signals', signalsRouter(runtime))
  router.use('/shoot', shootRouter(runtime))
  router.use('/subtitles', subtitlesRouter(runtime))
  router.use('/uploads', uploadsRouter(runtime))
  return router
}
