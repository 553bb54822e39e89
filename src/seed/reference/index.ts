import type { Payload } from 'payload'
import { ensure, idsBy } from '../keyed'
import { occasionRows } from './occasions'
import { segmentRows } from './segments'
import { topicRows } from './topics'
import { varietyRows } from './varieties'

const GUESS = '起始建议值，请换成本县问卷、12348 和调解数据'
const HABITS = '起始建议值，请按本县的走访和问卷改'

/** Topics, occasions, language varieties, segments with their demand, and the two doors every site has: what no installation works without. */
export async function ensureReference(payload: Payload, now: Date): Promise<void> {
  for (const [index, { phrases, ...row }] of topicRows.entries())
    await ensure(
      payload,
      'topics',
      { slug: row.slug },
      { ...row, order: (index + 1) * 10, phrases: phrases.map((phrase) => ({ phrase })) },
    )
  for (const [index, row] of varietyRows.entries())
    await ensure(payload, 'varieties', { code: row.code }, { ...row, order: (index + 1) * 10 })
  await ensure(payload, 'channels', { code: 'site' }, { name: '本站首页和人群页', kind: 'site', dailyQuota: 6 })
  await ensure(payload, 'channels', { code: 'feed' }, { name: '订阅源（RSS、JSON）', kind: 'feed', dailyQuota: 6 })

  const topic = await idsBy(payload, 'topics', 'slug')
  for (const { topics, ...row } of occasionRows)
    await ensure(payload, 'occasions', { slug: row.slug }, { ...row, topics: topics.map(topic) })
  const variety = await idsBy(payload, 'varieties', 'code')
  for (const [index, row] of segmentRows.entries()) {
    const { slug, name, nameEn, invitation, hours, forms } = row
    await ensure(
      payload,
      'segments',
      { slug },
      {
        ...{ name, nameEn, invitation, hours, forms, order: (index + 1) * 10 },
        varieties: row.varieties.map(variety),
        ...{ habitsSource: HABITS, habitsDate: now.toISOString() },
        demand: Object.entries(row.demand).map(([about, share]) => ({
          topic: topic(about),
          share,
          source: GUESS,
          date: now.toISOString(),
        })),
      },
    )
  }
}
