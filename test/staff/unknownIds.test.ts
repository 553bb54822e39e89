import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, campaignCounty, type CampaignCounty } from '../support/campaign'
import { serve } from '../support/http'
import { testRuntime } from '../support/payload'

/* What names a row that is not there: refused with a code and in words by every route of planning, never a fault of ours. */
let product: Awaited<ReturnType<typeof testRuntime>>
let county: CampaignCounty
let server: Awaited<ReturnType<typeof serve>>
let token: string
let campaign: string
let channel: string
const unknown = ['gone', '0198f0a0-0000-7000-8000-000000000000']

beforeAll(async () => {
  product = await testRuntime()
  product.clock.moveTo(at('2026-11-30T09:00'))
  county = await campaignCounty(product)
  channel = (await county.channel('site')).id
  campaign = (await county.campaign([{ id: channel }])).id
  await product.payload.update({
    collection: 'users',
    id: county.people.publisher.id,
    data: { roles: ['publisher', 'editor', 'manager', 'admin'] },
  })
  server = await serve(product)
  token = await server.signIn('qian')
})
afterAll(async () => {
  await server.close()
  await product.dispose()
})

const call = (path: string, json?: unknown, method?: string) =>
  server.call(`/api/${path}`, { token, ...(json === undefined ? {} : { json }), ...(method ? { method } : {}) })
const filled = (text: string, id: string) =>
  text
    .replaceAll('ID', id)
    .replaceAll('TOPIC', county.fraud.id)
    .replaceAll('SEGMENT', county.segment.id)
    .replaceAll('CAMPAIGN', campaign)

