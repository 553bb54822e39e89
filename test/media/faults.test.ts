import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dub, film, silentFilm, SRT, written } from './clips'
import { pipeline, type Pipeline } from './pipeline'

describe('recordings that cannot become a stream', { timeout: 180_000 }, () => {
  let product: Pipeline
  let good: string
  beforeAll(async () => {
    product = await pipeline()
    good = film(product.clips, 6)
  })
  afterAll(() => product.dispose())

  /** The bytes as they may lie on the disk: the door refuses most of them, a copy, a restore or another road may not. */
  const outcome = async (bytes: Uint8Array | string) => {
    const video = await product.video(film(product.clips, 1, { name: 'stand-in.mp4' }))
    const { film: file } = await product.payload.findByID({ collection: 'videos', id: video, draft: true, depth: 1 })
    writeFileSync(
      path.join(product.runtime.env.DATA_DIR, 'uploads/files', (file as { filename: string }).filename),
      bytes,
    )
    await product.work()
    return { video, ...(await product.status(video)) }
  }
  const bytesOf = (file: string) => readFileSync(file)

  it.each([
    ['nothing at all', 'empty.mp4', '', 'media-empty'],
    ['words named like a film', 'words.mp4', '这不是一部影片。'.repeat(400), 'media-not-a-film'],
  ])('refuses %s at the door', async (_what, name, content, code) => {
    await expect(product.store(written(product.clips, name, content))).rejects.toMatchObject({ code })
  })

  it('refuses a cut off film at the door, or lets the probe find out', async () => {
    const whole = bytesOf(good)
    const cut = product.store(written(product.clips, 'cut.mp4', whole.subarray(0, 60_000)))
    await expect(cut).rejects.toMatchObject({ status: 400 })
  })

  it('says that a film cut off before its index is damaged', async () => {
    const whole = bytesOf(film(product.clips, 3, { name: 'late.mp4', faststart: false }))
    const half = whole.subarray(0, Math.floor(whole.length / 2))
    expect(await outcome(half)).toMatchObject({ state: 'failed', error: { code: 'media-broken' } })
  })

  it('says that a film whose second half never arrived is damaged', async () => {
    const whole = bytesOf(good)
    const result = await outcome(whole.subarray(0, Math.floor(whole.length * 0.4)))
    expect(result).toMatchObject({ state: 'failed', error: { code: 'media-broken', film: 6 } })
  })

  it('never opens a playlist that names another file', async () => {
    const evil = `#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\n${good}\n#EXT-X-ENDLIST\n`
    const result = await outcome(evil)
    expect(result).toMatchObject({ state: 'failed', error: { code: 'media-not-a-film' } })
  })

  it('names the dub that is too short', async () => {
    const video = await product.video(good)
    await product.track(video, dub(product.clips, 1.5), product.varieties.hak)
    await product.work()
    const { state, error } = await product.status(video)
    expect([state, error]).toEqual(['failed', { code: 'media-length', subject: '客家话', film: 6, track: 2 }])
  })

  it.each([
    ['words without times', 'no-times', '没有时间的字幕', 'subtitle-no-times'],
    ['the subtitle of another film', 'late', '1\n01:00:00,000 --> 01:00:02,000\n太晚了\n', 'subtitle-outside-film'],
  ])('names the subtitle that was spoilt on the disk: %s', async (_what, name, content, code) => {
    const video = await product.video(good)
    const id = await product.subtitle(video, written(product.clips, `${name}.srt`, SRT))
    const { file } = await product.payload.findByID({ collection: 'subtitles', id, depth: 1 })
    const { filename } = file as { filename: string }
    writeFileSync(path.join(product.runtime.env.DATA_DIR, 'uploads/files', filename), content)
    await product.work()
    const { state, error } = await product.status(video)
    expect([state, error]).toEqual(['failed', { code, subject: '普通话' }])
  })

  it('refuses a subtitle without times when it is saved, in words', async () => {
    const video = await product.video(good)
    await expect(product.subtitle(video, written(product.clips, 'bad.srt', '没有时间的字幕'))).rejects.toMatchObject({
      code: 'subtitle-no-times',
    })
  })

  it('converts a film without sound into a silent stream', async () => {
    const video = await product.video(silentFilm(product.clips))
    await product.work()
    expect(await product.status(video)).toMatchObject({ state: 'done' })
    const stream = await product.streamOf(video)
    expect(stream?.audio).toEqual([])
    expect(readFileSync(`${product.folderOf(stream!)}/master.m3u8`, 'utf8')).not.toContain('mp4a')
  })

  it('leaves nothing behind', () => {
    expect(product.leftovers()).toEqual([])
  })
})
