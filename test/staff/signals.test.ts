import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, campaignCounty, timeZone, type CampaignCounty } from '../support/campaign'
import { planCampaign, type StoredPlan } from '../../campaigns'
import { serve } from '../support/http'
import { testRuntime } from '../support/payload'
import { gbk, xlsx } from '../support/sheets'
import { storedEvent } from '../support/storedEvent'

let product: Awaited<ReturnType<typeof testRuntime>>
let county: CampaignCounty
let server: Awaited<ReturnType<typeof serve>>
const token: Record<string, string> = {}
beforeAll(async () => {
  product = await testRuntime()
  product.clock.moveTo(at('2026-11-30T09:00'))
  county = await campaignCounty(product)
  server = await serve(product)
  for (const name of ['lan', 'qian', 'nan', 'ling', 'ji']) token[name] = await server.signIn(name)
})
afterAll(async () => {
  await server.close()
  await product.dispose()
})

const send = (who: string, file: Buffer | string, query = 'dryRun=false', language = 'zh') =>
  server.call(`/api/staff/signals/import?${query}`, {
    method: 'POST',
    body: new Uint8Array(Buffer.from(file)),
    token: token[who],
    headers: { 'content-type': 'application/octet-stream', 'accept-language': language },
  })
const post = (path: string, who: string, json: object) =>
  server.call(`/api/staff/signals/${path}`, { token: token[who], json })
const get = (path: string, who: string, language = 'zh') =>
  server.call(`/api/staff/signals/${path}`, { token: token[who], headers: { 'accept-language': language } })
const rows = async () => (await product.payload.find({ collection: 'signals', depth: 0, pagination: false })).docs
const audit = async (action: string) =>
  (await product.payload.find({ collection: 'audit', where: { action: { equals: action } }, sort: '-createdAt' })).docs

const HEAD = '主题,人群,数量,来源,日期,类别\n'

