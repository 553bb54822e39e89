import { Router } from 'express'
import { z } from 'zod'
import { idOf } from '../../collections/access'
import { keepSignals, readSignalSheet } from '../import/signals'
import { wordRefusal } from '../import/signalWords'
import type { Runtime } from '../runtime'
import { languageOf } from './campaigns'
import { demandPanel } from './demandPanel'
import { sheetImports } from './sheetImports'
import { template } from './signalTemplate'
import { action, parse, signedIn } from './staff'

const place = z.object({ id: z.string().min(1).max(64) })

/** Signals of demand from a spreadsheet, and what demand is made of. */
export function signalsRouter(runtime: Runtime): Router {
  const { payload, clock } = runtime
  const router = Router()
  router.use(
    sheetImports(runtime, {
      ...{ collection: 'signals', roles: ['manager', 'publisher'], word: wordRefusal },
      read: (bytes, { today }) => readSignalSheet(payload, bytes, today),
      keep: (rows, { me, batch, now }) => keepSignals(payload, rows, { batch, office: idOf(me.office), now }),
      template: async (language) => ({
        name: language === 'en' ? 'signals.csv' : '需求信号模板.csv',
        text: await template(payload, clock.now(), language),
      }),
    }),
  )
  router.get(
    '/demand/:id',
    action(async (req, res) => {
      res.set('cache-control', 'no-store')
      await signedIn(runtime, req)
      return demandPanel(runtime, parse(place, req.params).id, languageOf(req))
    }),
  )
  return router
}
