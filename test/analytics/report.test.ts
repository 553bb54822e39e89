import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeReport } from '../../src/analytics/report'
import { readFacts } from '../../src/staff/reportFacts'
import { serve } from '../support/http'
import { testRuntime } from '../support/payload'
import { publicItem } from '../support/publicItem'

let product: Awaited<ReturnType<typeof testRuntime>>
let http: Awaited<ReturnType<typeof serve>>
let made: Awaited<ReturnType<typeof publicItem>>
let film: { id: string }
beforeAll(async () => {
  product = await testRuntime({ TRUST_PROXY: '1' })
  made = await publicItem(product)
  const { payload } = product
  await payload.update({
    collection: 'segments',
    id: made.segment.id,
    data: { population: 2_000, demand: [{ topic: made.topic.id, share: 1 }] },
  })
  film = await payload.create({
    collection: 'videos',
    data: {
      title: '刷单是什么套路？',
      slug: 'film',
      topic: made.topic.id,
      segments: [made.segment.id],
      office: made.north.id,
      summary: '三句话讲清楚。',
      stream: { duration: 40 },
      _status: 'published',
    } as never,
    draft: true,
    context: { workflow: 'approve' },
  })
  await payload.db.updateOne({
    collection: 'videos',
    id: film.id,
    data: { _status: 'published', stream: { duration: 40 } },
  })
  http = await serve(product)
})
afterAll(async () => {
  await http.close()
  await product.dispose()
})

const PHONE = 'Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 Chrome/80.0 Mobile'
const send = async (events: object[]) => {
  const at = product.clock.now().getTime()
  const filled = events.map((event) => ({ id: randomUUID(), at, segment: 'elderly', ...event }))
  const { status } = await http.call('/e', {
    json: { v: 1, events: filled },
    headers: { 'user-agent': PHONE, 'x-forwarded-for': '203.0.113.1' },
  })
  expect(status).toBe(204)
}
const watch = (variety: string, ...parts: [number, number][]) => {
  const play = randomUUID()
  const of = { item: 'videos/film', play, variety }
  return [{ type: 'start', ...of }, ...parts.map(([from, to]) => ({ type: 'watch', ...of, from, to }))]
}
const report = async (period = {}) => makeReport(await readFacts(product, period))

it('says plainly that there is nothing yet', async () => {
  const empty = await report()
  expect(empty).toMatchObject({
    demo: false,
    delivered: { total: 0, mismatch: null },
    reach: { times: 0, bestDay: null },
    weakest: { why: 'not-started' },
    segments: [],
    figures: [],
  })
})

it('shows exactly the events that were sent', async () => {
  await send([
    { type: 'view', item: 'articles/wages' },
    { type: 'read', item: 'articles/wages', value: 30 },
    { type: 'view', item: 'videos/film' },
    ...watch('yue', [0, 20], [20, 40]),
    ...watch('yue', [0, 12]),
    ...watch('cmn', [0, 4]),
  ])
  expect(await report()).toMatchObject({
    total: { views: 2, reads: 1, starts: 3, plays: 2, completions: 1, seconds: 56 },
    reach: { times: 3, bestDay: { people: 1 } },
    segments: [{ code: 'elderly', starts: 3, plays: 2, completions: 1, reads: 1, perThousand: 1.5 }],
    films: [{ id: film.id, starts: 3, plays: 2, completions: 1 }],
    spread: { films: 1, median: 2, p90: 2, few: 1 },
    consumed: { total: 3, distinct: 2, enough: false },
  })
})

it('narrows to one office: its items, its films, its people', async () => {
  expect(await report({ office: made.north.id })).toMatchObject({
    total: { views: 1, reads: 0, starts: 3 },
    reach: { times: 2, bestDay: { people: 1 } },
  })
  const south = await report({ office: made.south.id })
  expect(south.films).toEqual([])
  expect(south.total).toMatchObject({ views: 1, reads: 1, starts: 0 })
})

it('leaves other days out', async () => {
  expect((await report({ from: '2020-01-01', to: '2020-02-01' })).total).toMatchObject({ views: 0, starts: 0 })
})

it('keeps figures of other platforms apart, with their source', async () => {
  await product.payload.create({
    collection: 'figures',
    data: { metric: 'plays', value: 9_000, source: '视频号后台' },
  })
  const { figures, total } = await report()
  expect(figures).toMatchObject([{ metric: 'plays', value: 9_000, source: '视频号后台' }])
  expect(total.plays).toBe(2)
})

it('answers colleagues only, and says what is wrong with a period', async () => {
  expect((await http.call('/api/staff/report')).status).toBe(401)
  const token = await http.signIn('lan')
  const answer = await http.call('/api/staff/report', { token })
  expect([answer.status, answer.body.total.starts]).toEqual([200, 3])
  expect((await http.call('/api/staff/report?from=yesterday', { token })).status).toBe(400)
  expect((await http.call('/api/staff/report?office=nowhere', { token })).status).toBe(404)
})