describe('a spreadsheet of signals', () => {
  const file = `${HEAD}劳动用工,老年人,46,赶集日问卷,2026/11/3,问卷\n电信诈骗,,"1,200 次",12348 上季度来电,2026年10月31日,咨询\n`

  it('in GBK is shown first, then imported, and a second time nothing is doubled', async () => {
    const shown = await send('ling', gbk(file), 'dryRun=true&name=10月.csv')
    expect(shown.status).toBe(200)
    expect(shown.body.counts).toEqual({ new: 2, unchanged: 0, refused: 0 })
    expect(shown.body.rows[1]).toMatchObject({ line: 3, state: 'new', said: { topic: '电信诈骗', count: '1,200 次' } })
    expect(await rows()).toEqual([])

    const done = await send('ling', gbk(file), 'dryRun=false&name=10月.csv')
    expect(done.body.counts.new).toBe(2)
    const kept = await rows()
    expect(
      kept.map(({ kind, count, segment, date }) => [kind, count, segment ?? null, date.slice(0, 10)]).sort(),
    ).toEqual([
      ['consultation', 1200, null, '2026-10-31'],
      ['survey', 46, county.segment.id, '2026-11-03'],
    ])
    expect(kept.every(({ office }) => office === county.bureau.id)).toBe(true)
    expect((await audit('signals.import'))[0]).toMatchObject({
      actorName: '凌领导',
      details: { name: '10月.csv', new: 2 },
    })

    const again = await send('ling', file)
    expect(again.body).toMatchObject({ counts: { new: 0, unchanged: 2, refused: 0 }, batch: null })
    expect(await rows()).toHaveLength(2)
  })

  it('is taken back as a whole, by those of its office only, and can be imported again', async () => {
    const { body } = await get('imports', 'ling')
    expect(body).toMatchObject([{ name: '10月.csv', by: '凌领导', rows: 2 }])
    const { batch } = body[0]
    expect((await post('undo', 'lan', { batch })).status).toBe(403)
    expect((await post('undo', 'nan', { batch })).body.error.code).toBe('outside-office')
    expect((await post('undo', 'ling', { batch })).body).toEqual({ removed: 2 })
    expect(await rows()).toEqual([])
    expect((await get('imports', 'ling')).body).toEqual([])
    expect((await post('undo', 'ling', { batch })).status).toBe(404)
    expect((await send('ling', file)).body.counts.new).toBe(2)
  })

  it('as XLSX with a title above, English headings and a date as Excel counts it', async () => {
    const book = await xlsx([
      ['County figures'],
      ['Kind', 'Topic', 'Segment', 'Count', 'Source', 'Date'],
      ['cases', 'Fraud', 'Elderly', 15, 'police station', 46_322],
      ['cases', 'Fraud', 'Elderly', -2, 'police station', '2026-10-01'],
    ])
    const { body } = await send('qian', book, 'dryRun=false', 'en')
    expect(body.counts).toEqual({ new: 1, unchanged: 0, refused: 1 })
    expect(body.rows[1]).toMatchObject({ line: 4, why: ['the count is negative'] })
    const cases = (await rows()).filter(({ kind }) => kind === 'caseload')
    expect(cases).toMatchObject([{ count: 15, topic: county.fraud.id, segment: county.segment.id }])
    expect(cases[0]!.date.slice(0, 10)).toBe('2026-10-27')
  })

  it('is refused line by line in words that say what to do', async () => {
    const before = (await rows()).length
    const lines = [
      '劳动用功,老年人,5,问卷甲,2026-11-01,问卷',
      '完全不是主题的词,,5,问卷甲,2026-11-01,问卷',
      '劳动用工,老人,5,问卷甲,2026-11-01,问卷',
      '劳动用工,,很多,问卷甲,2026-11-01,问卷',
      '劳动用工,,0.4,问卷甲,2026-11-01,问卷',
      '劳动用工,,5,,2026-02-30,八卦',
      '劳动用工,,5,后台,2026-11-01,播放量',
      '劳动用工,,5,问卷甲,2027-11-01,问卷',
      '劳动用工,,5,问卷乙,2026-11-01,问卷',
      '劳动用工,,6,问卷乙,2026-11-01,问卷',
      '劳动用工,老年人,47,赶集日问卷,2026-11-03,问卷',
    ]
    const { body } = await send('ling', HEAD + lines.join('\n'), 'dryRun=true')
    const why = Object.fromEntries(
      body.rows.map((row: { line: number; why: string[] }) => [row.line, row.why.join('；')]),
    )
    expect(why[2]).toBe('没有“劳动用功”这个主题，是不是“劳动用工”？')
    expect(why[3]).toBe('没有“完全不是主题的词”这个主题')
    expect(why[4]).toContain('是不是“老年人”')
    expect(why[5]).toBe('数量“很多”不是数')
    expect(why[6]).toContain('整数')
    expect(why[7]).toMatch(/八卦.*没有写来源.*2026-02-30/)
    expect(why[8]).toContain('播放量、阅读量不算需求')
    expect(why[9]).toBe('日期还没到')
    expect(why[10]).toBe('')
    expect(why[11]).toContain('和第 10 行是同一条')
    expect(why[12]).toContain('这一条已经有了，数是 46')
    expect(body.counts).toEqual({ new: 1, unchanged: 0, refused: 10 })
    expect(await rows()).toHaveLength(before)
  })

  it('that is none is refused as a whole with a code', async () => {
    const code = async (file: Buffer | string) => (await send('ling', file)).body.error.code
    expect(await code('')).toBe('import-empty')
    expect(await code('题目,多少\n甲,1\n')).toBe('import-columns')
    expect(await code(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('import-old-excel')
    expect(await code(Buffer.from('PK\x03\x04 no workbook'))).toBe('import-unreadable')
    expect(await code(HEAD + '劳动用工,,1,甲,2026-01-01,问卷\n'.repeat(5001))).toBe('import-too-many')
    expect((await send('ling', Buffer.alloc(5 * 1024 * 1024 + 1, 'a'))).status).toBe(413)
    expect((await send('ling', HEAD, 'dryRun=maybe')).status).toBe(400)
  })

  it('has a template that comes back through the import', async () => {
    const { text } = await get('template.csv', 'lan')
    expect((await send('ling', text, 'dryRun=true')).body.counts).toMatchObject({ refused: 1 })
    expect(text.split('\r\n')[0]).toContain('"主题","人群","数量","来源","日期","类别"')
  })

  it('is nothing for strangers, editors and auditors', async () => {
    for (const who of ['lan', 'ji']) expect((await send(who, HEAD)).status).toBe(403)
    expect((await send('nobody', HEAD)).status).toBe(401)
    expect((await get('imports', 'lan')).status).toBe(403)
    expect((await server.call(`/api/staff/signals/demand/${county.segment.id}`)).status).toBe(401)
  })
})

describe('weights, floors and single rows', () => {
  const patch = (path: string, who: string, json: object, method = 'PATCH') =>
    server.call(`/api/${path}`, { method, token: token[who], json, body: JSON.stringify(json) })

  it('are changed by a manager only, and each change is on record with what it was', async () => {
    expect((await patch('globals/demand-weights', 'lan', { survey: 0.5 }, 'POST')).status).toBe(403)
    expect((await patch('globals/demand-weights', 'ling', { survey: 0.5 }, 'POST')).status).toBe(200)
    expect((await audit('weights.change'))[0]).toMatchObject({
      actorName: '凌领导',
      details: { survey: { from: 0.2, to: 0.5 } },
    })
    expect((await patch(`topics/${county.topic.id}`, 'ling', { floor: 0.1 })).status).toBe(200)
    expect((await audit('topic.change'))[0]!.details).toEqual({ floor: { from: 0.02, to: 0.1 } })
    await patch(`topics/${county.topic.id}`, 'ling', { order: 5 })
    expect(await audit('topic.change')).toHaveLength(1)
  })

  it('a row typed in by hand is on record, and cannot be negative', async () => {
    const row = { kind: 'survey', topic: county.topic.id, count: 9, source: '座谈会', date: '2026-11-20' }
    expect((await patch('signals', 'ling', { ...row, count: -1 }, 'POST')).status).toBe(400)
    const made = await patch('signals', 'ling', row, 'POST')
    expect(made.status).toBe(201)
    const id = made.body.doc.id as string
    await patch(`signals/${id}`, 'ling', { count: 12 })
    await server.call(`/api/signals/${id}`, { method: 'DELETE', token: token.ling })
    expect((await audit('signal.add'))[0]!.details).toMatchObject({ count: { to: 9 } })
    expect((await audit('signal.change'))[0]!.details).toEqual({ count: { from: 9, to: 12 } })
    expect((await audit('signal.remove'))[0]!.details).toMatchObject({ count: { from: 12 } })
  })
})

describe('what a plan is made from', () => {
  const clean = () => product.payload.db.deleteMany({ collection: 'signals', where: {} })
  const enter = (topic: string, count: number, more = {}) =>
    product.payload.create({
      collection: 'signals',
      data: { kind: 'consultation', topic, count, source: '12348', date: '2026-11-01', ...more },
    })
  const plan = async (): Promise<StoredPlan> => {
    const campaign = await county.campaign([channel], { slots: 3 })
    const now = product.clock.now()
    return (await planCampaign(product.payload, { campaign: campaign.id, by: null, now, timeZone })).plan
  }
  let channel: { id: string }
  beforeAll(async () => {
    channel = await county.channel('site')
    await product.payload.update({ collection: 'topics', id: county.topic.id, data: { floor: 0.02 } })
  })

  it('without signals is the portrait, and says so', async () => {
    await clean()
    const { demand } = await plan()
    expect(demand[0]).toMatchObject({ source: 'demand', shares: { [county.fraud.id]: 0.6 } })
    expect(demand[0]!.sources[0]).toMatchObject({ share: 0.6, source: '问卷' })
    expect((await get(`demand/${county.segment.id}`, 'lan')).body).toMatchObject({ pooled: false, entered: 0 })
  })

  it('with signals of nothing, or with too few, is still the portrait', async () => {
    await enter(county.topic.id, 0, { segment: county.segment.id })
    expect((await plan()).demand[0]!.source).toBe('demand')
    await enter(county.topic.id, 29)
    expect((await plan()).demand[0]!.source).toBe('demand')
    expect((await get(`demand/${county.segment.id}`, 'lan')).body).toMatchObject({
      pooled: false,
      entered: 29,
      fewest: 30,
    })
  })

  it('is marriage where marriage really comes first, whatever the portrait guesses', async () => {
    await clean()
    const marriage = await product.payload.create({
      collection: 'topics',
      data: { name: '婚姻家庭', nameEn: 'Marriage', phrases: [{ phrase: '离婚' }] },
    })
    const own = { segment: county.segment.id }
    await enter(marriage.id, 700, own)
    await enter(county.fraud.id, 150, own)
    await enter(marriage.id, 60, { kind: 'survey' })
    await enter(county.fraud.id, 20, { kind: 'survey' })
    const [demand] = (await plan()).demand
    expect(demand!.source).toBe('signals')
    const first = demand!.sources.find(({ topic }) => topic === marriage.id)!
    expect(Math.max(...Object.values(demand!.shares))).toBe(demand!.shares[marriage.id])
    expect(first).toMatchObject({ counts: { consultation: 700 } })
    expect(first.low!).toBeGreaterThan(demand!.sources.find(({ topic }) => topic === county.fraud.id)!.high!)

    const { body: panel } = await get(`demand/${county.segment.id}`, 'lan')
    expect(panel).toMatchObject({ pooled: true, entered: 930 })
    expect(panel.topics[0].words).toMatch(/^每 100 份需求里约 \d\d 份，多半在 \d\d 到 \d\d 之间$/)
    expect(panel.topics[0].sources).toMatchObject([
      { kind: 'consultation', count: 700 },
      { kind: 'survey', count: 0, county: 60 },
    ])
    expect(panel.sensitivity).toContain('排第一的还是婚姻家庭')
    expect(panel.sources[0]).toMatchObject({ kind: 'consultation', own: 850, weight: expect.closeTo(0.35 / 0.85, 6) })
  })

  it('hears searches and questions as well, but no views', async () => {
    const search = (q: string, value: number) => ({ q, type: 'search', value })
    await product.events.add([
      stored({ ...search('离婚要多久', 0) }),
      stored({ ...search('离婚', 3) }),
      stored({ ...search('天气', 0) }),
      ...Array.from({ length: 40 }, () => stored({ type: 'view', topic: county.topic.id })),
    ])
    const asked = { text: '工钱没给？', topic: county.topic.id, segment: county.segment.id }
    await product.payload.create({ collection: 'questions', data: asked })
    const { body: panel } = await get(`demand/${county.segment.id}`, 'lan')
    expect(panel.sources.map(({ kind, county: n }: { kind: string; county: number }) => [kind, n])).toEqual([
      ['consultation', 851],
      ['search', 2],
      ['survey', 80],
    ])
    expect(panel.searches).toHaveLength(3)
    expect(panel.searches).toEqual(
      expect.arrayContaining([
        { q: '离婚要多久', n: 1, topic: '婚姻家庭' },
        { q: '离婚', n: 1, topic: '婚姻家庭' },
        { q: '天气', n: 1, topic: null },
      ]),
    )
  })

  it('counts how many finish only where chance alone decided what was sent', async () => {
    const [trial, usual] = county.articles
    const sent = (article: { id: string }, topic: string, reasons: object[], propensity: number) =>
      product.payload.create({
        collection: 'deliveries',
        data: {
          ...{ code: crypto.randomUUID(), item: { relationTo: 'articles', value: article.id }, topic },
          ...{ itemKey: `articles:${article.id}`, segment: county.segment.id, channel: channel.id, state: 'submitted' },
          ...{ dueAt: '2026-11-20', submittedAt: '2026-11-20', reasons, propensity },
        },
      })
    await sent(trial!, county.fraud.id, [{ code: 'explored' }], 0.01)
    await sent(usual!, county.topic.id, [{ code: 'demand' }], 0.95)
    const { slug } = await product.payload.findByID({ collection: 'segments', id: county.segment.id, depth: 0 })
    const seen = (article: { id: string }, type: string) =>
      stored({ type, item: `articles:${article.id}`, segment: slug!, channel: 'site-1' })
    const times = (n: number, event: () => ReturnType<typeof stored>) => Array.from({ length: n }, event)
    await product.events.add([
      ...times(20, () => seen(trial!, 'view')),
      ...times(12, () => seen(trial!, 'read')),
      ...times(50, () => seen(usual!, 'view')),
      ...times(50, () => seen(usual!, 'read')),
    ])
    const { body: panel } = await get(`demand/${county.segment.id}`, 'lan')
    expect(panel.sources.at(-1)).toMatchObject({ kind: 'completion', own: 20 })
    const finished = panel.topics.map(({ name, sources }: { name: string; sources: { count: number }[] }) => [
      name,
      sources.at(-1)!.count,
    ])
    expect(Object.fromEntries(finished)).toEqual({ 电信诈骗: 20, 劳动用工: 0, 婚姻家庭: 0 })
  })
})

const stored = (more: object) => storedEvent(product.clock.now(), more)
