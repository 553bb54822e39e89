import { Router } from 'express'
import { z } from 'zod'
import { marketWords, occasionWords } from '../../campaigns'
import { wallClock } from '../lib/zone'
import type { Runtime } from '../runtime'
import { languageOf } from './campaigns'
import { action, parse, signedIn } from './staff'

const list = (of: RegExp) =>
  z
    .string()
    .max(8000)
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(z.string().regex(of)).max(400))
const number = (from: number, to: number) => z.coerce.number().int().min(from).max(to)

const market = z.object({
  system: z.enum(['lunar', 'solar', 'weekday']),
  digits: list(/^\d$/).default([]),
  except: list(/^\d{4}-\d{2}-\d{2}$/).default([]),
})
const occasion = z.object({
  rule: z.enum(['fixed', 'range', 'week', 'lunar', 'notice']),
  month: number(1, 12).optional(),
  day: number(1, 31).optional(),
  toMonth: number(1, 12).optional(),
  toDay: number(1, 31).optional(),
  week: number(1, 5).optional(),
  before: number(0, 30).optional(),
  after: number(0, 30).optional(),
  /** `2026-11-30/2026-12-06`, one a year. */
  years: list(/^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/).default([]),
})

/** What rules of the calendar mean in days, for those who are just typing them in. */
export function calendarRouter(runtime: Runtime): Router {
  const router = Router()
  const today = () => wallClock(runtime.clock.now(), runtime.env.SITE_TIMEZONE).day
  router.get(
    '/market',
    action(async (req, res) => {
      res.set('cache-control', 'no-store')
      await signedIn(runtime, req)
      const { digits, ...rule } = parse(market, req.query)
      return { words: marketWords({ ...rule, digits: digits.map(Number) }, today(), languageOf(req)) }
    }),
  )
  router.get(
    '/occasion',
    action(async (req, res) => {
      res.set('cache-control', 'no-store')
      await signedIn(runtime, req)
      const { years, ...rule } = parse(occasion, req.query)
      const told = years.map((span) => ({ from: span.slice(0, 10), to: span.slice(11) }))
      return { words: occasionWords({ ...rule, years: told }, today(), languageOf(req)) }
    }),
  )
  return router
}
