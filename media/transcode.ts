import { mkdir } from 'node:fs/promises'
import { encode } from './ffmpeg'
import type { Rung } from './ladder'
import { path, readText } from './storage'
import type { Tools } from './tools'

export const SEGMENT_SECONDS = 6
export const KEYFRAME_SECONDS = 2
/**
 * Every rendition starts one second into its own clock. Without room below zero each encoder's reordering delay would
 * shift its picture by a different amount, and lips would not match the dub. MPEG-TS adds 1.4 s itself.
 */
const OFFSET = 1
export const START_MPEGTS = Math.round((OFFSET + 1.4) * 90_000)
/** Speech for weak networks: AAC-LC, mono (norms 4.2). */
export const SOUND = { bitrate: 48, rate: 44_100 }

export type Watch = { signal?: AbortSignal | undefined; onProgress?: (seconds: number) => void; pidFile?: string }

/**
 * Encodes every rung in one process: one decode, each size scaled from the next larger one (performance.md 5, B).
 * Writes `<rung>/index.m3u8` and 6 s TS segments into `folder`.
 */
export async function encodePictures(
  tools: Tools,
  film: string,
  rungs: Rung[],
  duration: number,
  folder: string,
  watch: Watch = {},
): Promise<void> {
  for (const { name } of rungs) await mkdir(path.join(folder, name), { recursive: true })
  await encode(tools.ffmpeg, {
    inputs: [{ file: film, flags: ['-fflags +genpts'] }],
    filters: cascade(rungs),
    outputs: rungs.map((rung) => ({
      file: `${rung.name}/index.m3u8`,
      flags: [`-map [${pad(rung)}]`, ...h264(rung), ...hls(rung.name)],
    })),
    cwd: folder,
    limit: limitFor(duration),
    ...watch,
  })
}

/** The progressive MP4 for players without HLS: our own rendition and sound, copied, index in front. */
export async function joinFallback(
  tools: Tools,
  picture: string,
  sound: string | undefined,
  target: string,
  duration: number,
) {
  await encode(tools.ffmpeg, {
    inputs: [{ file: picture, own: true }, ...(sound ? [{ file: sound, own: true }] : [])],
    outputs: [
      {
        file: target,
        flags: [
          '-map 0:v:0',
          ...(sound ? ['-map 1:a:0', '-bsf:a aac_adtstoasc'] : []),
          '-c copy',
          `-t ${duration.toFixed(3)}`,
          '-movflags +faststart',
          '-f mp4',
        ],
      },
    ],
    limit: limitFor(duration),
  })
}

/** At least so many frames are looked at, and at most five times as many. */
const LOOKED_AT = 12

/**
 * Frames to choose a poster from as `<number>.png`: at every cut, and evenly where nothing is cut. Decodes our own lowest
 * rung, a fraction of the work of the original. Resolves to the second each of them stands at, in order.
 */
export async function grabScenes(tools: Tools, rung: string, duration: number, folder: string): Promise<number[]> {
  const pause = duration / LOOKED_AT
  const since = (seconds: number) => `gte(t-prev_selected_t\\,${seconds.toFixed(3)})`
  const wanted = `isnan(prev_selected_t)+${since(pause)}+gt(scene\\,0.3)*${since(pause / 5)}`
  await encode(tools.ffmpeg, {
    inputs: [{ file: rung, own: true }],
    filters: [`[0:v:0]select='${wanted}',metadata=mode=print:file=times.txt[frames]`],
    outputs: [{ file: '%d.png', flags: ['-map [frames]', '-vsync vfr', '-f image2', '-c:v png'] }],
    cwd: folder,
    limit: limitFor(duration),
  })
  const times = await readText(path.join(folder, 'times.txt'))
  return [...times.matchAll(/pts_time:([\d.]+)/g)].map(([, second]) => Number(second))
}

/** One frame as PNG, from a moment when the opening is over. */
export async function grabFrame(tools: Tools, film: string, at: number, target: string): Promise<void> {
  await encode(tools.ffmpeg, {
    inputs: [{ file: film, flags: [`-ss ${at.toFixed(2)}`] }],
    outputs: [{ file: target, flags: ['-map 0:v:0', '-frames:v 1', '-vf scale=iw*sar:ih', '-f image2', '-c:v png'] }],
    limit: 300,
  })
}

/** [0:v] > fps > largest > split > next smaller > ... Labels are p0 (largest) downwards. */
function cascade(rungs: Rung[]): string[] {
  const falling = [...rungs].reverse()
  const rate = falling[0]!.frameRate
  return falling.map((rung, index) => {
    const from = index ? `next${index}` : '0:v:0'
    const pace = index ? (rung.frameRate === rate ? '' : `fps=${rung.frameRate},`) : `fps=${rate},`
    const scale = `${pace}scale=${rung.width}:${rung.height}:flags=bicubic,setsar=1,format=yuv420p`
    const last = index === falling.length - 1
    return `[${from}]${scale}${last ? '' : ',split=2'}[${pad(rung)}]${last ? '' : `[next${index + 1}]`}`
  })
}

const pad = ({ name }: Rung) => `p${name.replace('-', 'x')}`

/** Constant quality with a ceiling: slides and talking heads stay far below it, nothing goes above. */
const h264 = ({ peak, profile, frameRate }: Rung) => [
  '-c:v libx264',
  '-preset veryfast',
  `-profile:v ${profile}`,
  '-crf 24',
  `-maxrate ${peak}k`,
  `-bufsize ${peak}k`,
  `-g ${Math.ceil(frameRate * KEYFRAME_SECONDS)}`,
  `-force_key_frames expr:gte(t,n_forced*${KEYFRAME_SECONDS})`,
  '-sc_threshold 0',
]

export const hls = (folder?: string) => [
  '-map_metadata -1',
  `-output_ts_offset ${OFFSET}`,
  '-f hls',
  `-hls_time ${SEGMENT_SECONDS}`,
  '-hls_playlist_type vod',
  '-hls_segment_type mpegts',
  `-hls_segment_filename ${folder ? `${folder}/` : ''}%05d.ts`,
]

/** A weak machine encodes at a tenth of real time; beyond that something hangs. */
export const limitFor = (duration: number) => Math.ceil(600 + duration * 20)
