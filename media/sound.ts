import { mkdir } from 'node:fs/promises'
import type { Loudness } from '../src/lib/loudness'
import { encode } from './ffmpeg'
import { levelling, type Levelling } from './loudness'
import type { Tools } from './tools'
import { hls, limitFor, SOUND, type Watch } from './transcode'

type Wanted = { duration: number; offsetMs?: number; loudness: Loudness }
/** The first pass takes about this share of the time. */
const MEASURING = 0.3

/**
 * One spoken rendition, exactly as long as the film: padded with silence or cut, in two passes at the wanted loudness.
 * `offsetMs` moves it later (or earlier when negative). The recording may be another film: its first sound is taken.
 */
export async function encodeSound(
  tools: Tools,
  recording: string,
  { duration, offsetMs = 0, loudness }: Wanted,
  folder: string,
  { onProgress, ...watch }: Watch = {},
): Promise<Levelling> {
  await mkdir(folder, { recursive: true })
  const inputs = [{ file: recording }]
  const limit = limitFor(duration)
  const chain = `[0:a:0]aresample=${SOUND.rate}:async=1:first_pts=0,aformat=channel_layouts=mono,${moved(offsetMs)}apad`
  const level = await levelling(
    tools,
    { inputs, chain, seconds: duration, limit, ...watch, onProgress: (at) => onProgress?.(at * MEASURING) },
    loudness,
  )
  await encode(tools.ffmpeg, {
    inputs,
    filters: [`${chain}${level.filter}[sound]`],
    outputs: [
      {
        file: 'index.m3u8',
        flags: ['-map [sound]', `-t ${duration.toFixed(3)}`, '-c:a aac', `-b:a ${SOUND.bitrate}k`, '-ac 1', ...hls()],
      },
    ],
    cwd: folder,
    limit,
    ...watch,
    onProgress: (at) => onProgress?.(duration * MEASURING + at * (1 - MEASURING)),
  })
  return level
}

/** Moves a sound later by silence in front of it, or earlier by cutting its beginning. */
function moved(offsetMs: number): string {
  if (offsetMs > 0) return `adelay=${offsetMs},`
  return offsetMs < 0 ? `atrim=start=${-offsetMs / 1000},asetpts=PTS-STARTPTS,` : ''
}
