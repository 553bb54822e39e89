import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { approveCampaign, dispatchDue, officeMix, pack, planCampaign, readLent } from '../../campaigns'
import { rowOf } from '../access/rows'
import { at, campaignCounty, timeZone, type CampaignCounty } from '../support/campaign'
import { serve } from '../support/http'
import { testRuntime } from '../support/payload'

/** South lends; north borrows. Both are towns of one county. */
let product: Awaited<ReturnType<typeof testRuntime>>
let county: CampaignCounty
let server: Awaited<ReturnType<typeof serve>>
let hakka: string
let standard: string
const token: Record<string, string> = {}

beforeAll(async () => {
  product = await testRuntime()
  product.clock.moveTo(at('2026-11-30T09:00'))
  county = await campaignCounty(product)
  const { payload } = product
  const variety = async (code: string, tag: string, name: string, written: boolean) =>
    (await payload.create({ collection: 'varieties', data: { code, tag, name, written } })).id
  standard = await variety('cmn', 'zh-Hans', '普通话', true)
  hakka = await variety('hak', 'hak-Hans-CN', '客家话', false)
  await payload.create({
    collection: 'users',
    data: {
      username: 'beishen',
      name: '北审核',
      roles: ['reviewer'],
      office: county.north.id,
      password: 'Ming-bai-2026',
    },
  })
  server = await serve(product)
  for (const name of ['lan', 'bei', 'shen', 'qian', 'nan', 'ling', 'ji', 'guan', 'beishen'])
    token[name] = await server.signIn(name)
})
afterAll(async () => {
  await server.close()
  await product.dispose()
})

const wishFor = (form: string, variety: string | null = null) => ({
  topic: county.fraud.id,
  segment: county.segment.id,
  variety,
  form,
})
const post = (path: string, who: string | undefined, json: object) =>
  server.call(`/api/staff/loans${path}`, { token: who && token[who], json })
const borrow = (who: string, item: string, more: object = {}) =>
  post('', who, { item, ...wishFor(item.startsWith('videos') ? 'video' : 'case'), ...more })
const look = async (path: string, who = 'bei') =>
  (await server.call(`/api/staff/loans/of/${path}`, { token: token[who] })).body
const loanCount = async () => (await product.payload.count({ collection: 'loans' })).totalDocs
const code = ({ status, body }: { status: number; body: { error?: { code: string } } }) => body.error?.code ?? status

async function file(office: string) {
  const given = rowOf.files!({} as never, '').file!
  return (await product.payload.create({ collection: 'files', data: { office }, file: given })).id
}
async function film(title: string, more: object = {}): Promise<string> {
  const { id } = await product.payload.create({
    collection: 'videos',
    data: {
      ...{ title, film: await file(county.south.id), topic: county.fraud.id, segments: [county.segment.id] },
      ...{ summary: '先打 96110', office: county.south.id, _status: 'published', ...more },
    } as never,
    context: { workflow: 'approve' },
  })
  const { docs } = await product.payload.find({ collection: 'videos', where: { id: { equals: id } }, draft: true })
  await product.payload.update({
    collection: 'videos',
    id,
    data: { review: { ...docs[0]!.review, stage: 'approved' }, _status: 'published' },
    context: { workflow: 'approve' },
  })
  return String(id)
}
const dub = async (who: string, video: string, office: string) =>
  server.call('/api/tracks', { token: token[who], json: { video, variety: hakka, file: await file(office) } })

