import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findTools, npmTools, tried, type Tools } from '../../media'
import { ladder } from '../../media/ladder'
import { encodePictures } from '../../media/pictures'
import { probe } from '../../media/probe'
import { encodeSound } from '../../media/sound'
import { defaultLoudness } from '../../src/lib/loudness'
import { make } from './clips'
import { ffmpeg } from './quick'

const SECONDS = 2
const moving = (size: string, rate = 25) => ['-f', 'lavfi', '-i', `testsrc2=s=${size}:r=${rate}:d=${SECONDS}`]
const x264 = (pixels = 'yuv420p') => ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', pixels]
const hdr = (transfer: string) => [
  ...['-color_primaries', 'bt2020', '-color_trc', transfer, '-colorspace', 'bt2020nc'],
  ...['-x264-params', `colorprim=bt2020:transfer=${transfer}:colormatrix=bt2020nc`],
]
/** Frames come when they like: two of three are missing in the second half. */
const SLACK = "select='lt(n,25)+not(mod(n,3))'"

/** What a phone, camera or old programme may bring; the size it becomes and its rate. */
const makes: [string, string[], string, number][] = [
  ['of an odd size, 4:4:4', [...moving('321x241'), ...x264('yuv444p')], '312x234', 25],
  ['of 10 bit', [...moving('320x240'), ...x264('yuv420p10le')], '312x234', 25],
  ['in HDR (PQ)', [...moving('320x240'), ...x264('yuv420p10le'), ...hdr('smpte2084')], '312x234', 25],
  ['in HDR (HLG)', [...moving('320x240'), ...x264('yuv420p10le'), ...hdr('arib-std-b67')], '312x234', 25],
  ['half described as HDR', [...moving('320x240'), ...x264(), '-color_trc', 'arib-std-b67'], '312x234', 25],
  ['of a varying rate', [...moving('320x240', 30), '-vf', SLACK, '-vsync', 'vfr', ...x264()], '312x234', NaN],
  ['at 60 a second', [...moving('320x240', 60), ...x264()], '312x234', 30],
  ['interlaced', [...moving('320x240'), ...x264(), '-flags', '+ildct', '-x264-params', 'tff=1'], '312x234', 25],
  ['with wide pixels', [...moving('320x240'), '-vf', 'setsar=4/3', ...x264()], '416x234', 25],
  ['tiny', [...moving('64x48'), ...x264()], '64x48', 25],
]

const builds: [string, () => Promise<Tools | undefined>][] = [
  ['the ffmpeg of the system', () => findTools()],
  ['the ffmpeg that npm brings', () => tried(npmTools())],
]

describe.each(builds)('by %s', (_name, found) => {
  const clips = mkdtempSync(path.join(tmpdir(), 'mingbai-makes-'))
  let tools: Tools
  beforeAll(async () => {
    tools = (await found())!
  })
  afterAll(() => rmSync(clips, { recursive: true }))

  const convert = async (file: string, name: string) => {
    const { video, duration } = await probe(tools, file, 'film')
    const folder = path.join(clips, name)
    mkdirSync(folder)
    const rungs = ladder(video!)
    await encodePictures(tools, { file, picture: video!, duration }, { rungs }, folder)
    return { video: video!, rungs: rungs.map(({ name: rung }) => path.join(folder, rung, '00000.ts')) }
  }

  it.each(makes)('a film %s becomes plain pictures', { timeout: 60_000 }, async (what, flags, size, rate) => {
    const { video, rungs } = await convert(
      make(clips, `${what.replace(/\W/g, '')}.mp4`, flags),
      what.replace(/\W/g, '-'),
    )
    const pace = Number.isNaN(rate) ? video.frameRate : rate
    const made = rungs.map(described)
    expect(`${made[1]!.width}x${made[1]!.height}`).toBe(size)
    expect(
      new Set(
        made.map(({ pix_fmt, field_order, sample_aspect_ratio }) => [pix_fmt, field_order, sample_aspect_ratio].join()),
      ),
    ).toEqual(new Set(['yuv420p,progressive,1:1']))
    const frames = Number(made[1]!.nb_read_packets)
    expect(Math.abs(frames - SECONDS * pace)).toBeLessThanOrEqual(2)
    expect([video.hdr ?? false, video.interlaced ?? false]).toEqual([/HDR \(/.test(what), what === 'interlaced'])
  })

  it('a film from a phone held upright stands upright', { timeout: 60_000 }, async () => {
    // Left half white as stored; turned by its note it is shown with the upper or lower half white.
    const flat = ['-f', 'lavfi', '-i', `color=black:s=320x240:d=${SECONDS}`, '-vf', 'drawbox=0:0:160:240:white:fill']
    const stored = make(clips, 'stored.mp4', [...flat, ...x264()])
    const turned = make(clips, 'turned.mp4', ['-i', stored, '-c', 'copy', '-metadata:s:v', 'rotate=90'])
    const { rungs } = await convert(turned, 'turned')
    expect(described(rungs[1]!)).toMatchObject({ width: 234, height: 312 })
    const [topLeft, topRight, bottomLeft, bottomRight] = corners(rungs[1]!)
    expect([topLeft! > 128, bottomLeft! > 128]).toEqual([topRight! > 128, bottomRight! > 128])
    expect(topLeft! > 128).not.toBe(bottomLeft! > 128)
  })

  it.each([
    ['mono', ['-ac', '1']],
    ['5.1', ['-ac', '6']],
    ['8 kHz', ['-ar', '8000']],
  ])('%s sound becomes mono at 44.1 kHz', { timeout: 60_000 }, async (what, flags) => {
    const source = make(clips, `${what.replace(/\W/g, '')}.m4a`, [
      '-f',
      'lavfi',
      '-i',
      'sine=d=2',
      ...flags,
      '-c:a',
      'aac',
    ])
    const folder = path.join(clips, `sound-${what}`)
    await encodeSound(tools, source, { duration: SECONDS, loudness: defaultLoudness }, folder)
    expect(described(path.join(folder, '00000.ts'))).toMatchObject({ channels: 1, sample_rate: '44100' })
  })
})

function described(file: string) {
  const show = ['-count_packets', '-show_streams', '-of', 'json']
  return JSON.parse(execFileSync('ffprobe', ['-v', 'error', ...show, file]).toString()).streams[0] as Record<
    string,
    unknown
  >
}

/** Brightness of the four corners, clockwise from the upper left except that rows come first. */
const corners = (file: string) => [
  ...execFileSync(ffmpeg, [
    '-v',
    'error',
    '-i',
    file,
    '-frames:v',
    '1',
    '-vf',
    'scale=2:2:flags=area,format=gray',
    '-f',
    'rawvideo',
    '-',
  ]),
]
