import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findTools, npmTools, tried, type Tools } from '../../media'
import { fitsByForm, fitsByPackets, type Packet } from '../../media/copying'
import { ladder } from '../../media/ladder'
import type { Picture } from '../../media/probe'
import { readStream } from '../support/hls/read'
import { lint } from '../support/hls/rules'
import { make } from './clips'
import { pipeline, type Pipeline } from './pipeline'
import { ffmpeg } from './quick'

const coded = { codec: 'h264', profile: 'Main', level: 30, pixels: 'yuv420p', upright: true, steady: true }
const picture = (more: Partial<Picture['coded']> = {}, size: Partial<Picture> = {}): Picture => ({
  ...{ width: 640, height: 360, frameRate: 25, ...size },
  coded: { ...coded, ...more },
})
const top = (film: Picture) => ladder(film).at(-1)!
/** 13 s of packets, a key picture every two seconds, 300 kbit/s. */
const packets = (change: (packet: Packet, n: number) => Partial<Packet> = () => ({})): Packet[] =>
  Array.from({ length: 325 }, (_, n) => {
    const plain = { at: n / 25, bytes: 1500, key: n % 50 === 0, discarded: false }
    return { ...plain, ...change(plain, n) }
  })

describe('a film is taken over as it is', () => {
  it.each<[string, Picture]>([
    ['format', picture({ codec: 'hevc' })],
    ['format', picture({ pixels: 'yuv420p10le' })],
    ['turned', picture({ upright: false })],
    ['size', picture({}, { width: 1920, height: 1080 })],
    ['size', picture({}, { width: 641, height: 361 })],
    ['profile', picture({ profile: 'High' })],
    ['profile', picture({ level: 40 })],
    ['frame-rate', picture({ steady: false })],
  ])('not when its %s does not fit', (reason, film) => {
    expect(fitsByForm(film, top(film))).toEqual({ copy: false, reason })
  })

  it.each<[string, Packet[]]>([
    ['keyframes', packets((_, n) => ({ key: n % 60 === 0 }))],
    ['keyframes', packets((_, n) => ({ key: n % 49 === 0 }))],
    ['keyframes', packets((_, n) => ({ key: n === 0 }))],
    ['frame-rate', packets(({ at }, n) => ({ at: n > 100 ? at + 0.1 : at }))],
    ['start', packets(({ at }) => ({ at: at + 0.5 }))],
    ['start', []],
    ['edited', packets((_, n) => ({ discarded: n < 3 }))],
    ['rate', packets((_, n) => ({ bytes: n >= 150 && n < 300 ? 3000 : 1500 }))],
  ])('not when its %s does not, by its packets', (reason, found) => {
    expect(fitsByPackets(found, top(picture()))).toEqual({ copy: false, reason })
  })

  it('when everything fits', () => {
    expect(fitsByForm(picture(), top(picture()))).toEqual({ copy: true })
    expect(fitsByPackets(packets(), top(picture()))).toEqual({ copy: true })
    expect(
      fitsByPackets(
        packets((_, n) => ({ key: n % 25 === 0 })),
        top(picture()),
      ),
    ).toEqual({ copy: true })
  })
})

const fitting = (folder: string, name: string, more: string[] = []) =>
  make(folder, name, [
    ...['-f', 'lavfi', '-i', 'testsrc2=s=640x360:r=25:d=7', '-f', 'lavfi', '-i', 'sine=d=7'],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'main', '-b:v', '400k', '-maxrate', '450k'],
    ...['-bufsize', '450k', '-g', '50', '-keyint_min', '50', '-sc_threshold', '0', '-pix_fmt', 'yuv420p'],
    ...['-c:a', 'aac', ...more],
  ])
const builds: [string, () => Promise<Tools | undefined>][] = [
  ['the ffmpeg of the system', () => findTools()],
  ['the ffmpeg that npm brings', () => tried(npmTools())],
]

describe.each(builds)('by %s', (_name, tools) => {
  let product: Pipeline
  beforeAll(async () => {
    product = await pipeline(await tools())
  })
  afterAll(() => product.dispose())

  const streamed = async (file: string) => {
    const video = await product.video(file)
    await product.work()
    expect(await product.status(video)).toMatchObject({ state: 'done' })
    const output = (step: string) => product.rows(video).then((rows) => rows.find((row) => row.step === step)!.output!)
    const folder = product.folderOf((await product.streamOf(video))!)
    return { folder, planned: (await output('plan')).copy, done: (await output('encode')).copy }
  }

  it('a fitting film keeps its very pictures, in step with the encoded ones', { timeout: 120_000 }, async () => {
    const film = fitting(product.clips, 'fits.mp4')
    const { folder, planned, done } = await streamed(film)
    expect([planned, done]).toEqual([{ copy: true }, { copy: true }])
    expect(hashes(path.join(folder, 'v/360/index.m3u8'))).toEqual(hashes(film))
    const disk = readStream(folder)
    expect(lint(disk)).toEqual([])
    const [low, high] = ['v/234/index.m3u8', 'v/360/index.m3u8'].map((uri) => disk.renditions.get(uri)!.segments)
    expect(high!.map(({ packets: [first] }) => first!.at.toFixed(2))).toEqual(
      low!.map(({ packets: [first] }) => first!.at.toFixed(2)),
    )
    expect(high!.map(({ packets: [first] }) => first!.at)).toEqual([2.4, 8.4])
  })

  it('a film whose key pictures are no clean cuts is found out and encoded', { timeout: 120_000 }, async () => {
    const open = fitting(product.clips, 'open.mp4', ['-x264-params', 'open-gop=1'])
    const { folder, planned, done } = await streamed(open)
    expect([planned, done]).toEqual([{ copy: true }, { copy: false, reason: 'outcome' }])
    expect(lint(readStream(folder))).toEqual([])
    expect(readFileSync(path.join(folder, 'v/360/iframes.m3u8'), 'utf8')).toContain('#EXT-X-I-FRAMES-ONLY')
    expect(product.leftovers()).toEqual([])
  })
})

/** Of every decoded picture: the same only when nothing was encoded again. */
function hashes(file: string): string[] {
  const said = execFileSync(ffmpeg, ['-v', 'error', '-i', file, '-map', '0:v:0', '-f', 'framemd5', '-']).toString()
  return said.split('\n').flatMap((line) => (line.startsWith('#') || !line ? [] : [line.split(',').at(-1)!.trim()]))
}
