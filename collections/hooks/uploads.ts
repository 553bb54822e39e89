import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type {
  CollectionAfterErrorHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  Payload,
  PayloadRequest,
} from 'payload'
import { identify, type Identity } from '../../media/kind'
import { findTools, type Tools } from '../../media/tools'
import { errorCodes, type ErrorCode } from '../../src/lib/errorCodes'
import { CodedError } from '../../src/lib/errors'
import { fitting, fittingName, type Purpose } from '../../src/lib/fileKinds'
import { staffOf } from '../access'

type File = NonNullable<PayloadRequest['file']>

/** Decides by the bytes what a file is, and refuses what we cannot use. `context.purpose` says what it has to be. */
export const identifyFile: CollectionBeforeOperationHook = async ({ args, req, operation, context }) => {
  if (operation !== 'create' || !req.file) return args
  // This hook runs before Payload asks for access: a stranger must not make us probe. The access refuses them next.
  if (req.payloadAPI === 'REST' && !staffOf(req)) return args
  try {
    const found = await onDisk(req.payload, req.file, async (file) => identify(await toolsOf(req.payload), file))
    refuseUnfit(found, req.file, context.purpose as Purpose | undefined)
    context.fileKind = found.kind
    req.file = { ...req.file, mimetype: found.mimeType, name: fittingName(req.file.name, found.kind, found.ending) }
    return args
  } catch (error) {
    throw error instanceof CodedError ? worded(error.code, req) : error
  }
}

/** A text that claims to be a film, or a recording where a film is wanted, is told at once and not after the encoding. */
function refuseUnfit({ kind }: Identity, { mimetype }: File, purpose: Purpose = 'file') {
  if (kind === 'text' && /^(video|audio)\//.test(mimetype)) throw new CodedError('media-not-a-film')
  if (fitting[purpose].includes(kind)) return
  if (purpose === 'subtitle') throw new CodedError('subtitle-no-times')
  throw new CodedError('media-not-a-film')
}

/** What the file is; and its content, so that the same recording is not encoded twice. */
export const noteContent: CollectionBeforeValidateHook = async ({ data, req, operation, context }) => {
  if (operation !== 'create' || !req.file) return data
  const hash = createHash('sha256')
  if (req.file.tempFilePath)
    for await (const chunk of createReadStream(req.file.tempFilePath)) hash.update(chunk as Buffer)
  else hash.update(req.file.data)
  const upload = context.upload === undefined ? {} : { upload: context.upload }
  return { ...data, ...upload, kind: context.fileKind, sha256: hash.digest('hex') }
}

/** ffprobe reads files, not memory. */
async function onDisk<T>(payload: Payload, { tempFilePath, data }: File, read: (file: string) => Promise<T>) {
  if (tempFilePath) return read(tempFilePath)
  const folder = payload.config.upload.tempFileDir!
  const file = path.join(folder, `identify-${randomUUID()}`)
  await mkdir(folder, { recursive: true })
  try {
    await writeFile(file, data)
    return await read(file)
  } finally {
    await rm(file, { force: true })
  }
}

const probers = new WeakMap<Payload, Promise<Tools | undefined>>()

/** Where ffprobe is was decided by the environment; `makeConfig` hands it on. */
function toolsOf(payload: Payload): Promise<Tools | undefined> {
  const tools = probers.get(payload) ?? findTools(payload.config.custom.tools as Parameters<typeof findTools>[0])
  probers.set(payload, tools)
  return tools
}

/** In the language of the admin: its upload form shows the message as it comes. */
export const worded = (code: ErrorCode, req: PayloadRequest, details?: Record<string, unknown>) =>
  new CodedError(code, errorCodes[code][req.i18n?.language === 'en' ? 'en' : 'zh'], details)

/** The code of what Payload itself refuses: a damaged or a foreign file. */
export function refusedFile(error: unknown): ErrorCode | null {
  const faults = (error as { data?: { errors?: { path?: string; message?: string }[] } } | null)?.data?.errors
  const fault = Array.isArray(faults) ? faults.find(({ path }) => path === 'file') : undefined
  return fault ? (/corrupted/i.test(fault.message ?? '') ? 'media-broken' : 'unsupported-type') : null
}

/** Payload refuses in words for developers; the person at the form gets ours. */
export const wordRefusal: CollectionAfterErrorHook = ({ error, req }) => {
  const code = refusedFile(error)
  if (!code) return
  const { message } = worded(code, req)
  return {
    status: 422,
    response: { errors: [{ name: 'ValidationError', message, data: { errors: [{ path: 'file', message }] } }] },
  }
}