describe('borrowing an article', () => {
  let article: string
  beforeAll(() => void (article = county.articles[0]!.id))

  it('makes a draft of the borrowing office that says what the original says, with a review of its own', async () => {
    const made = await borrow('bei', `articles:${article}`)
    expect(made.status).toBe(200)
    const draft = await product.payload.findByID({ collection: 'articles', id: made.body.id, draft: true, depth: 0 })
    expect(draft).toMatchObject({
      ...{ title: '收到中奖短信，是真的吗？', verdict: 'yes', answer: '能要。先找劳动监察，再申请仲裁。' },
      ...{ office: county.north.id, _status: 'draft', borrowedFrom: article, originalOffice: county.south.id },
      review: { stage: 'draft', writers: [county.people.otherEditor.id] },
    })
    expect(draft.slug).not.toBe(county.articles[0]!.slug)
    expect(made.body.path).toBe(`/collections/articles/${made.body.id}`)
    const { docs } = await product.payload.find({ collection: 'audit', where: { action: { equals: 'loan.borrow' } } })
    expect(docs).toMatchObject([{ actorName: '白小北', subject: `loans:${made.body.loan}` }])
  })

  it('twice, or from two browsers at once, makes one loan and one draft', async () => {
    const item = `articles:${county.articles[1]!.id}`
    const before = await loanCount()
    const both = await Promise.all([
      borrow('bei', item),
      borrow('bei', item),
      borrow('bei', item, { segment: county.segment.id }),
    ])
    expect(both.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(both.map(({ body }) => body.id)).size).toBe(1)
    expect(both.filter(({ body }) => body.isNew)).toHaveLength(1)
    expect((await borrow('bei', item)).body).toMatchObject({ id: both[0]!.body.id, isNew: false })
    expect(await loanCount()).toBe(before + 1)
    const { totalDocs } = await product.payload.count({
      collection: 'articles',
      where: { borrowedFrom: { equals: county.articles[1]!.id } },
    })
    expect(totalDocs).toBe(1)
  })

  it('cut off before the draft was made, it is completed by asking again', async () => {
    const item = `articles:${county.articles[2]!.id}`
    const create = product.payload.create.bind(product.payload)
    const killed = vi
      .spyOn(product.payload, 'create')
      .mockImplementation((made) =>
        made.collection === 'articles' ? Promise.reject(new Error('killed')) : create(made),
      )
    expect(code(await borrow('bei', item))).toBe('internal')
    killed.mockRestore()
    const { docs } = await product.payload.find({ collection: 'loans', where: { itemKey: { equals: item } }, depth: 0 })
    expect(docs).toMatchObject([{ draft: null }])
    const again = (await borrow('bei', item)).body
    expect(again).toMatchObject({ loan: docs[0]!.id, isNew: false })
    expect(await look(`articles/${again.id}`)).toMatchObject({ borrowed: { loan: docs[0]!.id } })
  })

  it('the borrower sees when the original changes or is taken down, until it says so', async () => {
    const loan = (await borrow('bei', `articles:${article}`)).body
    const state = async () => (await look(`articles/${loan.id}`)).borrowed
    expect(await state()).toMatchObject({ office: '南溪司法所', mine: true, original: { state: 'same' } })
    await product.payload.update({
      collection: 'articles',
      id: article,
      data: { answer: '假的，别点链接。' },
      context: { workflow: 'approve' },
    })
    expect((await state()).original).toMatchObject({ state: 'changed', path: `/collections/articles/${article}` })
    expect((await post(`/${loan.loan}/seen`, 'lan', {})).body.error.code).toBe('outside-office')
    expect((await post(`/${loan.loan}/seen`, 'bei', {})).status).toBe(200)
    expect((await state()).original.state).toBe('same')
    await product.payload.db.updateOne({ collection: 'articles', id: article, data: { _status: 'draft' } })
    expect((await state()).original.state).toBe('withdrawn')
    await product.payload.db.updateOne({ collection: 'articles', id: article, data: { _status: 'published' } })
  })

  it('its public page names the office of the original, and still does when that is gone', async () => {
    const { docs } = await product.payload.find({
      collection: 'articles',
      where: { borrowedFrom: { equals: county.articles[1]!.id } },
      draft: true,
    })
    await product.payload.update({
      collection: 'articles',
      id: docs[0]!.id,
      data: { slug: 'borrowed', _status: 'published' },
      context: { workflow: 'approve' },
    })
    product.epoch.bump()
    expect((await server.call('/articles/borrowed')).text).toContain('原文：南溪司法所')
    const packed = await pack(
      product.payload,
      { code: 'x', itemKey: `articles:${docs[0]!.id}`, dueAt: product.clock.now().toISOString() } as never,
      { publicUrl: 'http://county.test' },
    )
    expect(packed?.item.credit).toBe('原文：南溪司法所')
  })

  it('is undone while nothing came of it: the draft goes along; once handed in it stays', async () => {
    const { loan, id } = (await borrow('bei', `articles:${article}`)).body
    expect(await look(`articles/${id}`)).toMatchObject({ borrowed: { mayReturn: null } })
    expect(code(await post(`/${loan}/return`, 'lan', {}))).toBe('outside-office')
    expect(code(await post(`/${loan}/return`, 'beishen', {}))).toBe('forbidden')
    expect((await post(`/${loan}/return`, 'bei', {})).status).toBe(200)
    expect(await product.payload.findByID({ collection: 'articles', id, draft: true, disableErrors: true })).toBeNull()
    const again = (await borrow('bei', `articles:${article}`)).body
    expect(again).toMatchObject({ isNew: true })
    const handed = await server.call(`/api/staff/review/articles/${again.id}/submit`, { token: token.bei, json: {} })
    expect(handed.status).toBe(200)
    expect(code(await post(`/${again.loan}/return`, 'bei', {}))).toBe('loan-handed-in')
  })
})

