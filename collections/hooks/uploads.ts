import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type {
  CollectionAfterErrorHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
} from 'payload'
import { errorCodes, type ErrorCode } from '../../src/lib/errorCodes'
import { CodedError } from '../../src/lib/errors'

type File = NonNullable<PayloadRequest['file']>

/** Refuses at the door what could never become a film: nothing at all, or words named like a film. The probe looks closer. */
export const refuseEmpty: CollectionBeforeOperationHook = async ({ args, req, operation }) => {
  if (operation !== 'create' || !req.file) return args
  if (!req.file.size) throw worded('media-empty', req)
  if (/^(video|audio)\//.test(req.file.mimetype) && isText(await headOf(req.file)))
    throw worded('media-not-a-film', req)
  return args
}

/** The content of a file, so that the same recording is not encoded twice. */
export const noteContent: CollectionBeforeValidateHook = async ({ data, req, operation }) => {
  if (operation !== 'create' || !req.file) return data
  const hash = createHash('sha256')
  if (req.file.tempFilePath)
    for await (const chunk of createReadStream(req.file.tempFilePath)) hash.update(chunk as Buffer)
  else hash.update(req.file.data)
  return { ...data, sha256: hash.digest('hex') }
}

async function headOf({ tempFilePath, data }: File): Promise<Uint8Array> {
  if (!tempFilePath) return data.subarray(0, 4096)
  const handle = await open(tempFilePath)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** Recordings have control bytes in their first kilobytes, texts of any encoding used here have none. */
const isText = (head: Uint8Array) => !head.some((byte) => byte < 9 || (byte > 13 && byte < 27))

/** In the language of the admin: its upload form shows the message as it comes. */
export const worded = (code: ErrorCode, req: PayloadRequest, details?: Record<string, unknown>) =>
  new CodedError(code, errorCodes[code][req.i18n?.language === 'en' ? 'en' : 'zh'], details)

/** Payload refuses a damaged or foreign file in words for developers; the person at the form gets ours. */
export const wordRefusal: CollectionAfterErrorHook = ({ error, req }) => {
  const faults = (error as { data?: { errors?: { path?: string; message?: string }[] } }).data?.errors
  const fault = faults?.find(({ path }) => path === 'file')
  if (!fault) return
  const code = /corrupted/i.test(fault.message ?? '') ? 'media-broken' : 'unsupported-type'
  const { message } = worded(code, req)
  return {
    status: 422,
    response: { errors: [{ name: 'ValidationError', message, data: { errors: [{ path: 'file', message }] } }] },
  }
}
