import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dispatchDue } from '../../campaigns'
import { at, campaignCounty, timeZone, type CampaignCounty } from '../support/campaign'
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
  const channels = [await county.channel('site'), await county.channel('handout')]
  campaign = (await county.campaign(channels, { slots: 4 })).id
  server = await serve(product)
  for (const name of ['lan', 'bei', 'qian', 'ji', 'guan']) token[name] = await server.signIn(name)
})
afterAll(async () => {
  await server.close()
  await product.dispose()
})
const post = (path: string, who: string, json: object = {}) =>
  server.call(`/api/staff/${path}`, { token: token[who], json })
const get = (path: string, who: string, language = 'zh') =>
  server.call(`/api/staff/${path}`, { token: token[who], headers: { 'accept-language': language } })

it('strangers, auditors and other offices cannot plan', async () => {
  expect((await server.call(`/api/staff/campaigns/${campaign}/plan`, { json: {} })).status).toBe(401)
  expect((await post(`campaigns/${campaign}/plan`, 'ji')).status).toBe(403)
  expect((await post(`campaigns/${campaign}/plan`, 'bei')).body.error.code).toBe('outside-office')
})

it('an editor plans, sees reasons in words, and cannot approve; a publisher can, and it is on record', async () => {
  const planned = await post(`campaigns/${campaign}/plan`, 'lan')
  expect(planned.status).toBe(200)
  const panel = planned.body
  expect(panel.state).toBe('planned')
  expect(panel.rulers.after.svg).toContain('<svg')
  const all = panel.days.flatMap(({ deliveries }: { deliveries: object[] }) => deliveries)
  expect(all[0].may).toMatchObject({ move: true, pin: true, cancel: true })
  const elsewhere = (await get(`campaigns/${campaign}`, 'bei')).body
  expect(elsewhere.may).toMatchObject({ plan: false, cancel: false })
  expect(elsewhere.days[0].deliveries[0].may).toEqual(
    Object.fromEntries(Object.keys(all[0].may).map((one) => [one, false])),
  )
  expect(all).toHaveLength(4)
  expect(all[0].why[0]).toMatch(/群众要的有 \d+% 是/)
  expect(panel.excluded.items[0].reasons[0]).toMatch(/老年人：/)
  const english = await get(`campaigns/${campaign}`, 'lan', 'en')
  expect(english.body.days[0].deliveries[0].why[0]).toMatch(/of what people need is/)

  const { planHash } = panel
  expect((await post(`campaigns/${campaign}/approve`, 'lan', { planHash })).status).toBe(403)
  expect((await post(`campaigns/${campaign}/approve`, 'guan', { planHash })).status).toBe(403)
  expect((await post(`campaigns/${campaign}/approve`, 'qian', { planHash: 'f'.repeat(64) })).body.error.code).toBe(
    'plan-changed',
  )
  expect((await post(`campaigns/${campaign}/approve`, 'qian', { planHash })).body.state).toBe('approved')
  const { docs } = await product.payload.find({
    collection: 'audit',
    where: { subject: { equals: `campaigns:${campaign}` } },
  })
  expect(docs.map(({ action }) => action).sort()).toEqual(['campaign.approve', 'campaign.plan'])
})

it('a kit is opened, its poster is a picture, it is ticked once, and figures are typed back', async () => {
  const rows = await county.rows(campaign)
  const kits = (await product.payload.find({ collection: 'channels', where: { kind: { equals: 'handout' } } })).docs
  const kit = rows.find(({ channel }) => channel === kits[0]!.id)!
  const page = await get(`deliveries/${kit.id}/handout`, 'lan')
  expect(page.headers.get('content-type')).toContain('text/html')
  expect(page.text).toContain(`/l/${kit.code}`)
  expect(page.text).toContain('data-post="forwarded"')
  expect((await get('deliveries/handout.js', 'lan')).headers.get('content-type')).toContain('javascript')

  const picture = await fetch(`${server.origin}/api/staff/deliveries/${kit.id}/poster.png`, {
    headers: { authorization: `JWT ${token.lan}` },
  })
  const { width, height, format } = await sharp(Buffer.from(await picture.arrayBuffer())).metadata()
  expect([width, height, format]).toEqual([1080, 1440, 'png'])

  expect((await post(`deliveries/${kit.id}/forwarded`, 'bei')).status).toBe(403)
  expect((await post(`deliveries/${kit.id}/forwarded`, 'lan')).status).toBe(200)
  expect((await get(`deliveries/${kit.id}/handout`, 'lan')).text).toContain('✓ 已转发')
  const figure = { metric: 'reads', value: 321, source: '公众号后台', readAt: '2026-12-03' }
  expect((await post(`deliveries/${kit.id}/figures`, 'lan', figure)).status).toBe(200)
  expect((await post(`deliveries/${kit.id}/figures`, 'lan', { ...figure, value: -1 })).status).toBe(400)
  const { docs } = await product.payload.find({ collection: 'figures', depth: 0 })
  expect(docs).toMatchObject([
    { delivery: kit.id, metric: 'reads', value: 321, source: '公众号后台', by: county.people.editor.id },
  ])
})

