import express, { Router, type Request } from 'express'
import { z } from 'zod'
import {
  cancelDelivery,
  clashesOfMove,
  holdBack,
  letGo,
  moveDelivery,
  pack,
  passedOn,
  pinDelivery,
  readNames,
  resend,
  settle,
  wordReason,
} from '../../campaigns'
import { idOf } from '../../collections/access'
import { readyKit } from '../../media'
import { CodedError } from '../lib/errors'
import type { Role } from '../lib/roles'
import type { Delivery } from '../payload-types'
import type { Runtime } from '../runtime'
import { recordAudit } from './audit'
import { languageOf } from './campaigns'
import { handoutPage, handoutScript } from './handout'
import { mayLetGo, readHoldWords } from './held'
import { poster } from './poster'
import { requireOffice } from './scope'
import { action, parse, requireRole, signedIn } from './staff'

const place = z.object({ id: z.string().min(1).max(64) })
const move = z.object({ to: z.coerce.date() })
const verdict = z.object({ wentOut: z.boolean() })
const reasoned = z.object({ why: z.string().trim().min(5).max(300) })
const figure = z
  .object({
    metric: z.enum(['reads', 'plays', 'shares', 'likes']),
    value: z.number().int().min(0).max(1_000_000_000),
    /** Of the plays, how many reached the end. */
    completions: z.number().int().min(0).nullish(),
    source: z.string().trim().min(1).max(100),
    readAt: z.coerce.date().optional(),
  })
  .refine(({ metric, completions }) => metric === 'plays' || !completions, {
    path: ['completions'],
    message: 'of plays only',
  })
  .refine(({ value, completions }) => !completions || completions <= value, {
    path: ['completions'],
    message: 'more than plays',
  })
const planners: Role[] = ['editor', 'publisher', 'manager']

