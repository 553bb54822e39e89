import express from 'express'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo, Server } from 'node:net'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CodedError } from '../../src/lib/errors'
import type { Runtime } from '../../src/runtime'
import { mediaRouter } from '../../src/site/media'

describe('media for residents', () => {
  const data = mkdtempSync(path.join(tmpdir(), 'mingbai-media-'))
  const stream = path.join(data, 'streams', 'abc123', 'v')
  let server: Server
  let base: string
  beforeAll(async () => {
    mkdirSync(stream, { recursive: true })
    mkdirSync(path.join(data, 'uploads', 'images'), { recursive: true })
    mkdirSync(path.join(data, 'uploads', 'files'), { recursive: true })
    for (const [file, text] of Object.entries({
      'streams/abc123/master.m3u8': '#EXTM3U\n',
      'streams/abc123/v/00000.ts': '0123456789',
      'streams/abc123/pieces.json': '{}',
      'streams/abc123/s.vtt': 'WEBVTT\n',
      'uploads/images/a.small.webp': 'picture',
      'uploads/images/a.webp': 'never served',
      'uploads/files/original.mp4': 'never served',
      'secret.mp4': 'never served',
    }))
      writeFileSync(path.join(data, file), text)
    const app = express().use(mediaRouter({ env: { DATA_DIR: data } } as Runtime))
    app.use(
      ((error: CodedError, _req, res, _next) =>
        void res.status(error.status ?? 500).end()) as express.ErrorRequestHandler,
    )
    const http = app.listen(0)
    server = http
    await new Promise((resolve) => http.once('listening', resolve))
    base = `http://localhost:${(http.address() as AddressInfo).port}/media`
  })
  afterAll(() => {
    server.close()
    rmSync(data, { recursive: true })
  })

  it.each([
    ['streams/abc123/master.m3u8', 'application/vnd.apple.mpegurl'],
    ['streams/abc123/v/00000.ts', 'video/mp2t'],
    ['streams/abc123/s.vtt', 'text/vtt; charset=utf-8'],
    ['images/a.small.webp', 'image/webp'],
  ])('%s has its right type', async (file, type) => {
    const answer = await fetch(`${base}/${file}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type])
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('that is a playlist comes compressed, with a tag of its own', async () => {
    const url = `${base}/streams/abc123/master.m3u8`
    const zipped = await fetch(url, { headers: { 'accept-encoding': 'gzip' } })
    expect(['content-encoding', 'vary', 'cache-control'].map((name) => zipped.headers.get(name))).toEqual([
      'gzip',
      'Accept-Encoding',
      'public, max-age=31536000, immutable',
    ])
    expect(await zipped.text()).toBe('#EXTM3U\n')
    const head = await fetch(url, { method: 'HEAD', headers: { 'accept-encoding': 'identity' } })
    expect([head.headers.get('content-encoding'), head.headers.get('content-length')]).toEqual([null, '8'])
    const known = { 'if-none-match': zipped.headers.get('etag')!, 'accept-encoding': 'gzip' }
    const again = await new Promise((answer) => get(url, { headers: known }, answer))
    expect((again as { statusCode: number }).statusCode).toBe(304)
  })

  it('of a stream is kept for a year, answers ranges, HEAD and a strong tag', async () => {
    const url = `${base}/streams/abc123/v/00000.ts`
    const whole = await fetch(url)
    expect(whole.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const etag = whole.headers.get('etag')!
    expect(etag).not.toMatch(/^W/)
    const part = await fetch(url, { headers: { range: 'bytes=2-4', 'if-range': etag } })
    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([206, '234', 'bytes 2-4/10'])
    // Not by fetch: it adds `no-cache` to a conditional request.
    const again = await new Promise((answer) => get(url, { headers: { 'if-none-match': etag } }, answer))
    expect((again as { statusCode: number }).statusCode).toBe(304)
    const head = await fetch(url, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '10', ''])
    expect((await fetch(url, { headers: { range: 'bytes=50-' } })).status).toBe(416)
  })

  it.each([
    'streams/abc123/pieces.json',
    'streams/abc123/',
    'streams/abc123',
    'streams/none/master.m3u8',
    'streams/..%2f..%2fsecret.mp4',
    'streams/%2e%2e/secret.mp4',
    'streams/%00.ts',
    'images/..%2ffiles%2foriginal.mp4',
    'images/a.webp',
    'files/original.mp4',
    'original.mp4',
  ])('is not found at %s', async (file) => {
    expect((await fetch(`${base}/${file}`)).status).toBe(404)
  })

  it('is only read', async () => {
    expect((await fetch(`${base}/streams/abc123/master.m3u8`, { method: 'DELETE' })).status).toBe(405)
  })
})
