import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'
import { ensureReference } from '../../src/seed/reference'
import { OWN_PASSWORD } from './colleagues'
import { richText } from './county'
import { testRuntime } from './payload'

const SECRET = 'a secret for tests only, long enough'
const DAY = 86_400_000
/** Twelve of them about marriage, as offices publish today. */
const titles: Record<string, string[]> = {
  'marriage-family': ['彩礼', '分居', '抚养费', '探望', '房产', '婚前债', '离婚冷静期', '家暴', '赡养', '收养', '改姓', '过继']
    .map((word) => `${word}的事，怎么说得清？`), // prettier-ignore
  'telecom-fraud': ['中奖短信', '安全账户', '刷单', '共享屏幕', '冒充公安'].map((word) => `碰上${word}，信不信？`),
  'consumer-rights': ['预付卡', '假货', '退货', '缺斤短两', '保修'].map((word) => `${word}出了岔子，找谁？`),
  'labour-wages': ['欠薪', '工伤', '加班费'].map((word) => `${word}没人管，怎么办？`),
}

type Made = {
  payload: Payload
  now: Date
  /** Ids by slug and by code. */
  topics: ReadonlyMap<string, string>
  channels: ReadonlyMap<string, string>
  elderly: string
  items: readonly { id: string; topic: string }[]
  bureau: string
}

/**
 * A data folder for a server to start on, made in a few seconds: reference rows, a manager and an editor who have their
 * own passwords, 25 published cases, a month of deliveries mostly about marriage, and a campaign not planned yet. `more`
 * adds to it before it is closed.
 */
export async function oneSidedCounty({
  now = new Date(),
  more,
}: { now?: Date; more?: (made: Made) => Promise<void> } = {}) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'mingbai-server-'))
  const { payload, dispose } = await testRuntime({ DATA_DIR: dataDir, PAYLOAD_SECRET: SECRET })
  await ensureReference(payload, now)
  const rowsOf = async (collection: 'topics' | 'segments' | 'channels', field: string) => {
    const { docs } = await payload.find({ collection, depth: 0, pagination: false })
    return new Map(docs.map((doc) => [String(doc[field as keyof typeof doc]), String(doc.id)]))
  }
  const [topics, segments, channels] = await Promise.all([
    rowsOf('topics', 'slug'),
    rowsOf('segments', 'slug'),
    rowsOf('channels', 'code'),
  ])
  const bureau = await payload.create({ collection: 'offices', data: { name: '青石县司法局', level: 'county' } })
  for (const [username, name, role] of [
    ['lingdao', '凌领导', 'manager'],
    ['bianji', '边小记', 'editor'],
  ] as const)
    // prettier-ignore
    await payload.create({
      collection: 'users',
      data: { username, name, roles: [role], office: bureau.id, password: OWN_PASSWORD },
    })
  const elderly = segments.get('elderly')!
  await payload.update({ collection: 'segments', id: elderly, data: { population: 42_000 } })
  const items: { id: string; topic: string }[] = []
  for (const [slug, names] of Object.entries(titles))
    for (const title of names) {
      const topic = topics.get(slug)!
      const { id } = await payload.create({
        collection: 'articles',
        data: {
          ...{ title, form: 'case', verdict: 'depends', answer: '看情况，先把凭据留好。', topic, segments: [elderly] },
          ...{ story: richText('老王碰上了这样的事。'), office: bureau.id, _status: 'published' },
        },
        context: { workflow: 'approve' },
      })
      items.push({ id, topic })
    }
  for (const [n, { id, topic }] of items.slice(0, 16).entries()) {
    const at = new Date(now.getTime() - (n + 2) * DAY).toISOString()
    await payload.create({
      collection: 'deliveries',
      data: {
        ...{
          code: `past${String(n).padStart(8, '0')}`,
          item: { relationTo: 'articles', value: id },
          itemKey: `articles:${id}`,
        },
        ...{ topic, segment: elderly, channel: channels.get('site')!, office: bureau.id },
        ...{ dueAt: at, submittedAt: at, state: 'submitted' },
      },
    })
  }
  const campaign = await payload.create({
    collection: 'campaigns',
    data: {
      ...{ title: '冬日送法', goal: '老人要什么，就讲什么', slots: 10, slug: 'winter', office: bureau.id },
      ...{ from: now.toISOString(), to: new Date(now.getTime() + 20 * DAY).toISOString() },
      ...{ segments: [elderly], channels: [channels.get('site')!, channels.get('feed')!] },
    },
  })
  await more?.({ payload, now, topics, channels, elderly, items, bureau: bureau.id })
  await dispose()
  return { dataDir, env: { PAYLOAD_SECRET: SECRET }, campaign: campaign.id, elderly }
}