describe('who may borrow what', () => {
  it.each([
    ['an editor of the other town', 'bei', 200],
    ['an editor of the office it belongs to', 'lan', 'loan-own'],
    ['a publisher of the county above it', 'qian', 'loan-own'],
    ['a reviewer', 'shen', 'forbidden'],
    ['an auditor', 'ji', 'forbidden'],
    ['a manager for himself, who writes nothing', 'ling', 'forbidden'],
    ['an administrator, who writes nothing', 'guan', 'forbidden'],
    ['nobody', undefined, 'not-signed-in'],
  ])('%s', async (_who, name, verdict) => {
    const item = `articles:${county.articles[1]!.id}`
    expect(code(await post('', name, { item, ...wishFor('case') }))).toBe(verdict)
  })

  it('a manager borrows for an editor of an office below, an editor for nobody else', async () => {
    const item = `articles:${county.articles[1]!.id}`
    const to = county.people.otherEditor.id
    expect(code(await borrow('ling', item, { to }))).toBe(200)
    expect(code(await borrow('lan', item, { to }))).toBe('forbidden')
    expect(code(await borrow('nan', item, { to }))).toBe('outside-office')
  })

  it('nothing that is a draft, on another topic, gone, or kept from lending; that holds at once', async () => {
    const published = await film('别信')
    expect(code(await borrow('bei', 'videos:nothing'))).toBe('loan-closed')
    expect(code(await borrow('bei', 'images:1'))).toBe('bad-request')
    expect(code(await borrow('bei', `videos:${published}`, { topic: county.topic.id }))).toBe('loan-closed')
    const kept = await server.call(`/api/videos/${published}?draft=true`, {
      method: 'PATCH',
      token: token.lan,
      json: { lendable: false },
    })
    expect(kept.status).toBe(200)
    expect(code(await borrow('bei', `videos:${published}`))).toBe('loan-closed')
    const { docs } = await product.payload.find({
      collection: 'videos',
      where: { id: { equals: published } },
      draft: true,
    })
    expect(docs[0]!.review?.stage).toBe('approved')
    const draft = await product.payload.create({
      collection: 'videos',
      draft: true,
      data: { title: '草稿', topic: county.fraud.id, office: county.south.id } as never,
    })
    expect(code(await borrow('bei', `videos:${draft.id}`))).toBe('loan-closed')
  })
})

