import { afterAll, beforeAll, expect, it } from 'vitest'
import { caseOf, county } from '../support/county'
import { serve } from '../support/http'
import { testRuntime } from '../support/payload'

let product: Awaited<ReturnType<typeof testRuntime>>
let site: Awaited<ReturnType<typeof serve>>
let path: string
let token: string

beforeAll(async () => {
  product = await testRuntime()
  const home = await county(product)
  site = await serve(product)
  token = await site.signIn('lan')
  const { body } = await site.call('/api/articles?draft=true', { token, json: caseOf(home, '还没写完的<问题>') })
  path = `/api/staff/preview/articles/${body.doc.id}`
})
afterAll(async () => {
  await site.close()
  await product.dispose()
})

it('shows a draft to staff and to nobody else', async () => {
  expect((await site.call(path)).status).toBe(401)
  expect((await site.call(`${path}?as=page`)).status).toBe(401)
  const { status, text, headers } = await site.call(`${path}?as=page`, { token })
  expect(status).toBe(200)
  expect(text).toContain('还没写完的')
  expect(headers.get('cache-control')).toBe('no-store')
})

it('may be framed by our own pages only', async () => {
  const { headers } = await site.call(path, { token })
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
  expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
})

it('gives the text to share with title, answer and link', async () => {
  const { text } = await site.call(`${path}?as=share`, { token })
  expect(text).toContain('还没写完的&lt;问题&gt;\n能要。先找劳动监察，再申请仲裁。\n')
  expect(text).toMatch(/http:\/\/localhost:\d+\/articles\/[a-z-]+/)
})

it('differs in the elder edition, and has no page for what does not exist', async () => {
  const usual = await site.call(`${path}?as=page`, { token })
  const elder = await site.call(`${path}?as=page&edition=elder`, { token })
  expect(elder.status).toBe(200)
  expect(elder.text).not.toBe(usual.text)
  expect((await site.call('/api/staff/preview/articles/nothing', { token })).status).toBe(404)
  expect((await site.call('/api/staff/preview/users/x', { token })).status).toBe(400)
})
