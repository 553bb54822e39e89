import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findTools, npmTools, tried, type Tools } from '../../media'
import { summaryOf } from '../../media/loudness'
import { speechAt } from '../../media/speechAt'
import { streamSchema, type Stream } from '../../src/lib/stream'
import { film, silentFilm } from './clips'
import { pipeline, type Pipeline } from './pipeline'
import { hertzOf, loudnessOf, nearlySilent, noisy, samplesOf, voice } from './voices'
import { ffmpeg, ffprobe } from './quick'

const builds: [string, () => Promise<Tools | undefined>][] = [
  ['the ffmpeg of the system', () => findTools()],
  ['the ffmpeg that npm brings', () => tried(npmTools())],
]

describe.each(builds)('spoken tracks by %s', (_name, tools) => {
  let product: Pipeline
  let stream: Stream
  let folder: string
  const playlist = (of: Stream, at: number) => path.join(product.folderOf(of), of.audio[at]!.uri)

  beforeAll(async () => {
    product = await pipeline(await tools())
    const { clips, varieties } = product
    const video = await product.video(film(clips, 8, { size: '160x90', rate: 10 }))
    await product.track(video, voice(clips, 'quiet.m4a', { hertz: 880, db: -40, silent: 3 }), varieties.yue, {
      speaker: '阿珍',
    })
    await product.track(video, voice(clips, 'loud.m4a', { hertz: 660, db: -3 }), varieties.hak, { offsetMs: 600 })
    await product.track(video, noisy(clips, 'noisy.m4a'), varieties.hak)
    await product.track(video, nearlySilent(clips, 'room.m4a'), varieties.yue)
    await product.work()
    expect(await product.status(video)).toMatchObject({ state: 'done' })
    stream = streamSchema.parse(await product.streamOf(video))
    folder = product.folderOf(stream)
  }, 240_000)
  afterAll(() => product.dispose())

  it('quiet, loud and noisy, all come within 1 LU of the target and of each other, no peak over the ceiling', () => {
    const heard = [0, 1, 2, 3].map((at) => loudnessOf(playlist(stream, at)))
    const levels = heard.map(({ integrated }) => integrated)
    for (const level of levels) expect(Math.abs(level + 16)).toBeLessThanOrEqual(1)
    expect(Math.max(...levels) - Math.min(...levels)).toBeLessThanOrEqual(1)
    // Clicks in noise are the worst that coding at 48 kbit/s can get.
    for (const { peak } of heard) expect(peak).toBeLessThanOrEqual(-0.5)
  })

  it('leaves a recording of an empty room as it is, says so, and makes no sample of it', async () => {
    const { integrated } = loudnessOf(playlist(stream, 4))
    expect(integrated).toBeLessThan(-50)
    expect(stream.audio[4]!.sample).toBeUndefined()
    const rows = await product.payload.find({ collection: 'media-steps', where: { step: { equals: 'audio' } } })
    expect(rows.docs[0]!.output).toEqual({ quiet: ['粤语 2'] })
  })

  it('keeps each its own tone', () => {
    const tones = [0, 1, 2].map((at) => Math.round(hertzOf(samplesOf(playlist(stream, at), 4, 2)) / 10))
    expect(tones).toEqual([44, 88, 66])
  })

  it('begins later by its offset and lasts exactly as long as the film', () => {
    expect(hertzOf(samplesOf(playlist(stream, 2), 0, 0.5))).toBeLessThan(100)
    expect(Math.round(hertzOf(samplesOf(playlist(stream, 2), 0.7, 1)) / 10)).toBe(66)
    for (const at of [0, 1, 2, 3]) {
      const lengths = [...readFileSync(playlist(stream, at), 'utf8').matchAll(/#EXTINF:([\d.]+)/g)]
      expect(Math.abs(lengths.reduce((sum, [, length]) => sum + Number(length), 0) - 8)).toBeLessThan(0.1)
    }
  })

  it('names the speaker', () => {
    expect(stream.audio.map(({ speaker }) => speaker)).toEqual([undefined, '阿珍', undefined, undefined, undefined])
  })

  it('gives a sample of three seconds where the voice is, as loud as the rest', () => {
    for (const { sample } of stream.audio.slice(0, 3)) {
      const file = path.join(folder, sample!)
      const shown = execFileSync(ffprobe, ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', file])
      expect(Math.abs(Number(shown.toString()) - 3)).toBeLessThan(0.1)
      expect(statSync(file).size).toBeLessThan(30_000)
    }
    // The quiet one is silent for its first three seconds: the sample starts after them.
    const quiet = samplesOf(path.join(folder, stream.audio[1]!.sample!), 0.3, 2)
    expect(Math.round(hertzOf(quiet) / 10)).toBe(88)
    expect(speechAt(quiet, 8000, 0.5)).toBeLessThan(0.5)
  })
})

describe('a film', () => {
  let product: Pipeline
  beforeAll(async () => void (product = await pipeline()))
  afterAll(() => product.dispose())
  const madeOf = async (video: string) => {
    await product.work()
    const stream = streamSchema.parse(await product.streamOf(video))
    return { stream, inode: (uri: string) => statSync(path.join(product.folderOf(stream), uri)).ino }
  }

  it('is not encoded again for a dub, which may be another film, nor for another loudness', async () => {
    const { clips, payload } = product
    const video = await product.video(film(clips, 4))
    const before = await madeOf(video)
    await product.track(video, film(clips, 4, { name: 'other.mp4', size: '160x120' }))
    const dubbed = await madeOf(video)
    expect(dubbed.stream.audio).toHaveLength(2)
    expect(dubbed.inode('v/360/00000.ts')).toBe(before.inode('v/360/00000.ts'))
    expect(dubbed.inode('a/cmn/00000.ts')).toBe(before.inode('a/cmn/00000.ts'))

    await payload.updateGlobal({ slug: 'settings', data: { media: { loudness: -24 } } as never })
    const { ensureStream } = await import('../../media')
    await ensureStream(payload, video)
    const softer = await madeOf(video)
    expect(softer.inode('v/360/00000.ts')).toBe(before.inode('v/360/00000.ts'))
    expect(softer.inode('a/cmn/00000.ts')).not.toBe(before.inode('a/cmn/00000.ts'))
    for (const { uri } of softer.stream.audio) {
      const { integrated } = loudnessOf(path.join(product.folderOf(softer.stream), uri))
      expect(Math.abs(integrated + 24)).toBeLessThanOrEqual(1)
    }
    expect(product.leftovers()).toEqual([])
  })

  it('of silence only, or with a dub of digital silence, just converts', async () => {
    const { clips } = product
    const none = path.join(clips, 'none.m4a')
    execFileSync(ffmpeg, ['-v', 'error', '-y', '-f', 'lavfi', '-i', 'aevalsrc=0:d=3', '-c:a', 'aac', none])
    const video = await product.video(silentFilm(clips, 3))
    await product.track(video, none)
    const { stream } = await madeOf(video)
    expect(stream.audio.map(({ sample }) => sample)).toEqual([undefined])
    expect(existsSync(path.join(product.folderOf(stream), 'a/yue/index.m3u8'))).toBe(true)
  })
})

describe('what ebur128 says', () => {
  it('is read from its last summary, silence as minus infinity', () => {
    const said = 'Summary:\n I:  -9.0 LUFS\n…Summary:\n  I:  -23.1 LUFS\n  True peak:\n    Peak:  -3.0 dBFS'
    expect(summaryOf(said)).toEqual({ integrated: -23.1, truePeak: -3 })
    expect(summaryOf('Summary: I: -70.0 LUFS Peak: -inf dBFS').integrated).toBe(-Infinity)
    expect(summaryOf('Summary: I: nan LUFS').truePeak).toBe(-Infinity)
    expect(summaryOf('killed')).toEqual({ integrated: -Infinity, truePeak: -Infinity })
  })
})

describe('a voice', () => {
  const rate = 1000
  const sound = (...parts: [seconds: number, level: number][]) =>
    Int16Array.from(parts.flatMap(([seconds, level]) => Array<number>(seconds * rate).fill(level * 32767)))

  it('is found behind silence, past a single click', () => {
    expect(speechAt(sound([2, 0], [0.1, 0.5], [2, 0], [4, 0.2]), rate, 3)).toBeCloseTo(4.1)
  })
  it('is where it is loudest when nobody talks for long', () => {
    expect(speechAt(sound([2, 0], [1, 0.3], [6, 0]), rate, 3)).toBeLessThanOrEqual(2)
  })
  it('is nowhere in silence', () => {
    expect(speechAt(sound([5, 0]), rate, 3)).toBeUndefined()
    expect(speechAt(new Int16Array(0), rate, 3)).toBeUndefined()
  })
})
