import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { ensure, idsBy } from './keyed'

const SOURCE = '演示数据，虚构'

/** The doors of the demo county, besides the site and its feed: three that people carry on by hand, one example to connect. */
export async function ensureChannels(payload: Payload): Promise<void> {
  const office = await idsBy(payload, 'offices', 'slug')
  const segment = await idsBy(payload, 'segments', 'slug')
  await ensure(
    payload,
    'channels',
    { code: 'qun-hetian' },
    {
      ...{ name: '村居微信群（禾田镇 18 个群）', kind: 'handout', office: office('hetian') },
      ...{ segments: [segment('elderly'), segment('youth')], audience: 5_400, audienceSource: SOURCE },
      ...{ dailyQuota: 2, quietFrom: '21:00', quietTo: '07:00' },
    },
  )
  await ensure(
    payload,
    'channels',
    { code: 'gzh-wanghe' },
    {
      ...{ name: '公众号转发包（望禾普法）', kind: 'handout', office: office('wanghe') },
      ...{ segments: ['elderly', 'youth', 'business'].map(segment), audience: 8_200, audienceSource: SOURCE },
      ...{ dailyQuota: 1, quietFrom: '22:00', quietTo: '07:00' },
    },
  )
  await ensure(
    payload,
    'channels',
    { code: 'ganji-hetian' },
    {
      ...{ name: '赶集日摊位（禾田镇市场南门）', kind: 'handout', office: office('hetian') },
      ...{ segments: [segment('elderly'), segment('business')], audience: 600, audienceSource: SOURCE },
      ...{ dailyQuota: 2, quietFrom: '13:00', quietTo: '07:00', offHolidays: true },
      market: { system: 'lunar', digits: ['5'], only: true },
    },
  )
  await ensure(
    payload,
    'channels',
    { code: 'rongmei' },
    {
      ...{ name: '县融媒体中心对接（示例，没有启用）', kind: 'webhook', office: office('wanghe'), enabled: false },
      webhook: {
        url: 'https://media.example/hooks/mingbai',
        secret: `whsec_${randomBytes(24).toString('base64')}`,
        allowPrivate: false,
      },
    },
  )
}

/** Every Monday a piece against fraud for the elderly; its place is kept in every plan of the bureau. */
export async function ensureSeries(payload: Payload): Promise<void> {
  const office = await idsBy(payload, 'offices', 'slug')
  const segment = await idsBy(payload, 'segments', 'slug')
  const topic = await idsBy(payload, 'topics', 'slug')
  await ensure(
    payload,
    'series',
    { slug: 'monday-fraud' },
    {
      ...{ name: '每周一反诈', office: office('wanghe'), topic: topic('telecom-fraud'), segment: segment('elderly') },
      ...{ weekday: 1, time: '18:30', about: '周一傍晚，讲一个正在骗人的新花样。' },
    },
  )
}
