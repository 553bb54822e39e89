import type { PayloadRequest, Where } from 'payload'
import { idOf } from '../../../collections/access'
import { officeScope } from '../../../collections/access/officeScope'
import { FEWEST_FOR_SHARES } from '../../lib/mix'
import { runtime } from '../../runtime'
import type { Say } from '../say'

const DAYS = 90

/**
 * One honest line on the mix of the last quarter: what most of our deliveries were about. Under ten distinct items a
 * share says nothing, then it counts.
 */
export async function mixLine(req: PayloadRequest, say: Say): Promise<string | null> {
  const since = new Date(runtime().clock.now().getTime() - DAYS * 86_400_000).toISOString()
  const where: Where = {
    and: [
      { state: { equals: 'submitted' } },
      { submittedAt: { greater_than: since } },
      { office: { in: await officeScope(req) } },
    ],
  }
  const { docs } = await req.payload.find({
    ...{ collection: 'deliveries', where, depth: 0, pagination: false, select: { topic: true, itemKey: true }, req },
  })
  const counts = new Map<string, number>()
  for (const { topic } of docs) counts.set(idOf(topic) ?? '', (counts.get(idOf(topic) ?? '') ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  if (!most) return null
  const topic = await req.payload.findByID({ collection: 'topics', id: most[0], depth: 0, disableErrors: true, req })
  if (!topic) return null
  const items = new Set(docs.map(({ itemKey }) => itemKey)).size
  if (items < FEWEST_FOR_SHARES)
    return say(
      `近三个月投放 ${docs.length} 次，${items} 件内容，还太少，不算比例。`,
      `${docs.length} deliveries of ${items} items in three months: too few for shares.`,
    )
  const share = Math.round((most[1] / docs.length) * 100)
  return say(
    `近三个月投放 ${docs.length} 次，最多的是“${topic.name}”，占 ${share}%。`,
    `${docs.length} deliveries in three months; most were about ${topic.nameEn}, ${share} %.`,
  )
}
