import express, { Router, type Request } from 'express'
import { z } from 'zod'
import { idOf } from '../../collections/access'
import type { Runtime } from '../runtime'
import { approvePart, returnPart } from './partActions'
import { openPart, type OpenedPart, type PartCollection } from './partCase'
import { mayApprovePart, mayReturnPart } from './partRules'
import { action, parse, signedIn } from './staff'

const place = z.object({ id: z.string().min(1).max(64) })
const approval = z.object({ hash: z.string().length(64) })
const reasoned = z.object({ reason: z.string().trim().min(2).max(500) })

/** Approve or send back one dub, subtitle or reading, without reviewing its film or article again. */
export function partReviewRouter(runtime: Runtime, collection: PartCollection): Router {
  const router = Router()
  const asked = async (req: Request) => {
    const me = await signedIn(runtime, req)
    const opened = await openPart(runtime, me, collection, parse(place, req.params).id)
    return { runtime, me, collection, opened }
  }
  const standingAfter = async (req: Request) => standing(runtime, (await asked(req)).opened)
  const body = express.json({ limit: '16kb' })
  router.get(
    '/:id',
    action(async (req, res) => {
      res.set('cache-control', 'no-store')
      return standingAfter(req)
    }),
  )
  router.post(
    '/:id/approve',
    body,
    action(async (req) => {
      await approvePart(await asked(req), parse(approval, req.body).hash)
      return standingAfter(req)
    }),
  )
  router.post(
    '/:id/return',
    body,
    action(async (req) => {
      await returnPart(await asked(req), parse(reasoned, req.body).reason)
      return standingAfter(req)
    }),
  )
  return router
}

/** What PartReview shows. */
export type PartStanding = Awaited<ReturnType<typeof standing>>

export async function standing({ payload }: Runtime, { part, item }: OpenedPart) {
  const nameOf = async (who: unknown) => {
    const id = idOf(who)
    const user = id && (await payload.findByID({ collection: 'users', id, depth: 0, disableErrors: true }))
    return user ? user.name : null
  }
  const approved = part.approvedAt && part.approvedHash === item.hash
  return {
    hash: item.hash,
    approved: approved ? { by: await nameOf(part.approvedBy), at: part.approvedAt! } : null,
    returned: part.returnedAt
      ? { by: await nameOf(part.returnedBy), at: part.returnedAt, reason: part.returnReason ?? '' }
      : null,
    may: { approve: mayApprovePart(item), return: mayReturnPart(item) },
  }
}