it('a delivery is moved and taken out; what is due goes out and the mix says so', async () => {
  const open = (await county.rows(campaign)).filter(({ state }) => state === 'planned')
  const { docs: sites } = await product.payload.find({ collection: 'channels', where: { kind: { equals: 'site' } } })
  const slots = open.filter(({ channel }) => channel === sites[0]!.id)
  const past = await post(`deliveries/${open[0]!.id}/move`, 'lan', { to: '2020-01-01T00:00:00Z' })
  expect(past.status).toBe(400)
  expect((await post(`deliveries/${slots[0]!.id}/cancel`, 'lan')).status).toBe(200)
  expect((await get(`campaigns/${campaign}`, 'lan')).body.state).toBe('approved')
  const now = new Date(slots[1]!.dueAt)
  product.clock.moveTo(new Date(now.getTime() + 60_000))
  const done = await dispatchDue({ ...product, now: () => now, publicUrl: 'http://x.test', timeZone })
  expect(done.submitted).toBeGreaterThan(0)
  const mix = await get('mix', 'lan')
  expect(mix.body.sentence).toMatch(/太少，不算比例/)
  expect(Object.values(mix.body.topics).join()).not.toMatch(/%|太多|正缺/)
})

describe('a draft from the report', () => {
  const draft = (who: string, wish: object) => post('campaigns/draft', who, wish)
  const slugOf = async (collection: 'topics' | 'segments', id: string) =>
    (await product.payload.findByID({ collection, id, depth: 0 })).slug!

  it('is a campaign of the own office over four weeks that one click plans; asked again it is the same one', async () => {
    product.clock.moveTo(at('2026-12-20T23:30'))
    const wish = { topics: [await slugOf('topics', county.fraud.id)] }
    const made = await draft('lan', wish)
    expect(made.status).toBe(200)
    expect(made.body.path).toBe(`/collections/campaigns/${made.body.id}`)
    const row = await product.payload.findByID({ collection: 'campaigns', id: made.body.id, depth: 0 })
    expect(row).toMatchObject({
      title: '补缺：电信诈骗 · 12 月',
      state: 'draft',
      slots: 12,
      office: county.south.id,
      segments: [county.segment.id],
      from: at('2026-12-21T00:00').toISOString(),
      to: at('2027-01-17T00:00').toISOString(),
    })
    expect(row.targets).toMatchObject([{ topic: county.fraud.id, share: 0.5 }])
    expect(row.channels).toHaveLength(2)
    expect((await draft('lan', wish)).body.id).toBe(made.body.id)
    const planned = await post(`campaigns/${made.body.id}/plan`, 'lan')
    expect(planned.body.state).toBe('planned')
    expect(planned.body.progress.total).toBeGreaterThan(0)
    expect((await draft('lan', wish)).body.id).not.toBe(made.body.id)
  })

  it('for one group of people names it, and takes only channels that reach it and stand open to the office', async () => {
    const others = await product.payload.create({ collection: 'segments', data: { name: '学生', nameEn: 'Pupils' } })
    await county.channel('feed', { code: 'pupils', segments: [others.id] })
    await county.channel('feed', { code: 'north', office: county.north.id })
    const { body } = await draft('lan', { segments: [await slugOf('segments', county.segment.id)] })
    const row = await product.payload.findByID({ collection: 'campaigns', id: body.id, depth: 1 })
    expect(row.title).toMatch(/^讲给老年人 · \d+ 月$/)
    expect(row.channels.map((channel) => (channel as { code: string }).code).sort()).toEqual(['handout-1', 'site-1'])
  })

  it('is refused to strangers, to those who may not plan, and for what is not known', async () => {
    expect((await server.call('/api/staff/campaigns/draft', { json: {} })).status).toBe(401)
    expect((await draft('ji', {})).status).toBe(403)
    expect((await draft('lan', { topics: ['no-such-topic'] })).status).toBe(404)
    expect((await draft('lan', { topics: 'fraud' })).status).toBe(400)
  })
})
