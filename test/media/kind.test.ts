import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findTools, npmTools, tried, type Tools } from '../../media'
import { identify } from '../../media/kind'
import { fittingName } from '../../src/lib/fileKinds'
import { dub, film, silentFilm, SRT, written } from './clips'

let clips: string
let tools: Tools
beforeAll(async () => {
  clips = mkdtempSync(path.join(tmpdir(), 'mingbai-clips-'))
  tools = (await findTools())!
})
afterAll(() => rmSync(clips, { recursive: true, force: true }))

const of = async (file: string, by: Tools | undefined = tools) => {
  const { kind, mimeType } = await identify(by, file)
  return `${kind} ${mimeType}`
}

it('tells films and recordings from their bytes, with both builds of ffprobe', async () => {
  for (const by of [tools, await tried(npmTools())]) {
    expect(await of(film(clips, 1, { name: 'a.mp4' }), by)).toBe('film video/mp4')
    expect(await of(film(clips, 1, { name: 'a.mov' }), by)).toBe('film video/quicktime')
    expect(await of(film(clips, 1, { name: 'a.mkv' }), by)).toBe('film video/x-matroska')
    expect(await of(silentFilm(clips, 1), by)).toBe('film video/mp4')
    expect(await of(dub(clips, 1), by)).toBe('recording audio/mp4')
    expect(await of(dub(clips, 1, 880, 'a.wav'), by)).toMatch(/^recording audio/)
  }
})

it('tells texts apart, in the encodings of county offices, without ffprobe', async () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(SRT, 'utf16le')])
  expect(await of(written(clips, 'a.txt', SRT), undefined)).toBe('subtitle application/x-subrip')
  expect(await of(written(clips, 'b.txt', utf16), undefined)).toBe('subtitle application/x-subrip')
  expect(await of(written(clips, 'c.txt', `WEBVTT\n\n${SRT}`), undefined)).toBe('subtitle text/vtt')
  expect(await of(written(clips, 'd.srt', '没有时间的字幕'), undefined)).toBe('text text/plain')
  expect(await of(written(clips, 'e.mp4', '%PDF-1.7\n'), undefined)).toBe('pdf application/pdf')
})

it('refuses what is nothing of it, and says when it cannot tell', async () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452000186a0000186a00802000000', 'hex')
  await expect(of(written(clips, 'bomb.mp4', png))).rejects.toMatchObject({ code: 'media-not-a-film' })
  await expect(of(written(clips, 'zip', `PK\u0003\u0004${'\0'.repeat(9000)}`))).rejects.toMatchObject({
    code: 'media-not-a-film',
  })
  await expect(of(written(clips, 'empty.mp4', ''))).rejects.toMatchObject({ code: 'media-empty' })
  await expect(identify(undefined, film(clips, 1))).rejects.toMatchObject({ code: 'media-no-ffmpeg' })
})

it('keeps a name that fits and replaces an ending that does not', () => {
  expect(fittingName('a.MOV', 'film', 'mp4')).toBe('a.MOV')
  expect(fittingName('工钱.txt', 'film', 'mp4')).toBe('工钱.mp4')
  expect(fittingName('工钱', 'subtitle', 'srt')).toBe('工钱.srt')
  expect(fittingName('1.2 定稿', 'film', 'mp4')).toBe('1.2 定稿.mp4')
})
