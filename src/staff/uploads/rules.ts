import { z } from 'zod'
import type { ErrorCode } from '../../lib/errorCodes'
import { purposes } from '../../lib/fileKinds'

const MB = 1024 * 1024
/** Small pieces pass every proxy and cost little to repeat; larger ones are refused. */
export const CHUNK_MOST = 16 * MB
/** No byte for a minute: the line is dead, the person's program will come again. */
export const IDLE_MS = 60_000
/** What has to stay free for the database and the site, beside the upload and its copy. */
const RESERVE = 256 * MB

/** What is told about an upload at its beginning; tus carries it in a header. */
export const told = z.object({
  filename: z.string().trim().min(1).max(255),
  purpose: z.enum(purposes).default('file'),
  filetype: z.string().max(127).default(''),
  /** Milliseconds; tells two films of one name apart when an upload is taken up again. */
  modified: z.coerce.number().int().nonnegative().default(0),
  note: z.string().trim().max(200).optional(),
  office: z.string().min(1).max(64).optional(),
})
export type Told = z.infer<typeof told>

export const uploadId = z.string().regex(/^[0-9a-f]{32}$/)

/** Why an upload of this size may not begin, or null. While it is stored it lies on the disk twice. */
export function refusal(size: number, limits: { mostMb: number; free: number }): ErrorCode | null {
  if (size === 0) return 'media-empty'
  if (size > limits.mostMb * MB) return 'media-too-large'
  return size * 2 + RESERVE > limits.free ? 'media-disk-full' : null
}

/** Ends the stored name, so that what a killed attempt left half copied can be found again. */
export const tagOf = (id: string) => `-${id.slice(0, 8)}`

export function taggedName(filename: string, id: string): string {
  const [, base = filename, ending = ''] = /^(.+)(\.[a-z0-9]{1,5})$/is.exec(filename) ?? []
  return `${base.slice(0, 80)}${tagOf(id)}${ending}`
}
