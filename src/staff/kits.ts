import express, { Router, type Request } from 'express'
import { z } from 'zod'
import { idOf } from '../../collections/access'
import {
  askForKit,
  cancelKit,
  kitRows,
  kitStatus,
  orderOf,
  platforms,
  publicFilm,
  storage,
  voicesOf,
  type KitRow,
  type PublicFilm,
} from '../../media'
import { errorCodes } from '../lib/errorCodes'
import { CodedError } from '../lib/errors'
import type { Runtime } from '../runtime'
import { requireOffice } from './scope'
import { action, parse, requireRole, signedIn, type Staff } from './staff'

const place = z.object({ id: z.string().min(1).max(64) })
const wanted = z.object({ variety: z.string().min(1).max(40), written: z.string().min(1).max(40).optional() })

/** Material for other accounts: what there is of a film, packing it, stopping that, and fetching the ZIP. */
export function kitsRouter(runtime: Runtime): Router {
  const { payload, env } = runtime
  const router = Router()
  const json = express.json({ limit: '4kb' })

  router.get(
    '/of/:id',
    action(async (req, res) => {
      res.set('cache-control', 'no-store')
      return kitsOf(runtime, parse(place, req.params).id, await signedIn(runtime, req))
    }),
  )
  router.post(
    '/of/:id',
    json,
    action(async (req) => {
      const me = await packer(req)
      const { id } = parse(place, req.params)
      await askForKit(payload, { video: id, office: officeOf(me), ...parse(wanted, req.body) })
      runtime.wake('media')
      return kitsOf(runtime, id, me)
    }),
  )
  router.post(
    '/:id/cancel',
    action(async (req) => {
      const me = await packer(req)
      const row = await rowFor(req, me)
      await cancelKit(payload, row.id)
      return kitsOf(runtime, row.video, me)
    }),
  )
  router.get(
    '/:id/kit.zip',
    action(async (req, res) => {
      const { made, video } = await rowFor(req, await signedIn(runtime, req))
      if (!made) throw new CodedError('not-found')
      if (!(await publicFilm(payload, video))) throw new CodedError('kit-not-public')
      await new Promise<void>((resolve, reject) => {
        // Ranges and If-Range by `send`: a download of 100 MB over a county line goes on where it stopped.
        const headers = { 'cache-control': 'private, no-cache', etag: `"${made.hash}"` }
        res.download(storage(env.DATA_DIR).kit(made.hash), made.name, { headers }, (error) =>
          error && !res.headersSent
            ? reject(new CodedError('not-found', undefined, undefined, { cause: error }))
            : resolve(),
        )
      })
    }),
  )
  return router

  async function packer(req: Request): Promise<Staff> {
    const me = await signedIn(runtime, req)
    requireRole(me, 'editor', 'publisher')
    return me
  }

  /** A kit of the colleague's own office or one below. */
  async function rowFor(req: Request, me: Staff): Promise<KitRow> {
    const [row] = await kitRows(payload, { id: { equals: parse(place, req.params).id } })
    if (!row) throw new CodedError('not-found')
    await requireOffice(payload, me, row.office)
    return row
  }
}

/** Whom a kit is made for: each office passes a film on with a link of its own. */
const officeOf = (me: Staff) => idOf(me.office)

/** What the panel shows. */
export type FilmKits = Awaited<ReturnType<typeof kitsOf>>

async function kitsOf({ payload, env }: Runtime, video: string, me: Staff) {
  const mayPack = me.roles.some((role) => role === 'admin' || role === 'editor' || role === 'publisher')
  const film = await publicFilm(payload, video)
  if (!film) return { state: 'not-public' as const, mayPack, voices: [], texts: [] }
  const office = officeOf(me)
  const rows = (await kitRows(payload, { video: { equals: video } })).filter((row) => idOf(row.office) === office)
  const voices = await Promise.all(
    voicesOf(film.stream).map(async ({ variety, name, synthetic }) => {
      const row = rows.find((one) => one.variety === variety)
      return { variety, name, synthetic, ...(await shown(payload, env.BASE_PATH, film, { variety, office }, row)) }
    }),
  )
  const texts = film.stream.subtitles.map(({ variety, name }) => ({ variety, name }))
  return { state: 'public' as const, mayPack, voices, texts }
}

async function shown(
  payload: Runtime['payload'],
  base: string,
  film: PublicFilm,
  asked: { variety: string; office: string | null },
  row: KitRow | undefined,
) {
  const order = await orderOf(payload, film, { ...asked, written: row?.written })
  const { error, ...status } = kitStatus(row, order?.sources)
  const made = row?.made && {
    href: `${base}/api/staff/kits/${row.id}/kit.zip`,
    bytes: row.made.bytes,
    at: row.made.at,
    leftOut: row.made.leftOut.flatMap(({ id }) => platforms.find((one) => one.id === id)?.name ?? []),
  }
  return { kit: row?.id ?? null, ...status, error: error ? errorCodes[error] : null, made: made ?? null }
}
