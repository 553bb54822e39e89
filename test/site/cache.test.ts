import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { movableClock } from '../../src/lib/clock'
import { createCache } from '../../src/site/cache'
import { createEpoch } from '../../src/site/epoch'

let server: Server
let made: number
const clock = movableClock()
const epoch = createEpoch(1)
let fail = false

beforeEach(async () => {
  made = 0
  fail = false
  const cache = createCache({ epoch, clock })
  server = createServer((req, res) => {
    if (cache.answer(req, res)) return
    const make = async () => {
      made += 1
      if (fail) throw new Error('no page')
      await new Promise((resolve) => setTimeout(resolve, 20))
      return { body: `page ${made} `.repeat(50), headers: { 'content-type': 'text/html', 'x-frame-options': 'DENY' } }
    }
    cache.fill(req.url!, req, res, make).catch(() => res.writeHead(500).end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

type Answer = { status: number; headers: Record<string, unknown>; body: Buffer }
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<Answer>((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    const sent = request({ port, host: '127.0.0.1', path, method, headers, agent: false }, (res) => {
      const parts: Buffer[] = []
      res.on('data', (part: Buffer) => parts.push(part))
      res.on('end', () => resolve({ status: res.statusCode!, headers: res.headers, body: Buffer.concat(parts) }))
    })
    sent.on('error', reject).end()
  })

describe('the page cache', () => {
  it('makes a page once, with the same headers cached and uncached', async () => {
    const first = await ask('/a')
    const second = await ask('/a?d=code&from=timeline')
    expect(made).toBe(1)
    expect(second.body.equals(first.body)).toBe(true)
    const apart = { date: 'any' }
    expect({ ...second.headers, ...apart }).toEqual({ ...first.headers, ...apart })
  })
  it('makes it once for many who ask at the same time', async () => {
    await Promise.all(Array.from({ length: 20 }, () => ask('/crowd')))
    expect(made).toBe(1)
  })
  it('keeps pages apart that differ by an allowed parameter', async () => {
    await ask('/a')
    await ask('/a?edition=elder')
    expect(made).toBe(2)
  })
  it('answers in the encoding asked for, each with an ETag of its own', async () => {
    const plain = await ask('/a')
    const br = await ask('/a', { 'accept-encoding': 'gzip, br' })
    const gz = await ask('/a', { 'accept-encoding': 'gzip, br;q=0' })
    expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true)
    expect(gunzipSync(gz.body).equals(plain.body)).toBe(true)
    expect(new Set([plain, br, gz].map(({ headers }) => headers.etag)).size).toBe(3)
    expect(br.headers.vary).toBe('Accept-Encoding')
  })
  it('says 304 to those who have it and sends no body for HEAD', async () => {
    const { headers } = await ask('/a')
    const again = await ask('/a', { 'if-none-match': `"other", W/${String(headers.etag)}` })
    expect([again.status, again.body.length]).toEqual([304, 0])
    const head = await ask('/a', {}, 'HEAD')
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, headers['content-length']])
  })
  it('forgets when something public changed, and after a minute', async () => {
    await ask('/a')
    epoch.bump()
    await ask('/a')
    expect(made).toBe(2)
    clock.moveTo(new Date(clock.now().getTime() + 61_000))
    await ask('/a')
    expect(made).toBe(3)
  })
  it('does not keep a failure', async () => {
    fail = true
    expect((await ask('/a')).status).toBe(500)
    fail = false
    expect((await ask('/a')).status).toBe(200)
  })
  it('leaves writes to others', async () => {
    await ask('/a')
    await ask('/a', {}, 'POST')
    expect(made).toBe(2)
  })
})
