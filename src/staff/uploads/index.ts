import { Metadata, Server, type Upload } from '@tus/server'
import { Router, type Request, type RequestHandler, type Response } from 'express'
import type { IncomingMessage } from 'node:http'
import { statfs } from 'node:fs/promises'
import { CodedError, errorBody } from '../../lib/errors'
import type { Runtime } from '../../runtime'
import { action, parse, requireRole, signedIn } from '../staff'
import { finisher } from './finish'
import { CHUNK_MOST, IDLE_MS, refusal, told, uploadId } from './rules'
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

/** Node's request time-out is off, it would end a slow upload; a line without a byte is ended instead. */
const idle: RequestHandler = (req, _res, next) => {
  if (req.method !== 'PATCH' && req.method !== 'POST') return next()
  req.setTimeout(IDLE_MS, () => req.destroy())
  req.once('end', () => req.setTimeout(0)) // making the document may take longer
  next()
}

const smallPieces: RequestHandler = (req, res, next) => {
  const length = Number(req.headers['content-length'] ?? 0)
  const whole = req.headers['transfer-encoding'] === undefined
  if (whole && length <= CHUNK_MOST) return next()
  res.set('connection', 'close')
  next(new CodedError(whole ? 'too-large' : 'bad-request'))
}

function finished(res: Response, req: Request, size: number, document: string | null): void {
  if (!document) throw new CodedError('not-found')
  res.set({ 'tus-resumable': '1.0.0', 'cache-control': 'no-store', 'upload-document': document })
  res.set({ 'upload-offset': String(size), 'upload-length': String(size) })
  res.status(req.method === 'HEAD' ? 200 : 204).end()
}

function refused(error: unknown, req: Request) {
  const body = errorBody(error, req.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh')
  const status = error instanceof CodedError ? error.status : 500
  return { status_code: status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

function metadataOf(req: Request): unknown {
  const header = req.headers['upload-metadata']
  try {
    return Metadata.parse(Array.isArray(header) ? header.join(',') : header)
  } catch (error) {
    throw new CodedError('bad-request', undefined, undefined, { cause: error })
  }
}

const strings = (row: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
