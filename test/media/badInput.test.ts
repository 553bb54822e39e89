import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findTools, npmTools, tried, type Tools } from '../../media'
import { probe } from '../../media/probe'
import { grabFrame } from '../../media/transcode'
import { errorCodes } from '../../src/lib/errorCodes'
import { CodedError } from '../../src/lib/errors'
import { enormous, noFrames, onlyText, pointers, recorded, referring, stating, tiny, withCover } from './badFiles'
import { written } from './clips'

const builds: [string, () => Promise<Tools | undefined>][] = [
  ['the ffmpeg of the system', () => findTools()],
  ['the ffmpeg that npm brings', () => tried(npmTools())],
]

describe.each(builds)('a bad file under the eyes of %s', { timeout: 120_000 }, (_name, find) => {
  let tools: Tools
  let folder: string
  let base: Buffer
  let server: Server
  let address: string
  let asked = 0
  beforeAll(async () => {
    tools = (await find())!
    folder = mkdtempSync(path.join(tmpdir(), 'mingbai-bad-'))
    base = tiny(folder)
    server = createServer((_req, res) => {
      asked += 1
      res.end(base)
    }).listen(0, '127.0.0.1')
    address = `http://127.0.0.1:${await new Promise<number>((up) => server.once('listening', () => up((server.address() as AddressInfo).port)))}/film.mp4`
  })
  afterAll(() => {
    server.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const look = (bytes: Uint8Array | string, name = 'film.mp4') => probe(tools, written(folder, name, bytes), 'film')
  /** The code of the refusal; it has words in both languages or it is a fault of ours. */
  const refusal = async (bytes: Uint8Array | string, name?: string) => {
    const error = await look(bytes, name).then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(CodedError)
    const { code } = error as CodedError
    expect([/[一-龥]/.test(errorCodes[code].zh), /[a-z]/.test(errorCodes[code].en)]).toEqual([true, true])
    return code
  }

  it.each([
    ['without bytes', () => '', 'media-empty'],
    ['cut off before its index', () => base.subarray(0, 3000), 'media-broken'],
    ['cut off inside its index', () => base.subarray(0, base.length - 400), 'media-broken'],
    ['with an index but no frame', () => noFrames(folder), 'media-broken'],
    ['that promises a picture of 12000 x 12000', () => enormous(), 'media-too-many-pixels'],
    ['with nothing but text in it', () => onlyText(folder), 'media-not-a-film'],
    ['of noise', () => Buffer.alloc(50_000, 0x5a), 'media-not-a-film'],
  ])('%s is refused with a reason', async (_what, make, code) => {
    expect(await refusal(make())).toBe(code)
  })

  it('whose only picture is a cover is sound only', async () => {
    expect(await look(withCover(folder))).toMatchObject({ audio: {}, duration: expect.any(Number) })
    expect((await look(withCover(folder))).video).toBeUndefined()
  })

  it.each([
    ['says it lasts ten hours', 36_000],
    ['says it lasts no time', 0],
    ['says it lasts an hour', 3600],
  ])('that %s is measured by its packets', async (_what, said) => {
    expect(Math.abs((await look(stating(base, said))).duration - 2)).toBeLessThan(0.15)
  })

  it.each(['libvpx', 'libvpx-vp9'] as const)('of a phone without length or index works (%s)', async (codec) => {
    const { duration, video } = await look(recorded(codec), 'phone.webm')
    expect([Math.round(duration), video!.width, video!.height]).toEqual([2, 64, 48])
  })

  it.each(pointers)('that is $what opens nothing else', async ({ text, natural }) => {
    const film = written(folder, 'secret.mp4', base)
    for (const [target, name] of [
      [film, 'list.mp4'],
      [address, natural],
      [`concat:${film}|${film}`, natural],
    ] as const)
      expect(await refusal(text(target), name)).toMatch(/^media-(not-a-film|broken)$/)
    await expect(grabTo(written(folder, natural, text(address)))).rejects.toThrow()
    expect(asked).toBe(0)
  })

  it('does not follow a QuickTime reference to another file', async () => {
    const bytes = referring(base, path.join(folder, 'tiny.mp4'))
    await look(bytes) // the headers are in order, the frames are elsewhere
    await expect(grabTo(path.join(folder, 'film.mp4'))).rejects.toThrow()
  })

  it.each(['-i evil.mp4', `两个 "引号" '和' 空格.mp4`, 'http:a.mp4', 'concat:a|b.mp4', '$(touch x);.mp4'])(
    'is only a name: %s',
    async (name) => {
      expect((await look(base, name)).duration).toBeCloseTo(2, 1)
      await grabTo(path.join(folder, name))
    },
  )

  it('is never read as a numbered series', async () => {
    expect(await refusal(base, '%03d.jpg')).toBe('media-not-a-film')
  })

  const grabTo = (film: string) => grabFrame(tools, film, 0.5, path.join(folder, 'frame.png'))
})
