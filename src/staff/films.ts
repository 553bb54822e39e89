import { Router, type Request } from 'express'
import { createLocalReq } from 'payload'
import { z } from 'zod'
import { idOf } from '../../collections/access'
import { officeScope } from '../../collections/access/officeScope'
import {
  cancel,
  ensureStream,
  restart,
  statusOf,
  stepRows,
  stepsOf,
  storage,
  wantedRuns,
  type MediaStepRow,
} from '../../media'
import { mediaStepLabels } from '../../media/lifecycle'
import { errorCodes } from '../lib/errorCodes'
import { CodedError } from '../lib/errors'
import type { Label } from '../lib/labels'
import type { Role } from '../lib/roles'
import type { Stream } from '../lib/stream'
import type { Runtime } from '../runtime'
import { action, parse, requireRole, signedIn, type Staff } from './staff'

const place = z.object({ id: z.string().min(1).max(64) })

/** How far the stream of a film is, and the three things a colleague can do about it. */
export function filmsRouter(runtime: Runtime): Router {
  const router = Router()
  router.get(
    '/:id/progress',
    action(async (req, res) => {
      res.set('cache-control', 'no-store')
      const film = await filmOf(runtime, req, await signedIn(runtime, req), 'read')
      return progress(runtime, film)
    }),
  )
  router.post('/:id/retry', changing(runtime, restartRun(false)))
  router.post('/:id/reprocess', changing(runtime, restartRun(true)))
  router.post('/:id/cancel', changing(runtime, cancelRun))
  return router
}

/** A worker in the middle of a step clears up itself; between two steps nobody else would for an hour. */
async function cancelRun({ payload, env }: Runtime, id: string) {
  const rows = await previewRows({ payload }, id)
  await cancel(payload, rows)
  if (rows[0] && !rows.some(({ state }) => state === 'running')) await storage(env.DATA_DIR).dropRun(rows[0].run)
}

/** Why it failed, in words; `subject` names the dub or subtitle, `film` and `track` are seconds. */
type Fault = { code: string; subject?: string; film?: number; track?: number; words: Label }

/** What FilmProgress shows. */
export type FilmState = Awaited<ReturnType<typeof progress>>

async function progress(runtime: Runtime, { id, stream, mayChange }: Film) {
  const rows = await previewRows(runtime, id)
  const { error, ...status } = statusOf(rows)
  const { withheld } = await wantedRuns(runtime.payload, id)
  const fault: Fault | undefined = error && { ...error, words: errorCodes[error.code] ?? errorCodes['media-failed'] }
  return {
    ...status,
    ...(status.step && { label: mediaStepLabels[status.step] }),
    ...(fault && { error: fault }),
    steps: stepsOf(rows).map((row) => ({ ...row, label: mediaStepLabels[row.step] })),
    ...(withheld && { withheld: errorCodes[withheld] }),
    /** Languages whose recording has hardly any sound; they were left as they are. */
    quiet: (rows.find(({ step }) => step === 'audio')?.output?.quiet ?? []) as string[],
    mayChange,
    stream: stream ?? null,
    /** Where its files are, with the base path of this installation. */
    base: stream ? runtime.env.BASE_PATH + stream.folder : null,
  }
}

/** Rows of the run of the latest draft: what the editor in front of the screen has just made. */
async function previewRows({ payload }: Pick<Runtime, 'payload'>, id: string): Promise<MediaStepRow[]> {
  const { preview } = await wantedRuns(payload, id)
  return (await stepRows(payload, id)).filter(({ run }) => run === preview?.run)
}

/** `fresh` encodes everything again; a retry takes over what an earlier stream of the film already has. */
const restartRun = (fresh: boolean) => async (runtime: Runtime, id: string) => {
  await ensureStream(runtime.payload, id)
  const rows = await previewRows(runtime, id)
  if (rows.some(({ state }) => state === 'running')) throw new CodedError('conflict')
  await restart(runtime.payload, rows, { fresh })
  runtime.wake('media')
}

const changing = (runtime: Runtime, change: (runtime: Runtime, id: string) => Promise<void>) =>
  action(async (req) => {
    const me = await signedIn(runtime, req)
    requireRole(me, 'editor', 'publisher')
    const film = await filmOf(runtime, req, me, 'update')
    await change(runtime, film.id)
    return progress(runtime, film)
  })

type Film = { id: string; stream: Stream | null | undefined; mayChange: boolean }

/** The film, if this colleague may see it, or change it: by the same office scope as in the admin. */
async function filmOf({ payload }: Runtime, req: Request, user: Staff, right: 'read' | 'update'): Promise<Film> {
  const { id } = parse(place, req.params)
  const asked = { collection: 'videos', depth: 0, draft: true, user, overrideAccess: false } as const
  const found = await payload.find({ ...asked, where: { id: { equals: id } }, limit: 1, joins: false })
  const film = found.docs[0]
  if (!film) throw new CodedError('not-found')
  const mayChange = (user.roles as Role[]).includes('admin') || (await mayEdit(payload, user, idOf(film.office)))
  if (right === 'update' && !mayChange) throw new CodedError('forbidden')
  return { id, stream: film.stream as Stream | null, mayChange }
}

async function mayEdit(payload: Runtime['payload'], user: Staff, office: string | null): Promise<boolean> {
  if (!user.roles.some((role) => role === 'editor' || role === 'publisher')) return false
  const scope = await officeScope(await createLocalReq({ user }, payload))
  return scope.includes(office ?? '')
}
