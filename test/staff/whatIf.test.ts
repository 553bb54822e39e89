import { afterAll, beforeAll, expect, it } from 'vitest'
import { at, campaignCounty, type CampaignCounty } from '../support/campaign'
import { serve } from '../support/http'
import { testRuntime } from '../support/payload'

let product: Awaited<ReturnType<typeof testRuntime>>
let county: CampaignCounty
let server: Awaited<ReturnType<typeof serve>>
let campaign: string
const token: Record<string, string> = {}
beforeAll(async () => {
  product = await testRuntime()
  product.clock.moveTo(at('2026-11-30T09:00'))
  county = await campaignCounty(product)
  campaign = (await county.campaign([await county.channel('site'), await county.channel('feed')], { slots: 4 })).id
  server = await serve(product)
  for (const name of ['lan', 'bei', 'qian', 'ji']) token[name] = await server.signIn(name)
})
afterAll(async () => {
  await server.close()
  await product.dispose()
})
const post = (path: string, who = 'lan', json: object = {}, language = 'zh') =>
  server.call(`/api/staff/campaigns/${campaign}/${path}`, {
    token: token[who],
    json,
    headers: { 'accept-language': language },
  })
const labour = (share: number) => ({ targets: [{ topic: county.topic.id, share }] })

it('shows both plans in words and writes nothing', async () => {
  await post('plan')
  const stored = () =>
    Promise.all([product.payload.findByID({ collection: 'campaigns', id: campaign, depth: 0 }), county.rows(campaign)])
  const before = await stored()
  const { status, body } = await post('what-if', 'lan', labour(0.9))
  expect(status).toBe(200)
  const counts = Object.fromEntries(body.topics.map((row: { name: string; then: number }) => [row.name, row.then]))
  // There are two pieces on labour, and no more.
  expect(counts).toEqual({ 电信诈骗: 2, 劳动用工: 2 })
  expect([body.now.svg, body.then.svg].join()).toContain('<svg')
  expect(body.reach).toMatch(/^预计有效触达：.+不是播放量。$/)
  expect(await stored()).toEqual(before)
  const english = await post('what-if', 'lan', labour(0.9), 'en')
  expect(english.body.reach).toMatch(/not a count of plays/)
})

it('is for those who may plan, in their office, and for shares that make sense', async () => {
  expect((await server.call(`/api/staff/campaigns/${campaign}/what-if`, { json: labour(0.5) })).status).toBe(401)
  expect((await post('what-if', 'ji', labour(0.5))).status).toBe(403)
  expect((await post('what-if', 'bei', labour(0.5))).body.error.code).toBe('outside-office')
  expect((await post('what-if', 'lan', labour(1.2))).status).toBe(400)
  expect((await post('what-if', 'lan', labour(-0.1))).status).toBe(400)
  expect((await post('what-if', 'lan', { targets: [{ topic: 'dragons', share: 0.5 }] })).status).toBe(400)
  const twice = { topic: county.topic.id, share: 0.2 }
  expect((await post('what-if', 'lan', { targets: [twice, twice] })).status).toBe(400)
  expect((await post('what-if', 'lan', {})).status).toBe(400)
})

it('used, it saves the targets and plans with them: approval is void, and both targets are on record', async () => {
  const { planHash } = (await server.call(`/api/staff/campaigns/${campaign}`, { token: token.lan })).body
  expect((await post('approve', 'qian', { planHash })).body.state).toBe('approved')
  const used = await post('plan', 'lan', { targets: [{ topic: county.fraud.id, share: 1 }] })
  expect(used.body.state).toBe('planned')
  expect(used.body.targets).toContainEqual(expect.objectContaining({ topic: county.fraud.id, share: 1 }))
  const planned = (await county.rows(campaign)).filter(({ topic }) => topic === county.fraud.id)
  expect(planned).toHaveLength(3)
  const { docs } = await product.payload.find({
    collection: 'audit',
    where: { action: { equals: 'campaign.targets' } },
  })
  expect(docs).toMatchObject([{ details: { before: [], after: [{ topic: county.fraud.id, share: 1 }] } }])
  expect((await post('plan', 'lan', labour(3))).status).toBe(400)
})
