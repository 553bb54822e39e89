import { Router } from 'express'
import type { Where } from 'payload'
import {
  above,
  forms,
  commissionsOf,
  readSupply,
  readNames,
  readOccasions,
  spanWords,
  type Language,
  type OccasionRow,
  type Supply,
} from '../../campaigns'
import { idOf } from '../../collections/access'
import type { Role } from '../lib/roles'
import { addDays, wallClock, type Day } from '../lib/zone'
import type { Runtime } from '../runtime'
import { languageOf } from './campaigns'
import { readHeard } from './heard'
import { action, requireRole, signedIn } from './staff'
import { workingTitle } from './takeCommission'

const AHEAD = 14
const FEWEST = 3

export type OccasionAnswer = {
  rows: {
    id: string
    words: string
    when: string
    /** The next piece to make for it; null when there is enough, or nobody's demand is known. */
    piece: { title: string; wish: { topic: string; segment: string; variety: string | null; form: string } } | null
    /** Items that are missing. */
    lack: number
    /** `2026-12`, where the plan shows it. */
    month: string
  }[]
  /** Whether this colleague writes: then a piece is one click away. */
  writes: boolean
}

/** The law weeks of the next two weeks, and whether there is anything to send then. */
export function occasionsRouter(runtime: Runtime): Router {
  const { payload, clock, env } = runtime
  const router = Router()
  router.get(
    '/',
    action(async (req, res): Promise<OccasionAnswer> => {
      res.set('cache-control', 'no-store')
      const me = await signedIn(runtime, req)
      requireRole(me, 'editor', 'publisher', 'manager')
      const language = languageOf(req)
      const office = idOf(me.office)
      const now = clock.now()
      const today = wallClock(now, env.SITE_TIMEZONE).day
      const { docs: offices } = await payload.find({
        ...{ collection: 'offices', depth: 0, pagination: false, select: { parent: true }, overrideAccess: true },
      })
      const period = { from: today, to: addDays(today, AHEAD), timeZone: env.SITE_TIMEZONE }
      const found = await readOccasions(payload, period, office ? above(offices, office) : null)
      const names = await readNames(payload, language)
      let supply: Supply | undefined
      const readOwnSupply = async () =>
        readSupply(payload, { now, timeZone: env.SITE_TIMEZONE, heard: await readHeard(runtime) })
      const rows = []
      for (const row of found) {
        const have = await readyItems(runtime, row.about)
        const lack = Math.max(0, (row.pieces ?? FEWEST) - have)
        const [piece] = lack
          ? (
              await commissionsOf(payload, (supply ??= await readOwnSupply()), {
                ...{ office, count: 1, only: new Set(row.about) },
              })
            ).rows
          : []
        const { topic, segment, variety, form } = piece ?? {}
        const wish = piece ? { topic: topic!, segment: segment!, variety: variety ?? null, form: form! } : null
        rows.push({
          ...{ id: String(row.id), lack, when: spanWords(row, language), month: row.from.slice(0, 7) },
          words: wordOccasion(row, { today, have, lack, topics: row.about.map(names), language }),
          piece: wish && { wish, title: workingTitle(wish, names, forms[language], language) },
        })
      }
      return { rows, writes: (me.roles as Role[]).some((role) => role === 'editor' || role === 'publisher') }
    }),
  )
  return router
}

/** Public items on these topics, of whichever office: a township may send what the county wrote. */
async function readyItems({ payload }: Runtime, topics: readonly string[]): Promise<number> {
  const where: Where = { and: [{ topic: { in: [...topics] } }, { _status: { equals: 'published' } }] }
  const [articles, videos] = await Promise.all([
    payload.count({ collection: 'articles', where, overrideAccess: true }),
    payload.count({ collection: 'videos', where, overrideAccess: true }),
  ])
  return articles.totalDocs + videos.totalDocs
}

type Facts = { today: Day; have: number; lack: number; topics: string[]; language: Language }

/** “再过 12 天是宪法宣传周：宪法的内容有 2 件，还差 3 件。” */
function wordOccasion(row: OccasionRow, { today, have, lack, topics, language }: Facts): string {
  const days = Math.round((Date.parse(row.from) - Date.parse(today)) / 86_400_000)
  if (language === 'en') {
    const when = days > 0 ? `${row.nameEn} is in ${days} ${days === 1 ? 'day' : 'days'}` : `${row.nameEn} is now`
    return `${when}: ${have} items on ${topics.join(', ')}${lack ? `, ${lack} missing` : ', enough'}.`
  }
  const when = days > 1 ? `再过 ${days} 天是${row.name}` : days === 1 ? `明天是${row.name}` : `正是${row.name}`
  return `${when}：${topics.join('、')}的内容有 ${have} 件，${lack ? `还差 ${lack} 件` : '够了'}。`
}
