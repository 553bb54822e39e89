import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recorded, referring, stating, tiny } from './badFiles'
import { dub, film, written } from './clips'
import { pipeline, type Pipeline } from './pipeline'

describe('an odd or hostile film in the pipeline', { timeout: 180_000 }, () => {
  let product: Pipeline
  let base: Buffer
  let plain: string
  beforeAll(async () => {
    product = await pipeline()
    base = tiny(product.clips)
    plain = film(product.clips, 2, { size: '64x48', rate: 10, name: 'plain.mp4' })
  })
  afterAll(() => product.dispose())

  const uploads = (collection: string) => path.join(product.runtime.env.DATA_DIR, 'uploads', collection)
  /** A film whose bytes on the disk are these, whatever the door thinks of them. */
  const filmOf = async (bytes: Uint8Array) => {
    const video = await product.video(plain)
    const { film: file } = await product.payload.findByID({ collection: 'videos', id: video, draft: true, depth: 1 })
    writeFileSync(path.join(uploads('files'), (file as { filename: string }).filename), bytes)
    return video
  }
  const outcome = async (video: string) => {
    await product.work()
    const status = await product.status(video)
    expect(product.leftovers()).toEqual([])
    return status
  }
  const lengthOf = async (video: string) => (await product.streamOf(video))!.duration

  it('becomes a stream of its true length when a phone left out length and index', async () => {
    const video = await filmOf(recorded('libvpx'))
    expect(await outcome(video)).toMatchObject({ state: 'done' })
    expect(Math.abs((await lengthOf(video)) - 2)).toBeLessThan(0.3)
  })

  it('becomes a stream of its true length when its header says ten hours', async () => {
    const video = await filmOf(stating(base, 36_000))
    expect(await outcome(video)).toMatchObject({ state: 'done' })
    expect(Math.abs((await lengthOf(video)) - 2)).toBeLessThan(0.3)
  })

  it('is cut where nothing more was promised, or is told to the end, when its header says one second', async () => {
    const video = await filmOf(stating(tiny(product.clips, 'minute.mp4', 40), 1))
    expect(await outcome(video)).toMatchObject({ state: 'done' })
    expect(await lengthOf(video)).toBeLessThan(41)
  })

  it('fails with a reason when its frames lie in another file', async () => {
    const video = await filmOf(referring(base, path.join(product.clips, 'tiny.mp4')))
    expect(await outcome(video)).toMatchObject({ state: 'failed', error: { code: 'media-broken' } })
  })

  it('fails with a reason when its cover is a bomb, and the next film is converted', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const file = { data: png, size: png.length, mimetype: 'image/png', name: 'cover.png' }
    const data = { alt: '封面', caption: '封面' }
    const cover = await product.payload.create({ collection: 'images', data: data as never, file })
    const video = await filmOf(base)
    await product.payload.update({ collection: 'videos', id: video, draft: true, data: { cover: cover.id } })
    const bomb = Buffer.from(png)
    bomb.writeUInt32BE(100_000, 16)
    bomb.writeUInt32BE(100_000, 20)
    writeFileSync(path.join(uploads('images'), cover.filename!), bomb)
    const next = await filmOf(base)
    expect(await outcome(video)).toMatchObject({ state: 'failed', error: { code: 'media-cover' } })
    expect(await product.status(next)).toMatchObject({ state: 'done' })
  })

  it('names the dub that is 20 seconds too short, and both lengths', async () => {
    const video = await product.video(film(product.clips, 25, { size: '64x48', rate: 5, name: 'long.mp4' }))
    await product.track(video, dub(product.clips, 5), product.varieties.hak)
    const { state, error } = await outcome(video)
    expect([state, error]).toEqual(['failed', { code: 'media-length', subject: '客家话', film: 25, track: 5 }])
  })

  it('carries ten thousand, overlapping, negative and GBK cues', async () => {
    const clock = (ms: number) => new Date(ms).toISOString().slice(11, 23).replace('.', ',')
    const lines = Array.from({ length: 10_000 }, (_, at) => [
      `${at + 1}\n${clock(Math.floor(at / 10))} --> ${clock(Math.floor(at / 10) + 500)}\n第${at + 1}句\n`,
    ])
    // 「老板」 in GBK, an overlap, a cue that ends before it begins and one that begins before the film.
    const gbk = Buffer.concat([
      Buffer.from('1\n00:00:00,500 --> 00:00:01,500\n'),
      Buffer.from([0xc0, 0xcf, 0xb0, 0xe5]),
      Buffer.from('\n\n2\n00:00:01,000 --> 00:00:01,800\n12348\n\n3\n00:00:01,900 --> 00:00:01,200\nx\n'),
      Buffer.from('\n4\n-00:00:01,000 --> 00:00:00,300\ny\n'),
    ])
    const video = await filmOf(base)
    await product.subtitle(video, written(product.clips, 'many.srt', lines.join('\n')), product.varieties.cmn)
    await product.subtitle(video, written(product.clips, 'gbk.srt', gbk), product.varieties.yue)
    expect(await outcome(video)).toMatchObject({ state: 'done' })
    const stream = (await product.streamOf(video))!
    const [many, few] = stream.subtitles.map(({ uri }) =>
      readFileSync(path.join(product.folderOf(stream), uri), 'utf8'),
    )
    expect(many!.match(/-->/g)).toHaveLength(10_000)
    expect(few).toContain('老板')
    expect(few).toContain('12348')
    expect(few).not.toContain('\nx\n')
    expect(few).not.toMatch(/^-/m)
  })
})
