import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ladder } from '../../media/ladder'
import { mediaSteps } from '../../media/lifecycle'
import { multivariant, peakRate, readSegments } from '../../media/playlist'
import { statusOf, type MediaStepRow } from '../../media/status'
import { decodeSubtitle, parseCues, writeVtt } from '../../src/lib/subtitles'

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

describe('subtitles', () => {
  const cue = '1\r\n00:00:01,000 --> 00:00:02,500\r\n欠钱不还\r\n\r\n2\r\n00:00:03,5 --> 00:00:04,000\r\n找12348\r\n'
  it('are read in UTF-8, GBK and UTF-16', () => {
    const gbk = Uint8Array.from([0x31, 0x0a, 0xc0, 0xcf, 0xb0, 0xe5]) // as a Chinese Windows saves it
    expect(decodeSubtitle(gbk)).toBe('1\n老板')
    expect(decodeSubtitle(Buffer.from(`\ufeff${cue}`))).toBe(cue)
    expect(parseCues(decodeSubtitle(Buffer.from(`\ufeff${cue}`, 'utf16le')))).toHaveLength(2)
  })
  it('keep their times to the millisecond, SRT and VTT alike', () => {
    const cues = [
      { start: 1000, end: 2500, text: '欠钱不还' },
      { start: 3500, end: 4000, text: '找12348' },
    ]
    expect(parseCues(cue)).toEqual(cues)
    expect(parseCues(writeVtt(cues))).toEqual(cues)
  })
  it('survive missing blank lines, styling, notes and cues without length', () => {
    const text = `WEBVTT - x\n\nNOTE a\n\nSTYLE\n::cue {}\n\n00:01.000 --> 00:02.000 align:start\n<b>一</b> &amp; {\\an8}二\n2\n00:02.000 --> 00:03.000\n三\n\n00:05.000 --> 00:05.000\n空\n`
    expect(parseCues(text).map((found) => found.text)).toEqual(['一 & 二', '三'])
  })
  it('of any cues come back as they were', () => {
    const arbitrary = fc.array(
      fc.record({
        start: fc.integer({ min: 0, max: 9e6 }),
        length: fc.integer({ min: 1, max: 9000 }),
        text: fc.stringMatching(/^[一-龥a-z<>&]{1,20}$/),
      }),
    )
    fc.assert(
      fc.property(arbitrary, (raw) => {
        const cues = raw
          .map(({ start, length, text }) => ({ start, end: start + length, text }))
          .sort((a, b) => a.start - b.start)
        expect(parseCues(writeVtt(cues))).toEqual(cues)
      }),
    )
  })
  it('of ten thousand cues are read in a moment', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ({ start: at * 100, end: at * 100 + 90, text: `第${at}句` }))
    const began = performance.now()
    expect(parseCues(writeVtt(many))).toHaveLength(10_000)
    expect(performance.now() - began).toBeLessThan(1500)
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
  it('counts the time of every tongue', () => {
    const working = rows('done', 'done', 'done', 'running')
    working[0]!.output = { film: { duration: 100, audio: { channels: 1 } }, sources: { tracks: [{}, {}] } }
    Object.assign(working[3]!, { percent: 50, speed: 10 })
    expect(statusOf(working)).toMatchObject({ step: 'audio', secondsLeft: 15 })
  })
})
