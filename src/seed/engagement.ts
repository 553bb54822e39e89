import type { Runtime } from '../runtime'
import type { PastChannel, PastDelivery, PastItem, PastSegment } from './pastDeliveries'
import { engagementFor } from './residents'

export { pastDeliveries } from './pastDeliveries'
export { engagementFor } from './residents'

const BATCH = 2_000

/** Reads the county as the generator wants it: public items, segments with demand, channels. */
export async function countyOf({ payload }: Pick<Runtime, 'payload'>) {
  const all = { pagination: false, depth: 1, overrideAccess: true } as const
  const published = { ...all, where: { _status: { equals: 'published' as const } } }
  const [articles, videos, tracks, segments, channels] = await Promise.all([
    payload.find({ collection: 'articles', ...published }),
    payload.find({ collection: 'videos', ...published }),
    payload.find({ collection: 'tracks', ...all }),
    payload.find({ collection: 'segments', ...all }),
    payload.find({ collection: 'channels', ...all }),
  ])
  const dubs = (id: string) =>
    tracks.docs.filter(({ video }) => idOf(video) === id).map(({ variety }) => codeOf(variety))
  const item = (collection: string, doc: (typeof articles.docs)[number] | (typeof videos.docs)[number]): PastItem => {
    const topic = doc.topic as { id: string; slug?: string | null }
    const film = collection === 'videos'
    return {
      key: `${collection}:${doc.id}`,
      topic: { id: topic.id, slug: topic.slug ?? '' },
      office: idOf(doc.office),
      segments: (doc.segments ?? []).map(idOf),
      varieties: [codeOf(doc.variety) || 'cmn', ...(film ? dubs(doc.id) : [])],
      length: film ? Number((doc as { stream?: { duration?: number } | null }).stream?.duration ?? 0) || 90 : 0,
    }
  }
  return {
    items: [...articles.docs.map((doc) => item('articles', doc)), ...videos.docs.map((doc) => item('videos', doc))],
    segments: segments.docs.map((doc): PastSegment => ({
      id: doc.id,
      slug: doc.slug ?? '',
      varieties: (doc.varieties ?? []).map(codeOf),
      hours: doc.hours ?? [],
      demand: (doc.demand ?? []).map(({ topic, share }) => ({ topic: idOf(topic), share })),
    })),
    channels: channels.docs.map(({ id, code, kind }): PastChannel => ({ id, code, kind })),
  }
}

/**
 * Eight weeks of residents' engagement for the submitted deliveries that are there, through the store's own door and
 * marked as demo: `events.clearDemo()` removes it and nothing else.
 */
export async function seedEngagement(
  runtime: Runtime,
  { seed = 1, signal }: { seed?: number; signal?: AbortSignal | undefined } = {},
): Promise<void> {
  const county = await countyOf(runtime)
  const { docs } = await runtime.payload.find({
    collection: 'deliveries',
    where: { state: { equals: 'submitted' } },
    sort: 'dueAt',
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  const now = runtime.clock.now()
  const events = engagementFor(docs as unknown as PastDelivery[], { ...county, now, seed })
  // Made while they are stored, part by part: the residents' site answers in between.
  for (let batch = take(events); batch.length && !signal?.aborted; batch = take(events)) await runtime.events.add(batch)
  if (!signal?.aborted) await runtime.events.rollUp()
}

function take<T>(from: Iterator<T>): T[] {
  const batch: T[] = []
  for (let next = from.next(); !next.done; next = from.next()) {
    batch.push(next.value)
    if (batch.length === BATCH) break
  }
  return batch
}

const idOf = (value: unknown) =>
  value && typeof value === 'object' && 'id' in value ? String(value.id) : String(value ?? '')
const codeOf = (value: unknown) => (value && typeof value === 'object' && 'code' in value ? String(value.code) : '')
