import type { Payload } from 'payload'
import { addDays, instantOf, wallClock, type Day } from '../src/lib/zone'
import type { Office, Segment } from '../src/payload-types'
import type { BriefSegment, BriefTopic } from './brief'
import type { CommissionBrief } from './commission'
import { mondayOf, WEEKS_BACK } from './credit'
import type { Counted } from './demandOf'
import { readItems } from './gathering'
import { isIn, type StockItem } from './lending'
import { idOf, segmentBrief, topicBrief } from './officeMix'
import { readDemand } from './signals'
import { readTaken, type TakenPiece } from './taken'

const all = { depth: 0, pagination: false, overrideAccess: true } as const

export type Sent = { topic: string; segment: string; itemKey: string; office: string | null; day: Day; at: string }
/** Everything the lists of all offices are made from, read once. */
export type Supply = {
  today: Day
  now: Date
  topics: BriefTopic[]
  segments: BriefSegment[]
  rows: Segment[]
  offices: Pick<Office, 'id' | 'name' | 'parent' | 'population' | 'limits'>[]
  /** What went out since the oldest week that still counts. */
  sent: Sent[]
  stock: StockItem[]
  library: Awaited<ReturnType<typeof readItems>>['library']
  taken: TakenPiece[]
  loans: { itemKey: string; office: string }[]
  written: CommissionBrief['written']
  standard: string | null
}

export async function readSupply(
  payload: Payload,
  { now, timeZone, heard }: { now: Date; timeZone: string; heard?: readonly Counted[] },
): Promise<Supply> {
  const today = wallClock(now, timeZone).day
  const since = instantOf(addDays(mondayOf(today), -7 * WEEKS_BACK), 0, timeZone).toISOString()
  const [topics, segments, varieties, offices, sent, loans] = await Promise.all([
    payload.find({ collection: 'topics', ...all, sort: 'order' }),
    payload.find({ collection: 'segments', ...all, sort: 'order' }),
    payload.find({ collection: 'varieties', ...all }),
    payload.find({
      collection: 'offices',
      ...all,
      select: { name: true, parent: true, population: true, limits: true },
    }),
    payload.find({
      collection: 'deliveries',
      ...all,
      where: {
        and: [
          { state: { equals: 'submitted' } },
          { submittedAt: { greater_than_equal: since } },
          { submittedAt: { less_than_equal: now.toISOString() } },
        ],
      },
      select: { topic: true, segment: true, itemKey: true, office: true, submittedAt: true },
    }),
    payload.find({ collection: 'loans', ...all }),
  ])
  const codes = new Map(varieties.docs.map(({ id, code }) => [code, String(id)]))
  const [{ items, library }, kept, recorded] = await Promise.all([
    readItems(payload, [], codes),
    notLent(payload),
    readRecorded(payload),
  ])
  const standard = codes.get('cmn') ?? null
  const taken = await readTaken(payload, since, loans.docs, (key, variety) =>
    items.some((item) => item.key === key && item.isPublic && isIn(item, variety, standard)),
  )
  const demand = await readDemand(payload, segments.docs.map(idOf), topics.docs.map(idOf), heard)
  return {
    ...{ today, now, rows: segments.docs, offices: offices.docs, library, taken },
    topics: topics.docs.map(topicBrief),
    segments: segments.docs.map((segment) => segmentBrief(segment, demand.get(idOf(segment)))),
    sent: sent.docs.map(({ topic, segment, itemKey, office, submittedAt }) => ({
      ...{ topic: idOf(topic), segment: idOf(segment), itemKey, office: office ? idOf(office) : null },
      ...{ at: submittedAt!, day: wallClock(new Date(submittedAt!), timeZone).day },
    })),
    stock: items
      .filter(({ isPublic }) => isPublic)
      .map((item) => ({
        ...item,
        varieties: [...new Set([...item.varieties, ...(recorded.get(item.key) ?? [])])],
        office: library.get(item.key)?.office ?? null,
        lendable: !kept.has(item.key),
      })),
    loans: loans.docs.map(({ itemKey, office }) => ({ itemKey, office: idOf(office) })),
    written: new Set(varieties.docs.filter(({ written }) => written).map(({ id }) => String(id))),
    standard,
  }
}

/** Varieties recorded for a film by its key, also while one is still being checked or mixed: nobody records it twice. */
async function readRecorded(payload: Payload): Promise<Map<string, string[]>> {
  const { docs } = await payload.find({ collection: 'tracks', ...all, select: { video: true, variety: true } })
  const found = new Map<string, string[]>()
  for (const { video, variety } of docs) {
    const key = `videos:${idOf(video)}`
    found.set(key, [...(found.get(key) ?? []), idOf(variety)])
  }
  return found
}

/** Keys of the items whose latest version says that they are not lent. */
async function notLent(payload: Payload): Promise<Set<string>> {
  const keys = await Promise.all(
    (['articles', 'videos'] as const).map(async (collection) => {
      const { docs } = await payload.find({
        collection,
        ...all,
        draft: true,
        where: { lendable: { equals: false } },
        select: { lendable: true } as never,
      })
      return docs.map(({ id }) => `${collection}:${id}`)
    }),
  )
  return new Set(keys.flat())
}
