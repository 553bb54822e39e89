import type { Payload, Where } from 'payload'
import { wallClock } from '../src/lib/zone'
import { streamSchema } from '../src/lib/stream'
import type { Campaign } from '../src/payload-types'
import { planParams, type BriefItem, type Placed, type PlanBrief } from './brief'
import type { Counted, SegmentDemand } from './demandOf'
import { limitsAbove, limitsOf } from './limits'
import { above, below, idOf, officeLimits, segmentBrief, topicBrief } from './officeMix'
import { channelDays, occasionBrief, readHolidays, readOccasions, readSeries } from './calendarRows'
import { withLearned } from './drawing'
import type { Learned } from './learned'
import { readDemand, readExplore } from './signals'

const DAY = 86_400_000
const PAGE = 1000
const all = { depth: 0, pagination: false, overrideAccess: true } as const

type Library = Map<string, { title: string; path: string; office: string | null; seconds: number | null }>
/** `heard`, `learned`: what was counted by itself, read by whoever calls. */
export type Asked = { now: Date; timeZone: string; heard?: readonly Counted[]; learned?: Learned }
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
  { now, timeZone, seed, heard, learned }: Asked & { seed: number },
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
    payload.find({ collection: 'offices', ...all, select: { parent: true, limits: true } }),
  ])
  const office = campaign.office ? idOf(campaign.office) : null
  const limits = limitsOf(topics.docs.map(topicBrief), { office: limitsAbove(offices.docs.map(officeLimits), office) })
  const codes = new Map(varieties.docs.map(({ id, code }) => [code, String(id)]))
  const named = (campaign.items ?? []).map(({ relationTo, value }) => ({ relationTo, id: idOf(value) }))
  const { items, library } = await readItems(payload, named, codes)
  const { kept, others } = await readPlaced(payload, campaign, now)
  const dayOf = (date: string) => wallClock(new Date(date), timeZone).day
  const period = { from: dayOf(campaign.from), to: dayOf(campaign.to), timeZone }
  const [holidays, occasions, series] = await Promise.all([
    readHolidays(payload, timeZone),
    readOccasions(payload, period, office ? above(offices.docs, office) : null),
    readSeries(payload, office),
  ])
  const demand = await readDemand(payload, segments.docs.map(idOf), topics.docs.map(idOf), heard)
  const explore = await readExplore(payload)
  const brief: PlanBrief = {
    seed,
    now,
    from: new Date(campaign.from),
    to: new Date(campaign.to),
    timeZone,
    slots: campaign.slots,
    topics: limits.topics,
    segments: segments.docs.map((segment) => segmentBrief(segment, demand.get(idOf(segment)))),
    channels: channels.docs.map((channel) => ({
      id: String(channel.id),
      kind: channel.kind,
      segments: (channel.segments ?? []).map(idOf),
      dailyQuota: channel.dailyQuota ?? null,
      quietFrom: channel.quietFrom ?? null,
      quietTo: channel.quietTo ?? null,
      ...channelDays(channel, period),
    })),
    holidays,
    occasions: occasions.map(occasionBrief),
    series,
    items,
    targets: (campaign.targets ?? []).map(({ topic, share }) => ({ topic: idOf(topic), share })),
    kept,
    others,
    warnings: limits.warnings,
    params: { explore },
    bans: (campaign.bans ?? []).map(({ itemKey, segmentKey }) => ({ item: itemKey, segment: segmentKey ?? null })),
  }
  return {
    brief: learned ? withLearned(brief, learned) : brief,
    library,
    demand,
    offices: office ? below(offices.docs, office) : null,
  }
}

type Named = readonly { relationTo: 'articles' | 'videos'; id: string }[]

/** The named items, or when none is named everything that is public. `codes`: ids of the varieties by code. */
export async function readItems(payload: Payload, named: Named, codes: ReadonlyMap<string, string>) {
  const items: BriefItem[] = []
  const library: Library = new Map()
  const inside = await readInside(payload)
  for (const collection of ['articles', 'videos'] as const) {
    const ids = named.filter(({ relationTo }) => relationTo === collection).map(({ id }) => id)
    if (named.length && !ids.length) continue
    const where: Where = named.length ? { id: { in: ids } } : { _status: { equals: 'published' } }
    const select = {
      title: true,
      slug: true,
      topic: true,
      segments: true,
      series: true,
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
        items.push({ ...asBrief(key, doc, codes), also: inside.get(key) ?? [] })
      }
      if (!hasNextPage) break
    }
  }
  return { items, library }
}

/** Articles with a game or a risk list inside: people choose by that as much as by the form. */
async function readInside(payload: Payload): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for (const form of ['choice', 'risks']) {
    const { docs } = await payload.find({
      collection: 'articles',
      ...all,
      where: { 'body.blockType': { equals: form } },
      select: {},
    })
    for (const { id } of docs) found.set(`articles:${id}`, [...(found.get(`articles:${id}`) ?? []), form])
  }
  return found
}

type ItemRow = {
  id: string
  title: string
  slug?: string | null
  topic?: string | null
  series?: string | null
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
    series: doc.series ? String(doc.series) : null,
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
  const since = new Date(now.getTime() - planParams.repeatDays * DAY).toISOString()
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
    if (!own) others.push({ ...placed, ...(row.campaign ? { campaign: idOf(row.campaign) } : {}) })
    else if (row.state === 'submitted' || row.state === 'claimed' || row.state === 'uncertain') kept.push(placed)
    else if (row.state === 'planned' && row.pinned) kept.push({ ...placed, pinned: true })
  }
  return { kept, others }
}
