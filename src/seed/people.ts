import type { Payload } from 'payload'
import type { Runtime } from '../runtime'
import { ensure, idsBy } from './keyed'

const DAY = 86_400_000

/** What colleagues read off the other platforms and typed in for the last hand-outs. */
export async function ensureFigures({ payload, clock }: Runtime): Promise<void> {
  const [channel, user] = [await idsBy(payload, 'channels', 'code'), await idsBy(payload, 'users', 'username')]
  const { docs } = await payload.find({
    collection: 'deliveries',
    where: { and: [{ channel: { equals: channel('gzh-wanghe') } }, { state: { equals: 'submitted' } }] },
    ...{ sort: '-dueAt', limit: 6, depth: 0 },
  })
  for (const [index, { id, office, dueAt }] of docs.entries()) {
    const readAt = new Date(Math.min(Date.parse(dueAt) + 2 * DAY, clock.now().getTime())).toISOString()
    await ensure(
      payload,
      'figures',
      { delivery: id, metric: 'reads' },
      { value: 310 + ((index * 137) % 420), source: '公众号后台（演示数据）', readAt, by: user('bianji'), office },
    )
  }
}

export const residentQuestions = [
  { text: '狗咬了人，主人说不关他的事，能让他赔吗？', topic: 'land-housing', state: 'new' },
  { text: '工地包工头说年底一起结，没写欠条，怎么办？', topic: 'labour-wages', state: 'new' },
  {
    text: '直播间买的东西，商家说拆了就不给退，对吗？',
    topic: 'consumer-rights',
    state: 'published',
    answer: '多数东西拆开看看、试一试，不影响退。七天内东西完好就能申请，具体看这一篇。',
  },
] as const

export async function ensureQuestions(payload: Payload): Promise<void> {
  const [topic, office] = [await idsBy(payload, 'topics', 'slug'), await idsBy(payload, 'offices', 'slug')]
  const article = await idsBy(payload, 'articles', 'slug')
  for (const { text, ...row } of residentQuestions)
    await ensure(
      payload,
      'questions',
      { text },
      {
        ...{ ...row, topic: topic(row.topic), office: office('hetian') },
        ...(row.state === 'published'
          ? { item: { relationTo: 'articles', value: article('online-clothes-return') } }
          : {}),
      },
    )
}
