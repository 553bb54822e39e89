import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dispatchDue } from '../../campaigns'
import { at, campaignCounty, timeZone, type CampaignCounty } from '../support/campaign'
import { caseOf } from '../support/county'
import { serve } from '../support/http'
import { testRuntime } from '../support/payload'

let product: Awaited<ReturnType<typeof testRuntime>>
let county: CampaignCounty
let server: Awaited<ReturnType<typeof serve>>
let site: { id: string }
let kit: { id: string }
let campaign: { id: string }
const due = at('2026-12-01T10:00')
const token: Record<string, string> = {}
const who = ['lan', 'bei', 'shen', 'qian', 'nan', 'ling', 'ji', 'guan']
const why = '劳动法宣传月，县里统一要求发'

/** The south office sent 4 on labour among 10 in the last days; the cap is 30 of 100. */
beforeAll(async () => {
  product = await testRuntime()
  product.clock.moveTo(due)
  county = await campaignCounty(product)
  site = await county.channel('site')
  kit = await county.channel('handout')
  campaign = await county.campaign([site, kit], { state: 'approved', slots: 5 })
  server = await serve(product)
  for (const name of who) token[name] = await server.signIn(name)
  await product.payload.update({ collection: 'topics', id: county.topic.id, data: { cap: 0.3 } })
  const inheritance = await product.payload.create({
    collection: 'topics',
    data: { name: '继承', nameEn: 'Inheritance' },
  })
  const demand = [
    { topic: county.fraud.id, share: 0.5, source: '问卷' },
    { topic: county.topic.id, share: 0.2, source: '问卷' },
    { topic: inheritance.id, share: 0.3, source: '问卷' },
  ]
  await product.payload.update({ collection: 'segments', id: county.segment.id, data: { demand } })
  for (let n = 0; n < 10; n++)
    await delivery(n < 4 ? county.topic : county.fraud, {
      ...{ state: 'submitted', itemKey: `articles:past-${n}`, submittedAt: at('2026-11-28T10:00').toISOString() },
    })
})
afterAll(async () => {
  await server.close()
  await product.dispose()
})

let made = 0
const delivery = (topic: { id: string }, more: object = {}) => {
  const { id } = county.articles[topic.id === county.topic.id ? 3 : 0]!
  return product.payload.create({
    collection: 'deliveries',
    data: {
      ...{ code: `code${++made}`, campaign: campaign.id, item: { relationTo: 'articles', value: id }, topic: topic.id },
      ...{ itemKey: `articles:${id}`, segment: county.segment.id, channel: site.id, office: county.south.id },
      ...{ state: 'planned', dueAt: due.toISOString(), readyAt: due.getTime() },
      ...more,
    },
    depth: 0,
  })
}
const post = (path: string, name: string, json: object = {}) =>
  server.call(`/api/staff/${path}`, { token: token[name], json })
const get = async (path: string, name: string, language = 'zh') =>
  (await server.call(`/api/staff/${path}`, { token: token[name], headers: { 'accept-language': language } })).body
const dispatch = () =>
  dispatchDue({ ...product, now: () => product.clock.now(), publicUrl: 'http://county.test', timeZone })
const line = async (id: string, name: string, language = 'zh') =>
  (await get(`campaigns/${campaign.id}`, name, language)).days
    .flatMap(({ deliveries }: { deliveries: { id: string }[] }) => deliveries)
    .find((row: { id: string }) => row.id === id)
const audited = async (action: string) =>
  (await product.payload.find({ collection: 'audit', where: { action: { equals: action } }, sort: '-createdAt' })).docs

describe('letting go', () => {
  let held: { id: string }
  beforeEach(async () => {
    await product.payload.delete({ collection: 'deliveries', where: { state: { equals: 'planned' } } })
    held = await delivery(county.topic)
    await dispatch()
  })

  it('is for the publisher and the manager of the office or above, and for nobody else', async () => {
    const may: Record<string, number> = {}
    for (const name of who) {
      may[name] = (await post(`deliveries/${held.id}/let-go`, name, { why })).status
      if (may[name] === 200) may[name] = (await post(`deliveries/${held.id}/hold-back`, name)).status
      else expect((await post(`deliveries/${held.id}/hold-back`, name)).status).toBe(403)
    }
    expect(may).toEqual({ lan: 403, bei: 403, shen: 403, qian: 200, nan: 200, ling: 200, ji: 403, guan: 403 })
    expect((await server.call(`/api/staff/deliveries/${held.id}/let-go`, { json: { why } })).status).toBe(401)

    const north = await delivery(county.topic, { office: county.north.id })
    const refused = await post(`deliveries/${north.id}/let-go`, 'nan', { why })
    expect(refused.body.error.code).toBe('outside-office')
  })

  it('needs a reason of 5 to 300 characters', async () => {
    for (const bad of [{}, { why: '要发' }, { why: '　  　要发 ' }, { why: '很'.repeat(301) }, { why: 5 }])
      expect((await post(`deliveries/${held.id}/let-go`, 'qian', bad)).status).toBe(400)
    expect((await line(held.id, 'qian')).status).toBe('held')
  })

  it('is shown with the numbers, who and why, is on record, and goes out', async () => {
    expect(await line(held.id, 'lan')).toMatchObject({
      ...{ status: 'held', statusWords: '主题发多了，先压着', held: '劳动用工近 90 天每 100 条发了 40 条，上限 30 条' },
      may: { letGo: false, holdBack: false, cancel: true },
    })
    expect(await line(held.id, 'ling', 'en')).toMatchObject({
      ...{ held: 'Labour: 40 of every 100 sent in 90 days, the cap is 30', may: { letGo: true } },
    })
    expect((await get(`campaigns/${campaign.id}`, 'lan')).held).toBe(1)
    expect((await post(`deliveries/${held.id}/let-go`, 'ling', { why })).status).toBe(200)
    expect(await line(held.id, 'lan')).toMatchObject({ status: 'due', held: null, letGo: { by: '凌领导', why } })
    const [entry] = await audited('delivery.let-go')
    expect(entry).toMatchObject({ actorName: '凌领导', details: { why, sent: 4, of: 10, cap: 0.3 } })
    await dispatch()
    expect((await line(held.id, 'qian')).status).toBe('submitted')
    expect((await post(`deliveries/${held.id}/hold-back`, 'qian')).status).toBe(409)
    const report = await get('report?weeks=1', 'ling')
    expect(report.held).toMatchObject({ letGo: [{ by: '凌领导', count: 1 }], total: 1, waiting: 0 })
    await product.payload.delete({ collection: 'deliveries', where: { id: { equals: held.id } } })
  })
})

