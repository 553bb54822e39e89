import express, { Router, type Request } from 'express'
import { z } from 'zod'
import { idOf } from '../../collections/access'
import type { Runtime } from '../runtime'
import type { Language } from '../../campaigns'
import { languageOf } from './campaigns'
import { capWarning } from './capWarning'
import { missingOf } from './filmSubtitles'
import { partCollections } from './partCase'
import { partReviewRouter } from './partReview'
import { approve, sendBack, submit, withdraw } from './reviewActions'
import { openCase } from './reviewCase'
import { mayApprove, mayDecide, maySubmit, mayWithdraw, signoffsOfRound } from './reviewRules'
import { action, parse, signedIn } from './staff'
import { itemCollections } from './version'

const place = z.object({ collection: z.enum(itemCollections), id: z.string().min(1).max(64) })
const approval = z.object({ hash: z.string().length(64), note: z.string().max(500).optional() })
const reasoned = z.object({ reason: z.string().trim().min(2).max(500) })

/** Hand in, approve, send back, withdraw; and where an item stands, with the reason for every button that is off. */
export function reviewRouter(runtime: Runtime): Router {
  const router = Router()
  const asked = async (req: Request) => {
    const me = await signedIn(runtime, req)
    const { collection, id } = parse(place, req.params)
    return { runtime, me, collection, id, opened: await openCase(runtime, me, req, collection, id) }
  }
  const body = express.json({ limit: '16kb' })
  for (const part of partCollections) router.use(`/${part}`, partReviewRouter(runtime, part))
  router.get(
    '/:collection/:id',
    action(async (req, res) => {
      res.set('cache-control', 'no-store')
      return standing(await asked(req), languageOf(req))
    }),
  )
  router.post(
    '/:collection/:id/submit',
    body,
    action(async (req) => {
      const handedIn = await asked(req)
      const { version } = handedIn.opened
      const done = await submit(handedIn)
      return { ...done, atCap: await capWarning(runtime, { ...handedIn, version }, languageOf(req)) }
    }),
  )
  router.post(
    '/:collection/:id/approve',
    body,
    action(async (req) => {
      const { hash, note } = parse(approval, req.body)
      return approve(await asked(req), hash, note)
    }),
  )
  router.post(
    '/:collection/:id/return',
    body,
    action(async (req) => sendBack(await asked(req), parse(reasoned, req.body).reason)),
  )
  router.post(
    '/:collection/:id/withdraw',
    body,
    action(async (req) => withdraw(await asked(req), parse(reasoned, req.body).reason)),
  )
  return router
}

/** What ReviewControls shows. */
export type Standing = Awaited<ReturnType<typeof standing>>

async function standing({ runtime, collection, id, opened }: Parameters<typeof submit>[0], language: Language) {
  const { item, version, req } = opened
  const review = version.doc.review ?? {}
  const names = await namesOf(runtime, [review.submittedBy, review.approvedBy, ...item.signoffs.map(({ by }) => by)])
  const name = (who: unknown) => names.get(idOf(who) ?? '') ?? null
  const { missing, subtitlesToMend } = await missingOf(req, collection, version)
  return {
    stage: item.stage,
    hash: item.hash,
    isPublic: item.isPublic,
    changedSinceApproval: item.isPublic && item.hash !== item.approvedHash,
    submitted: item.submittedAt ? { by: name(review.submittedBy), at: item.submittedAt } : null,
    approved: review.approvedAt ? { by: name(review.approvedBy), at: review.approvedAt } : null,
    returned: item.stage === 'returned' ? { reason: review.reason ?? '', by: name(item.signoffs.at(-1)?.by) } : null,
    stages: item.stages,
    signed: signoffsOfRound(item).map(({ by, at }) => ({ by: name(by), at })),
    missing: item.stage === 'submitted' ? [] : missing,
    subtitlesToMend,
    /** Not after the approval: then the topic is settled, and the plan says what is held. */
    atCap: item.stage === 'approved' ? null : await capWarning(runtime, { collection, id, version }, language),
    may: {
      submit: maySubmit(item),
      approve: mayApprove(item),
      return: mayDecide(item),
      withdraw: mayWithdraw(item),
    },
  }
}

async function namesOf({ payload }: Runtime, people: unknown[]): Promise<Map<string, string>> {
  const ids = [...new Set(people.map(idOf).filter((id) => id !== null))]
  if (!ids.length) return new Map()
  const { docs } = await payload.find({
    collection: 'users',
    where: { id: { in: ids } },
    depth: 0,
    pagination: false,
    select: { name: true },
  })
  return new Map(docs.map(({ id, name }) => [id, name]))
}
