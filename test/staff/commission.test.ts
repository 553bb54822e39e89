import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { schedule } from '../../src/jobs/schedule'
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

describe('an office among others', () => {
  let town: string
  let channel: string
  const deliver = async (office: string, topic: string, count: number, day: string) => {
    for (let n = 0; n < count; n++)
      await product.payload.create({
        collection: 'deliveries',
        data: {
          ...{ code: `${office}-${topic}-${day}-${n}`, itemKey: `articles:${office}-${topic}-${n}`, topic, office },
          item: { relationTo: 'articles', value: county.articles[n % 5]!.id },
          segment: county.segment.id,
          channel,
          ...{ state: 'submitted', dueAt: `${day}T02:00:00.000Z`, submittedAt: `${day}T02:00:00.000Z` },
        } as never,
      })
  }
  const credit = async (key: string) =>
    (await product.payload.find({ collection: 'credits', where: { key: { equals: key } }, depth: 0 })).docs

  beforeAll(async () => {
    town = county.south.id
    // The lists above closed these weeks while nothing had gone out.
    await product.payload.delete({ collection: 'credits', where: { key: { exists: true } } })
    channel = (await county.channel('site')).id
    await deliver(county.north.id, county.topic.id, 3, '2026-11-17')
  })

  it('that delivered too little sees counts only, and the list of the county', async () => {
    const { body } = await list('bei')
    expect(body.rolledUp).toBe('本所近 90 天投放 3 次，3 件不同的内容，太少，单看说明不了什么。下面是全县的单子。')
    expect(body.offices).toEqual([])
    expect((await list('bei', 'en')).body.rolledUp).toContain('3 deliveries of 3 different items')
  })

  it('that delivered enough sees its own, with what earlier weeks owe', async () => {
    await deliver(town, county.topic.id, 12, '2026-11-24')
    const { body } = await list('lan')
    expect(body.rolledUp).toBeNull()
    expect(body.rows[0]).toMatchObject({ wish: { topic: county.fraud.id } })
    expect(body.rows[0].why).toContain('前几周还欠他们 6 次') // 0.6 of 12 and a tenth forgiven: 6.48
    expect(await credit(town)).toMatchObject([{ week: '2026-11-23', sent: 10.8 }])
  })

  it('carries its credit once a week, however often it is asked and whatever weeks were missed', async () => {
    const [before] = await credit(town)
    await Promise.all([list('lan'), list('lan'), list('qian')])
    expect(await credit(town)).toMatchObject([{ week: before!.week, sent: before!.sent, owed: before!.owed }])
    product.clock.moveTo(at('2026-12-22T09:00'))
    await list('lan')
    const [after] = await credit(town)
    expect(after).toMatchObject({ week: '2026-12-14', sent: 7.8732 }) // 10.8 faded by three weeks
    await product.payload.delete({ collection: 'credits', where: { key: { equals: town } } })
    await list('lan')
    expect((await credit(town))[0]).toMatchObject({ week: after!.week, owed: after!.owed })
    product.clock.moveTo(at('2026-11-30T09:00'))
  })

  it('has its weeks closed by the clock, the same as by reading, though it was killed or ran twice', async () => {
    const { payload, clock } = product
    const close = schedule.find(({ name }) => name === 'close-weeks')!.run
    const run = () => close(product, new AbortController().signal)
    const rows = async () =>
      (await payload.find({ collection: 'credits', sort: 'key', depth: 0, pagination: false })).docs.map(
        ({ key, week, sent, owed }) => ({ key, week, sent, owed }),
      )
    const forget = () => payload.delete({ collection: 'credits', where: { key: { exists: true } } })
    const closed = async () => (await rows()).map(({ week }) => week)

    await forget()
    await list('lan')
    const [read] = (await rows()).filter(({ key }) => key === town)
    await forget()
    await Promise.all([run(), run()])
    const all = await rows()
    expect(all).toHaveLength(4) // three offices and the county
    expect(all).toContainEqual(read)

    await forget()
    const create = payload.create.bind(payload)
    let left = 2
    const killed = vi
      .spyOn(payload, 'create')
      .mockImplementation((made) => (left-- > 0 ? create(made) : Promise.reject(new Error('killed'))))
    await expect(run()).rejects.toThrow('killed')
    killed.mockRestore()
    expect(await rows()).toHaveLength(2)
    await run()
    expect(await rows()).toEqual(all)

    clock.moveTo(at('2026-12-06T23:59')) // Sunday night
    await run()
    expect(await rows()).toEqual(all)
    clock.moveTo(at('2026-12-07T00:01')) // in Greenwich it is Sunday still
    await run()
    expect(new Set(await closed())).toEqual(new Set(['2026-11-30']))
    clock.moveTo(at('2026-12-22T09:00')) // two weeks without a tick
    await run()
    const skipped = await rows()
    expect(new Set(await closed())).toEqual(new Set(['2026-12-14']))
    await forget()
    await run()
    expect(await rows()).toEqual(skipped)

    await forget()
    clock.moveTo(at('2026-11-30T09:00'))
  })

  it('is seen by the county with what it lacks; a piece of it goes to one of its own', async () => {
    const { body } = await list('ling')
    const of = (name: string) => body.offices.find((one: { name: string }) => one.name === name)
    expect(of('北岭司法所')).toMatchObject({ rows: [], lacks: '投放 3 次，3 件，太少，跟全县一起看' })
    expect(of('南溪司法所').lacks).toMatch(/^缺 .*\d 件电信诈骗/)
    const { wish } = of('南溪司法所').rows[0]
    const given = await take('ling', { ...wish, to: county.people.editor.id })
    expect(given.status).toBe(200)
    expect(await draft(given.body.id, given.body.collection)).toMatchObject({ office: town })
  })

  it('is offered what another office has before it makes a new piece; who has a film is offered to dub it, until somebody has', async () => {
    const data = {
      name: 'f.srt',
      data: Buffer.from('1\n00:00:00,000 --> 00:00:01,000\n好\n'),
      mimetype: 'text/plain',
      size: 36,
    }
    const film = (await product.payload.create({ collection: 'files', data: {}, file: data })).id
    for (const collection of ['articles', 'videos'] as const)
      await product.payload.delete({ collection, where: { commission: { exists: true } } })
    for (const topic of [county.topic.id, county.fraud.id])
      await product.payload.create({
        collection: 'videos',
        data: {
          ...{ title: `片 ${topic}`.slice(0, 12), film, topic, segments: [county.segment.id], summary: '说' },
          ...{ office: town, _status: 'published' },
        },
        context: { workflow: 'approve' },
      })
    type Row = {
      wish: { form: string; variety: string | null }
      why: string
      offers: { kind: string; item: string; words: string; wish: { form: string; variety: string } }[]
    }
    const first = async (who: string) =>
      ((await list(who)).body.rows as Row[]).find(({ wish, offers }) => wish.form === 'video' && offers.length)!
    const row = await first('bei')
    expect(row.why).toMatch(/有 1 部短片，没有一部说客家话$/)
    expect(row.offers.map(({ kind, wish }) => [kind, wish.form])).toEqual([
      ['borrow', 'video'],
      ['borrow', 'case'],
    ])
    expect(row.offers[0]!.words).toMatch(/^借：《片 .+》（南溪司法所，普通话）$/)
    const english = ((await list('bei', 'en')).body.rows as Row[]).flatMap(({ offers }) => offers)
    expect(english.map(({ words }) => words).join()).toMatch(/In another form: borrow the case “.+” \(/)
    const { item } = row.offers[0]!
    const made = await server.call('/api/staff/loans', { token: token.bei, json: { ...row.wish, item } })
    expect(made.status).toBe(200)
    const other = row.offers[1]!
    expect(other.words).toMatch(/^换个形式，借案例：《.+》（南溪司法所，普通话）$/)
    const lent = { ...row.wish, ...other.wish, item: other.item }
    const text = await server.call('/api/staff/loans', { token: token.bei, json: lent })
    // The film was wished in Hakka, which nobody reads.
    expect(await draft(text.body.id, 'articles')).toMatchObject({ form: 'case', variety: other.wish.variety })
    expect(other.wish.variety).not.toBe(row.wish.variety)
    const own = await first('lan')
    expect(own.offers).toMatchObject([{ kind: 'dub' }])
    expect(own.offers[0]!.words).toMatch(/^给现有短片《片 .+》配客家话$/)

    const dubbed = own.offers[0]!.item
    await product.payload.create({
      collection: 'tracks',
      data: { video: dubbed.split(':')[1]!, variety: own.wish.variety!, file: film, office: town },
    })
    const offered = ((await list('lan')).body.rows as Row[]).flatMap(({ offers }) => offers)
    expect(offered.filter(({ kind, item }) => kind === 'dub' && item === dubbed)).toEqual([])
  })
})
