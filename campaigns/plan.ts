import type { Payload } from 'payload'
import { CodedError } from '../src/lib/errors'
import type { Campaign } from '../src/payload-types'
import { planParams, type BriefSegment, type PlanBrief, type PlanParams } from './brief'
import { neededOf } from './comparing'
import type { SegmentDemand } from './demandOf'
import { gatherBrief, type Asked } from './gathering'
import { plannedHash, replacePlanned } from './ledger'
import { idOf, MIX_DAYS, rolledUpMix, type OfficeMix } from './officeMix'
import { planDeliveries, type Plan } from './planning'
import type { Reason } from './reasons'

/** Beyond this, items left out are only counted. */
const MOST_LISTED = 1000

type Counts = Record<string, number>
/** What `campaigns.plan` keeps: which numbers the plan was made from, and what it left out. */
export type StoredPlan = {
  generatedAt: string
  seed: number
  params: Partial<PlanParams>
  demand: {
    segment: string
    /** `signals`: pooled from what people asked for; `demand`: the portrait's own rows. */
    source: 'signals' | 'demand' | 'campaign' | 'wish' | 'even'
    budget: number
    placed: number
    shares: Counts
    /** Where the shares of the segment's demand come from; with a 95 % interval where they are pooled from signals. */
    sources: {
      topic: string
      share: number
      source: string | null
      date: string | null
      low?: number
      high?: number
      /** Counts by kind of signal. */
      counts?: Counts
    }[]
  }[]
  /** What the plan believed of each segment and of each platform: the middle and of how many; older plans have none. */
  learned?: { segment?: string; channel?: string; topic: string; mean: number; trials: number }[]
  /** `above`: the nearest office above that is big enough for shares, where this one is not. */
  mixBefore: {
    counts: Counts
    distinct: number
    days: number
    above?: { office: string; counts: Counts; distinct: number }
  }
  mixAfter: Counts
  /** Different items in the plan, and what people need: absent in plans of an older version. */
  distinct?: number
  needed?: Counts
  target: Counts
  excluded: {
    total: number
    byCode: Counts
    items: { item: string; title: string; reasons: { reason: Reason; segments: string[] }[] }[]
    more: number
  }
  warnings: Reason[]
}

type Ask = Asked & { campaign: string; by: string | null; seed?: number }

/**
 * Plans a campaign: voids any approval first, so that nothing goes out meanwhile, then replaces its planned deliveries.
 * Throws `not-found`, `conflict` for a cancelled campaign, `plan-empty` when nothing at all could be planned (the
 * reasons are stored and in the details).
 */
export async function planCampaign(payload: Payload, { campaign: id, by, ...asked }: Ask) {
  const campaign = await payload.findByID({ collection: 'campaigns', id, depth: 0, disableErrors: true })
  if (!campaign) throw new CodedError('not-found')
  if (campaign.state === 'cancelled') throw new CodedError('conflict', '活动已经取消，不能再排期。')
  await write(payload, id, { state: 'draft', planHash: null, approvedBy: null, approvedAt: null })

  const { before, shown, had, brief, library, demand } = await readBasis(payload, campaign, asked)
  const { now } = asked
  const plan = planDeliveries(brief, had)
  await replacePlanned(
    payload,
    {
      campaign: id,
      office: campaign.office ? idOf(campaign.office) : null,
      deliveries: plan.deliveries,
      path: (item) => library.get(item)?.path ?? '/',
    },
    now,
  )
  const kept = brief.kept ?? []
  const after = count([...plan.deliveries, ...kept].map(({ topic }) => topic))
  const stored: StoredPlan = {
    generatedAt: now.toISOString(),
    seed: brief.seed,
    params: { alpha: planParams.alpha, lambda: planParams.lambda, ...brief.params },
    learned: beliefsUsed(brief),
    demand: await demandRows(payload, plan, brief.topics.map(idOf), demand),
    mixBefore: {
      ...{ counts: countsOf(before), distinct: before.distinct, days: MIX_DAYS },
      ...(shown === before
        ? {}
        : { above: { office: shown.office?.name ?? '', counts: countsOf(shown), distinct: shown.distinct } }),
    },
    mixAfter: after,
    distinct: new Set([...plan.deliveries, ...kept].map(({ item }) => item)).size,
    needed: neededOf(brief),
    target: Object.fromEntries(brief.topics.map((topic, t) => [topic.id, plan.target[t]!])),
    excluded: leftOut(plan, (item) => library.get(item)?.title ?? item),
    warnings: plan.warnings,
  }
  const empty = !plan.deliveries.length && !kept.length
  const planHash = empty ? null : await plannedHash(payload, id)
  await write(payload, id, { state: empty ? 'draft' : 'planned', plan: stored, planHash, plannedBy: by })
  if (empty) throw new CodedError('plan-empty', undefined, { warnings: plan.warnings })
  return { planHash: planHash!, deliveries: plan.deliveries.length, excluded: plan.excluded.length, plan: stored }
}

