import { createHash } from 'node:crypto'
import { open, readFile, writeFile } from 'node:fs/promises'
import type { CollectionBeforeOperationHook } from 'payload'
import sharp from 'sharp'
import { CodedError } from '../../src/lib/errors'
import { worded } from './uploads'

/** More than any phone takes today; a picture that claims more is a trap for our memory. */
const MOST_PIXELS = 120_000_000
/** What is kept of an original: enough for print of a card and for every size made of it. */
const KEPT = 2560

/**
 * Takes an uploaded picture in: judged by its bytes, turned as the camera was held, one frame, sRGB, without a word about
 * who took it where. What Payload stores is already this; the camera's file is kept nowhere.
 * @throws CodedError `media-empty`, `image-vector`, `image-too-large`, `unsupported-type`, `media-broken`
 */
export const takePicture: CollectionBeforeOperationHook = async ({ args, req, operation }) => {
  const { file } = req
  if (operation !== 'create' || !file) return args
  try {
    if (!file.size) throw new CodedError('media-empty')
    const source = file.tempFilePath || file.data
    refuseByBytes(await headOf(source))
    const { data, form } = await cleaned(source)
    if (file.tempFilePath) await writeFile(file.tempFilePath, data)
    else file.data = data
    req.file = { ...file, size: data.length, mimetype: `image/${form}`, name: nameOf(file.name, data, form) }
    return args
  } catch (error) {
    throw error instanceof CodedError ? worded(error.code, req, error.details) : error
  }
}

async function headOf(source: string | Buffer): Promise<Buffer> {
  if (typeof source !== 'string') return source.subarray(0, 1024)
  const handle = await open(source)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1024), 0, 1024, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

const known = [/^\xff\xd8\xff/, /^\x89PNG\r\n\x1a\n/, /^GIF8[79]a/, /^RIFF....WEBP/s, /^....ftypavi[fs]/s]

/** Only what begins like one of five kinds reaches a decoder. A drawing (SVG) is a program and can carry scripts. */
function refuseByBytes(head: Buffer): void {
  const text = head.toString('latin1')
  if (known.some((kind) => kind.test(text))) return
  throw new CodedError(
    /<(svg|\?xml|!doctype svg)/i.test(text) || /^\x1f\x8b/.test(text) ? 'image-vector' : 'image-kind',
  )
}

async function cleaned(source: string | Buffer): Promise<{ data: Buffer; form: 'jpeg' | 'png' }> {
  const read = typeof source === 'string' ? await readFile(source) : source
  try {
    // The header alone, nothing is decoded yet: here the claim of 100,000 x 100,000 ends.
    const { width, height, hasAlpha, format } = await sharp(read, { limitInputPixels: false }).metadata()
    if (width * height > MOST_PIXELS) throw new CodedError('image-too-large', undefined, { width, height })
    const form = format === 'png' || hasAlpha ? 'png' : 'jpeg'
    const data = await sharp(read, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .autoOrient()
      .resize({ width: KEPT, height: KEPT, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .toFormat(form, form === 'jpeg' ? { quality: 90 } : {})
      .toBuffer()
    return { data, form }
  } catch (error) {
    throw error instanceof CodedError ? error : new CodedError('media-broken', undefined, undefined, { cause: error })
  }
}

/** Named by its content, so that an address never shows another picture later; without dots, which mark our sizes. */
function nameOf(name: string, data: Buffer, form: 'jpeg' | 'png'): string {
  const word = name
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
  const hash = createHash('sha256').update(data).digest('hex').slice(0, 10)
  return `${word || 'picture'}-${hash}.${form === 'jpeg' ? 'jpg' : 'png'}`
}
