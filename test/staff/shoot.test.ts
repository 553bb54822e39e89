import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { film } from '../media/clips'
import { county } from '../support/county'
import { serve } from '../support/http'
import { testRuntime } from '../support/payload'
import { upload } from '../support/uploading'

let product: Awaited<ReturnType<typeof testRuntime>>
let home: Awaited<ReturnType<typeof county>>
let site: Awaited<ReturnType<typeof serve>>
let token: string
let picture: Buffer
beforeAll(async () => {
  const clips = mkdtempSync(path.join(tmpdir(), 'mingbai-clips-'))
  picture = readFileSync(film(clips, 1, { size: '320x240', rate: 10 }))
  rmSync(clips, { recursive: true, force: true })
  product = await testRuntime()
  home = await county(product)
  site = await serve(product)
  token = await site.signIn('lan')
})
afterAll(async () => {
  await site.close()
  await product.dispose()
})

const uploaded = async () =>
  (await upload(picture, { origin: site.origin, token, metadata: { purpose: 'film' } })).document!
const blank = { title: '', topic: null, segments: [], variety: null, summary: '' }
const whole = () => ({
  ...blank,
  title: '老板不给工钱，怎么要？',
  topic: home.topic.id,
  segments: [home.segment.id],
  summary: '教您三步要回工钱。',
})
const post = (where: string, json: object) => site.call(`/api/staff/shoot${where}`, { token, json })
const drafts = async (file: string) =>
  (await product.payload.find({ collection: 'videos', draft: true, depth: 0, where: { film: { equals: file } } })).docs

it('leads to the sign-in and back, and tells who may not film', async () => {
  const away = await site.call('/api/staff/shoot')
  expect([away.status, away.headers.get('location')]).toEqual([302, '/admin/login?redirect=%2Fapi%2Fstaff%2Fshoot'])
  const reviewer = await site.call('/api/staff/shoot', { token: await site.signIn('shen') })
  expect([reviewer.status, reviewer.headers.get('content-type')]).toEqual([403, 'text/html; charset=utf-8'])
  const page = await site.call('/api/staff/shoot', { token })
  expect(page.status).toBe(200)
  expect(page.text).toContain(`<option value="${home.topic.id}">劳动用工</option>`)
  // The ruler: one line under the topic, the picture behind a tap; nothing of it is there before a topic is chosen.
  expect(page.text).toMatch(/<p id="mix" role="status" hidden><\/p>\s*<details id="ruler" hidden>/)
  const script = /src="([^"]+shoot[^"]+js)"/.exec(page.text)![1]!
  expect((await site.call(script)).status).toBe(200)
})

it('keeps one draft of a film, however often its words are sent', async () => {
  const file = await uploaded()
  const answers = await Promise.all([post('', { file, ...blank }), post('', { file, ...blank, title: '能要回吗？' })])
  expect(new Set(answers.map(({ body }) => body.video)).size).toBe(1)
  const [draft, ...more] = await drafts(file)
  expect(more).toEqual([])
  expect(draft).toMatchObject({ title: '能要回吗？', office: home.south.id, _status: 'draft' })
})

it('names what is missing, and hands in once it is there, once', async () => {
  const file = await uploaded()
  const early = await post('/hand-in', { file, ...blank, title: '能要回吗？' })
  expect([early.status, early.body.error.code]).toEqual([422, 'incomplete'])
  const paths = early.body.error.details.missing.map(({ path }: { path: string }) => path)
  expect(paths).toEqual(['topic', 'segments', 'summary'])

  const handed = await post('/hand-in', { file, ...whole() })
  expect(handed.status).toBe(200)
  expect((await post('/hand-in', { file, ...whole() })).body).toEqual(handed.body)
  expect((await drafts(file)).map(({ review }) => review?.stage)).toEqual(['submitted'])
})

it('takes a title of twenty characters and no file that is not there', async () => {
  const file = await uploaded()
  expect((await post('', { file, ...blank, title: '问'.repeat(21) })).body.error.code).toBe('bad-request')
  const gone = await post('', { file: '0193b0a0-0000-7000-8000-000000000000', ...blank })
  expect(gone.body.error.code).toBe('media-not-a-film')
  expect((await site.call('/api/staff/shoot', { json: { file, ...blank } })).status).toBe(401)
})
