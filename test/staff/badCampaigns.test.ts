import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, campaignCounty, type CampaignCounty } from '../support/campaign'
import { serve } from '../support/http'
import { testRuntime } from '../support/payload'

/* What a person can get wrong in a campaign: an answer with reasons or a clear refusal, by the routes people use. */
let product: Awaited<ReturnType<typeof testRuntime>>
let county: CampaignCounty
let server: Awaited<ReturnType<typeof serve>>
let site: string
const token: Record<string, string> = {}
beforeAll(async () => {
  product = await testRuntime()
  product.clock.moveTo(at('2026-11-30T09:00'))
  county = await campaignCounty(product)
  site = (await county.channel('site')).id
  server = await serve(product)
  for (const name of ['lan', 'qian', 'ling']) token[name] = await server.signIn(name)
})
afterAll(async () => {
  await server.close()
  await product.dispose()
})

/** Planned by the route that the button uses; what the panel then says. */
async function plan(more: Parameters<CampaignCounty['campaign']>[1] = {}) {
  const { id } = await county.campaign([{ id: site }], more)
  const { status, body } = await server.call(`/api/staff/campaigns/${id}/plan`, { token: token.lan, json: {} })
  const panel = await server.call(`/api/staff/campaigns/${id}`, { token: token.lan })
  expect(panel.status).toBe(200)
  expect(JSON.stringify(panel.body)).not.toMatch(/NaN|Infinity|undefined/)
  const rows = await county.rows(id)
  return { status, code: body.error?.code, said: panel.body.warnings.join('') as string, rows, panel: panel.body }
}
const segment = (data: object) =>
  product.payload.update({ collection: 'segments', id: county.segment.id, data }) as Promise<object>

describe('a campaign that cannot be planned as it is', () => {
  it('with nothing public says what to do first', async () => {
    const { id } = await product.payload.create({
      collection: 'articles',
      data: { title: '还没写完', form: 'case', topic: county.fraud.id } as never,
      draft: true,
    })
    const { status, code, said } = await plan({ items: [{ relationTo: 'articles', value: id }] })
    expect([status, code]).toEqual([422, 'plan-empty'])
    expect(said).toContain('先公开几篇')
  })

  it('with one item plans it once, and says that the rest is missing', async () => {
    const { rows, said } = await plan({ items: [{ relationTo: 'articles', value: county.articles[0]!.id }] })
    expect(rows).toHaveLength(1)
    expect(said).toContain('想投 5 次，只排下 1 次')
  })

  it('for people of whom nothing is known says what is missing once, with all of them named', async () => {
    const made = await Promise.all(
      ['护林员', '船工'].map((name) =>
        product.payload.create({ collection: 'segments', data: { name, nameEn: name } }),
      ),
    )
    const { panel } = await plan({ segments: made.map(({ id }) => id) })
    const about = (panel.warnings as string[]).filter((warning) => warning.includes('还没有需求数据'))
    expect(about).toHaveLength(1)
    expect(about[0]).toMatch(/护林员、船工|船工、护林员/)
    await product.payload.delete({ collection: 'segments', where: { id: { in: made.map(({ id }) => id) } } })
  })

  it.each([
    ['lies in the past', '2026-10-01', '2026-10-10'],
    ['ends before it begins', '2026-12-10', '2026-12-01'],
  ])('whose period %s plans nothing and says why', async (_name, from, to) => {
    const period = { from: at(`${from}T00:00`).toISOString(), to: at(`${to}T00:00`).toISOString() }
    const { code, panel } = await plan(period)
    expect(code).toBe('plan-empty')
    expect(JSON.stringify(panel.excluded)).toContain('活动时间已经过去')
  })

  it('whose channel takes nothing names the channel', async () => {
    const shut = await product.payload.create({
      collection: 'channels',
      data: { name: '停用的喇叭', code: 'shut', kind: 'handout', office: county.bureau.id, dailyQuota: 0 },
    })
    const { code, said } = await plan({ channels: [shut.id] })
    expect(code).toBe('plan-empty')
    expect(said).toContain('停用的喇叭每天限量是 0')
  })

  it('with people who are nobody, and demand for nothing, takes all topics alike and says so', async () => {
    const before = await product.payload.findByID({ collection: 'segments', id: county.segment.id, depth: 0 })
    await segment({ population: 0, demand: [{ topic: county.fraud.id, share: 0 }] })
    const { status, rows, said } = await plan()
    await segment({ population: before.population, demand: before.demand })
    expect(status).toBe(200)
    expect(said).toContain('还没有需求数据')
    expect(new Set(rows.map(({ topic }) => topic)).size).toBe(2)
  })

  it('with caps that cannot hold together keeps each and plans fewer', async () => {
    const cap = (of: number | null) =>
      Promise.all(
        [county.fraud.id, county.topic.id].map((id) =>
          product.payload.update({ collection: 'topics', id, data: { cap: of } }),
        ),
      )
    await cap(0.2)
    const { rows, said } = await plan()
    await cap(null)
    for (const id of [county.fraud.id, county.topic.id])
      expect(rows.filter(({ topic }) => topic === id).length).toBeLessThanOrEqual(1)
    expect(said).toContain('想投 5 次')
  })
})