/** What people do with one delivery: move, pin, cancel, let go, send again, settle, pass on, type figures back. */
export function deliveriesRouter(runtime: Runtime): Router {
  const { payload, clock, env, epoch } = runtime
  const router = Router()
  const json = express.json({ limit: '16kb' })

  const opened = async (req: Request) => {
    const me = await signedIn(runtime, req)
    requireRole(me, ...planners)
    const { id } = parse(place, req.params)
    const found = await payload.findByID({ collection: 'deliveries', id, depth: 0, disableErrors: true })
    if (!found) throw new CodedError('not-found')
    await requireOffice(payload, me, found.office)
    return { me, id, row: found, act: { delivery: id, by: me.id, now: clock.now() } }
  }
  /** What only a publisher or manager may do. */
  const openedByBoss = async (req: Request) => {
    const asked = await opened(req)
    if (!mayLetGo(asked.me)) throw new CodedError('forbidden')
    return asked
  }
  const audited = (
    name: string,
    run: (asked: Awaited<ReturnType<typeof opened>>, body: unknown) => Promise<object | void>,
    open = opened,
  ) =>
    action(async (req) => {
      const asked = await open(req)
      const details = await run(asked, req.body)
      await recordAudit(runtime, asked.me, {
        action: `delivery.${name}`,
        subject: `deliveries:${asked.id}`,
        ...(details ? { details: details as Record<string, unknown> } : {}),
      })
      return { ok: true }
    })

  router.get(
    '/:id/clashes',
    action(async (req, res) => {
      res.set('cache-control', 'no-store')
      const { id } = await opened(req)
      const { to } = parse(move, req.query)
      const language = languageOf(req)
      const [names, found] = await Promise.all([
        readNames(payload, language),
        clashesOfMove(payload, { delivery: id, to, timeZone: env.SITE_TIMEZONE }),
      ])
      const words = found.reasons.map((reason) => wordReason(reason, (of) => found.title(of) ?? names(of), language))
      return { words }
    }),
  )
  router.post(
    '/:id/move',
    json,
    audited('move', async ({ act }, body) => {
      const { to } = parse(move, body)
      await moveDelivery(payload, { ...act, to })
      return { to: to.toISOString() }
    }),
  )
  for (const pinned of [true, false])
    router.post(
      pinned ? '/:id/pin' : '/:id/unpin',
      json,
      audited(pinned ? 'pin' : 'unpin', ({ id }) => pinDelivery(payload, { delivery: id, pinned })),
    )
  router.post(
    '/:id/cancel',
    json,
    audited('cancel', ({ act }) => cancelDelivery(payload, act)),
  )
  router.post(
    '/:id/resend',
    json,
    audited('resend', async ({ act }) => {
      await resend(payload, act)
      runtime.wake('dispatch')
    }),
  )
  router.post(
    '/:id/let-go',
    json,
    audited(
      'let-go',
      async ({ me, id, act }, body) => {
        const { why } = parse(reasoned, body)
        const hold = await letGo(payload, { ...act, by: me.name, why })
        runtime.wake('dispatch')
        return { why, ...hold, delivery: id }
      },
      openedByBoss,
    ),
  )
  router.post(
    '/:id/hold-back',
    json,
    audited('hold-back', ({ id }) => holdBack(payload, { delivery: id }), openedByBoss),
  )
  router.post(
    '/:id/settle',
    json,
    audited('settle', async ({ act }, body) => {
      const { wentOut } = parse(verdict, body)
      await settle(payload, { ...act, wentOut })
      epoch.bump()
      return { wentOut }
    }),
  )
  router.post(
    '/:id/forwarded',
    json,
    audited('forwarded', async ({ act }) => {
      await passedOn(payload, act)
      epoch.bump()
    }),
  )
  router.post(
    '/:id/figures',
    json,
    audited('figures', async ({ me, row }, body) => {
      const { readAt, ...given } = parse(figure, body)
      const read = (readAt ?? clock.now()).toISOString()
      await payload.create({
        collection: 'figures',
        data: { ...given, delivery: row.id, readAt: read, by: me.id, office: row.office },
        depth: 0,
      })
      return given
    }),
  )
  router.get(
    '/handout.js',
    (_req, res) => void res.set('cache-control', 'public, max-age=86400').type('js').send(handoutScript),
  )
  router.get(
    '/:id/handout',
    action(async (req, res) => {
      const { row } = await opened(req)
      const parcel = await packed(row)
      const { docs: figures } = await payload.find({
        collection: 'figures',
        where: { delivery: { equals: row.id } },
        sort: '-createdAt',
        depth: 0,
        limit: 20,
      })
      res
        .set('cache-control', 'no-store')
        .type('html')
        .send(
          handoutPage({
            parcel,
            row,
            figures,
            env,
            now: clock.now(),
            kit: await kitOf(row),
            held: await readHoldWords(runtime, row.id, 'zh'),
          }),
        )
    }),
  )
  router.get(
    '/:id/poster.png',
    action(async (req, res) => {
      const { row } = await opened(req)
      const { telephone, siteName } = await contact(row)
      const picture = await poster({ parcel: await packed(row), verdict: await verdictOf(row), telephone, siteName })
      res.set('cache-control', 'no-store').type('image/png').send(picture)
    }),
  )
  return router

  async function packed(row: Delivery) {
    const parcel = await pack(payload, row, { publicUrl: env.PUBLIC_URL })
    if (!parcel) throw new CodedError('not-found', '内容已经撤下，不能转发。')
    return parcel
  }
  /** Of the segment's variety where the plan chose one. */
  async function kitOf({ itemKey, variety, office }: Delivery) {
    const [collection, id = ''] = itemKey.split(':')
    if (collection !== 'videos') return undefined
    const tongue = idOf(variety)
    const row =
      tongue && (await payload.findByID({ collection: 'varieties', id: tongue, depth: 0, disableErrors: true }))
    return readyKit(payload, id, idOf(office), row ? row.code : undefined)
  }
  async function verdictOf({ itemKey }: Delivery) {
    const [collection, id] = itemKey.split(':')
    if (collection !== 'articles' || !id) return null
    const article = await payload.findByID({ collection, id, depth: 0, disableErrors: true })
    return article?.verdict ?? null
  }
  async function contact({ office }: Delivery) {
    const settings = await payload.findGlobal({ slug: 'settings', depth: 0 })
    const id = typeof office === 'object' ? office?.id : office
    const own = id ? await payload.findByID({ collection: 'offices', id, depth: 0, disableErrors: true }) : null
    return { telephone: own?.telephone ?? settings.telephone ?? '12348', siteName: settings.siteName }
  }
}
