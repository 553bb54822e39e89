import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cap } from '../../src/http/restCaps'
import { caseOf, county, type County } from '../support/county'
import { serve } from '../support/http'
import { testRuntime } from '../support/payload'

let product: Awaited<ReturnType<typeof testRuntime>>
let site: Awaited<ReturnType<typeof serve>>
let home: County
let token: string

beforeAll(async () => {
  product = await testRuntime()
  home = await county(product)
  site = await serve(product)
  token = await site.signIn('lan')
})
afterAll(async () => {
  await site.close()
  await product.dispose()
})

describe('writes from other sites', () => {
  const write = (headers: Record<string, string>) =>
    site.call('/api/articles?draft=true', { json: caseOf(home), headers })
  const cookie = () => ({ cookie: `payload-token=${token}` })

  it('are refused by where they come from', async () => {
    for (const headers of [
      { ...cookie(), 'sec-fetch-site': 'cross-site' },
      { ...cookie(), 'sec-fetch-site': 'same-site' },
      { ...cookie(), origin: 'https://evil.example' },
      { ...cookie(), origin: 'null' },
      { ...cookie(), 'sec-fetch-site': 'none', origin: 'https://evil.example' },
      cookie(),
    ])
      expect((await write(headers)).body.error.code, JSON.stringify(headers)).toBe('cross-origin')
  })

  it('are let through from our own pages, and from programs with a token', async () => {
    expect((await write({ ...cookie(), origin: site.origin })).status).toBe(201)
    expect((await write({ ...cookie(), 'sec-fetch-site': 'same-origin' })).status).toBe(201)
    expect((await site.call('/api/articles?draft=true', { token, json: caseOf(home) })).status).toBe(201)
  })
})

describe('paths', () => {
  it('that cannot be read are not found, never a fault', async () => {
    for (const path of ['/%00', '/%ff', '/articles/%ff', '/api/%00', '/admin/%c0%af', '/s/%e4%b8'])
      expect((await site.call(path)).status, path).toBe(404)
  })

  it('to make the first administrator are closed, however they are spelled', async () => {
    for (const path of ['/api/users/first-register', '/api/Users/First-Register/', '/api//users/first%2Dregister'])
      expect((await site.call(path, { json: { username: 'x', password: 'y' } })).status, path).toBe(404)
  })
})

describe('reading without a session', () => {
  beforeAll(async () => {
    for (let n = 0; n < 60; n++)
      await product.payload.create({ collection: 'topics', data: { name: `主题${n}`, nameEn: `t ${n}` } })
  })
  const rows = async (query: string, as = {}) => (await site.call(`/api/topics?${query}`, as)).body.docs.length

  it('gives at most fifty rows a page, whatever is asked', async () => {
    for (const query of ['limit=0', 'limit=999', 'limit[]=0', 'limit=1&limit=0&limit=', 'pagination=false', 'limit=-1'])
      expect(await rows(query), query).toBeLessThanOrEqual(50)
    expect(await rows('limit=5')).toBe(5)
    expect(await rows('limit=0', { token })).toBeGreaterThan(50)
  })

  it('is not fooled by a forged session or by a query in the body', async () => {
    expect(await rows('limit=0', { token: 'nonsense' })).toBe(50)
    expect(await rows('limit=0', { headers: { cookie: 'payload-token=x' } })).toBe(50)
    const hidden = await site.call('/api/topics', {
      method: 'POST',
      headers: { 'x-payload-http-method-override': 'GET', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'limit=0',
    })
    expect(hidden.body.error.code).toBe('method-not-allowed')
  })

  it('goes one level deep', () => {
    expect(cap('depth=10')).toBe('depth=1')
    expect(cap('')).toBe('depth=1')
    expect(cap('depth=0&where[a][equals]=b')).toContain('depth=0')
  })
})

describe('signing in', () => {
  it('takes as long for an unknown name as for a known one', async () => {
    const time = async (username: string) => {
      const start = performance.now()
      await site.call('/api/users/login', { json: { username, password: 'wrong-Password-1' } })
      return performance.now() - start
    }
    expect(await time('nobody')).toBeGreaterThanOrEqual(300)
    // The machine of the suite is busy: a check that stopped at the name would still be far faster.
    const [unknown, known] = [await time('nobody'), await time('bei')]
    expect(unknown / known).toBeGreaterThan(0.4)
    expect(unknown / known).toBeLessThan(2.5)
  })

  it('is slowed down after thirty tries a minute', async () => {
    const tries = await Promise.all(
      Array.from({ length: 40 }, () => site.call('/api/users/login', { json: { username: 'nobody', password: 'x' } })),
    )
    const refused = tries.filter(({ status }) => status === 429)
    expect(refused.length).toBeGreaterThanOrEqual(10)
    expect(refused[0]!.headers.get('retry-after')).toMatch(/^\d+$/)
  })
})

describe('headers', () => {
  it('let residents run scripts of our own files only', async () => {
    const { headers } = await site.call('/healthz')
    expect(headers.get('content-security-policy')).toContain("script-src 'self';")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('strict-transport-security')).toBeNull()
  })

  it('give the admin a fresh nonce every time', async () => {
    const nonce = async () => (await site.call('/api/access')).headers.get('content-security-policy')
    expect(await nonce()).toMatch(/script-src 'self' 'nonce-[^']+'/)
    expect(await nonce()).not.toBe(await nonce())
  })
})

describe('what Payload keeps for itself', () => {
  it('is closed to strangers', async () => {
    for (const path of [
      '/api/payload-preferences',
      '/api/payload-locked-documents',
      '/api/payload-jobs',
      '/api/payload-migrations',
      '/api/articles/versions',
      '/api/videos/versions',
      '/api/users',
      '/api/audit',
      '/api/deliveries',
    ])
      expect([401, 403, 404, 501], path).toContain((await site.call(path)).status)
    const jobs = await site.call('/api/payload-jobs/run')
    expect([401, 403, 404]).toContain(jobs.status)
  })
})
