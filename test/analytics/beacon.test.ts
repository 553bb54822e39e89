import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serve } from '../support/http'
import { testRuntime } from '../support/payload'
import { publicItem } from '../support/publicItem'

let product: Awaited<ReturnType<typeof testRuntime>>
let http: Awaited<ReturnType<typeof serve>>
let made: Awaited<ReturnType<typeof publicItem>>
beforeAll(async () => {
  product = await testRuntime({ TRUST_PROXY: '1' })
  made = await publicItem(product)
  http = await serve(product)
})
afterAll(async () => {
  await http.close()
  await product.dispose()
})

const PHONE = 'Mozilla/5.0 (Linux; Android 10; MI 8) AppleWebKit/537.36 Chrome/80.0 Mobile MicroMessenger/8.0'
const event = (over: object = {}) => ({
  id: randomUUID(),
  type: 'view',
  item: 'articles/wages',
  at: product.clock.now().getTime(),
  segment: 'elderly',
  channel: 'home',
  variety: 'yue',
  ...over,
})
const send = (body: unknown, headers: Record<string, string> = {}) =>
  http.call('/e', {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'user-agent': PHONE, ...headers },
  })
const report = (events: unknown[], headers = {}) => send({ v: 1, events }, headers)
const views = async (dimensions: ('item' | 'segment' | 'office' | 'topic')[] = []) => {
  await product.events.rollUp()
  return product.events.counts({ from: '2000-01-01', to: '2100-01-01' }, dimensions)
}

it('answers 204 once an event is durable, with the item resolved to its id, topic and office', async () => {
  expect((await report([event()])).status).toBe(204)
  expect((await report([event()], { 'content-type': 'text/plain;charset=UTF-8' })).status).toBe(204)
  expect(await views(['item', 'segment', 'office', 'topic'])).toMatchObject([
    {
      item: `articles:${made.article.id}`,
      segment: 'elderly',
      office: made.south.id,
      topic: made.topic.id,
      views: 2,
    },
  ])
})

it('counts the same id once, over requests and within one', async () => {
  const before = (await views())[0]!.views
  const twice = event()
  for (let n = 0; n < 3; n++) expect((await report([twice, twice])).status).toBe(204)
  expect((await views())[0]!.views).toBe(before + 1)
})

it('stores nothing of a request with one malformed event, and says which', async () => {
  const before = await product.events.size()
  const answer = await report([event(), event({ type: 'spy' }), event({ at: -1 })])
  expect(answer.status).toBe(400)
  expect(answer.body.error.code).toBe('bad-request')
  expect(answer.body.error.details.faults.map(({ index }: { index: number }) => index)).toEqual([1, 2])
  expect(await product.events.size()).toBe(before)
})

it.each(['', '{', '[]', 'null', '{"v":1}', '\u0000', '{"v":1,"events":{}}', '"'.repeat(900)])(
  'refuses garbage %j and stores nothing',
  async (body) => {
    const before = await product.events.size()
    expect((await send(body)).status).toBe(400)
    expect(await product.events.size()).toBe(before)
  },
)

it('answers each other fault with its own status and a code', async () => {
  const pad = 'x'.repeat(33 * 1024)
  expect((await send(pad)).status).toBe(413)
  expect((await send({ v: 1, events: [event()] }, { 'content-type': 'text/html' })).body.error.code).toBe(
    'unsupported-type',
  )
  const get = await http.call('/e')
  expect([get.status, get.headers.get('allow'), get.body.error.code]).toEqual([405, 'POST', 'method-not-allowed'])
})

it('takes an unknown item, a bot and a wrong clock with 204 and counts none of them', async () => {
  const before = (await views())[0]!.views
  const now = product.clock.now().getTime()
  const answers = [
    await report([event({ item: 'articles/nobody-wrote-this' })]),
    await report([event()], { 'user-agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' }),
    await report([event({ at: now - 8 * 86_400_000 }), event({ at: now + 3_600_000 })]),
  ]
  expect(answers.map(({ status }) => status)).toEqual([204, 204, 204])
  expect((await views())[0]!.views).toBe(before)
  const reasons = await product.events.rejected(0)
  expect(Object.fromEntries(reasons.map(({ reason, n }) => [reason, n]))).toEqual({
    'unknown-item': 1,
    bot: 1,
    'too-old': 1,
    'from-the-future': 1,
  })
})

it('keeps counting an item under the address that a page in a pocket still has', async () => {
  const { payload } = product
  await payload.update({
    collection: 'articles',
    id: made.article.id,
    data: { slug: 'wages-new' },
    context: { workflow: 'approve' },
  })
  product.epoch.bump()
  await report([event(), event({ item: 'articles/wages-new' })])
  const items = await views(['item'])
  expect(items.filter(({ views }) => views > 0)).toHaveLength(1)
})

it('counts a person once a day and keeps neither address nor browser', async () => {
  const from = (address: string) => report([event()], { 'x-forwarded-for': address })
  await from('203.0.113.7')
  await from('203.0.113.200') // the same /24 and browser
  await from('198.51.100.7')
  await product.events.rollUp()
  const [everyone] = (await product.events.met({ from: '2000-01-01', to: '2100-01-01' })).filter(
    ({ office, segment }) => !office && !segment,
  )
  // One from the tests above, which all came from the same address, and the two networks here.
  expect(everyone!.people).toBe(3)
})

it('slows down one address without shutting out the others', async () => {
  const crowd = { 'x-forwarded-for': '192.0.2.9' }
  const statuses = await Promise.all(Array.from({ length: 650 }, () => report([event()], crowd)))
  expect(statuses.filter(({ status }) => status === 429).length).toBeGreaterThan(0)
  expect(statuses.find(({ status }) => status === 429)!.headers.get('retry-after')).toBe('10')
  expect((await report([event()], { 'x-forwarded-for': '192.0.2.10' })).status).toBe(204)
})
