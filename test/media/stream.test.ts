import { execFileSync } from 'node:child_process'
import { readFileSync, existsSync, statSync } from 'node:fs'
import path from 'node:path'
import HLS from 'hls-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findTools, npmTools, tried, type Tools } from '../../media'
import { streamSchema, type Stream } from '../../src/lib/stream'
import { dub, film, SRT, written } from './clips'
import { pipeline, type Pipeline } from './pipeline'
import { ffmpeg } from './quick'

const builds: [string, () => Promise<Tools | undefined>][] = [
  ['the ffmpeg of the system', () => findTools()],
  ['the ffmpeg that npm brings', () => tried(npmTools())],
]

describe.each(builds)('a film with a dub and subtitles, by %s', (_name, tools) => {
  let product: Pipeline
  let stream: Stream
  let folder: string
  const read = (uri: string) => readFileSync(path.join(folder, uri), 'utf8')
  const probe = (file: string, ...show: string[]) =>
    JSON.parse(execFileSync('ffprobe', ['-v', 'error', '-of', 'json', ...show, path.join(folder, file)]).toString())

  beforeAll(async () => {
    product = await pipeline(await tools())
    const { clips } = product
    const video = await product.video(film(clips, 8))
    await product.track(video, dub(clips, 7.5, 880), product.varieties.yue, { synthetic: true })
    await product.track(video, dub(clips, 8, 660), product.varieties.hak, { offsetMs: 200 })
    await product.subtitle(video, written(clips, 'film.srt', SRT))
    await product.work()
    expect(await product.status(video)).toEqual({ state: 'done', percent: 100 })
    stream = streamSchema.parse(await product.streamOf(video))
    folder = product.folderOf(stream)
  }, 240_000) // ffmpeg runs at low priority and waits for everybody else
  afterAll(() => product.dispose())

  it('has at least two rungs, none larger than the source', () => {
    const master = HLS.parse(read('master.m3u8'))
    if (!('variants' in master)) throw new Error('not a multivariant playlist')
    expect(master.independentSegments).toBe(true)
    const shown = master.variants.filter(({ resolution, isIFrameOnly }) => resolution && !isIFrameOnly)
    expect(shown.map(({ resolution }) => resolution?.height)).toEqual([360, 234])
    for (const variant of shown) {
      expect(variant.codecs).toMatch(/^avc1\.[0-9a-f]{6},mp4a\.40\.2$/)
      expect(variant.averageBandwidth).toBeLessThanOrEqual(variant.bandwidth)
      expect(variant.frameRate).toBeGreaterThan(0)
    }
    const [start, lowest] = shown
    expect(start!.bandwidth).toBeGreaterThan(lowest!.bandwidth)
    expect(lowest!.bandwidth).toBeLessThanOrEqual(192_000)
  })

  it('can be listened to alone and wound fast', () => {
    const master = HLS.parse(read('master.m3u8'))
    if (!('variants' in master)) throw new Error('not a multivariant playlist')
    const heard = master.variants.find(({ resolution }) => !resolution)
    expect([heard?.uri, heard?.codecs]).toEqual([stream.listen?.uri, 'mp4a.40.2'])
    expect(stream.listen!.bytes).toBeLessThan((8 * 64_000) / 8)
    const wound = master.variants.filter(({ isIFrameOnly }) => isIFrameOnly).map(({ uri }) => uri)
    expect(wound).toEqual(['v/234/iframes.m3u8', 'v/360/iframes.m3u8'])
  })

  it('speaks every variety with its language tag and name, the own sound first', () => {
    const master = HLS.parse(read('master.m3u8'))
    if (!('variants' in master)) throw new Error('not a multivariant playlist')
    const spoken = master.variants[0]!.audio.map(({ language, name, isDefault }) => [
      language,
      name,
      isDefault ?? false,
    ])
    expect(spoken).toEqual([
      ['zh-Hans', '普通话', true],
      ['yue-Hans-CN', '粤语', false],
      ['hak-Hans-CN', '客家话', false],
    ])
    expect(master.variants[0]!.subtitles.map(({ language }) => language)).toEqual(['zh-Hans'])
    expect(stream.audio.map(({ variety, synthetic }) => [variety, synthetic])).toEqual([
      ['cmn', false],
      ['yue', true],
      ['hak', false],
    ])
  })

  it('keeps every rendition as long as the picture and in step with it', () => {
    for (const uri of [...stream.audio.map((sound) => sound.uri), 'v/360/index.m3u8', 'v/234/index.m3u8']) {
      const playlist = HLS.parse(read(uri))
      if (!('segments' in playlist)) throw new Error('not a media playlist')
      expect(playlist.playlistType).toBe('VOD')
      expect(playlist.endlist).toBe(true)
      const seconds = playlist.segments.map(({ duration }) => duration)
      expect(Math.abs(seconds.reduce((a, b) => a + b) - 8)).toBeLessThan(0.15)
      expect(Math.max(...seconds)).toBeLessThanOrEqual(6.5)
      const first = path.join(path.dirname(uri), playlist.segments[0]!.uri)
      const start = Number(probe(first, '-show_entries', 'format=start_time').format.start_time)
      expect(Math.abs(start - 2.4)).toBeLessThan(0.05)
    }
  })

  it('begins every segment with a key picture and has one every two seconds', () => {
    const { packets } = probe('v/360/00000.ts', '-select_streams', 'v', '-show_entries', 'packet=pts_time,flags')
    const keys = packets
      .filter(({ flags }: { flags: string }) => flags.includes('K'))
      .map((p: { pts_time: string }) => Number(p.pts_time) - 2.4)
    expect(keys.map((at: number) => Math.round(at * 10) / 10)).toEqual([0, 2, 4])
    const second = probe('v/360/00001.ts', '-select_streams', 'v', '-show_entries', 'packet=flags')
    expect(second.packets[0].flags).toContain('K')
  })

  it('lets a dub really be heard: its tone, not that of the film', () => {
    const hertz = (uri: string) => {
      const { stderr } = {
        stderr: execFileSync('sh', [
          '-c',
          `"${ffmpeg}" -v error -i "${path.join(folder, uri)}" -ss 1 -t 1 -f s16le -ac 1 -ar 8000 - | od -An -t d2 -v -w2`,
        ]).toString(),
      }
      const samples = stderr.trim().split(/\s+/).map(Number)
      return samples.filter((value, at) => at > 0 && value >= 0 && samples[at - 1]! < 0).length
    }
    expect(Math.round(hertz(stream.audio[0]!.uri) / 10)).toBe(44)
    expect(Math.round(hertz(stream.audio[1]!.uri) / 10)).toBe(88)
    expect(Math.round(hertz(stream.audio[2]!.uri) / 10)).toBe(66)
  })

  it('carries the subtitle as clean WebVTT and, for HLS, on the clock of the segments', () => {
    const [first, second, last, ...beyond] = read(stream.subtitles[0]!.uri).split('\n\n').slice(1)
    expect(first).toBe('00:00:00.500 --> 00:00:01.500\n老板不给工钱，怎么办？')
    expect(second).toBe('00:00:02.000 --> 00:00:03.200\n先打 12348 &amp; 说清楚')
    // The third runs past the end of the film and stops there, the fourth begins after it.
    expect(last).toMatch(/^00:00:07\.000 --> 00:00:08\.\d{3}\n到片尾为止\n$/)
    expect(beyond).toEqual([])
    const playlist = HLS.parse(read('s/cmn.m3u8'))
    if (!('segments' in playlist)) throw new Error('not a media playlist')
    expect(read(`s/${playlist.segments[0]!.uri}`)).toContain('X-TIMESTAMP-MAP=MPEGTS:216000,LOCAL:00:00:00.000')
  })

  it('has a small JPEG poster and a progressive MP4 whose index comes first', () => {
    const poster = readFileSync(path.join(folder, stream.poster))
    expect([...poster.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff])
    expect(poster.length).toBeLessThanOrEqual(40 * 1024)
    const head = readFileSync(path.join(folder, stream.fallback)).subarray(0, 4096).toString('latin1')
    expect(head.indexOf('moov')).toBeGreaterThan(0)
    expect(head.indexOf('moov')).toBeLessThan(1000)
    const { streams, format } = probe(stream.fallback, '-show_streams', '-show_format')
    expect(streams.map(({ codec_name }: { codec_name: string }) => codec_name)).toEqual(['h264', 'aac'])
    expect(Math.abs(Number(format.duration) - 8)).toBeLessThan(0.15)
    expect(stream.bytes).toBe(statSync(path.join(folder, stream.fallback)).size)
    const offset = Math.abs(Number(streams[0].start_time) - Number(streams[1].start_time))
    expect(offset).toBeLessThan(0.05)
  })

  it('leaves nothing in the temporary folder', () => {
    expect(product.leftovers()).toEqual([])
    expect(existsSync(path.join(folder, 'ffmpeg.pid'))).toBe(false)
  })
})
