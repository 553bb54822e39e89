import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ladder } from '../../media/ladder'
import { mediaSteps } from '../../media/lifecycle'
import { multivariant, peakRate, readSegments } from '../../media/playlist'
import { statusOf, stepsOf, type MediaStepRow } from '../../media/status'

const source = (width: number, height: number, frameRate = 25) => ({ width, height, frameRate })
const sizes = (width: number, height: number) =>
  ladder(source(width, height)).map((rung) => `${rung.width}x${rung.height}`)

describe('the ladder', () => {
  it('gives a wide film the sizes of weak networks', () => {
    expect(sizes(1920, 1080)).toEqual(['416x234', '640x360', '854x480', '1280x720'])
  })
  it('gives a film from a phone held upright the same sizes, turned', () => {
    expect(sizes(1080, 1920)).toEqual(['234x416', '360x640', '480x854', '720x1280'])
  })
  it('keeps the size of a source between two rungs', () => {
    expect(sizes(720, 576)).toEqual(['292x234', '450x360', '600x480', '720x576'])
  })
  it('never scales up, never makes odd sizes, has at least two rungs with distinct names', () => {
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 4000 }), fc.integer({ min: 40, max: 4000 }), (width, height) => {
        const rungs = ladder(source(width, height))
        expect(rungs.length).toBeGreaterThanOrEqual(2)
        expect(new Set(rungs.map(({ name }) => name)).size).toBe(rungs.length)
        for (const rung of rungs) {
          expect((rung.width % 2) + (rung.height % 2)).toBe(0)
          expect(rung.width).toBeLessThanOrEqual(width + 1)
          expect(rung.height).toBeLessThanOrEqual(height + 1)
        }
        expect(rungs.at(-1)!.frameRate).toBe(25)
        const peaks = rungs.map(({ peak }) => peak)
        expect(peaks).toEqual([...peaks].sort((a, b) => a - b))
      }),
    )
  })
})

describe('playlists', () => {
  it('measure the peak over runs of segments, not over a short last one', () => {
    const segments = [6, 6, 0.4].map((duration, at) => ({ uri: '', duration, bytes: [60_000, 30_000, 20_000][at]! }))
    expect(Math.round(peakRate(segments))).toBe(80_000)
  })
  it('read what ffmpeg wrote', () => {
    expect(readSegments('#EXTM3U\n#EXTINF:6.000000,\n00000.ts\n#EXTINF:2.5,\n00001.ts\n#EXT-X-ENDLIST\n')).toEqual([
      { uri: '00000.ts', duration: 6 },
      { uri: '00001.ts', duration: 2.5 },
    ])
  })
  it('let no name break out of its attribute', () => {
    const sound = { uri: 'a/x.m3u8', tag: 'hak', name: '客"家\n#EVIL', default: true, channels: 1, segments: [] }
    expect(multivariant([], [sound], []).split('\n')).toHaveLength(7)
  })
})

describe('the state of a run', () => {
  const rows = (...states: MediaStepRow['state'][]) =>
    mediaSteps.map(
      (step, order) => ({ id: step, run: 'r', order, step, state: states[order] ?? 'waiting' }) as MediaStepRow,
    )

  it('is derived from its rows', () => {
    expect(statusOf([])).toEqual({ state: 'none', percent: 0 })
    expect(statusOf(rows())).toMatchObject({ state: 'waiting', percent: 0 })
    expect(statusOf(rows('done', 'done', 'running'))).toMatchObject({ state: 'working', step: 'encode', percent: 2 })
    expect(statusOf(rows('done', 'failed'))).toMatchObject({ state: 'failed', step: 'plan' })
    expect(statusOf(rows('done', 'done', 'cancelled', 'waiting'))).toMatchObject({ state: 'cancelled' })
    expect(statusOf(rows(...mediaSteps.map(() => 'done' as const)))).toEqual({ state: 'done', percent: 100 })
  })
  it('tells the time that is left from the pace of the step', () => {
    const working = rows('done', 'done', 'running')
    working[0]!.output = { film: { duration: 100 } }
    Object.assign(working[2]!, { percent: 50, speed: 2 })
    expect(statusOf(working)).toMatchObject({ percent: 42, secondsLeft: 25, speed: 2 })
  })
  it('counts every voice in the time that is left for the sound', () => {
    const working = rows('done', 'done', 'done', 'running')
    working[0]!.output = { film: { duration: 100, audio: {} }, sources: { tracks: [{}, {}] } }
    Object.assign(working[3]!, { percent: 50, speed: 10 })
    expect(statusOf(working)).toMatchObject({ step: 'audio', secondsLeft: 15 })
  })
  it('names every step, in order, whatever the order of the rows', () => {
    const working = rows('done', 'running').reverse()
    expect(stepsOf(working).map(({ step }) => step)).toEqual([...mediaSteps])
    expect(
      stepsOf(working)
        .slice(0, 3)
        .map(({ state }) => state),
    ).toEqual(['done', 'running', 'waiting'])
  })
})
