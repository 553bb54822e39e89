import { mkdir } from 'node:fs/promises'
import { encode } from './ffmpeg'
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

/** One spoken rendition, exactly as long as the film: padded with silence or cut. `offsetMs` moves it later (or earlier when negative). */
export async function encodeSound(
  tools: Tools,
  recording: string,
  { duration, offsetMs = 0 }: { duration: number; offsetMs?: number },
  folder: string,
  watch: Watch = {},
): Promise<void> {
  await mkdir(folder, { recursive: true })
  const moved =
    offsetMs > 0 ? `adelay=${offsetMs},` : offsetMs < 0 ? `atrim=start=${-offsetMs / 1000},asetpts=PTS-STARTPTS,` : ''
  await encode(tools.ffmpeg, {
    inputs: [{ file: recording }],
    filters: [`[0:a:0]aresample=${SOUND.rate}:async=1:first_pts=0,aformat=channel_layouts=mono,${moved}apad[sound]`],
    outputs: [
      {
        file: 'index.m3u8',
        flags: ['-map [sound]', `-t ${duration.toFixed(3)}`, '-c:a aac', `-b:a ${SOUND.bitrate}k`, '-ac 1', ...hls()],
      },
    ],
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

/** One frame as PNG, from a moment when the opening is over. */
export async function grabFrame(tools: Tools, film: string, at: number, target: string): Promise<void> {
  await encode(tools.ffmpeg, {
    inputs: [{ file: film, flags: [`-ss ${at.toFixed(2)}`] }],
    outputs: [{ file: target, flags: ['-map 0:v:0', '-frames:v 1', '-vf scale=iw*sar:ih', '-f image2', '-c:v png'] }],
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
