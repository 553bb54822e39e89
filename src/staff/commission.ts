import express, { Router } from 'express'
import { z } from 'zod'
import { below, forms, readCommissions, readNames, wordReason } from '../../campaigns'
import { idOf } from '../../collections/access'
import type { Role } from '../lib/roles'
import type { Runtime } from '../runtime'
import { recordAudit } from './audit'
import { readHeard } from './heard'
import { languageOf } from './campaigns'
import { action, parse, requireRole, signedIn, type Staff } from './staff'
import { takeCommission, workingTitle } from './takeCommission'

const COUNT = 5
const id = z.string().regex(/^[\w-]{1,64}$/)
export const wish = z
  .object({
    topic: id,
    segment: id,
    variety: id.nullable(),
    form: z.enum(['video', 'case', 'guide']),
    series: id.optional(),
    to: id.optional(),
  })
  .strict()

export type CommissionAnswer = {
  rows: {
    wish: { topic: string; segment: string; variety: string | null; form: string }
    title: string
    why: string
  }[]
  /** Segments without any demand. */
  unknown: string[]
  /** Whom one may give it to; oneself first where one writes. */
  colleagues: { id: string; name: string }[]
  me: string
}

/** What to make next, and one click that makes a draft of it, assigned to a colleague. */
export function commissionRouter(runtime: Runtime): Router {
  const { payload, clock } = runtime
  const router = Router()
  router.get(
    '/',
    action(async (req, res): Promise<CommissionAnswer> => {
      res.set('cache-control', 'no-store')
      const me = await signedIn(runtime, req)
      requireRole(me, 'editor', 'publisher', 'manager')
      const language = languageOf(req)
      const office = idOf(me.office)
      const [names, list, colleagues] = await Promise.all([
        readNames(payload, language),
        readCommissions(payload, { office, now: clock.now(), count: COUNT, heard: await readHeard(runtime) }),
        writersFor(runtime, me),
      ])
      return {
        rows: list.rows.map(({ reasons, ...wish }) => ({
          wish,
          title: workingTitle(wish, names, forms[language], language),
          why: reasons.map((reason) => wordReason(reason, names, language)).join(language === 'en' ? '; ' : '，'),
        })),
        unknown: list.unknown.map(names),
        colleagues,
        me: me.id,
      }
    }),
  )
  router.post(
    '/',
    express.json({ limit: '16kb' }),
    action(async (req) => {
      const me = await signedIn(runtime, req)
      requireRole(me, 'editor', 'publisher', 'manager')
      const { to = me.id, ...piece } = parse(wish, req.body)
      if (to !== me.id) requireRole(me, 'publisher', 'manager')
      const made = await takeCommission(runtime, me, piece, to)
      if (made.isNew)
        await recordAudit(runtime, me, {
          action: 'commission.take',
          subject: `${made.collection}:${made.id}`,
          details: { ...piece, to },
        })
      return { ...made, path: `/collections/${made.collection}/${made.id}` }
    }),
  )
  return router
}

/** An editor takes it; who runs an office may also give it to one of those who write there. */
async function writersFor({ payload }: Runtime, me: Staff) {
  const roles = me.roles as Role[]
  const own = roles.some((role) => role === 'editor' || role === 'publisher') ? [{ id: me.id, name: me.name }] : []
  if (!roles.some((role) => role === 'publisher' || role === 'manager' || role === 'admin')) return own
  const read = { depth: 0, pagination: false, overrideAccess: true } as const
  const [{ docs: users }, { docs: offices }] = await Promise.all([
    payload.find({ collection: 'users', ...read, where: { roles: { in: ['editor', 'publisher'] } }, sort: 'name' }),
    payload.find({ collection: 'offices', ...read, select: { parent: true } }),
  ])
  const office = idOf(me.office)
  const scope = office ? below(offices, office) : null
  const others = users.filter((user) => user.id !== me.id && (!scope || scope.has(idOf(user.office) ?? '')))
  return [...own, ...others.map(({ id, name }) => ({ id, name }))]
}
