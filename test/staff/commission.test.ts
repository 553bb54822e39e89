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
  product.clock.moveTo(at('2026-11-30T09:00'))
  county = await campaignCounty(product)
  const { payload } = product
  const variety = (code: string, name: string, written: boolean) =>
    payload.create({ collection: 'varieties', data: { code, tag: code, name, written } })
  await variety('cmn', '普通话', true)
  const hakka = await variety('hak', '客家话', false)
  await payload.update({
    collection: 'segments',
    id: county.segment.id,
    data: { varieties: [hakka.id], forms: ['video', 'case'] },
  })
  await payload.create({ collection: 'segments', data: { name: '学生', nameEn: 'Pupils' } })
  server = await serve(product)
  for (const name of ['lan', 'bei', 'ling', 'qian', 'ji', 'shen']) token[name] = await server.signIn(name)
})
afterAll(async () => {
  await server.close()
  await product.dispose()
})
const list = async (who: string, language = 'zh') =>
  server.call('/api/staff/commissions', { token: token[who], headers: { 'accept-language': language } })
const take = (who: string, json: object) => server.call('/api/staff/commissions', { token: token[who], json })
const draft = async (id: string, collection: 'articles' | 'videos' = 'videos') =>
  product.payload.findByID({ collection, id, draft: true, depth: 0 })

it('says what to make next and why, in the language of the reader; who is without demand is named', async () => {
  const { status, body } = await list('lan')
  expect(status).toBe(200)
  expect(body.rows[0]).toMatchObject({ title: '电信诈骗｜给老年人｜客家话短视频' })
  expect(body.rows[0].why).toMatch(/老年人要的 \d+% 是电信诈骗.+客家话短视频一条都没有/)
  expect(body.unknown).toEqual(['学生'])
  expect(body.colleagues).toEqual([{ id: county.people.editor.id, name: '蓝小月', office: county.south.id }])
  expect((await list('lan', 'en')).body.rows[0].why).toMatch(/of what Elderly need is Fraud/)
  expect((await list('ji')).status).toBe(403)
  expect((await server.call('/api/staff/commissions')).status).toBe(401)
})

it('taken, it is a draft of the colleague, ready to be filled; taken twice or by two at once it is one', async () => {
  const [{ wish }] = (await list('lan')).body.rows
  const both = await Promise.all([take('lan', wish), take('lan', wish)])
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  expect(both[0]!.body.id).toBe(both[1]!.body.id)
  const { id, path } = both[0]!.body
  expect(path).toBe(`/collections/videos/${id}`)
  expect((await take('lan', wish)).body).toMatchObject({ id, isNew: false })
  expect(await draft(id)).toMatchObject({
    title: '电信诈骗｜给老年人｜客家话短视频（待写）',
    topic: county.fraud.id,
    segments: [county.segment.id],
    variety: wish.variety,
    office: county.south.id,
    _status: 'draft',
    source: '“该做什么”清单，2026-11-30，蓝小月',
    review: { stage: 'draft', writers: [county.people.editor.id] },
  })
  const { totalDocs } = await product.payload.count({ collection: 'videos' })
  expect(totalDocs).toBe(1)
  const { docs } = await product.payload.find({ collection: 'audit', where: { action: { equals: 'commission.take' } } })
  expect(docs).toMatchObject([{ subject: `videos:${id}` }])
  const titles = (await list('lan')).body.rows.map((row: { title: string }) => row.title)
  expect(titles).not.toContain('电信诈骗｜给老年人｜客家话短视频')
})

it('a manager gives it to a colleague of the office or below, who then is its writer', async () => {
  const { rows, colleagues } = (await list('ling')).body
  expect(colleagues.map(({ name }: { name: string }) => name)).toContain('白小北')
  const row = rows.find(({ wish }: { wish: { form: string } }) => wish.form === 'case') ?? rows[0]
  expect((await take('ling', row.wish)).body.error.message).toMatch(/请选一位写稿的同事/)
  const given = await take('ling', { ...row.wish, to: county.people.otherEditor.id })
  expect(given.status).toBe(200)
  const made = await draft(given.body.id, given.body.collection)
  expect(made).toMatchObject({ office: county.north.id, review: { writers: [county.people.otherEditor.id] } })
  expect(made.source).toContain('凌领导')
})

it('is refused: an editor cannot give it away, nor a town to another, nor to somebody who does not write', async () => {
  const [{ wish }] = (await list('lan')).body.rows
  expect((await take('lan', { ...wish, to: county.people.otherEditor.id })).status).toBe(403)
  expect((await take('qian', { ...wish, to: county.people.auditor.id })).status).toBe(403)
  expect((await take('qian', { ...wish, to: 'nobody' })).status).toBe(404)
  expect((await take('lan', { ...wish, topic: 'dragons' })).status).toBe(404)
  expect((await take('lan', { ...wish, form: 'opera' })).status).toBe(400)
  expect((await take('shen', wish)).status).toBe(403)
  const town = await server.signIn('nan')
  const outside = await server.call('/api/staff/commissions', {
    token: town,
    json: { ...wish, to: county.people.otherEditor.id },
  })
  expect(outside.body.error.code).toBe('outside-office')
})

it('the working key is not set through the API of the collections', async () => {
  const made = await product.payload.create({
    collection: 'articles',
    draft: true,
    data: { title: '自己写的', commission: 'mine/' } as never,
    overrideAccess: false,
    user: county.people.editor,
  })
  expect(await draft(made.id, 'articles')).toMatchObject({ title: '自己写的' })
  expect((await draft(made.id, 'articles')).commission ?? null).toBeNull()
})
