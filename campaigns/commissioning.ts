import type { Payload } from 'payload'
import { FEWEST_FOR_SHARES } from '../src/lib/mix'
import { commissions, type Commission, type CommissionBrief } from './commission'
import type { Counted } from './demandOf'
import { readItems } from './gathering'
import { limitsAbove, limitsOf } from './limits'
import { below, idOf, MIX_DAYS, officeLimits, peopleOf, segmentBrief, topicBrief } from './officeMix'
import { readDemand } from './signals'

const DAY = 86_400_000
const all = { depth: 0, pagination: false, overrideAccess: true } as const

export type CommissionList = {
  rows: Commission[]
  /** Segments nobody entered a demand for: nothing can be said for them. */
  unknown: string[]
}

type Ask = {
  office: string | null
  now: Date
  count: number
  heard?: readonly Counted[]
  /** Topics to which the list is limited. */
  only?: ReadonlySet<string>
}

/** What an office should make next, from what its people need and what it delivered in 90 days. All offices when null. */
export async function readCommissions(
  payload: Payload,
  { office, now, count, heard, only }: Ask,
): Promise<CommissionList> {
  const since = new Date(now.getTime() - MIX_DAYS * DAY)
  const [topics, segments, varieties, offices] = await Promise.all([
    payload.find({ collection: 'topics', ...all, sort: 'order' }),
    payload.find({ collection: 'segments', ...all, sort: 'order' }),
    payload.find({ collection: 'varieties', ...all }),
    payload.find({ collection: 'offices', ...all, select: { parent: true, population: true, limits: true } }),
  ])
  const scope = office ? below(offices.docs, office) : null
  const inScope = scope ? [{ office: { in: [...scope] } }] : []
  const codes = new Map(varieties.docs.map(({ id, code }) => [code, String(id)]))
  const [sent, { items }, taken] = await Promise.all([
    payload.find({
      collection: 'deliveries',
      ...all,
      where: {
        and: [
          { state: { equals: 'submitted' } },
          { submittedAt: { greater_than_equal: since.toISOString() } },
          { submittedAt: { less_than_equal: now.toISOString() } },
          ...inScope,
        ],
      },
      select: { topic: true, segment: true, itemKey: true },
    }),
    readItems(payload, [], codes),
    readTaken(payload, since, office),
  ])
  const demand = await readDemand(payload, segments.docs.map(idOf), topics.docs.map(idOf), heard)
  const briefs = segments.docs.map((segment) => segmentBrief(segment, demand.get(idOf(segment))))
  const brief: CommissionBrief = {
    topics: limitsOf(topics.docs.map(topicBrief), { office: limitsAbove(offices.docs.map(officeLimits), office) })
      .topics,
    segments: briefs,
    people: peopleOf(segments.docs, scope ? offices.docs.filter(({ id }) => scope.has(String(id))) : []),
    delivered: sent.docs.map(({ topic, segment }) => ({ topic: idOf(topic), segment: idOf(segment) })),
    enough: new Set(sent.docs.map(({ itemKey }) => itemKey)).size >= FEWEST_FOR_SHARES,
    stock: items.filter(({ isPublic }) => isPublic),
    taken,
    written: new Set(varieties.docs.filter(({ written }) => written).map(({ id }) => String(id))),
    standard: codes.get('cmn') ?? null,
    only,
  }
  return {
    rows: commissions(brief, count),
    unknown: briefs.filter(({ demand }) => !demand.some(({ share }) => share > 0)).map(({ id }) => id),
  }
}

/** Which office a piece is for stands in the key, so that one office's taking does not hide it from another. */
export const commissionKey = ({ topic, segment, variety, form }: Omit<Commission, 'reasons'>, office: string | null) =>
  [office ?? '-', topic, segment, variety ?? '-', form].join('/')

async function readTaken(payload: Payload, since: Date, office: string | null) {
  const rows = await Promise.all(
    (['articles', 'videos'] as const).map(async (collection) => {
      const { docs } = await payload.find({
        collection,
        ...all,
        draft: true,
        where: { and: [{ commission: { exists: true } }, { createdAt: { greater_than: since.toISOString() } }] },
        select: { commission: true, review: { stage: true } } as never,
      })
      return docs as { commission?: string | null; review?: { stage?: string | null } }[]
    }),
  )
  return rows.flat().flatMap(({ commission, review }) => {
    const [owner, topic, segment, variety, form] = (commission ?? '').split('/')
    if (!form || (office && owner !== office)) return []
    const isPublic = review?.stage === 'approved'
    return [{ topic: topic!, segment: segment!, variety: variety === '-' ? null : variety!, form, isPublic }]
  })
}