it('a held kit says so on its page and cannot be ticked; let go, it can', async () => {
  const { id } = await delivery(county.topic, { channel: kit.id })
  const page = async () => (await server.call(`/api/staff/deliveries/${id}/handout`, { token: token.lan })).text
  expect(await page()).toMatch(/先别转发。<\/b>劳动用工近 90 天每 100 条发了 40 条，上限 30 条/)
  const refused = await post(`deliveries/${id}/forwarded`, 'lan')
  expect([refused.status, refused.body.error.code]).toEqual([409, 'topic-held'])
  await post(`deliveries/${id}/let-go`, 'qian', { why })
  expect(await page()).not.toContain('先别转发')
  expect((await post(`deliveries/${id}/forwarded`, 'lan')).status).toBe(200)
  await product.payload.delete({ collection: 'deliveries', where: { id: { equals: id } } })
})

it('a plan that would be held says so before it is approved, and the approval keeps the number', async () => {
  const { id } = await county.campaign([site], { slots: 5 })
  const planned = (await post(`campaigns/${id}/plan`, 'lan')).body
  expect(planned.ahead.join()).toMatch(/照这样排，大约有 \d 条劳动用工到时会被压住：近 90 天每 100 条最多发 30 条/)
  expect((await get(`campaigns/${id}`, 'qian', 'en')).ahead.join()).toMatch(/will be held back/)
  await post(`campaigns/${id}/approve`, 'qian', { planHash: planned.planHash })
  const [entry] = await audited('campaign.approve')
  expect((entry!.details as { heldAhead: number }).heldAhead).toBeGreaterThan(0)
  await product.payload.update({ collection: 'topics', id: county.topic.id, data: { cap: null } })
  expect((await get(`campaigns/${id}`, 'qian')).ahead).toEqual([])
  await product.payload.update({ collection: 'topics', id: county.topic.id, data: { cap: 0.3 } })
})

it('other targets say beforehand how many would be held; where nothing would be, nothing is said of it', async () => {
  const { id } = await county.campaign([await county.channel('feed')], { slots: 3 })
  const tried = async (topic: { id: string }) =>
    (await post(`campaigns/${id}/what-if`, 'lan', { targets: [{ topic: topic.id, share: 1 }] })).body.held
  const { ahead } = (await post(`campaigns/${id}/plan`, 'lan')).body
  expect(ahead.join()).toContain('大约有 1 条劳动用工')
  expect(await tried(county.fraud)).toBe('主题过了上限，到时会被压住的：现在大约 1 条，改了以后大约 0 条。')
  expect(await tried(county.topic)).toContain('改了以后大约 1 条')
  await product.payload.update({ collection: 'topics', id: county.topic.id, data: { cap: null } })
  expect(await tried(county.topic)).toBeNull()
  await product.payload.update({ collection: 'topics', id: county.topic.id, data: { cap: 0.3 } })
})

describe('handing in', () => {
  const draft = (topic: { id: string }, office: { id: string }) =>
    product.payload.create({
      collection: 'articles',
      data: { ...caseOf({ ...county, topic: topic as never }, '工钱怎么算？'), office: office.id },
      draft: true,
    })

  it('an item of a topic at its cap warns with the numbers and what is scarce, and is handed in all the same', async () => {
    const { id } = await draft(county.topic, county.south)
    const words = '劳动用工近 90 天每 100 条发了 40 条，上限 30 条；交上去可以，投放时会先压住。现在更缺的是继承。'
    expect((await get(`review/articles/${id}`, 'nan')).atCap).toBe(words)
    const done = await post(`review/articles/${id}/submit`, 'nan')
    expect(done.body).toMatchObject({ stage: 'submitted', atCap: words })
    expect((await get(`review/articles/${id}`, 'shen', 'en')).atCap).toMatch(
      /40 of every 100 .* held back first\. Scarce instead: Inheritance\./,
    )
  })

  it('an item of another topic, or of a small office, warns of nothing', async () => {
    for (const { id } of [await draft(county.fraud, county.south), await draft(county.topic, county.north)])
      expect((await get(`review/articles/${id}`, 'qian')).atCap).toBeNull()
  })
})
