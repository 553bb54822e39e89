import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claim } from '../src/lib/lease'
import { caseOf, county, type County } from './support/county'
import { serve } from './support/http'
import { someMongo } from './support/mongo'
import { testRuntime } from './support/payload'

/** The same product on both databases, chosen by `DATABASE_URL` alone. The `mongodb` project runs whole suites again. */
const mongo = await someMongo()
console.log(`MongoDB: ${mongo.which}`)
afterAll(() => mongo.stop())

describe.each([
  ['SQLite', 'sqlite', {}],
  [
    `MongoDB (${mongo.which})`,
    'mongoose',
    { DATABASE_URL: `${mongo.url.replace(/\/[^/]*$/, '')}/databases_${process.pid}` },
  ],
] as const)('%s', (_name, adapter, overrides) => {
  let product: Awaited<ReturnType<typeof testRuntime>>
  let home: County
  beforeAll(async () => {
    product = await testRuntime(overrides)
    home = await county(product)
  })
  afterAll(() => product.dispose())
  const staff = (who: keyof County['people']) => ({
    ...{ user: { ...home.people[who], collection: 'users' as const }, overrideAccess: false },
  })

  it('is the one that was asked for', () => expect(product.payload.db.name).toBe(adapter))

  it('keeps drafts and versions, and restores one', async () => {
    const { payload } = product
    const first = await payload.create({ collection: 'articles', draft: true, data: caseOf(home, '第一稿') })
    await payload.update({ collection: 'articles', id: first.id, draft: true, data: { title: '第二稿' } })
    const versions = await payload.findVersions({
      ...{ collection: 'articles', where: { parent: { equals: first.id } }, sort: '-createdAt' },
    })
    expect(versions.docs.map(({ version }) => version.title)).toEqual(['第二稿', '第一稿'])
    await payload.restoreVersion({ collection: 'articles', id: versions.docs[1]!.id, draft: true })
    const now = await payload.findByID({ collection: 'articles', id: first.id, draft: true })
    expect(now.title).toBe('第一稿')
  })

  it('finds Chinese inside a title, through a relation, and sorted', async () => {
    const { payload } = product
    for (const title of ['丙问彩礼', '甲问彩礼', '乙问彩礼'])
      await payload.create({ collection: 'articles', draft: true, data: caseOf(home, title) })
    const found = await payload.find({
      ...{ collection: 'articles', draft: true, sort: 'title', depth: 1 },
      where: { and: [{ title: { like: '彩礼' } }, { 'topic.name': { equals: '劳动用工' } }] },
    })
    expect(found.docs.map(({ title }) => title)).toEqual(['丙问彩礼', '乙问彩礼', '甲问彩礼'])
    expect(found.docs[0]?.topic).toMatchObject({ id: home.topic.id, name: '劳动用工' })
  })

  it('refuses the same address twice and takes many rows without one', async () => {
    const row = (address: string) => ({
      ...{ address, number: '1', order: 100, heading: '条', label: '第一条', text: '甲' },
    })
    const data = { title: '某法', shortTitle: '某法', slug: 'moufa' }
    const statute = (await product.payload.create({ collection: 'statutes', data })).id
    await product.payload.create({ collection: 'provisions', data: { ...row('moufa/1'), statute } })
    await expect(
      product.payload.create({ collection: 'provisions', data: { ...row('moufa/1'), statute } }),
    ).rejects.toMatchObject({ status: 400, data: { errors: [{ path: 'address' }] } })
    for (let n = 0; n < 2; n++)
      await product.payload.create({ collection: 'articles', draft: true, data: caseOf(home, `没有来源 ${n}`) })
  })

  it('shows residents and other offices what they may see and no more', async () => {
    const { payload } = product
    const draft = await payload.create({
      ...{ collection: 'articles', draft: true, data: caseOf(home, '南溪写的'), ...staff('editor') },
    })
    expect(draft.office).toMatchObject({ id: home.south.id })
    const residents = await payload.find({
      ...{ collection: 'articles', where: { id: { equals: draft.id } }, overrideAccess: false },
    })
    expect(residents.totalDocs).toBe(0)
    const change = (who: keyof County['people']) =>
      payload.update({ collection: 'articles', id: draft.id, draft: true, data: { answer: '改了' }, ...staff(who) })
    await expect(change('otherEditor')).rejects.toMatchObject({ status: 403 })
    expect(await change('editor')).toMatchObject({ answer: '改了' })
  })

  it('gives due work to exactly one of many claimers', async () => {
    const { payload } = product
    const video = (await payload.create({ collection: 'videos', draft: true, data: { title: '样片' } })).id
    for (let order = 0; order < 20; order++)
      await payload.create({
        ...{ collection: 'media-steps', data: { video, run: 'r', order, step: 'probe', state: 'waiting' } },
      })
    const request = {
      collection: 'media-steps',
      states: ['waiting'],
      claimed: 'running',
      ttlMs: 1000,
      limit: 3,
    } as const
    const claims = await Promise.all(
      Array.from({ length: 10 }, (_, n) => claim(payload, { ...request, owner: `o${n}`, now: product.clock.now() })),
    )
    const ids = claims.flat().map(({ id }) => id)
    expect(ids).toHaveLength(20)
    expect(new Set(ids).size).toBe(20)
  })

  it('counts what the beacon acknowledged, once', async () => {
    const article = await product.payload.create({
      ...{ collection: 'articles', data: { ...caseOf(home, '欠薪'), slug: 'wages', _status: 'published' } },
      context: { workflow: 'approve' },
    })
    const http = await serve(product)
    const event = {
      ...{ id: randomUUID(), type: 'view', item: 'articles/wages', segment: 'elderly', channel: 'home' },
      ...{ at: product.clock.now().getTime(), variety: 'yue' },
    }
    const headers = { 'content-type': 'application/json', 'user-agent': 'Mozilla/5.0 (Linux; Android 10) Chrome/80.0' }
    const send = (events: unknown[]) =>
      http.call('/e', { method: 'POST', headers, body: JSON.stringify({ v: 1, events }) })
    for (let n = 0; n < 3; n++) expect((await send([event, { ...event, id: randomUUID() }])).status).toBe(204)
    expect((await send([event, { ...event, type: 'nonsense' }])).status).toBe(400)
    await product.events.rollUp()
    await http.close()
    expect(await product.events.counts({ from: '2000-01-01', to: '2100-01-01' }, ['item'])).toMatchObject([
      { item: `articles:${article.id}`, views: 4 },
    ])
  })
})
