import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { streamSchema } from '../../src/lib/stream'
import { readStream } from '../support/hls/read'
import { lint } from '../support/hls/rules'
import { dub } from './clips'
import { pipeline, type Pipeline } from './pipeline'
import { ffmpeg } from './quick'

describe('a recording without a picture, as the film', { timeout: 120_000 }, () => {
  let product: Pipeline
  beforeAll(async () => {
    product = await pipeline()
  })
  afterAll(() => product.dispose())

  const streamed = async (video: string) => {
    await product.work()
    expect(await product.status(video)).toEqual({ state: 'done', percent: 100 })
    const stream = streamSchema.parse(await product.streamOf(video))
    return { stream, folder: product.folderOf(stream) }
  }
  const cover = async () => {
    const file = path.join(product.clips, 'cover.png')
    await sharp({ create: { width: 300, height: 400, channels: 3, background: '#A8281C' } }).toFile(file)
    const data = await readFile(file)
    const upload = { data, name: 'cover.png', size: data.length, mimetype: 'image/png' }
    return (await product.payload.create({ collection: 'images', data: { alt: '封面' }, file: upload })).id
  }
  /** The colour in the middle of the picture, as red, green, blue. */
  const middle = (file: string) => [
    ...execFileSync(ffmpeg, [
      ...['-v', 'error', '-i', file, '-frames:v', '1', '-vf', 'crop=2:2,format=rgb24,scale=1:1', '-f', 'rawvideo', '-'],
    ]),
  ]

  it('becomes a film with a card that says so, and another one once a cover is chosen', async () => {
    const sound = dub(product.clips, 4, 440, 'speech.m4a')
    const video = await product.video(sound)
    const plain = await streamed(video)
    expect(plain.stream).toMatchObject({ width: 1280, height: 720 })
    expect(Math.abs(plain.stream.duration - 4)).toBeLessThan(0.3)
    expect(plain.stream.listen!.bytes).toBeLessThan(80_000)
    expect(statSync(path.join(plain.folder, plain.stream.fallback)).size).toBeLessThan(200_000)
    expect([...readFileSync(path.join(plain.folder, plain.stream.poster)).subarray(0, 2)]).toEqual([0xff, 0xd8])
    // A still costs its first picture and next to nothing after: that rule is about moving ones.
    expect(lint(readStream(plain.folder)).filter((breach) => !breach.startsWith('1.30'))).toEqual([])

    await product.payload.update({ collection: 'videos', id: video, draft: true, data: { cover: await cover() } })
    const covered = await streamed(video)
    expect(covered.stream).toMatchObject({ width: 720, height: 1280 })
    const [red, green] = middle(path.join(covered.folder, 'v/720/00000.ts'))
    expect([red! > 140, green! < 80]).toEqual([true, true])
    expect(product.leftovers()).toEqual([])
  })
})
