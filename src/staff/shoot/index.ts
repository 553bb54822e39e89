import express, { Router, type Request, type Response } from 'express'
import { CodedError } from '../../lib/errors'
import { inTurn } from '../../lib/inTurn'
import type { Runtime } from '../../runtime'
import { assetsOf } from '../../site/assets'
import { action, parse, requireRole, signedIn } from '../staff'
import { notForYou, shootPage, type Choice } from './page'
import { handIn, saveShot, shot } from './save'

/** 拍一条, the page a colleague opens in the village: `/api/staff/shoot`. */
export function shootRouter(runtime: Runtime): Router {
  const router = Router()
  const body = express.json({ limit: '16kb' })
  const turn = inTurn()

  const saved = async (req: Request, then: 'keep' | 'handIn') => {
    const me = await signedIn(runtime, req)
    requireRole(me, 'editor', 'publisher')
    const given = parse(shot, req.body)
    return turn(given.file, async () => {
      const video = await saveShot(runtime, me, given)
      if (then === 'handIn') await handIn(runtime, me, req, video)
      return { video }
    })
  }
  router.get(
    '/',
    action((req, res) => show(runtime, req, res)),
  )
  router.post(
    '/',
    body,
    action((req) => saved(req, 'keep')),
  )
  router.post(
    '/hand-in',
    body,
    action((req) => saved(req, 'handIn')),
  )
  return router
}

async function show(runtime: Runtime, req: Request, res: Response): Promise<void> {
  const { BASE_PATH: base } = runtime.env
  const language = req.acceptsLanguages('zh', 'en') === 'en' ? ('en' as const) : ('zh' as const)
  const say = (zh: string, en: string) => (language === 'en' ? en : zh)
  const page = { base, language, say, assets: assetsOf(runtime).urls }
  res.set('cache-control', 'no-store').type('html')
  try {
    requireRole(await signedIn(runtime, req), 'editor', 'publisher')
  } catch (error) {
    const code = error instanceof CodedError ? error.code : null
    // The admin asks for the password, or for a new one, and leads back here.
    if (code === 'not-signed-in')
      return res.redirect(`${base}/admin/login?redirect=${encodeURIComponent('/api/staff/shoot')}`)
    if (code === 'must-change-password') return res.redirect(`${base}/admin`)
    if (code !== 'forbidden') throw error
    res.status(403).send(notForYou(page))
    return
  }
  res.send(shootPage({ ...page, ...(await choices(runtime, language)) }))
}

/** Ordered as in the admin; names in the reader's language. */
async function choices({ payload }: Runtime, language: 'zh' | 'en') {
  const list = async (collection: 'topics' | 'segments' | 'varieties') => {
    const { docs } = await payload.find({ collection, sort: 'order', depth: 0, pagination: false })
    return docs as (Choice & { nameEn?: string | null; tag?: string; spoken?: boolean | null })[]
  }
  const [topics, segments, varieties] = await Promise.all([list('topics'), list('segments'), list('varieties')])
  const named = (row: Choice & { nameEn?: string | null }) => ({
    id: row.id,
    name: (language === 'en' && row.nameEn) || row.name,
  })
  const spoken = varieties.filter((variety) => variety.spoken)
  const usual = spoken.find(({ tag = '' }) => /^(zh-Hans|zh|cmn)(-Hans)?(-CN)?$/.test(tag))
  return {
    topics: topics.map(named),
    segments: segments.map(named),
    varieties: spoken.map(named),
    usual: usual?.id,
  }
}
