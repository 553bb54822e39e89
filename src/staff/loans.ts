import express, { Router, type Request } from 'express'
import { z } from 'zod'
import { versionHash } from '../../collections/workflow/hooks'
import { CodedError } from '../lib/errors'
import type { Loan } from '../payload-types'
import type { Runtime } from '../runtime'
import { recordAudit } from './audit'
import { borrow, placeOf, type ItemKey } from './borrow'
import { wish } from './commission'
import { giveBack } from './giveBack'
import { lendingOf } from './lendingOf'
import { requireOffice } from './scope'
import { action, parse, requireRole, signedIn, type Staff } from './staff'
import { itemCollections } from './version'

const place = z.object({ id: z.string().regex(/^[\w-]{1,64}$/) })
const item = z.object({ collection: z.enum(itemCollections), ...place.shape })
const asked = wish.extend({ item: z.string().regex(/^(articles|videos):[\w-]{1,64}$/) })

/** Borrowing another office's approved item, giving it back, and what is lent of one item. */
export function loansRouter(runtime: Runtime): Router {
  const { payload } = runtime
  const router = Router()
  const json = express.json({ limit: '16kb' })
  router.get(
    '/of/:collection/:id',
    action(async (req, res) => {
      res.set('cache-control', 'no-store')
      const me = await signedIn(runtime, req)
      const { collection, id } = parse(item, req.params)
      return lendingOf(runtime, me, collection, id)
    }),
  )
  router.post(
    '/',
    json,
    action(async (req) => {
      const me = await signedIn(runtime, req)
      requireRole(me, 'editor', 'publisher', 'manager')
      const { item: key, to = me.id, ...piece } = parse(asked, req.body)
      if (to !== me.id) requireRole(me, 'publisher', 'manager')
      const made = await borrow(runtime, me, key as ItemKey, piece, to)
      if (made.isNew) await note(me, 'loan.borrow', made.loan, { item: key, ...piece, to })
      return { ...made, path: `/collections/${made.collection}/${made.id}` }
    }),
  )
  router.post(
    '/:id/return',
    json,
    action(async (req) => {
      const { me, loan } = await mine(req)
      await giveBack(runtime, loan)
      await note(me, 'loan.return', loan.id, { item: loan.itemKey })
      return { returned: true }
    }),
  )
  router.post(
    '/:id/seen',
    json,
    action(async (req) => {
      const { loan } = await mine(req)
      const [collection, id] = placeOf(loan.itemKey)
      const live = await payload.findByID({ collection, id, depth: 0, disableErrors: true })
      if (live) await payload.db.updateOne({ collection: 'loans', id: loan.id, data: { seenHash: versionHash(live) } })
      return { seen: true }
    }),
  )
  return router

  /** A loan of the colleague's own office or one below. */
  async function mine(req: Request): Promise<{ me: Staff; loan: Loan }> {
    const me = await signedIn(runtime, req)
    requireRole(me, 'editor', 'publisher')
    const { id } = parse(place, req.params)
    const loan = await payload.findByID({ collection: 'loans', id, depth: 0, disableErrors: true })
    if (!loan) throw new CodedError('not-found')
    await requireOffice(payload, me, loan.office)
    return { me, loan }
  }

  function note(me: Staff, verb: string, loan: string, details: Record<string, unknown>) {
    return recordAudit(runtime, me, { action: verb, subject: `loans:${loan}`, details })
  }
}
