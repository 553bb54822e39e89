import { z } from 'zod'
import { encode, inspect, type Encode } from '../ffmpeg'
import { path, sizeOf } from '../storage'
import type { Tools } from '../tools'
import { SOUND_KBPS } from './budget'
import type { Layout } from './layout'
import { noticeFilters, type Notice } from './notice'
import { SYNTHETIC_WORDS } from './wording'

export type Film = {
  /** Playlists of the published stream: its best picture and the chosen sound. */
  picture: { file: string; frameRate: number }
  sound?: string | undefined
  /** Seconds of the stream. */
  duration: number
  layout: Layout
  /** Ceiling of the picture. */
  kbps: number
  title: string
  notice?: Notice | undefined
}
type Watch = Pick<Encode, 'signal' | 'onProgress' | 'pidFile'>

const PAPER = '0xFAF7F0'
const SOUND = 'aresample=44100:async=1:first_pts=0,aformat=sample_fmts=fltp:channel_layouts=mono'

/**
 * One film of a kit: H.264 and AAC in an MP4 that starts at once, words burned in. `folder` holds `<name>.ass` and
 * `fonts`; relative names keep odd signs of machine paths out of the filter's own syntax. Resolves to its seconds and bytes.
 */
export async function makeFilm(tools: Tools, film: Film, folder: string, name: string, watch: Watch = {}) {
  const { picture, sound, notice, duration } = film
  const seconds = duration + (notice?.seconds ?? 0)
  await encode(tools.ffmpeg, {
    inputs: [picture.file, sound, notice?.speech].flatMap((file) => (file ? [{ file, own: true }] : [])),
    filters: [...pictureFilters(film, name), ...soundFilters(film)],
    outputs: [{ file: `${name}.mp4`, flags: [...outputFlags(film), `-t ${seconds.toFixed(3)}`, '-f mp4'] }],
    cwd: folder,
    limit: Math.ceil(600 + duration * 20),
    ...watch,
  })
  const file = path.join(folder, `${name}.mp4`)
  await check(tools, file, seconds, Boolean(notice))
  return { seconds, bytes: await sizeOf(file) }
}

function pictureFilters({ picture, layout, notice }: Film, name: string): string[] {
  const { width, height, picture: box } = layout
  const rate = Math.min(30, picture.frameRate)
  const fitted = [
    `fps=${rate}`,
    `scale=${box.width}:${box.height}:flags=bicubic`,
    `pad=${width}:${height}:${box.x}:${box.y}:color=${PAPER}`,
    'setsar=1,format=yuv420p',
  ].join(',')
  const words = `ass=f=${name}.ass:fontsdir=fonts`
  if (!notice) return [`[0:v:0]${fitted},${words}[picture]`]
  return [
    `color=c=${PAPER}:s=${width}x${height}:r=${rate}:d=${notice.seconds},setsar=1,format=yuv420p[card]`,
    `[0:v:0]${fitted}[film]`,
    `[card][film]concat=n=2:v=1:a=0,${words}[picture]`,
  ]
}

function soundFilters({ sound, notice, duration }: Film): string[] {
  if (!sound) return []
  const whole = `[1:a:0]${SOUND},apad,atrim=0:${duration.toFixed(3)},asetpts=PTS-STARTPTS`
  if (!notice) return [`${whole}[sound]`]
  return [`${whole}[voice]`, ...noticeFilters(notice, 2, SOUND), '[notice][voice]concat=n=2:v=0:a=1[sound]']
}

function outputFlags({ sound, kbps, picture, title, notice }: Film): string[] {
  return [
    '-map [picture]',
    ...(sound ? ['-map [sound]', '-c:a aac', `-b:a ${SOUND_KBPS}k`, '-ac 1'] : []),
    '-map_metadata -1',
    ...Object.entries(tagsOf(title, Boolean(notice))).map(([tag, value]) => `-metadata ${tag}=${value}`),
    '-c:v libx264',
    '-preset veryfast',
    '-profile:v high',
    '-level 4.0',
    '-crf 22',
    `-maxrate ${kbps}k`,
    `-bufsize ${kbps}k`,
    `-g ${Math.ceil(Math.min(30, picture.frameRate) * 2)}`,
    // The flag keeps tags that MP4 has no place of its own for.
    '-movflags +faststart+use_metadata_tags',
  ]
}

const tagsOf = (title: string, synthetic: boolean): Record<string, string> => ({
  title,
  ...(synthetic && {
    comment: `${SYNTHETIC_WORDS} (synthetic speech)`,
    description: `${SYNTHETIC_WORDS} (synthetic speech)`,
    synthetic_speech: '1',
  }),
})

const answer = z.object({
  format: z.object({ duration: z.coerce.number(), tags: z.record(z.string(), z.string()).default({}) }),
})

/** A whole-looking file that ends early, or a synthetic voice without its label, must not leave the house. */
async function check(tools: Tools, file: string, seconds: number, synthetic: boolean): Promise<void> {
  const { format } = answer.parse(await inspect(tools.ffprobe, file, ['-show_format']))
  if (Math.abs(format.duration - seconds) > 1) throw new Error(`a kit of ${format.duration} s instead of ${seconds} s`)
  if (synthetic && !Object.values(format.tags).some((value) => value.includes(SYNTHETIC_WORDS)))
    throw new Error('the label of the synthetic voice is missing')
}
