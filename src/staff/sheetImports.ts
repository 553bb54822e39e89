import express, { Router, type Request } from 'express'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Language } from '../../campaigns'
import { CodedError } from '../lib/errors'
import type { Role } from '../lib/roles'
import { wallClock } from '../lib/zone'
import type { Runtime } from '../runtime'
import { recordAudit } from './audit'
import { languageOf } from './campaigns'
import { lastImports, type Imported } from './lastImports'
import { requireOffice } from './scope'
import { action, parse, requireRole, signedIn, type Staff } from './staff'

const upload = z.object({ dryRun: z.enum(['true', 'false']).default('false'), name: z.string().max(200).default('') })
const undone = z.object({ batch: z.uuid() })

/** A line in its own words, and what becomes of it. */
type Verdict<Why> = { line: number; said: Record<string, string> } & (
  { state: 'new' | 'unchanged' } | { state: 'refused'; why: Why[] }
)
type Sheet<Row, Why> = {
  collection: Imported
  /** Who may import. */
  roles: Role[]
  read(bytes: Buffer, asked: { me: Staff; today: string }): Promise<{ verdicts: Verdict<Why>[]; fresh: Row[] }>
  keep(rows: readonly Row[], as: { me: Staff; batch: string; now: Date }): Promise<void>
  word(why: Why, language: Language): string
  template(language: Language): Promise<{ name: string; text: string }>
}

/** Rows from a spreadsheet: first shown, then imported under one batch, and taken back as a whole. */
export function sheetImports<Row, Why>(runtime: Runtime, sheet: Sheet<Row, Why>): Router {
  const { payload, clock, env } = runtime
  const { collection } = sheet
  const router = Router()
  const boss = async (req: Request) => {
    const me = await signedIn(runtime, req)
    requireRole(me, ...sheet.roles)
    return me
  }
  /** Nobody's upload is read before it is known who sends it. */
  const bosses: express.RequestHandler = (req, _res, next) => void boss(req).then(() => next(), next)

  router.post(
    '/import',
    bosses,
    express.raw({ type: () => true, limit: '5mb' }),
    action(async (req): Promise<SheetAnswer> => {
      const me = await boss(req)
      const { dryRun, name } = parse(upload, req.query)
      const body: unknown = req.body
      if (!Buffer.isBuffer(body)) throw new CodedError('import-empty')
      const now = clock.now()
      const { verdicts, fresh } = await sheet.read(body, { me, today: wallClock(now, env.SITE_TIMEZONE).day })
      const counts = { new: 0, unchanged: 0, refused: 0 }
      for (const { state } of verdicts) counts[state]++
      const batch = dryRun === 'false' && fresh.length ? randomUUID() : null
      if (batch) {
        // First on record, then in: what was cut off in between can still be taken back.
        await recordAudit(runtime, me, { action: `${collection}.import`, subject: batch, details: { name, ...counts } })
        await sheet.keep(fresh, { me, batch, now })
      }
      const language = languageOf(req)
      return {
        ...{ counts, batch },
        rows: verdicts.map((verdict) => ({
          ...{ line: verdict.line, state: verdict.state, said: verdict.said },
          why: verdict.state === 'refused' ? verdict.why.map((reason) => sheet.word(reason, language)) : [],
        })),
      }
    }),
  )
  router.get(
    '/imports',
    action(async (req) => {
      await boss(req)
      return lastImports(payload, collection)
    }),
  )
  router.post(
    '/undo',
    express.json({ limit: '4kb' }),
    action(async (req) => {
      const me = await boss(req)
      const { batch } = parse(undone, req.body)
      const where = { batch: { equals: batch } }
      const { docs } = await payload.find({ collection, where, pagination: false, depth: 0, select: { office: true } })
      if (!docs.length) throw new CodedError('not-found')
      for (const office of new Set(docs.map(({ office }) => office))) await requireOffice(payload, me, office)
      await recordAudit(runtime, me, { action: `${collection}.undo`, subject: batch, details: { rows: docs.length } })
      await payload.db.deleteMany({ collection, where })
      return { removed: docs.length }
    }),
  )
  router.get(
    '/template.csv',
    action(async (req, res) => {
      await signedIn(runtime, req)
      const { name, text } = await sheet.template(languageOf(req))
      res.attachment(name)
      res.type('text/csv; charset=utf-8').send(text)
    }),
  )
  return router
}

/** What the import panel shows. */
export type SheetAnswer = {
  counts: Record<'new' | 'unchanged' | 'refused', number>
  batch: string | null
  rows: { line: number; state: 'new' | 'unchanged' | 'refused'; said: Record<string, string>; why: string[] }[]
}

/** A spreadsheet to fill in. The mark in front is for Excel. */
export const csvOf = (rows: readonly (readonly string[])[]) =>
  `\ufeff${rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')}\r\n`
