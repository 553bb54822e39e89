import express, { Router } from 'express'
import { z } from 'zod'
import {
  below,
  commissionsOf,
  MIX_DAYS,
  readNames,
  readSupply,
  type CommissionList,
  type Language,
  type Supply,
} from '../../campaigns'
import { idOf } from '../../collections/access'
import type { Role } from '../lib/roles'
import type { Runtime } from '../runtime'
import { recordAudit } from './audit'
import { readHeard } from './heard'
import { languageOf } from './campaigns'
import { action, parse, requireRole, signedIn, type Staff } from './staff'
import { commissionRows, lackWords, type CommissionRow } from './commissionRows'
import { takeCommission } from './takeCommission'

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
  rows: CommissionRow[]
  /** The list is the whole county's: the own office delivered too little to say anything of it alone. */
  rolledUp: string | null
  /** The offices below, each with what it lacks. */
  offices: { id: string; name: string; lacks: string; rows: CommissionRow[] }[]
  /** Segments without any demand. */
  unknown: string[]
  /** Whom one may give it to; oneself first where one writes. */
  colleagues: { id: string; name: string; office: string | null }[]
  me: string
}

/** What to make next, and one click that makes a draft of it, assigned to a colleague. */
export function commissionRouter(runtime: Runtime): Router {
  const { payload, clock, env } = runtime
  const router = Router()
  router.get(
    '/',
    action(async (req, res): Promise<CommissionAnswer> => {
      res.set('cache-control', 'no-store')
      const me = await signedIn(runtime, req)
      requireRole(me, 'editor', 'publisher', 'manager')
      const language = languageOf(req)
      const office = idOf(me.office)
      const [names, supply, colleagues] = await Promise.all([
        readNames(payload, language),
        readSupply(payload, { now: clock.now(), timeZone: env.SITE_TIMEZONE, heard: await readHeard(runtime) }),
        writersFor(runtime, me),
      ])
      const own = await commissionsOf(payload, supply, { office, count: COUNT })
      const rollsUp = !own.enough && !isWhole(supply, office)
      const list = rollsUp ? await commissionsOf(payload, supply, { office: null, count: COUNT }) : own
      const words = { names, language }
      return {
        rows: commissionRows(list.rows, supply, { office, ...words }),
        rolledUp: rollsUp ? fewWords(own, language) : null,
        offices: await belowOf(payload, supply, me, words),
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

/** Whether an office has the whole county under it; its list is the county's then. */
const isWhole = ({ offices }: Supply, office: string | null) =>
  !office || below(offices, office).size === offices.length

/** Counts only: of so few, a share says nothing. */
const fewWords = ({ distinct, deliveries }: CommissionList, language: Language) =>
  language === 'en'
    ? `Your office made ${deliveries} deliveries of ${distinct} different items in ${MIX_DAYS} days: too few to judge alone. This is the list of the whole county.`
    : `本所近 ${MIX_DAYS} 天投放 ${deliveries} 次，${distinct} 件不同的内容，太少，单看说明不了什么。下面是全县的单子。`

/** For who runs several offices: each one below, what it lacks; one with too little to say waits with the county's list. */
async function belowOf(
  payload: Runtime['payload'],
  supply: Supply,
  me: Staff,
  words: { names: (id: string) => string; language: Language },
): Promise<CommissionAnswer['offices']> {
  if (!me.roles.some((role) => role === 'manager' || role === 'publisher' || role === 'admin')) return []
  const own = idOf(me.office)
  const scope = own ? below(supply.offices, own) : null
  const offices = supply.offices.filter(({ id }) => String(id) !== own && (!scope || scope.has(String(id))))
  const lists = []
  for (const { id, name } of offices) {
    const office = String(id)
    const list = await commissionsOf(payload, supply, { office, count: COUNT })
    const zh = words.language === 'zh'
    const few = zh
      ? `投放 ${list.deliveries} 次，${list.distinct} 件，太少，跟全县一起看`
      : `${list.deliveries} deliveries of ${list.distinct} items: too few, see the county's list`
    const lacks = lackWords(list.rows, words.names, words.language)
    const rows = list.enough ? commissionRows(list.rows, supply, { office, ...words }) : []
    lists.push({ id: office, name, rows, lacks: !list.enough ? few : lacks && (zh ? '缺 ' : 'lacks ') + lacks })
  }
  return lists
}

/** An editor takes it; who runs an office may also give it to one of those who write there. */
async function writersFor({ payload }: Runtime, me: Staff) {
  const roles = me.roles as Role[]
  const own = roles.some((role) => role === 'editor' || role === 'publisher')
    ? [{ id: me.id, name: me.name, office: idOf(me.office) }]
    : []
  if (!roles.some((role) => role === 'publisher' || role === 'manager' || role === 'admin')) return own
  const read = { depth: 0, pagination: false, overrideAccess: true } as const
  const [{ docs: users }, { docs: offices }] = await Promise.all([
    payload.find({ collection: 'users', ...read, where: { roles: { in: ['editor', 'publisher'] } }, sort: 'name' }),
    payload.find({ collection: 'offices', ...read, select: { parent: true } }),
  ])
  const office = idOf(me.office)
  const scope = office ? below(offices, office) : null
  const others = users.filter((user) => user.id !== me.id && (!scope || scope.has(idOf(user.office) ?? '')))
  return [...own, ...others.map(({ id, name, office }) => ({ id, name, office: idOf(office) }))]
}
