import type { Payload, Where } from 'payload'
import { streamSchema } from '../src/lib/stream'
import type { Campaign } from '../src/payload-types'
import type { BriefItem, Placed, PlanBrief } from './brief'
import type { Counted, SegmentDemand } from './demandOf'
import { below, idOf, segmentBrief } from './officeMix'
import { readDemand } from './signals'

const DAY = 86_400_000
const REPEAT_DAYS = 30
const PAGE = 1000
const all = { depth: 0, pagination: false, overrideAccess: true } as const

type Library = Map<string, { title: string; path: string; office: string | null; seconds: number | null }>
export type Gathered = {
  brief: PlanBrief
  library: Library
  offices: Set<string> | null
  /** Pooled demand by segment; a segment that is missing is planned by its portrait. */
  demand: Map<string, SegmentDemand>
}

/** Reads everything a plan of this campaign is made from. */
export async function gatherBrief(
  payload: Payload,
  campaign: Campaign,
  { now, timeZone, seed, heard }: { now: Date; timeZone: string; seed: number; heard?: readonly Counted[] },
): Promise<Gathered> {
  const [topics, segments, channels, varieties, offices] = await Promise.all([
    payload.find({ collection: 'topics', ...all, sort: 'order' }),
    payload.find({ collection: 'segments', ...all, where: { id: { in: campaign.segments.map(idOf) } }, sort: 'order' }),
    payload.find({
      collection: 'channels',
      ...all,
      where: { and: [{ id: { in: campaign.channels.map(idOf) } }, { enabled: { not_equals: false } }] },
    }),
    payload.find({ collection: 'varieties', ...all }),
    payload.find({ collection: 'offices', ...all, select: { parent: true } }),
  ])
  const codes = new Map(varieties.docs.map(({ id, code }) => [code, String(id)]))
  const named = (campaign.items ?? []).map(({ relationTo, value }) => ({ relationTo, id: idOf(value) }))
  const { items, library } = await readItems(payload, named, codes)
  const { kept, others } = await readPlaced(payload, campaign, now)
  const demand = await readDemand(payload, segments.docs.map(idOf), topics.docs.map(idOf), heard)
  const brief: PlanBrief = {
    seed,
    now,
    from: new Date(campaign.from),
    to: new Date(campaign.to),
    timeZone,
    slots: campaign.slots,
    topics: topics.docs.map(({ id, floor, cap }) => ({ id: String(id), floor, cap })),
    segments: segments.docs.map((segment) => segmentBrief(segment, demand.get(idOf(segment)))),
    channels: channels.docs.map((channel) => ({
      id: String(channel.id),
      kind: channel.kind,
      segments: (channel.segments ?? []).map(idOf),
      dailyQuota: channel.dailyQuota ?? null,
      quietFrom: channel.quietFrom ?? null,
      quietTo: channel.quietTo ?? null,
    })),
    items,
    targets: (campaign.targets ?? []).map(({ topic, share }) => ({ topic: idOf(topic), share })),
    kept,
    others,
    bans: (campaign.bans ?? []).map(({ itemKey, segmentKey }) => ({ item: itemKey, segment: segmentKey ?? null })),
  }
  return { brief, library, demand, offices: campaign.office ? below(offices.docs, idOf(campaign.office)) : null }
}

type Named = readonly { relationTo: 'articles' | 'videos'; id: string }[]

/** The named items, or when none is named everything that is public. `codes`: ids of the varieties by code. */
export async function readItems(payload: Payload, named: Named, codes: ReadonlyMap<string, string>) {
  const items: BriefItem[] = []
  const library: Library = new Map()
  for (const collection of ['articles', 'videos'] as const) {
    const ids = named.filter(({ relationTo }) => relationTo === collection).map(({ id }) => id)
    if (named.length && !ids.length) continue
    const where: Where = named.length ? { id: { in: ids } } : { _status: { equals: 'published' } }
    const select = {
      title: true,
      slug: true,
      topic: true,
      segments: true,
      variety: true,
      office: true,
      updatedAt: true,
      _status: true,
    }
    for (let page = 1; ; page++) {
      const { docs, hasNextPage } = await payload.find({
        collection,
        where,
        depth: 0,
        limit: PAGE,
        page,
        sort: 'id',
        overrideAccess: true,
        select: (collection === 'videos' ? { ...select, stream: true } : { ...select, form: true }) as never,
      })
      for (const doc of docs as unknown as ItemRow[]) {
        const key = `${collection}:${doc.id}`
        library.set(key, {
          ...{ title: doc.title, path: `/${collection}/${doc.slug ?? doc.id}` },
          office: doc.office ? idOf(doc.office) : null,
          seconds: streamSchema.safeParse(doc.stream).data?.duration ?? null,
        })
        items.push(asBrief(key, doc, codes))
      }
      if (!hasNextPage) break
    }
  }
  return { items, library }
}

type ItemRow = {
  id: string
  title: string
  slug?: string | null
  topic?: string | null
  segments?: string[] | null
  variety?: string | null
  office?: string | null
  form?: string
  stream?: unknown
  updatedAt: string
  _status?: string
}

function asBrief(key: string, doc: ItemRow, codes: ReadonlyMap<string, string>): BriefItem {
  const film = key.startsWith('videos:')
  const stream = film ? streamSchema.safeParse(doc.stream) : undefined
  const spoken = (stream?.data?.audio ?? []).map(({ variety }) => codes.get(variety)).filter((id) => id !== undefined)
  return {
    key,
    topic: doc.topic ? String(doc.topic) : null,
    segments: (doc.segments ?? []).map(String),
    form: film ? 'video' : (doc.form ?? 'case'),
    varieties: [...new Set([...(doc.variety ? [String(doc.variety)] : []), ...spoken])],
    isPublic: doc._status === 'published',
    ready: !film || Boolean(stream?.success),
    quality: null,
    updatedAt: new Date(doc.updatedAt),
  }
}

/** What of this campaign stays (out, going out, unsure, or pinned), and what others sent lately or will send. */
async function readPlaced(payload: Payload, campaign: Campaign, now: Date) {
  const since = new Date(now.getTime() - REPEAT_DAYS * DAY).toISOString()
  const { docs } = await payload.find({
    collection: 'deliveries',
    ...all,
    where: {
      or: [
        { campaign: { equals: campaign.id } },
        {
          and: [
            { dueAt: { greater_than: since } },
            { state: { in: ['planned', 'claimed', 'submitted', 'uncertain'] } },
          ],
        },
      ],
    },
    select: {
      ...{ campaign: true, itemKey: true, topic: true, segment: true, channel: true, dueAt: true, state: true },
      pinned: true,
    },
  })
  const kept: Placed[] = []
  const others: Placed[] = []
  for (const row of docs) {
    const placed: Placed = {
      item: row.itemKey,
      topic: idOf(row.topic),
      segment: idOf(row.segment),
      channel: idOf(row.channel),
      at: new Date(row.dueAt),
    }
    const own = row.campaign && idOf(row.campaign) === campaign.id
    if (!own) others.push(placed)
    else if (row.state === 'submitted' || row.state === 'claimed' || row.state === 'uncertain') kept.push(placed)
    else if (row.state === 'planned' && row.pinned) kept.push({ ...placed, pinned: true })
  }
  return { kept, others }
}
