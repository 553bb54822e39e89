import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mediaSteps, type MediaStep } from '../../media/lifecycle'
import { until } from '../support/until'
import { dub, film, SRT, written } from './clips'
import { pipeline, type Pipeline } from './pipeline'
import { runWorker } from './workerProcess'

/** Steps in which ffmpeg or ffprobe is at work for long enough to be met there. */
const withTool: readonly MediaStep[] = ['probe', 'encode', 'audio']

describe('a worker killed by kill -9', { timeout: 240_000 }, () => {
  let product: Pipeline
  let video: string
  beforeAll(async () => {
    product = await pipeline()
    const { clips } = product
    video = await product.video(film(clips, 6, { size: '320x240', rate: 15 }))
    await product.track(video, dub(clips, 6))
    await product.subtitle(video, written(clips, 'film.srt', SRT))
  })
  afterAll(() => product.dispose())

  const worker = (...args: string[]) => runWorker(product.runtime.env.DATA_DIR, ...args)
  const stepOf = async (name: MediaStep) => (await product.rows(video)).find(({ step }) => step === name)!

  it.each(mediaSteps)('at "%s" leaves that step running and no tool of its own', async (step) => {
    const { signal, tools } = await worker(step, withTool.includes(step) ? 'tool' : 'begin')
    expect(signal).toBe('SIGKILL')
    expect((await stepOf(step)).state).toBe('running')
    if (withTool.includes(step)) expect(tools.length).toBeGreaterThan(0)
    await until(async () => tools.every((pid) => !existsSync(`/proc/${pid}`)), 5000)
  })

  it('is followed by one that finishes the film and leaves nothing behind', async () => {
    expect(await worker()).toMatchObject({ code: 0 })
    expect(await product.status(video)).toEqual({ state: 'done', percent: 100 })
    expect(product.leftovers()).toEqual([])
    const stream = (await product.streamOf(video))!
    expect(stream.audio.map(({ variety }) => variety)).toEqual(['cmn', 'yue'])
    for (const file of [stream.master, stream.fallback, stream.poster, ...stream.audio.map(({ uri }) => uri)])
      expect(existsSync(path.join(product.folderOf(stream), file))).toBe(true)
    expect(await product.media.storage.published()).toEqual([path.basename(stream.folder)])
  })
})
