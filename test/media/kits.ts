import { execFileSync } from 'node:child_process'
import path from 'node:path'
import yauzl from 'yauzl'
import { approveAsPeople } from '../../src/seed/approval'
import { county } from '../support/county'
import { dub, make, written } from './clips'
import type { Pipeline } from './pipeline'
import { ffmpeg, ffprobe } from './quick'

/** Residents can see a blue film of 4 s that hums 440 Hz and has a Hakka dub by a person and a Cantonese one by a machine. */
export async function publicFilm(product: Pipeline, subtitle = SRT) {
  const { payload, clips, varieties, clock } = product
  const home = await county(product)
  const blue = make(clips, 'blue.mp4', [
    ...['-f', 'lavfi', '-i', 'color=c=0x204080:s=640x360:r=25:d=4', '-f', 'lavfi', '-i', 'sine=440:d=4'],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac'],
  ])
  const late = make(clips, 'late.m4a', ['-f', 'lavfi', '-i', 'sine=880:d=3', '-af', 'adelay=1000', '-c:a', 'aac'])
  const { id } = await payload.create({
    collection: 'videos',
    draft: true,
    data: {
      title: '老板不给工钱，怎么要？',
      summary: '教您三步要回工钱。',
      film: await product.store(blue),
      variety: varieties.cmn,
      topic: home.topic.id,
      segments: [home.segment.id],
      office: home.bureau.id,
    },
  })
  await product.track(id, dub(clips, 4, 660), varieties.hak)
  await product.track(id, late, varieties.yue, { synthetic: true })
  await product.subtitle(id, written(clips, 'film.srt', subtitle))
  await product.work()
  const approval = { writer: home.people.editor.id, reviewer: home.people.reviewer.id, at: clock.now() }
  await approveAsPeople(payload, { collection: 'videos', id, ...approval })
  await product.work()
  return { id, home }
}

/** One line from 1 to 2 s that tries to be more than a line. */
const SRT = `1
00:00:01,000 --> 00:00:02,000
先打 12348 {\\an8}说清楚
`

/** The names and bytes in a ZIP, read by another library than the one that wrote it. */
export async function unzip(file: string): Promise<Record<string, Buffer>> {
  const zip = await yauzl.openPromise(file)
  const found: Record<string, Buffer> = {}
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = []
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer)
    found[entry.fileName] = Buffer.concat(parts)
  }
  return found
}

/** What ffprobe says of a file. */
export function probed(file: string) {
  const said = execFileSync(ffprobe, ['-v', 'error', '-show_streams', '-show_format', '-of', 'json', file])
  return JSON.parse(said.toString()) as {
    streams: { codec_name: string; codec_type: string; width?: number; height?: number; profile?: string }[]
    format: { duration: string; tags: Record<string, string> }
  }
}

/** How much of a frequency is in a stretch of the sound: 0 is nothing, a full tone is about 0.1. */
export function strength(file: string, hertz: number, from: number, seconds: number): number {
  const raw = execFileSync(ffmpeg, [
    ...['-v', 'error', '-ss', String(from), '-t', String(seconds), '-i', file],
    ...['-ac', '1', '-ar', '8000', '-f', 'f32le', '-'],
  ])
  const samples = new Float32Array(raw.buffer, raw.byteOffset, raw.length >> 2)
  let [real, imaginary] = [0, 0]
  samples.forEach((value, n) => {
    real += value * Math.cos((2 * Math.PI * hertz * n) / 8000)
    imaginary += value * Math.sin((2 * Math.PI * hertz * n) / 8000)
  })
  return (2 * Math.hypot(real, imaginary)) / Math.max(1, samples.length)
}

/** The loudest sample of a stretch. */
export function loudest(file: string, from: number, seconds: number): number {
  const said = execFileSync(ffmpeg, [
    ...['-v', 'error', '-ss', String(from), '-t', String(seconds), '-i', file],
    ...['-ac', '1', '-f', 'f32le', '-'],
  ])
  return new Float32Array(said.buffer, said.byteOffset, said.length >> 2).reduce(
    (most, v) => Math.max(most, Math.abs(v)),
    0,
  )
}

/** The pixels of one moment; `dark` and `bright` count those in a box that are near ink or near white. */
export function frame(file: string, at: number) {
  const { width = 0 } = probed(file).streams.find(({ codec_type }) => codec_type === 'video')!
  const raw = execFileSync(
    ffmpeg,
    ['-v', 'error', '-ss', String(at), '-i', file, '-frames:v', '1', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'],
    { maxBuffer: 1 << 26 },
  )
  const pixel = (x: number, y: number) => [...raw.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)]
  const count = ([x, y, w, h]: Box, is: (sum: number) => boolean) => {
    let found = 0
    for (let row = y; row < y + h; row++)
      for (let column = x; column < x + w; column++)
        if (is(pixel(column, row).reduce((sum, value) => sum + value, 0))) found++
    return found
  }
  return {
    pixel,
    dark: (box: Box) => count(box, (sum) => sum < 200),
    bright: (box: Box) => count(box, (sum) => sum > 690),
  }
}
type Box = [x: number, y: number, width: number, height: number]

export const kitFile = (product: Pipeline, hash: string) =>
  path.join(product.runtime.env.DATA_DIR, 'kits', `${hash}.zip`)
