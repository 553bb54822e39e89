import { encode } from './ffmpeg'
import { speechAt } from './speechAt'
import { path, readBytes } from './storage'
import type { Tools } from './tools'
import { limitFor, SOUND } from './transcode'

/** What a resident hears of a spoken rendition before choosing it. */
export const SAMPLE = 'sample.m4a'
const SECONDS = 3
/** The opening has music and titles; people talk later. */
const OPENING = 0.15
const STRETCH = 300
const RATE = 8000

/**
 * Makes `sample.m4a` in the folder of a finished rendition: 3 s from the first passage with a voice after the opening,
 * faded. The rendition has its loudness already. Makes none when nothing is heard.
 */
export async function makeSample(tools: Tools, folder: string, duration: number, scratch: string): Promise<void> {
  const seconds = Math.min(SECONDS, duration)
  const latest = duration - seconds
  const starts = [Math.min(duration * OPENING, latest)]
  while (starts.at(-1)! + STRETCH < latest) starts.push(starts.at(-1)! + STRETCH)
  for (const start of [...starts, 0]) {
    const at = speechAt(await samplesFrom(tools, folder, start, scratch), RATE, seconds)
    if (at !== undefined) return cut(tools, folder, Math.min(start + at, latest), seconds)
  }
}

async function samplesFrom(tools: Tools, folder: string, start: number, scratch: string): Promise<Int16Array> {
  const file = path.join(scratch, 'stretch.pcm')
  await encode(tools.ffmpeg, {
    inputs: [{ file: path.join(folder, 'index.m3u8'), own: true }],
    filters: [`[0:a:0]atrim=start=${start.toFixed(2)}:duration=${STRETCH + SECONDS}[stretch]`],
    outputs: [{ file, flags: ['-map [stretch]', '-ac 1', `-ar ${RATE}`, '-f s16le', '-c:a pcm_s16le'] }],
    limit: limitFor(start + STRETCH),
  })
  const bytes = await readBytes(file)
  return new Int16Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.length / 2))
}

async function cut(tools: Tools, folder: string, start: number, seconds: number): Promise<void> {
  const fade = Math.min(0.15, seconds / 4)
  const piece = `[0:a:0]atrim=start=${start.toFixed(2)}:duration=${seconds.toFixed(2)},asetpts=PTS-STARTPTS`
  await encode(tools.ffmpeg, {
    inputs: [{ file: path.join(folder, 'index.m3u8'), own: true }],
    filters: [`${piece},afade=t=in:d=${fade},afade=t=out:st=${(seconds - fade).toFixed(2)}:d=${fade}[sample]`],
    outputs: [
      {
        file: path.join(folder, SAMPLE),
        flags: ['-map [sample]', '-c:a aac', `-b:a ${SOUND.bitrate}k`, '-map_metadata -1', '-movflags +faststart'],
      },
    ],
    limit: limitFor(start + seconds),
  })
}
