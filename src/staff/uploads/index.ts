import { Server, type Upload } from '@tus/server'
import { Router, type Request, type RequestHandler } from 'express'
import type { IncomingMessage } from 'node:http'
import { statfs } from 'node:fs/promises'
import { CodedError } from '../../lib/errors'
import type { Runtime } from '../../runtime'
import { action, parse, requireRole, signedIn } from '../staff'
import { finisher } from './finish'
import { finished, idle, metadataOf, refused, smallPieces, strings } from './http'
import { refusal, told, uploadId } from './rules'
import { uploadStore } from './store'

const made = new WeakMap<Runtime, ReturnType<typeof build>>()

/** Uploads that survive a bad line (tus 1.0): begun, continued at the byte they stopped at, finished once. */
export const uploadsRouter = (runtime: Runtime): Router => uploadsOf(runtime).router

/** Finishes what was whole when the process was killed. Never throws: one bad upload must not stop the start. */
export async function finishUploads(runtime: Runtime): Promise<void> {
  const { store, finish } = uploadsOf(runtime)
  for (const { id, offset, size } of await store.all())
    if (offset === size)
      await finish(id).catch((error: unknown) => runtime.log.warn({ err: error, id }, 'an upload was not finished'))
}

function uploadsOf(runtime: Runtime) {
  const uploads = made.get(runtime) ?? build(runtime)
  made.set(runtime, uploads)
  return uploads
}

function build(runtime: Runtime) {
  const { env } = runtime
  const store = uploadStore(runtime)
  const { finish, documentOf } = finisher(runtime, store)
  const begun = new WeakMap<IncomingMessage, Upload['metadata']>()

  const tus = new Server({
    path: `${env.BASE_PATH}/api/staff/uploads`,
    datastore: store.tus,
    relativeLocation: true, // behind a proxy we do not know our own address
    allowedOrigins: [],
    onUploadCreate: async (req) => ({ metadata: begun.get(req.runtime!.node!.req as Request)! }),
    onUploadFinish: async (req, { id }) => {
      try {
        return { headers: { 'Upload-Document': await finish(id) } }
      } catch (error) {
        runtime.log[error instanceof CodedError ? 'info' : 'error']({ err: error, id }, 'an upload was refused')
        return refused(error, req.runtime!.node!.req as Request)
      }
    },
  })
  const pass: RequestHandler = (req, res) => tus.handle(req, res)

  const begin: RequestHandler = async (req, _res, next) => {
    const me = await permitted(req)
    const size = Number(req.headers['upload-length'] ?? Number.NaN)
    if (!Number.isSafeInteger(size) || size < 0) throw new CodedError('bad-request')
    const { bavail, bsize } = await statfs(env.DATA_DIR)
    const code = refusal(size, { mostMb: env.UPLOAD_MAX_MB, free: bavail * bsize })
    if (code) throw new CodedError(code, undefined, { mostMb: env.UPLOAD_MAX_MB })
    const given = parse(told, metadataOf(req))
    begun.set(req, { ...strings(given), owner: me.id })
    next()
  }

  /** One's own upload only; one that has become a document answers so, however often it is asked. */
  const go: RequestHandler = async (req, res, next) => {
    const me = await permitted(req)
    const id = uploadId.safeParse(req.params.id)
    const upload = id.success ? await store.read(id.data) : null
    if (!upload || upload.owner !== me.id) throw new CodedError('not-found')
    const whole = upload.offset === null || upload.offset === upload.size
    if (!whole) return next()
    if (req.method === 'DELETE') throw new CodedError('conflict')
    finished(res, req, upload.size, upload.offset === null ? await documentOf(upload.id) : await finish(upload.id))
  }

  async function permitted(req: Request) {
    const me = await signedIn(runtime, req)
    requireRole(me, 'editor', 'publisher')
    return me
  }

  const router = Router()
  router.use(idle)
  router.get(
    '/',
    action(async (req, res) => {
      res.set('cache-control', 'no-store')
      const me = await permitted(req)
      const mine = (await store.all()).filter(({ owner }) => owner === me.id)
      return { uploads: mine.map(({ owner: _owner, file: _file, ...upload }) => upload) }
    }),
  )
  router.options(['/', '/:id'], pass)
  router.post('/', smallPieces, begin, pass)
  for (const method of ['head', 'patch', 'delete'] as const) router[method]('/:id', smallPieces, go, pass)
  router.use((_req, _res, next) => next(new CodedError('method-not-allowed')))
  return { router, store, finish }
}

/** What GET answers with. */
export type Unfinished = {
  id: string
  filename: string
  purpose: string
  modified: number
  size: number
  offset: number
}
