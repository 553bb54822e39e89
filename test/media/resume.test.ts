import { existsSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancel, ensureStream, restart, sweep } from '../../media'
import { mediaSteps, type MediaStep } from '../../media/lifecycle'
import { claim } from '../../src/lib/lease'
import { dub, film, SRT, written } from './clips'
import { pipeline, type Pipeline } from './pipeline'

/** The folder a step fills. */
const partOf: Partial<Record<MediaStep, string>> = { encode: 'v', audio: 'a', subtitles: 's' }

describe('work on a film that is interrupted', { timeout: 180_000 }, () => {
  let product: Pipeline
  let source: string
  beforeAll(async () => {
    product = await pipeline()
    source = film(product.clips, 2, { size: '320x240', rate: 15 })
  })
  afterAll(() => product.dispose())

  /** A process that claims the next step, begins a folder and dies of kill -9. */
  const die = (video: string) =>
    claim(product.payload, {
      collection: 'media-steps',
      states: ['waiting', 'running'],
      claimed: 'running',
      where: { video },
      owner: 'a process that is gone',
      now: product.clock.now(),
      ttlMs: 30_000,
      limit: 1,
    })

  it('is taken up at the step that was running, at every step, once the lease has ended', async () => {
    const video = await product.video(source)
    const { run } = (await product.rows(video))[0]!
    for (const step of mediaSteps) {
      const [held] = await die(video)
      const row = (await product.rows(video)).find(({ id }) => id === held?.id)
      expect(row?.step).toBe(step)
      const half = product.media.storage.work(run, `${partOf[step] ?? step}.999.part`)
      mkdirSync(half, { recursive: true })
      writeFileSync(path.join(half, '00000.ts'), 'half a segment')
      expect(await product.work()).toBe(0) // the lease of the dead still holds
      product.clock.moveTo(new Date(product.clock.now().getTime() + 31_000))
      expect(await product.work(1)).toBe(1)
    }
    expect(await product.status(video)).toMatchObject({ state: 'done' })
    expect(existsSync(path.join(product.folderOf((await product.streamOf(video))!), 'master.m3u8'))).toBe(true)
    expect(product.leftovers()).toEqual([])
  })

  it('starts over when its temporary folder was lost', async () => {
    const video = await product.video(film(product.clips, 2, { size: '320x240', rate: 10, name: 'lost.mp4' }))
    await product.work(4)
    const { run } = (await product.rows(video))[0]!
    await product.media.storage.dropRun(run)
    await product.work()
    expect(await product.status(video)).toMatchObject({ state: 'done' })
  })

  it('ends when a colleague cancels it, leaves nothing, and can be started again', async () => {
    const video = await product.video(film(product.clips, 40, { size: '640x480', name: 'long.mp4' }))
    const working = product.work()
    await expect.poll(async () => (await product.status(video)).step, { timeout: 60_000 }).toBe('encode')
    const { run } = (await product.rows(video))[0]!
    const note = product.media.storage.pidFile(run)
    await expect.poll(() => existsSync(note), { timeout: 60_000 }).toBe(true)
    const pid = readFileSync(note, 'utf8')
    await cancel(product.payload, await product.rows(video))
    await working
    expect(existsSync(`/proc/${pid}`)).toBe(false)
    expect(await product.status(video)).toMatchObject({ state: 'cancelled' })
    expect(product.leftovers()).toEqual([])
    await restart(product.payload, await product.rows(video))
    expect(await product.status(video)).toMatchObject({ state: 'waiting', percent: 0 })
    await cancel(product.payload, await product.rows(video))
  })

  it('sweeps what a crash left: cut off uploads, work of ended runs, streams no film names', async () => {
    const { tmp, streams } = product.media.storage
    mkdirSync(path.join(tmp, 'media', 'nobody'), { recursive: true })
    const upload = written(tmp, 'upload-cut-off', 'half a film')
    utimesSync(upload, new Date(0), new Date(0))
    const orphan = path.join(streams, 'orphan')
    mkdirSync(orphan)
    writeFileSync(path.join(orphan, 'master.m3u8'), '#EXTM3U')
    utimesSync(orphan, new Date(0), new Date(0))
    await sweep(product.media, { boot: true })
    expect([existsSync(upload), existsSync(orphan), product.leftovers()]).toEqual([false, false, []])
  })

  it('serves the old stream until the new one is whole when it is made again', async () => {
    const video = await product.video(film(product.clips, 2, { size: '320x240', rate: 12, name: 'again.mp4' }))
    await product.work()
    const old = (await product.streamOf(video))!
    await restart(product.payload, await product.rows(video), { fresh: true })
    for (const step of mediaSteps) {
      expect(await product.streamOf(video)).toEqual(old)
      expect(existsSync(path.join(product.folderOf(old), old.master))).toBe(true)
      expect((await product.rows(video)).find(({ state }) => state !== 'done')?.step).toBe(step)
      await product.work(1)
    }
    const now = (await product.streamOf(video))!
    expect(existsSync(path.join(product.folderOf(now), now.master))).toBe(true)
  })

  it('is done once by two workers at the same time', async () => {
    const video = await product.video(film(product.clips, 2, { size: '320x240', rate: 11, name: 'twice.mp4' }))
    const done = await Promise.all([product.work(), product.work(), product.work()])
    while (await product.work()) continue // whoever came between two steps found nothing to do
    expect((await product.status(video)).state).toBe('done')
    const rows = (await product.rows(video)) as unknown as { attempts: number }[]
    expect(rows.map(({ attempts }) => attempts)).toEqual(mediaSteps.map(() => 1))
    expect(done.reduce((sum, steps) => sum + steps)).toBeLessThanOrEqual(mediaSteps.length)
  })

  it('does not encode the picture again for a new dub and subtitle', async () => {
    const video = await product.video(source)
    await product.work()
    const before = (await product.streamOf(video))!
    await product.track(video, dub(product.clips, 2))
    await product.subtitle(video, written(product.clips, 'film.srt', SRT))
    await product.work()
    const after = (await product.streamOf(video))!
    expect(after.audio.map(({ variety }) => variety)).toEqual(['cmn', 'yue'])
    expect(after.folder).not.toBe(before.folder)
    const segment = (stream: typeof before) => statSync(path.join(product.folderOf(stream), 'v/234-0/00000.ts')).ino
    expect(segment(after)).toBe(segment(before))
    expect(await ensureStream(product.payload, video)).toBe(false)
  })
})