/** What a plan of this campaign stands on; the seed of the last plan unless another is wanted. */
export async function readBasis(payload: Payload, campaign: Campaign, asked: Asked & { seed?: number }) {
  const office = campaign.office ? idOf(campaign.office) : null
  const { own: before, shown } = await rolledUpMix(payload, office, asked.now, asked.heard)
  const had = before.enough ? new Map(before.topics.map((topic) => [topic.id, topic.count / before.deliveries])) : null
  const used = asked.seed ?? (campaign.plan as StoredPlan | null)?.seed ?? 1
  return { before, shown, had, ...(await gatherBrief(payload, campaign, { ...asked, seed: used })) }
}

/** Writes what only the product may write of a campaign. */
export async function write(payload: Payload, id: string, data: Partial<Campaign> & { plan?: unknown }) {
  await payload.update({ collection: 'campaigns', id, data: data as never, depth: 0, context: { plan: true } })
}

const countsOf = ({ topics }: OfficeMix): Counts =>
  Object.fromEntries(topics.filter((topic) => topic.count).map((topic) => [topic.id, topic.count]))

const beliefsUsed = ({ segments, channels }: PlanBrief): StoredPlan['learned'] => {
  const rows = (seen: BriefSegment['seen'], whose: { segment: string } | { channel: string }) =>
    Object.entries(seen ?? {}).map(([topic, { mean, trials }]) => ({ ...whose, topic, mean, trials }))
  return [
    ...segments.flatMap(({ id, seen }) => rows(seen, { segment: id })),
    ...channels.flatMap(({ id, seen }) => rows(seen, { channel: id })),
  ]
}

const count = (topics: readonly string[]): Counts => {
  const counts: Counts = {}
  for (const topic of topics) counts[topic] = (counts[topic] ?? 0) + 1
  return counts
}

async function demandRows(
  payload: Payload,
  plan: Plan,
  topics: string[],
  pooled: Map<string, SegmentDemand>,
): Promise<StoredPlan['demand']> {
  const { docs } = await payload.find({
    collection: 'segments',
    where: { id: { in: plan.segments.map(({ segment }) => segment) } },
    depth: 0,
    pagination: false,
  })
  const rows = new Map(docs.map((doc) => [String(doc.id), doc.demand ?? []]))
  return plan.segments.map(({ segment, budget, placed, target }) => ({
    segment,
    source: target.source === 'demand' && pooled.has(segment) ? 'signals' : target.source,
    budget,
    placed,
    shares: Object.fromEntries(topics.map((topic, t) => [topic, target.shares[t]!])),
    sources: pooled.has(segment)
      ? pooledRows(pooled.get(segment)!)
      : (rows.get(segment) ?? []).map(({ topic, share, source, date }) => ({
          topic: idOf(topic),
          share,
          source: source ?? null,
          date: date ?? null,
        })),
  }))
}

const pooledRows = ({ topics, shares, low, high, sources, date }: SegmentDemand) =>
  topics.map((topic, t) => ({
    topic,
    ...{ share: shares[t]!, low: low[t]!, high: high[t]!, source: null, date },
    counts: Object.fromEntries(sources.map(({ kind, counts }) => [kind, counts[t]!])),
  }))

function leftOut(plan: Plan, title: (item: string) => string): StoredPlan['excluded'] {
  const items = new Map<string, Map<Reason, string[]>>()
  const byCode: Counts = {}
  for (const { item, segment, reason } of plan.excluded) {
    byCode[reason.code] = (byCode[reason.code] ?? 0) + 1
    const reasons = items.get(item) ?? new Map<Reason, string[]>()
    items.set(item, reasons.set(reason, [...(reasons.get(reason) ?? []), segment]))
  }
  const listed = [...items].slice(0, MOST_LISTED).map(([item, reasons]) => ({
    item,
    title: title(item),
    reasons: [...reasons].map(([reason, segments]) => ({ reason, segments })),
  }))
  return { total: plan.excluded.length, byCode, items: listed, more: Math.max(0, items.size - MOST_LISTED) }
}
