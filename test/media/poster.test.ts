import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findTools, npmTools, tried, type Tools } from '../../media'
import { candidates, type Frame } from '../../media/frames'
import { streamSchema, type Stream } from '../../src/lib/stream'
import { latestVersion } from '../../src/staff/version'
import { pipeline, type Pipeline } from './pipeline'
import { halved } from './pictures'
import { ffmpeg } from './quick'

/** One second of black, then three scenes of two seconds that stand still. */
function threeScenes(folder: string): string {
  const file = path.join(folder, 'scenes.mp4')
  const scene = (look: string) => ['-f', 'lavfi', '-i', look]
  execFileSync(ffmpeg, [
    ...['-v', 'error', '-y'],
    ...scene('color=black:s=640x360:r=25:d=1'),
    ...scene('smptebars=s=640x360:r=25:d=2'),
    ...scene('color=0xf0f0f0:s=640x360:r=25:d=2,drawbox=x=60:y=60:w=200:h=200:c=red:t=fill'),
    ...scene('color=0x4060a0:s=640x360:r=25:d=2,drawbox=x=380:y=120:w=180:h=200:c=yellow:t=fill'),
    ...['-filter_complex', '[0:v][1:v][2:v][3:v]concat=n=4:v=1[out]', '-map', '[out]'],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', file],
  ])
  return file
}

const builds: [string, () => Promise<Tools | undefined>][] = [
  ['the ffmpeg of the system', () => findTools()],
  ['the ffmpeg that npm brings', () => tried(npmTools())],
]

describe.each(builds)('a film of three scenes, by %s', (_name, tools) => {
  let product: Pipeline
  let video: string
  let stream: Stream
  const look = async () => {
    await product.work()
    expect(await product.status(video)).toEqual({ state: 'done', percent: 100 })
    stream = streamSchema.parse(await product.streamOf(video))
  }
  const inode = (name: string) => statSync(path.join(product.folderOf(stream), name)).ino
  const colour = async (name: string, x: number, y: number) => {
    const { width, height } = await sharp(path.join(product.folderOf(stream), name)).metadata()
    const at = { left: Math.round(width! * x), top: Math.round(height! * y), width: 1, height: 1 }
    const bytes = await sharp(path.join(product.folderOf(stream), name))
      .extract(at)
      .raw()
      .toBuffer()
    return [...bytes].slice(0, 3).map((value) => Math.round(value / 85))
  }
  const YELLOW = [3, 3, 0]
  const RED = [3, 0, 0]

  beforeAll(async () => {
    product = await pipeline(await tools())
    video = await product.video(threeScenes(product.clips))
    await look()
  }, 240_000)
  afterAll(() => product.dispose())

  it('offers one frame of each scene and nothing black', async () => {
    expect(stream.posters).toEqual(['posters/1.jpg', 'posters/2.jpg', 'posters/3.jpg'])
    const seconds = stream.postersAt!
    for (const [index, second] of seconds.entries())
      expect([Math.floor((second - 1) / 2), second]).toEqual([index, second])
    expect(await colour('posters/2.jpg', 0.2, 0.4)).toEqual(RED)
    expect(await colour('posters/3.jpg', 0.7, 0.6)).toEqual(YELLOW)
  })
  it('has a poster in three forms, none heavier than 40 KB', async () => {
    for (const name of [stream.poster, ...stream.posterForms!]) {
      const file = path.join(product.folderOf(stream), name)
      const { width, height } = await sharp(file).metadata()
      expect([width, height, statSync(file).size < 40 * 1024]).toEqual([640, 360, true])
    }
  })
  it('shows the frame an editor chose without encoding picture or sound again; the choice is part of what is reviewed', async () => {
    const before = (await latestVersion(product.payload, 'videos', video)).hash
    const [segment, frame] = [inode('v/360/00000.ts'), inode('posters/1.jpg')]
    const old = stream.folder
    await product.payload.update({
      collection: 'videos',
      id: video,
      draft: true,
      data: { posterAt: stream.postersAt![2]! },
    })
    await look()
    expect(stream.folder).not.toBe(old)
    expect(await colour(stream.poster, 0.7, 0.6)).toEqual(YELLOW)
    expect([inode('v/360/00000.ts'), inode('posters/1.jpg')]).toEqual([segment, frame])
    expect((await latestVersion(product.payload, 'videos', video)).hash).not.toBe(before)
  })
  it('shows an uploaded cover in the shape of the film, cut around its focal point', async () => {
    const data = await halved(1600, 400)
    const cover = await product.payload.create({
      collection: 'images',
      data: { alt: '封面' },
      file: { name: 'cover.png', data, mimetype: 'image/png', size: data.length },
    })
    await product.payload.update({ collection: 'images', id: cover.id, data: { focalX: 0, focalY: 50 } })
    await product.payload.update({ collection: 'videos', id: video, draft: true, data: { cover: cover.id } })
    await look()
    const { width, height } = await sharp(path.join(product.folderOf(stream), stream.poster)).metadata()
    expect([width, height]).toEqual([640, 360])
    expect(await colour(stream.poster, 0.9, 0.5)).toEqual([2, 0, 0])
    expect(stream.posters).toHaveLength(3)
  })
  it('leaves nothing behind but its stream', () => {
    expect(product.leftovers()).toEqual([])
    expect(existsSync(path.join(product.folderOf(stream), 'times.txt'))).toBe(false)
  })
})

describe('the frames to choose from', () => {
  const frame = (at: number, more: Partial<Frame> = {}): Frame => ({
    file: `${at}.png`,
    at,
    brightness: 120,
    contrast: 60,
    sharpness: 4,
    small: Array<number>(32 * 18).fill(at * 8),
    ...more,
  })
  it('are at most six, spread over the film', () => {
    const found = candidates(Array.from({ length: 30 }, (_, at) => frame(at, { contrast: 60 + at })))
    expect(found).toHaveLength(6)
    expect(found.map(({ at }) => Math.floor(at / 5))).toEqual([0, 1, 2, 3, 4, 5])
  })
  it('are never empty, even of a film that is black throughout', () => {
    expect(
      candidates([frame(0, { brightness: 2, contrast: 1 }), frame(5, { brightness: 3, contrast: 2 })]),
    ).toHaveLength(1)
  })
  it('leave out what is blank and what looks like another one', () => {
    const same = { small: Array<number>(32 * 18).fill(7) }
    const found = candidates([frame(0, same), frame(3, { ...same, contrast: 70 }), frame(6, { contrast: 4 })])
    expect(found.map(({ at }) => at)).toEqual([3])
  })
})
