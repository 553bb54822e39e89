import { once } from 'node:events'
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findGuards, findTools, missing, npmTools, tried, type Tools } from '../../media'
import { capabilitiesIn } from '../../media/capabilities'
import { confined } from '../../media/confine'
import { faultOf } from '../../media/faults'
import { ask, encode, FfmpegError } from '../../media/ffmpeg'
import { errorCodes } from '../../src/lib/errorCodes'
import { film } from './clips'

let folder: string
let source: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mingbai-confine-'))
  source = film(folder, 2, { size: '64x48', rate: 10 })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a confined tool', () => {
  it('sees no environment of ours, has limits and is polite', async () => {
    const said = await ask('sh', ['-c', 'env; ulimit -d; ulimit -f; ulimit -c; nice'])
    expect(said).not.toMatch(/NODE_ENV|HOME=|SECRET/)
    const [memory, file, core, nice] = said.trim().split('\n').slice(-4).map(Number)
    expect(memory).toBeLessThanOrEqual(3 << 20) // KB
    expect(file).toBeLessThanOrEqual(6 << 21) // blocks of 512 bytes
    expect([core, nice! >= 10]).toEqual([0, true])
  })

  it('takes its arguments as they are, whatever stands in them', async () => {
    const odd = ['a b', '"', "'", '$(id)', '`id`', ';', '-x', '*', '']
    expect(await ask('printf', ['[%s]', ...odd])).toBe(odd.map((word) => `[${word}]`).join(''))
  })

  it('dies with the process that started it, kill -9 included', async () => {
    const { command, before } = confined('sleep')
    const code = `const c = require('child_process').spawn(${JSON.stringify(command)}, ${JSON.stringify([...before, '60'])}); setTimeout(() => { console.log(c.pid); setTimeout(() => process.kill(process.pid, 'SIGKILL'), 50) }, 500)`
    const parent = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [pid] = (await once(parent.stdout!, 'data')).map(String).map(Number)
    await once(parent, 'exit')
    const { endsWithUs } = await findGuards()
    if (endsWithUs) await expect.poll(() => existsSync(`/proc/${pid}`), { timeout: 5000 }).toBe(false)
    else process.kill(pid!)
  })
})

const builds: [string, () => Promise<Tools | undefined>][] = [
  ['the ffmpeg of the system', () => findTools()],
  ['the ffmpeg that npm brings', () => tried(npmTools())],
]

describe.each(builds)('what happens at a limit, by %s', { timeout: 60_000 }, (_name, find) => {
  let tools: Tools
  beforeAll(async () => {
    tools = (await find())!
  })
  /** What a worker would tell a person about this encode. */
  const fault = async (file: string, flags: string[], more: { limit?: number } = {}) => {
    const ending = await encode(tools.ffmpeg, {
      inputs: [{ file: source, flags: ['-stream_loop -1'] }],
      outputs: [{ file, flags: ['-map 0:v', ...flags] }],
      limit: 30,
      ...more,
    }).catch((error: unknown) => error)
    expect(ending).toBeInstanceOf(FfmpegError)
    return faultOf(ending, 'encode')
  }
  const raw = ['-c:v rawvideo', '-f rawvideo']

  it('time: it is ended at once and said so', async () => {
    expect(await fault('-', ['-c copy', '-f null'], { limit: 1 })).toEqual({
      code: 'media-limit',
      limit: 'time',
    })
  })

  it('memory: it fails alone', async () => {
    // One picture of 16,000 x 8,000 in 8 bytes a pixel is a gigabyte.
    const huge = ['-vf scale=16000:8000', '-pix_fmt rgba64le', ...raw]
    expect(await fault(path.join(folder, 'huge.raw'), huge)).toEqual({ code: 'media-limit', limit: 'memory' })
  })

  it('output: a file grows to its ceiling and no further', async () => {
    const target = path.join(folder, 'large.raw')
    const { command, before } = confined(tools.ffmpeg)
    const small = before.map((word, at) => (at === 4 ? '200' : word)) // 100 KB instead of gigabytes
    const args = [
      ...small,
      '-y',
      '-v',
      'error',
      '-i',
      source,
      '-c:v',
      'rawvideo',
      '-f',
      'rawvideo',
      '-s',
      '640x480',
      target,
    ]
    const [, signal] = await once(spawn(command, args, { stdio: 'ignore' }), 'exit')
    expect([signal, statSync(target).size <= 102_400]).toEqual(['SIGXFSZ', true])
    expect(faultOf(new FfmpegError(`killed with signal ${signal}`, '', 'limit', 'output'), 'encode')).toEqual({
      code: 'media-limit',
      limit: 'output',
    })
  })

  it('disk: a full one is named, not the film', async () => {
    expect(await fault('/dev/full', raw)).toEqual({ code: 'media-disk-full' })
  })

  it('has every feature the product uses', () => {
    expect(missing(tools.can)).toEqual([])
  })
})

it('says what is lost with a feature that a build does not have', () => {
  const can = capabilitiesIn({ '-encoders': 'V..... libx264 x', '-muxers': ' E hls', '-filters': ' T.. scale V->V' })
  expect([...can]).toEqual(['h264', 'hls', 'scale'])
  expect(missing(can).find(({ capability }) => capability === 'zscale')?.without.zh).toContain('HDR')
  expect(
    missing(can)
      .filter((wish) => 'must' in wish)
      .map(({ name }) => name),
  ).toEqual(['aac', 'png', 'libmp3lame', 'mpegts', 'mp4', 'ebur128', 'alimiter'])
})

it('words every fault of films in both languages', () => {
  for (const [code, { zh, en }] of Object.entries(errorCodes))
    if (code.startsWith('media-')) expect([/[一-龥]/.test(zh), /^[A-Z]/.test(en)]).toEqual([true, true])
})
