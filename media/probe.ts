import { stat } from 'node:fs/promises'
import { z } from 'zod'
import type { ErrorCode } from '../src/lib/errorCodes'
import { CodedError } from '../src/lib/errors'
import { MOST_PIXELS } from './confine'
import { FfmpegError, inspect } from './ffmpeg'
import { credible, fits, measure, SHORTEST, type Stated } from './length'
import type { Tools } from './tools'

/** What the pipeline needs to know of a recording. Sizes are as shown: turned and with square pixels. */
export type Probe = {
  duration: number // seconds
  /** Absent for a film that is sound only. */
  video?: Picture
  audio?: { channels: number }
}
export type Picture = {
  width: number
  height: number
  frameRate: number
  interlaced?: true
  hdr?: true
  /** As it lies in the file: what decides whether it can be taken over without encoding. */
  coded?: { codec: string; profile: string; level: number; pixels: string; upright: boolean; steady: boolean }
}

const number = z.coerce.number().optional().catch(undefined)
const stream = z.object({
  codec_type: z.string().optional(),
  width: number,
  height: number,
  sample_aspect_ratio: z.string().optional(),
  avg_frame_rate: z.string().optional(),
  r_frame_rate: z.string().optional(),
  codec_name: z.string().optional(),
  profile: z.coerce.string().optional(),
  level: number,
  pix_fmt: z.string().optional(),
  field_order: z.string().optional(),
  color_transfer: z.string().optional(),
  color_primaries: z.string().optional(),
  color_space: z.string().optional(),
  channels: number,
  duration: number,
  disposition: z.object({ attached_pic: z.number().optional() }).optional(),
  tags: z.object({ rotate: number }).partial().optional(),
  side_data_list: z.array(z.object({ rotation: number })).optional(),
})
const answer = z.object({
  streams: z.array(stream).default([]),
  format: z.object({ duration: number }).default({ duration: undefined }),
})

/**
 * Reads a recording. Throws `media-empty`, `media-not-a-film`, `media-no-sound`, `media-broken`,
 * `media-too-long`, `media-too-many-pixels`, `media-limit`: sentences for the person who uploaded it.
 * @param kind a track needs sound; a film without a picture is listened to
 */
export async function probe(tools: Tools, file: string, kind: 'film' | 'track'): Promise<Probe> {
  if ((await stat(file)).size === 0) throw new CodedError('media-empty')
  const { streams, format } = await read(tools, file)
  // A cover picture inside an MP3 is no film.
  const moving = streams.filter((s) => s.codec_type === 'video' && !s.disposition?.attached_pic)
  const picture = moving.find((s) => s.width && s.height)
  const sound = streams.find((s) => s.codec_type === 'audio')
  if (moving.length && !picture) throw new CodedError('media-broken')
  if (!picture && !sound) throw new CodedError('media-not-a-film')
  if (kind === 'track' && !sound) throw new CodedError('media-no-sound')
  if (picture && picture.width! * picture.height! > MOST_PIXELS) throw new CodedError('media-too-many-pixels')
  const duration = await lengthOf(tools, file, picture && kind === 'film' ? 'film' : 'track', {
    whole: format.duration,
    part: (kind === 'film' ? (picture ?? sound) : sound)?.duration,
  })
  return {
    duration,
    ...(picture && { video: pictureOf(picture) }),
    ...(sound && { audio: { channels: sound.channels ?? 1 } }),
  }
}

async function lengthOf(tools: Tools, file: string, kind: 'film' | 'track', stated: Stated): Promise<number> {
  if (credible(stated)) return stated.whole ?? stated.part!
  const length = await measure(tools, file, kind).catch((error: unknown) => refuse(error, 'media-broken'))
  if (length < SHORTEST) throw new CodedError('media-broken')
  if (!fits(length)) throw new CodedError('media-too-long')
  return length
}

async function read(tools: Tools, file: string) {
  try {
    return answer.parse(await inspect(tools.ffprobe, file, ['-show_streams', '-show_format']))
  } catch (error) {
    const output = error instanceof FfmpegError ? error.output : ''
    // The container was recognised, but its index never arrived: cut off while copying.
    const cut =
      /moov atom not found|error reading header|truncat|EBML|partial file|End of file/i.test(output) &&
      (await isBinary(file))
    return refuse(error, cut ? 'media-broken' : 'media-not-a-film')
  }
}

/** What a tool's refusal means for the person who uploaded the file. */
function refuse(error: unknown, code: ErrorCode): never {
  if (!(error instanceof FfmpegError)) throw error
  if (error.limit) throw new CodedError('media-limit', undefined, { limit: error.limit }, { cause: error })
  throw new CodedError(code, undefined, undefined, { cause: error })
}

async function isBinary(file: string): Promise<boolean> {
  const { open } = await import('node:fs/promises')
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0)
    return buffer.subarray(0, bytesRead).includes(0)
  } finally {
    await handle.close()
  }
}

function pictureOf(found: z.infer<typeof stream>): Picture {
  const { width = 0, height = 0, sample_aspect_ratio, field_order = 'unknown' } = found
  const stretch = ratio(sample_aspect_ratio?.replace(':', '/')) || 1
  const turn = found.side_data_list?.find((data) => data.rotation !== undefined)?.rotation ?? found.tags?.rotate ?? 0
  const wide = Math.round(width * stretch)
  return {
    ...(Math.abs(turn) % 180 === 90 ? { width: height, height: wide } : { width: wide, height }),
    frameRate: frameRate(found),
    ...(/^(tt|bb|tb|bt)$/.test(field_order) && { interlaced: true }),
    ...(isHdr(found) && { hdr: true }),
    coded: {
      codec: found.codec_name ?? '',
      profile: found.profile ?? '',
      level: found.level ?? 0,
      pixels: found.pix_fmt ?? '',
      upright: turn === 0 && stretch === 1,
      steady: field_order === 'progressive' && found.avg_frame_rate === found.r_frame_rate,
    },
  }
}

/** Only a fully described HDR picture can be mapped to what phones show; half a description is treated as none. */
const isHdr = ({ color_transfer = '', color_primaries, color_space }: z.infer<typeof stream>) =>
  ['smpte2084', 'arib-std-b67'].includes(color_transfer) && color_primaries === 'bt2020' && color_space === 'bt2020nc'

/** Phones record at a varying rate; we make it steady. 30 a second is the most a weak phone should decode. */
function frameRate({ avg_frame_rate, r_frame_rate }: z.infer<typeof stream>): number {
  let rate = ratio(avg_frame_rate) || ratio(r_frame_rate) || 25
  if (rate > 240) rate = 25
  while (rate > 30.5) rate /= 2
  const usual = [24000 / 1001, 24, 25, 30000 / 1001, 30].find((common) => Math.abs(rate - common) / common < 0.0005)
  return usual ?? Math.max(1, Math.round(rate))
}

function ratio(text = ''): number {
  const [a, b] = text.split('/').map(Number)
  const value = a && b ? a / b : 0
  return Number.isFinite(value) ? value : 0
}