describe.each(unknown)('%s', (id) => {
  it.each<[string, unknown?]>([
    ['staff/campaigns/ID'],
    ['staff/campaigns/ID/plan', {}],
    ['staff/campaigns/ID/approve', { planHash: 'x'.repeat(64) }],
    ['staff/campaigns/ID/what-if', { targets: [] }],
    ['staff/campaigns/ID/ban', { item: 'articles:ID' }],
    ['staff/campaigns/ID/unban', { item: 'articles:ID' }],
    ['staff/campaigns/ID/cancel', {}],
    ['staff/campaigns/CAMPAIGN/plan', { targets: [{ topic: 'ID', share: 0.5 }] }],
    ['staff/campaigns/CAMPAIGN/what-if', { targets: [{ topic: 'ID', share: 0.5 }] }],
    ['staff/campaigns/CAMPAIGN/ban', { item: 'articles:ID' }],
    ['staff/campaigns/CAMPAIGN/ban', { item: 'videos:ID', segment: 'ID' }],
    ['staff/campaigns/draft', { topics: ['ID'], segments: [] }],
    ['staff/campaigns/draft', { topics: [], segments: ['ID'] }],
    ...['move', 'pin', 'unpin', 'cancel', 'resend', 'let-go', 'hold-back', 'settle', 'forwarded', 'figures'].map(
      (act): [string, unknown] => [
        `staff/deliveries/ID/${act}`,
        { to: '2026-12-09T08:00:00Z', why: '县里统一要求发', wentOut: true, metric: 'plays', value: 1, source: '抖音' },
      ],
    ),
    ['staff/deliveries/ID/handout'],
    ['staff/deliveries/ID/poster.png'],
    ['staff/deliveries/ID/clashes?to=2026-12-09T08:00:00Z'],
    ['staff/commissions', { topic: 'ID', segment: 'SEGMENT', variety: null, form: 'case' }],
    ['staff/commissions', { topic: 'TOPIC', segment: 'ID', variety: null, form: 'case' }],
    ['staff/commissions', { topic: 'TOPIC', segment: 'SEGMENT', variety: 'ID', form: 'video' }],
    ['staff/commissions', { topic: 'TOPIC', segment: 'SEGMENT', variety: null, form: 'case', series: 'ID' }],
    ['staff/commissions', { topic: 'TOPIC', segment: 'SEGMENT', variety: null, form: 'case', to: 'ID' }],
    ['staff/loans', { item: 'articles:ID', topic: 'TOPIC', segment: 'SEGMENT', variety: null, form: 'case' }],
    ['staff/loans', { item: 'videos:ID', topic: 'TOPIC', segment: 'ID', variety: null, form: 'video' }],
    ['staff/loans', { item: 'articles:ID', topic: 'ID', segment: 'SEGMENT', variety: 'ID', form: 'case' }],
    ['staff/loans', { item: 'articles:ID', topic: 'TOPIC', segment: 'SEGMENT', variety: null, form: 'case', to: 'ID' }],
    ['staff/loans/ID/return', {}],
    ['staff/loans/ID/seen', {}],
    ['staff/loans/of/articles/ID'],
    ['staff/loans/of/videos/ID'],
    ['staff/signals/demand/ID'],
    ['staff/signals/undo', { batch: 'ID' }],
    ['staff/figures/undo', { batch: 'ID' }],
    ['staff/learned/ID'],
    ['staff/mix?office=ID'],
    ['staff/report?office=ID'],
    ['staff/preview/articles/ID'],
    ['staff/review/articles/ID'],
    ['staff/review/articles/ID/submit', {}],
  ])('refuses %s %j', async (path, json) => {
    const answer = await call(filled(path, id), json && JSON.parse(filled(JSON.stringify(json), id)))
    expect([400, 404, 409, 422]).toContain(answer.status)
    expect(answer.body.error.code).toMatch(/^(bad-request|not-found|loan-closed)$/)
    expect(answer.body.error.message).toMatch(/[\u4e00-\u9fff]/)
  })

  const days = { from: '2026-12-01T00:00:00Z', to: '2026-12-10T00:00:00Z' }
  const plan = { title: '一次活动', goal: '试一试', ...days, slots: 5 }
  const signal = { kind: 'survey', count: 3, source: '问卷', date: '2026-11-01T00:00:00Z' }
  const law = { rule: 'fixed', month: 12, day: 4, source: '通知' }
  const person = { name: '某某', username: 'moumou', password: 'Ming-bai-2026', roles: ['editor'] }
  const piece = { title: '一篇', topic: 'TOPIC' }
  it.each<[CollectionSlug, unknown]>([
    ['campaigns', { ...plan, segments: ['ID'], channels: ['CHANNEL'] }],
    ['campaigns', { ...plan, segments: ['SEGMENT'], channels: ['ID'] }],
    [
      'campaigns',
      { ...plan, segments: ['SEGMENT'], channels: ['CHANNEL'], items: [{ relationTo: 'articles', value: 'ID' }] },
    ],
    ['campaigns', { ...plan, segments: ['SEGMENT'], channels: ['CHANNEL'], targets: [{ topic: 'ID', share: 0.5 }] }],
    ['campaigns', { ...plan, segments: ['SEGMENT'], channels: ['CHANNEL'], office: 'ID' }],
    ['signals', { ...signal, topic: 'ID' }],
    ['signals', { ...signal, topic: 'TOPIC', segment: 'ID' }],
    ['signals', { ...signal, topic: 'TOPIC', office: 'ID' }],
    ['figures', { metric: 'plays', value: 1, source: '抖音', delivery: 'ID' }],
    ['series', { name: '栏目', topic: 'ID' }],
    ['series', { name: '栏目', segment: 'ID' }],
    ['series', { name: '栏目', channel: 'ID' }],
    ['channels', { name: '门', code: 'door-x', kind: 'feed', segments: ['ID'] }],
    ['channels', { name: '门', code: 'door-x', kind: 'feed', office: 'ID' }],
    ['segments', { name: '人', nameEn: 'People', demand: [{ topic: 'ID', share: 0.5, source: '问卷' }] }],
    ['segments', { name: '人', nameEn: 'People', limits: [{ topic: 'ID', cap: 0.5 }] }],
    ['segments', { name: '人', nameEn: 'People', varieties: ['ID'] }],
    ['segments', { name: '人', nameEn: 'People', channels: ['ID'] }],
    ['offices', { name: '所', limits: [{ topic: 'ID', cap: 0.5 }] }],
    ['offices', { name: '所', parent: 'ID' }],
    ['offices', { name: '所', population: [{ segment: 'ID', people: 5, source: '统计' }] }],
    ['occasions', { name: '周', nameEn: 'Week', ...law, topics: ['ID'] }],
    ['articles', { ...piece, topic: 'ID' }],
    ['articles', { ...piece, segments: ['ID'] }],
    ['articles', { ...piece, variety: 'ID' }],
    ['articles', { ...piece, series: 'ID' }],
    ['articles', { ...piece, variantOf: 'ID' }],
    ['articles', { ...piece, cover: 'ID' }],
    ['videos', { ...piece, film: 'ID' }],
    ['tracks', { video: 'ID', variety: 'ID', file: 'ID' }],
    ['readings', { article: 'ID', variety: 'ID' }],
    ['users', { ...person, office: 'ID' }],
  ])('refuses a row of %s: %j', async (collection, json) => {
    const count = async () => (await product.payload.count({ collection })).totalDocs
    const before = await count()
    const text = filled(JSON.stringify(json), id).replaceAll('CHANNEL', channel)
    const draft = collection === 'articles' || collection === 'videos' ? '?draft=true' : ''
    const { status, body } = await call(collection + draft, JSON.parse(text))
    expect(status).toBe(400)
    const [{ name, data }] = body.errors
    expect(name).toBe('ValidationError')
    expect(data.errors[0]).toMatchObject({ message: '这里选的已经没有了，请另选。' })
    expect(await count()).toBe(before)
  })
})

it('a change that names an unknown row is refused at its field, and what stood there stays', async () => {
  const limits = [
    { topic: county.fraud.id, cap: 0.5 },
    { topic: 'gone', cap: 0.5 },
  ]
  const { status, body } = await call(`segments/${county.segment.id}`, { name: '别人', limits }, 'PATCH')
  expect(status).toBe(400)
  expect(body.errors[0].data.errors).toEqual([{ path: 'limits.1.topic', message: '这里选的已经没有了，请另选。' }])
  expect(await product.payload.findByID({ collection: 'segments', id: county.segment.id })).toMatchObject({
    name: '老年人',
    limits: [],
  })
})
