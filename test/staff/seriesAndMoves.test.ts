import { afterAll, beforeAll, expect, it } from 'vitest'
import { at, campaignCounty, type CampaignCounty } from '../support/campaign'
import { serve } from '../support/http'
import { testRuntime } from '../support/payload'

let product: Awaited<ReturnType<typeof testRuntime>>
let county: CampaignCounty
let server: Awaited<ReturnType<typeof serve>>
let token: string
let campaign: string
let series: string
const reader = { headers: { 'accept-language': 'zh' } }
beforeAll(async () => {
  product = await testRuntime()
  product.clock.moveTo(at('2026-11-30T09:00'))
  county = await campaignCounty(product)
  const { payload } = product
  const minors = await payload.create({ collection: 'topics', data: { name: '未成年人保护', nameEn: 'Minors' } })
  const made = await payload.create({
    collection: 'series',
    data: {
      ...{ name: '每周五护苗', topic: minors.id, segment: county.segment.id, office: county.south.id },
      ...{ weekday: 5, time: '19:30' },
    },
  })
  series = made.id
  await payload.create({
    collection: 'series',
    data: {
      ...{ name: '每周一反诈', topic: county.fraud.id, segment: county.segment.id, office: county.south.id },
      ...{ weekday: 1, time: '19:30' },
    },
  })
  await payload.create({
    collection: 'occasions',
    data: {
      ...{
        name: '反诈周',
        nameEn: 'Fraud week',
        rule: 'fixed',
        month: 12,
        day: 2,
        after: 1,
        floor: 0.5,
        source: '通知',
      },
      topics: [county.fraud.id],
    },
  })
  const channels = [await county.channel('site', { dailyQuota: 1 }), await county.channel('feed', { dailyQuota: 1 })]
  campaign = (await county.campaign(channels, { slots: 4 })).id
  server = await serve(product)
  token = await server.signIn('lan')
})
afterAll(async () => {
  await server.close()
  await product.dispose()
})

it('a plan keeps the places of the series and the days of a law week, and says which place is empty', async () => {
  const { status, body } = await server.call(`/api/staff/campaigns/${campaign}/plan`, { token, json: {}, ...reader })
  expect(status).toBe(200)
  const lines = body.days.flatMap((day: { day: string; deliveries: { time: string; why: string[] }[] }) =>
    day.deliveries.map((one) => ({ day: day.day, ...one })),
  )
  const monday = lines.filter(({ why }: { why: string[] }) => why.includes('《每周一反诈》的固定时间'))
  expect(monday.map(({ day, time }: { day: string; time: string }) => `${day} ${time}`)).toEqual(['12月7日周一 19:30'])
  const week = lines.filter(({ why }: { why: string[] }) => why.includes('赶在反诈周这几天'))
  expect(week.length).toBeGreaterThan(0)
  for (const { day } of week) expect(day).toMatch(/^12月[23]日/)
  expect(body.gaps.map(({ words }: { words: string }) => words)).toEqual(['12 月 4 日的《每周五护苗》还没有内容。'])
})

it('the empty place is one click from a draft of that series; an unknown series is refused', async () => {
  const { body } = await server.call(`/api/staff/campaigns/${campaign}`, { token, ...reader })
  const [{ wish }] = body.gaps
  const made = await server.call('/api/staff/commissions', { token, json: wish })
  expect(made.status).toBe(200)
  const draft = await product.payload.findByID({ collection: 'articles', id: made.body.id, draft: true, depth: 0 })
  expect(draft).toMatchObject({ series, topic: wish.topic, segments: [county.segment.id] })
  expect((await server.call('/api/staff/commissions', { token, json: { ...wish, series: 'none' } })).status).toBe(404)
})

it('whoever moves a delivery sees first what stands there', async () => {
  const [first, second] = await county.rows(campaign)
  const ask = async (to: string) =>
    (await server.call(`/api/staff/deliveries/${first!.id}/clashes?to=${encodeURIComponent(to)}`, { token, ...reader }))
      .body.words
  await product.payload.update({ collection: 'deliveries', id: second!.id, data: { channel: first!.channel } as never })
  expect(await ask(new Date(Date.parse(second!.dueAt) + 3_600_000 * 2).toISOString())).toEqual([
    expect.stringMatching(/^12 月 \d 日site 渠道已被《年前反诈》占满（每天 1 条）。$|^12 月 \d 日feed 渠道已被/),
  ])
  expect(await ask('2027-03-01T10:00:00+08:00')).toEqual([])
  expect((await server.call(`/api/staff/deliveries/${first!.id}/clashes?to=soon`, { token })).status).toBe(400)
  expect((await server.call(`/api/staff/deliveries/${first!.id}/clashes?to=2027-03-01`)).status).toBe(401)
})