describe('borrowing a film', () => {
  let video: string
  let loan: string
  beforeAll(() => film('接到公检法电话').then((id) => void (video = id)))

  it('a stranger adds no dub and no subtitle to it', async () => {
    expect((await dub('bei', video, county.north.id)).status).toBe(403)
    const text = { video, variety: standard, file: await file(county.north.id), origin: 'human' }
    expect((await server.call('/api/subtitles', { token: token.bei, json: text })).status).toBe(403)
  })

  it('gives its editors the right to dub and subtitle it, and to nothing else of it', async () => {
    const made = await borrow('bei', `videos:${video}`, { variety: hakka })
    expect(made.body).toMatchObject({ collection: 'videos', id: video, title: '接到公检法电话' })
    loan = made.body.loan
    const track = await dub('bei', video, county.north.id)
    expect(track.status).toBe(201)
    expect(track.body.doc).toMatchObject({ office: { id: county.north.id } })
    const text = { video, variety: standard, file: await file(county.north.id), origin: 'human' }
    expect((await server.call('/api/subtitles', { token: token.bei, json: text })).status).toBe(201)
    const patch = { method: 'PATCH', token: token.bei, json: { title: '我的' } }
    expect((await server.call(`/api/videos/${video}?draft=true`, patch)).status).toBe(403)
    expect((await server.call(`/api/staff/films/${video}/reprocess`, { token: token.bei, json: {} })).status).toBe(403)
    const own = { method: 'PATCH', token: token.lan, json: { speaker: '别人' } }
    expect((await server.call(`/api/tracks/${track.body.doc.id}`, own)).status).toBe(403)
  })

  it('leaves the approval of the film alone', async () => {
    const { docs } = await product.payload.find({
      collection: 'videos',
      where: { id: { equals: video } },
      draft: true,
      depth: 0,
    })
    expect(docs[0]).toMatchObject({ review: { stage: 'approved' } })
    expect(docs[0]!.review?.writers ?? []).not.toContain(county.people.otherEditor.id)
  })

  it('the dub is approved by a reviewer of the borrower or of the lender, never by who made it', async () => {
    const { docs } = await product.payload.find({ collection: 'tracks', where: { video: { equals: video } }, depth: 0 })
    const place = `/api/staff/review/tracks/${docs[0]!.id}`
    const { hash } = (await server.call(place, { token: token.beishen })).body
    const may = async (who: string) => (await server.call(place, { token: token[who] })).body.may.approve
    expect(await may('bei')).toBe('forbidden')
    expect(await may('nan')).toBeNull() // publisher of the lending office
    expect((await server.call(`${place}/approve`, { token: token.beishen, json: { hash } })).status).toBe(200)
    const track = await product.payload.findByID({ collection: 'tracks', id: docs[0]!.id, depth: 0 })
    expect(track).toMatchObject({ approvedFile: docs[0]!.file })
  })

  it('cannot be given back while the dub is there', async () => {
    expect(await look(`videos/${video}`)).toMatchObject({ borrowed: { loan, mayReturn: 'loan-dubbed', mine: true } })
    expect(code(await post(`/${loan}/return`, 'bei', {}))).toBe('loan-dubbed')
  })

  it('once it is public, the page and the parcel name both offices', async () => {
    await product.payload.db.updateOne({
      collection: 'videos',
      id: video,
      data: { slug: 'police-call', stream: await streamOf() },
    })
    product.epoch.bump()
    const page = (await server.call('/videos/police-call')).text
    expect(page).toContain('本片由南溪司法所制作，北岭司法所配客家话')
    const own = await film('没有借过')
    await product.payload.db.updateOne({
      collection: 'videos',
      id: own,
      data: { slug: 'own', stream: await streamOf() },
    })
    product.epoch.bump()
    expect((await server.call('/videos/own')).text).not.toContain('本片由')
  })

  it('is planned and delivered for the borrower, counts in its mix, and is credited to the lender', async () => {
    const channel = await county.channel('site')
    const plan = await county.campaign([channel], {
      ...{ office: county.north.id, slots: 1, items: [{ relationTo: 'videos', value: video }] },
    })
    await product.payload.db.updateOne({ collection: 'videos', id: video, data: { stream: await streamOf() } })
    const now = product.clock.now()
    const { planHash } = await planCampaign(product.payload, {
      campaign: plan.id,
      by: county.people.otherEditor.id,
      now,
      timeZone,
    })
    await approveCampaign(product.payload, { campaign: plan.id, by: county.people.publisher.id, now, planHash })
    expect(code(await post(`/${loan}/return`, 'bei', {}))).toBe('loan-in-use')
    const [row] = await county.rows(plan.id)
    product.clock.moveTo(new Date(new Date(row!.dueAt).getTime() + 60_000))
    const { payload, log, clock } = product
    await dispatchDue({ payload, log, now: () => clock.now(), publicUrl: 'http://county.test', timeZone })
    const mix = await officeMix(product.payload, county.north.id, product.clock.now())
    expect(mix.topics.find(({ id }) => id === county.fraud.id)).toMatchObject({ count: 1 })
    expect((await officeMix(product.payload, county.south.id, product.clock.now())).deliveries).toBe(0)
    expect(await readLent(product.payload, { id: { equals: loan } })).toMatchObject([{ deliveries: 1 }])
    expect(await look(`videos/${video}`, 'lan')).toMatchObject({
      deliveries: 1,
      borrowed: null,
      lent: [{ office: '北岭司法所', variety: '客家话', deliveries: 1 }],
    })
  })
})

