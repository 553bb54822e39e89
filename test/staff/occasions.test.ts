import { afterAll, beforeAll, expect, it } from 'vitest'
import { at, campaignCounty, type CampaignCounty } from '../support/campaign'
import { serve } from '../support/http'
import { testRuntime } from '../support/payload'

let product: Awaited<ReturnType<typeof testRuntime>>
let county: CampaignCounty
let server: Awaited<ReturnType<typeof serve>>
const token: Record<string, string> = {}
beforeAll(async () => {
  product = await testRuntime()
  product.clock.moveTo(at('2026-11-24T09:00'))
  county = await campaignCounty(product)
  const { payload } = product
  await payload.create({ collection: 'varieties', data: { code: 'cmn', tag: 'cmn', name: '普通话', written: true } })
  const occasion = (data: object) =>
    payload.create({ collection: 'occasions', data: { source: '通知', ...data } as never })
  await occasion({
    ...{ name: '反诈宣传周', nameEn: 'Fraud week', rule: 'notice', topics: [county.fraud.id], pieces: 5 },
    years: [{ from: '2026-12-06', to: '2026-12-12' }],
  })
  await occasion({
    ...{ name: '劳动周', nameEn: 'Labour week', rule: 'fixed', month: 11, day: 25, pieces: 2 },
    ...{ topics: [county.topic.id], offices: [county.south.id] },
  })
  await occasion({ name: '远的', nameEn: 'Far', rule: 'fixed', month: 12, day: 20, topics: [county.topic.id] })
  server = await serve(product)
  for (const name of ['lan', 'bei', 'ling', 'ji']) token[name] = await server.signIn(name)
})
afterAll(async () => {
  await server.close()
  await product.dispose()
})
const ask = (who: string, language = 'zh') =>
  server.call('/api/staff/occasions', { token: token[who], headers: { 'accept-language': language } })

it('two weeks ahead the desk says what is near and how much is missing; an office sees its own', async () => {
  const { body } = await ask('lan')
  expect(body.rows.map(({ words }: { words: string }) => words)).toEqual([
    '明天是劳动周：劳动用工的内容有 2 件，够了。',
    '再过 12 天是反诈宣传周：电信诈骗的内容有 3 件，还差 2 件。',
  ])
  expect(body.rows[1]).toMatchObject({ when: '12 月 6 日到 12 日', lack: 2, month: '2026-12' })
  expect((await ask('bei')).body.rows).toHaveLength(1)
  expect((await ask('bei', 'en')).body.rows[0].words).toBe('Fraud week is in 12 days: 3 items on Fraud, 2 missing.')
  expect((await ask('ling')).body.writes).toBe(false)
  expect((await ask('ji')).status).toBe(403)
  expect((await server.call('/api/staff/occasions')).status).toBe(401)
})

it('what is missing is one click from a draft on that topic', async () => {
  const { piece } = (await ask('lan')).body.rows[1]
  expect(piece).toMatchObject({ title: '电信诈骗｜给老年人｜案例', wish: { topic: county.fraud.id } })
  const made = await server.call('/api/staff/commissions', { token: token.lan, json: piece.wish })
  expect(made.status).toBe(200)
  expect(
    await product.payload.findByID({ collection: 'articles', id: made.body.id, draft: true, depth: 0 }),
  ).toMatchObject({ topic: county.fraud.id, _status: 'draft' })
})

it('while rules are typed in, the next days are said in words', async () => {
  const words = async (path: string, language = 'zh') =>
    (await server.call(`/api/staff/calendar/${path}`, { token: token.lan, headers: { 'accept-language': language } }))
      .body.words
  expect(await words('market?system=lunar&digits=0,5')).toMatch(/^下几个赶集日：11 月 28 日（农历十月二十）、/)
  expect(await words('market?system=weekday&digits=1&except=2026-11-30')).toMatch(/^下几个赶集日：12 月 7 日、/)
  expect(await words('market?system=weekday&digits=1', 'en')).toMatch(/^Next market days: 30 Nov, 7 Dec/)
  expect(await words('occasion?rule=notice&month=12&day=1&toMonth=12&toDay=7&years=2026-11-30/2026-12-06')).toBe(
    '接下来：2026 年 11 月 30 日到 12 月 6 日；2027 年 12 月 1 日到 7 日（预计）。',
  )
  expect(await words('occasion?rule=notice')).toBe('还没有日子：收到通知后填在下面。')
  expect((await server.call('/api/staff/calendar/market?system=moon', { token: token.lan })).status).toBe(400)
})

it('residents see the law weeks of the next month', async () => {
  const html = (await server.call('/calendar')).text
  expect(html).toContain('反诈宣传周')
  expect(html).toContain('12 月 6 日到 12 日')
})
