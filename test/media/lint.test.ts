import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findTools } from '../../media'
import { scanSegment } from '../../media/iframes'
import { defaultLoudness } from '../../src/lib/loudness'
import { streamSchema, type Stream } from '../../src/lib/stream'
import { loudnessOf, unevenSounds } from '../support/hls/loudness'
import { readStream, type OnDisk } from '../support/hls/read'
import { lint } from '../support/hls/rules'
import { dub, film, SRT, written } from './clips'
import { pipeline, type Pipeline } from './pipeline'
import { ffmpeg } from './quick'

describe.each([
  ['held flat', '640x360'],
  ['held upright', '360x640'],
])('a film of 20 s, %s, in three tongues with two subtitles', (_way, size) => {
  let product: Pipeline
  let stream: Stream
  let disk: OnDisk

  beforeAll(async () => {
    // The npm build of 2018 makes the smallest picture of this film one percent larger than the rule allows.
    product = await pipeline(await findTools())
    const { clips, varieties } = product
    const video = await product.video(film(clips, 20, { size }))
    await product.track(video, dub(clips, 20, 880), varieties.yue)
    await product.track(video, dub(clips, 19.5, 660), varieties.hak)
    await product.subtitle(video, written(clips, 'cmn.srt', SRT), varieties.cmn)
    await product.subtitle(video, written(clips, 'yue.srt', SRT), varieties.yue)
    await product.work()
    expect(await product.status(video)).toEqual({ state: 'done', percent: 100 })
    stream = streamSchema.parse(await product.streamOf(video))
    disk = readStream(product.folderOf(stream))
  }, 240_000)
  afterAll(() => product.dispose())

  it('keeps every rule of the authoring specification', () => {
    expect(lint(disk)).toEqual([])
    expect([stream.audio.length, stream.subtitles.length, disk.renditions.size]).toEqual([3, 2, 9])
  })

  it.each([
    ['1.26', /(AVERAGE-BANDWIDTH=)(\d+)/, '$19$2'],
    ['1.27', /(:BANDWIDTH=)(\d+)/, '$12$2'],
    ['1.33', /RESOLUTION=\d+x\d+/, 'RESOLUTION=352x288'],
    ['4.5', /,CHARACTERISTICS="[^"]+"/, ''],
    ['6.1', /#EXT-X-I-FRAME[^\n]+\n/, ''],
    ['8.10', /,LANGUAGE="[^"]+"/, ''],
    ['8.10', /粤语/, '普通话'],
    ['9.1', /,FRAME-RATE=[\d.]+/, ''],
    ['9.14', '#EXT-X-INDEPENDENT-SEGMENTS\n', ''],
    ['to listen', /#EXT-X-STREAM-INF[^\n]+CODECS="mp4a[^\n]+\n[^\n]+\n/, ''],
  ])('would not pass for one that breaks %s', (clause, from, to) => {
    const broken = disk.master.replace(from, to)
    expect(broken).not.toBe(disk.master)
    expect(lint(disk, broken).join('\n')).toMatch(new RegExp(`^${clause}`, 'm'))
  })

  it('winds by key pictures that lie where ffprobe finds them and decode alone', () => {
    const rendition = disk.renditions.get(disk.master.match(/v\/\d+\/index.m3u8/)![0])!
    const folder = path.join(disk.folder, path.dirname(rendition.uri))
    for (const { uri, packets } of rendition.segments) {
      const { keys } = scanSegment(readFileSync(path.join(folder, uri)))
      const found = packets.filter(({ key }) => key)
      expect(keys.map(({ at, offset, idr }) => [at.toFixed(3), offset, idr])).toEqual(
        found.map(({ at, offset }) => [at.toFixed(3), offset, true]),
      )
    }
    const playlist = readFileSync(path.join(folder, 'iframes.m3u8'), 'utf8')
    const tables = Number(/BYTERANGE="(\d+)@0"/.exec(playlist)![1])
    const [, bytes, offset, uri] = [...playlist.matchAll(/BYTERANGE:(\d+)@(\d+)\n(\S+)/g)].at(-1)!
    const whole = readFileSync(path.join(folder, uri!))
    const input = [whole.subarray(0, tables), whole.subarray(Number(offset), Number(offset) + Number(bytes))]
    const shown = ['-v', 'error', '-f', 'mpegts', '-i', '-', '-f', 'rawvideo', '-pix_fmt', 'gray', '-']
    const [width, height] = size.split('x').map(Number)
    expect(execFileSync(ffmpeg, shown, { input: Buffer.concat(input) })).toHaveLength(width! * height!)
  })

  it('speaks every tongue equally loud, at the loudness of the site', () => {
    const tongues = stream.audio.map(({ uri }) => uri)
    expect(unevenSounds(disk.folder, tongues)).toEqual([])
    for (const uri of tongues)
      expect(Math.abs(loudnessOf(path.join(disk.folder, uri)) - defaultLoudness.target)).toBeLessThan(1)
    // The measure itself: no two tracks are less than nothing apart.
    expect(unevenSounds(disk.folder, tongues, -1)).toHaveLength(1)
  })
})