describe('the form and its API', () => {
  const create = (path: string, json: object) => server.call(`/api/${path}`, { token: token.qian, json })
  const asked = () => ({
    ...{ title: '一次活动', goal: '试一试', from: at('2026-12-01T00:00').toISOString(), slots: 5 },
    to: at('2026-12-10T00:00').toISOString(),
    ...{ segments: [county.segment.id], channels: [site] },
  })

  it.each<[string, object]>([
    ['no deliveries', { slots: 0 }],
    ['less than none', { slots: -3 }],
    ['more than anybody reads', { slots: 1e9 }],
    ['a count that is a word', { slots: 'many' }],
    ['nobody', { segments: [] }],
    ['no channel', { channels: [] }],
    ['a topic that is not there', { targets: [{ topic: 'dragons', share: 0.5 }] }],
    ['a share below nothing', { targets: [{ topic: 'fraud', share: -0.5 }] }],
    ['a share of 500 %', { targets: [{ topic: 'fraud', share: 5 }] }],
    ['a day that is none', { from: 'soon' }],
    ['an end before the beginning', { from: '2026-12-20T00:00:00Z', to: '2026-12-10T00:00:00Z' }],
    [
      'shares of more than the whole',
      {
        targets: [
          { topic: 'fraud', share: 0.9 },
          { topic: 'labour', share: 0.9 },
        ],
      },
    ],
    [
      'a topic twice',
      {
        targets: [
          { topic: 'fraud', share: 0.2 },
          { topic: 'fraud', share: 0.3 },
        ],
      },
    ],
  ])('refuse %s', async (_name, wrong) => {
    const given = JSON.parse(
      JSON.stringify(wrong)
        .replaceAll('"fraud"', JSON.stringify(county.fraud.id))
        .replaceAll('"labour"', JSON.stringify(county.topic.id)),
    ) as object
    const { status } = await create('campaigns', { ...asked(), ...given })
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
  })

  it('take what is right', async () => expect((await create('campaigns', asked())).status).toBe(201))

  it('refuse signals that count backwards, and demand below nothing', async () => {
    // A form is filled in on the day of the wall, whatever the clock of the test says.
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
    const signal = {
      kind: 'survey',
      topic: county.fraud.id,
      source: '问卷',
      date: ago(30),
    }
    for (const count of [-2, 0.5, 'many'])
      expect((await create('signals', { ...signal, count })).status, String(count)).toBe(400)
    for (const [field, more] of [
      ['date', { date: ago(-300) }],
      ['date', { date: ago(6 * 366) }],
      ['from', { from: '2026-10-02T00:00:00Z', to: '2026-10-01T00:00:00Z' }],
      ['source', { source: '  ' }],
      ['count', { count: 1e15 }],
      ['kind', { kind: 'completion' }],
    ] as const) {
      const { status, body } = await create('signals', { ...signal, count: 3, ...more })
      expect(status, field).toBe(400)
      expect(body.errors[0].data.errors).toMatchObject([{ path: field, message: expect.stringMatching(/[一-龥]/) }])
    }
    expect((await create('signals', { ...signal, count: 3 })).status).toBe(201)
    const topic = { floor: 0.9, cap: 0.1 }
    expect(
      (await server.call(`/api/topics/${county.fraud.id}`, { method: 'PATCH', token: token.ling, json: topic })).status,
    ).toBe(400)
    const wrong = { demand: [{ topic: county.fraud.id, share: -1 }], population: -9 }
    const { status } = await server.call(`/api/segments/${county.segment.id}`, {
      ...{ method: 'PATCH', token: token.qian, json: wrong },
    })
    expect([400, 403]).toContain(status)
  })
})
