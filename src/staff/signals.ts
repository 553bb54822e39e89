import express, { Router, type Request } from 'express'
import { z } from 'zod'
import { idOf } from '../../collections/access'
import { keepSignals, newBatch, readSignalSheet } from '../import/signals'
import { wordRefusal } from '../import/signalWords'
import { CodedError } from '../lib/errors'
import { wallClock } from '../lib/zone'
import type { Runtime } from '../runtime'
import { recordAudit } from './audit'
import { languageOf } from './campaigns'
import { demandPanel } from './demandPanel'
import { lastImports } from './signalImports'
import { requireOffice } from './scope'
import { template } from './signalTemplate'
import { action, parse, requireRole, signedIn } from './staff'

const upload = z.object({ dryRun: z.enum(['true', 'false']).default('false'), name: z.string().max(200).default('') })
const undone = z.object({ batch: z.uuid() })
const place = z.object({ id: z.string().min(1).max(64) })

/** Signals of demand from a spreadsheet, first shown, then imported, and taken back; and what demand is made of. */
export function signalsRouter(runtime: Runtime): Router {
  const { payload, clock, env } = runtime
  const router = Router()
  const boss = async (req: Request) => {
    const me = await signedIn(runtime, req)
    requireRole(me, 'manager', 'publisher')
    return me
  }
  /** Nobody's upload is read before it is known who sends it. */
  const bosses: express.RequestHandler = (req, _res, next) => void boss(req).then(() => next(), next)

  router.post(
    '/import',
    bosses,
    express.raw({ type: () => true, limit: '5mb' }),
    action(async (req) => {
      const me = await boss(req)
      const { dryRun, name } = parse(upload, req.query)
      const body: unknown = req.body
      if (!Buffer.isBuffer(body)) throw new CodedError('import-empty')
      const now = clock.now()
      const { verdicts, fresh } = await readSignalSheet(payload, body, wallClock(now, env.SITE_TIMEZONE).day)
      const counts = { new: 0, unchanged: 0, refused: 0 }
      for (const { state } of verdicts) counts[state]++
      const batch = dryRun === 'false' && fresh.length ? newBatch() : null
      if (batch) {
        // First on record, then in: what was cut off in between can still be taken back.
        await recordAudit(runtime, me, { action: 'signals.import', subject: batch, details: { name, ...counts } })
        await keepSignals(payload, fresh, { batch, office: idOf(me.office), now })
      }
      const language = languageOf(req)
      return {
        ...{ counts, batch },
        rows: verdicts.map((verdict) => ({
          ...{ line: verdict.line, state: verdict.state, said: verdict.said },
          why: verdict.state === 'refused' ? verdict.why.map((reason) => wordRefusal(reason, language)) : [],
        })),
      }
    }),
  )
  router.get(
    '/imports',
    action(async (req) => {
      await boss(req)
      return lastImports(payload)
    }),
  )
  router.post(
    '/undo',
    express.json({ limit: '4kb' }),
    action(async (req) => {
      const me = await boss(req)
      const { batch } = parse(undone, req.body)
      const where = { batch: { equals: batch } }
      const { docs, totalDocs } = await payload.find({ collection: 'signals', where, limit: 1, depth: 0 })
      if (!docs[0]) throw new CodedError('not-found')
      await requireOffice(payload, me, docs[0].office)
      await recordAudit(runtime, me, { action: 'signals.undo', subject: batch, details: { rows: totalDocs } })
      await payload.db.deleteMany({ collection: 'signals', where })
      return { removed: totalDocs }
    }),
  )
  router.get(
    '/template.csv',
    action(async (req, res) => {
      await signedIn(runtime, req)
      res.attachment(languageOf(req) === 'en' ? 'signals.csv' : '需求信号模板.csv')
      res.type('text/csv; charset=utf-8').send(await template(payload, clock.now(), languageOf(req)))
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

/** What the import panel shows. */
export type SignalImportAnswer = {
  counts: Record<'new' | 'unchanged' | 'refused', number>
  batch: string | null
  rows: { line: number; state: 'new' | 'unchanged' | 'refused'; said: Record<string, string>; why: string[] }[]
}
