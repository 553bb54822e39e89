import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  askForKit,
  cancelKit,
  findTools,
  kitRows,
  kitStatus,
  npmTools,
  tried,
  orderOf,
  publicFilm,
  sweep,
  workKit,
} from '../../media'
import { claim } from '../../src/lib/lease'
import { frame, kitFile, loudest, probed, publicFilm as makePublic, strength, unzip } from './kits'
import { pipeline, type Pipeline } from './pipeline'

const place = { publicUrl: 'https://pufa.example.cn', timeZone: 'Asia/Shanghai' }
/** Below the picture of an upright film, and in the lower part of a flat one. */
const below: [number, number, number, number] = [24, 780, 672, 160]
const lower: [number, number, number, number] = [240, 560, 800, 130]

describe('a kit for other accounts', { timeout: 180_000 }, () => {
  let product: Pipeline
  let video: string
  let office: string
  beforeAll(async () => {
    product = await pipeline()
    const made = await makePublic(product)
    video = made.id
    office = made.home.south.id
  }, 120_000)
  afterAll(() => product.dispose())

  const ask = (variety: string, more = {}) => askForKit(product.payload, { video, variety, office, ...more })
  const rowOf = async (variety: string) =>
    (await kitRows(product.payload, { video: { equals: video }, variety: { equals: variety } }))[0]!
  const statusOf = async (variety: string) => {
    const film = await publicFilm(product.payload, video)
    return kitStatus(await rowOf(variety), film && (await orderOf(product.payload, film, { variety, office }))?.sources)
  }
  /** Packs what waits and lays the files of the kit beside the clips. */
  const packed = async (variety: string) => {
    await ask(variety)
    expect(await workKit(product.media, place)).toBe(true)
    const { made, error } = await rowOf(variety)
    expect(error ?? null).toBeNull()
    const files = await unzip(kitFile(product, made!.hash))
    const folder = path.join(product.clips, `kit-${variety}`)
    mkdirSync(folder, { recursive: true })
    for (const name of ['9x16.mp4', '16x9.mp4', '二维码.png', '抖音/封面.jpg', '公众号/封面.jpg'])
      writeFileSync(path.join(folder, name.replace('/', '-')), files[name]!)
    return { made: made!, files, at: (name: string) => path.join(folder, name) }
  }

  describe('with the voice of a person', () => {
    let kit: Awaited<ReturnType<typeof packed>>
    beforeAll(async () => void (kit = await packed('hak')))

    it('holds both orientations, a cover a platform, code and note', () => {
      expect(Object.keys(kit.files).sort()).toEqual(
        [
          '16x9.mp4',
          '9x16.mp4',
          ...['视频号', '抖音', '快手', '公众号', '微博'].map((name) => `${name}/封面.jpg`),
          '二维码.png',
          '说明.txt',
        ].sort(),
      )
    })

    it.each([
      ['9x16.mp4', 720, 1280],
      ['16x9.mp4', 1280, 720],
    ])('%s is H.264 and AAC of %i x %i that starts at once, within 10 MB', (name, width, height) => {
      const { streams, format } = probed(kit.at(name))
      expect(streams).toMatchObject([{ codec_name: 'h264', profile: 'High', width, height }, { codec_name: 'aac' }])
      expect(Number(format.duration)).toBeCloseTo(4, 0)
      const bytes = kit.files[name]!
      expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'))
      expect(bytes.length).toBeLessThan(10_000_000)
      expect(JSON.stringify(format.tags)).not.toContain('合成')
    })

    it('speaks with the chosen voice and no other', () => {
      for (const name of ['9x16.mp4', '16x9.mp4']) {
        expect(strength(kit.at(name), 660, 1, 2)).toBeGreaterThan(0.05)
        expect(strength(kit.at(name), 440, 1, 2)).toBeLessThan(0.005)
      }
    })

    it('has its words burned in, at their time: beside the picture on paper, or on it with an edge', () => {
      const [silent, said] = [0.5, 1.5]
      expect(frame(kit.at('9x16.mp4'), said).dark(below)).toBeGreaterThan(500)
      expect(frame(kit.at('9x16.mp4'), silent).dark(below)).toBe(0)
      expect(frame(kit.at('16x9.mp4'), said).bright(lower)).toBeGreaterThan(500)
      expect(frame(kit.at('16x9.mp4'), silent).bright(lower)).toBe(0)
    })

    it('fits a flat film whole on paper, with its question above', () => {
      const shown = frame(kit.at('9x16.mp4'), 0.5)
      const [blue, paper] = [shown.pixel(360, 550), shown.pixel(10, 1200)]
      expect(blue[2]! - blue[0]!).toBeGreaterThan(60)
      for (const [n, value] of [0xfa, 0xf7, 0xf0].entries()) expect(Math.abs(paper[n]! - value)).toBeLessThan(8)
      expect(shown.dark([40, 150, 640, 190])).toBeGreaterThan(500)
    })

    it('has covers in the asked size and a code that leads to the tracked link', async () => {
      const size = async (name: string) => {
        const { width, height, format } = await sharp(kit.at(name)).metadata()
        return [format, width, height]
      }
      expect(await size('抖音-封面.jpg')).toEqual(['jpeg', 1080, 1440])
      expect(await size('公众号-封面.jpg')).toEqual(['jpeg', 900, 383])
      const { docs } = await product.payload.find({ collection: 'links' })
      expect(docs).toMatchObject([{ path: expect.stringMatching(/^\/videos\/[\w-]+\?variety=hak$/) }])
      expect(kit.files['说明.txt']!.toString()).toContain(`${place.publicUrl}/l/${docs[0]!.code}`)
    })

    it('is made once however often it is asked for, and again with the same link', async () => {
      expect(await statusOf('hak')).toEqual({ state: 'done', percent: 100 })
      await Promise.all([ask('hak'), ask('hak'), ask('hak')])
      expect(await statusOf('hak')).toMatchObject({ state: 'waiting' })
      expect((await rowOf('hak')).made!.hash).toBe(kit.made.hash) // still there to be fetched
      await workKit(product.media, place)
      expect(await workKit(product.media, place)).toBe(false)
      expect((await product.payload.count({ collection: 'links' })).totalDocs).toBe(1)
      expect((await product.payload.count({ collection: 'kits' })).totalDocs).toBe(1)
    })
  })

  it('is taken up after kill -9, leaves nothing half made, and its first film can be cancelled', async () => {
    await ask('hak')
    const now = product.clock.now()
    const died = {
      collection: 'kits',
      states: ['waiting'],
      claimed: 'running',
      owner: 'gone',
      now,
      ttlMs: 30_000,
    } as const
    const [held] = await claim(product.payload, { ...died, limit: 1 })
    mkdirSync(product.media.storage.work(`kit-${held!.id}`, 'kit.999.part'), { recursive: true })
    expect(await workKit(product.media, place)).toBe(false) // its lease still runs
    await sweep(product.media, { boot: true })
    expect(await workKit(product.media, place)).toBe(true)
    expect([await statusOf('hak'), product.leftovers()]).toEqual([{ state: 'done', percent: 100 }, []])

    await ask('hak')
    const working = workKit(product.media, place)
    await expect.poll(() => product.leftovers().some((name) => String(name).endsWith('ffmpeg.pid'))).toBe(true)
    expect(await cancelKit(product.payload, held!.id)).toBe(true)
    await working
    expect([(await statusOf('hak')).state, product.leftovers()]).toEqual(['cancelled', []])
  })

  it.each([
    ['the ffmpeg at hand', findTools],
    ['the one that npm ships', () => tried(npmTools())],
  ])('of a synthetic voice says so, audibly, visibly and in its data, with %s', async (_name, tools) => {
    const before = product.media.tools
    product.media.tools = await tools()
    const { files, at } = await packed('yue')
    product.media.tools = before
    for (const name of ['9x16.mp4', '16x9.mp4']) {
      const { format } = probed(at(name))
      expect(format.tags).toMatchObject({ synthetic_speech: '1', comment: expect.stringContaining('声音由机器合成') })
      const lead = Number(format.duration) - 4
      expect(lead).toBeGreaterThan(2)
      expect(loudest(at(name), 0, 0.5)).toBeGreaterThan(0.05)
      expect(loudest(at(name), lead + 0.2, 0.6)).toBeLessThan(0.01) // the dub itself begins with a second of silence
      expect(strength(at(name), 880, lead + 1.5, 2)).toBeGreaterThan(0.05)
      const [card, film] = [frame(at(name), 1), frame(at(name), lead + 1.5)]
      expect(card.dark(name === '9x16.mp4' ? [40, 500, 640, 300] : [240, 200, 800, 320])).toBeGreaterThan(1000)
      const [box, tone] = name === '9x16.mp4' ? ([below, 'dark'] as const) : ([lower, 'bright'] as const)
      expect(film[tone](box)).toBeGreaterThan(500) // the cue of second 1, moved behind the card
    }
    expect(files['说明.txt']!.toString()).toContain('AI 合成声音')
  })

  it('is out of date when the film has changed, refused when there is no such voice, gone when the film is withdrawn', async () => {
    await product.payload.update({
      collection: 'videos',
      id: video,
      data: { summary: '教您四步要回工钱。' },
      context: { workflow: 'approve' },
    })
    expect((await statusOf('yue')).state).toBe('stale')
    await expect(ask('wuu')).rejects.toMatchObject({ code: 'kit-no-voice' })
    await ask('yue')
    await product.payload.update({
      collection: 'videos',
      id: video,
      data: { _status: 'draft' },
      context: { workflow: 'withdraw' },
    })
    await workKit(product.media, place)
    expect(await statusOf('yue')).toMatchObject({ state: 'failed', error: 'kit-not-public' })
    await expect(ask('hak')).rejects.toMatchObject({ code: 'kit-not-public' })
  })

  it('is swept once nothing names it', async () => {
    const folder = path.join(product.runtime.env.DATA_DIR, 'kits')
    const named = (await kitRows(product.payload, {})).map(({ made }) => `${made!.hash}.zip`)
    for (const name of readdirSync(folder)) utimesSync(path.join(folder, name), new Date(0), new Date(0))
    await sweep(product.media, { boot: false })
    expect(readdirSync(folder).sort()).toEqual([...new Set(named)].sort())
    expect(named.every((name) => statSync(path.join(folder, name)).size > 0)).toBe(true)
    product.clock.moveTo(new Date(product.clock.now().getTime() + 61 * 24 * 3_600_000))
    await sweep(product.media, { boot: false })
    expect([await kitRows(product.payload, {}), readdirSync(folder)]).toEqual([[], []])
    expect(existsSync(path.join(product.runtime.env.DATA_DIR, 'streams'))).toBe(true)
  })
})
