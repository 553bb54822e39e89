import { encode } from './ffmpeg'
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

/** One frame of our own rung as PNG. */
export async function grabFrame(tools: Tools, rung: string, at: number, target: string): Promise<void> {
  await encode(tools.ffmpeg, {
    inputs: [{ file: rung, own: true, flags: [`-ss ${at.toFixed(2)}`] }],
    outputs: [{ file: target, flags: ['-map 0:v:0', '-frames:v 1', '-f image2', '-c:v png'] }],
    limit: 300,
  })
}

/** Flags of an HLS rendition, in a folder below the working directory or in it. */
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