describe('deleting', () => {
  const remove = (key: string, who: string) =>
    server.call(`/api/${key.replace(':', '/')}`, { method: 'DELETE', token: token[who] })
  const loansOf = async () => (await product.payload.find({ collection: 'loans', depth: 0, pagination: false })).docs
  const counted = async () => [
    (await product.payload.count({ collection: 'deliveries' })).totalDocs,
    (await product.payload.count({ collection: 'credits' })).totalDocs,
  ]

  it('the original ends its loans; the version made of it stays and still names the office', async () => {
    const { id: article } = county.articles[2]!
    const { loan, id } = (await borrow('bei', `articles:${article}`)).body
    const others = (await loansOf()).filter((row) => row.id !== loan).map((row) => row.id)
    expect((await remove(`articles:${article}`, 'nan')).status).toBe(200)
    expect((await loansOf()).map((row) => row.id)).toEqual(others)
    const kept = await product.payload.findByID({ collection: 'articles', id, draft: true, depth: 0 })
    expect(kept).toMatchObject({ originalOffice: county.south.id })
    expect(await look(`articles/${id}`)).toMatchObject({ borrowed: null })
    expect(code(await borrow('bei', `articles:${article}`))).toBe('loan-closed')
  })

  it('the version made of it ends that loan only; it can be borrowed anew', async () => {
    const item = `articles:${county.articles[1]!.id}`
    const { loan, id } = (await borrow('bei', item)).body
    const others = (await loansOf()).filter((row) => row.id !== loan).map((row) => row.id)
    await product.payload.delete({ collection: 'articles', where: { id: { equals: id } } })
    expect((await loansOf()).map((row) => row.id)).toEqual(others)
    expect(await look(item.replace(':', '/'), 'lan')).toMatchObject({ lent: [] })
    expect((await borrow('bei', item)).body).toMatchObject({ isNew: true })
  })

  it('a borrowed film ends its loans, and takes neither deliveries nor carried credit along', async () => {
    const lent = (await loansOf()).find(({ itemKey }) => itemKey.startsWith('videos:'))!
    expect((await server.call('/api/staff/commissions', { token: token.ling })).status).toBe(200)
    const before = await counted()
    expect(Math.min(...before)).toBeGreaterThan(0)
    expect((await remove(lent.itemKey, 'nan')).status).toBe(200)
    expect((await loansOf()).map((row) => row.id)).not.toContain(lent.id)
    expect(await counted()).toEqual(before)
  })
})

async function streamOf() {
  const spoken = { variety: 'cmn', tag: 'zh-Hans', name: '普通话', synthetic: false, default: true, uri: 'a/cmn.m3u8' }
  return {
    ...{ folder: '/media/streams/x', master: 'm.m3u8', fallback: 'f.mp4', poster: 'p.jpg', duration: 180 },
    ...{ width: 640, height: 360, bytes: 1000, rungs: [], audio: [spoken], subtitles: [], run: 'r' },
  }
}
