import { planCampaign } from '../../campaigns/plan'
import type { Runtime } from '../runtime'
import { readHeard } from '../staff/heard'
import { readLearned } from '../staff/learned'
import { countyCap } from './county'
import { countyOf, pastDeliveries } from './engagement'
import type { PastDelivery } from './pastDeliveries'
import { ensure, findByKey, idsBy } from './keyed'
import { daysBefore } from './workday'

const DAY = 86_400_000
const SEED = 20261
const lease = { attempts: 0, leaseUntil: 0, readyAt: 0 }
const doors = ['site', 'feed', 'qun-hetian', 'gzh-wanghe']

/** Eight weeks that went out: as the office always did it, and from the sixth week on by what residents need. */
export async function ensurePastCampaign({ payload, clock }: Runtime): Promise<void> {
  const now = clock.now()
  const [segment, channel] = [await idsBy(payload, 'segments', 'slug'), await idsBy(payload, 'channels', 'code')]
  const [office, user] = [await idsBy(payload, 'offices', 'slug'), await idsBy(payload, 'users', 'username')]
  const campaign = await ensure(
    payload,
    'campaigns',
    { slug: 'autumn' },
    {
      title: '秋收普法进村入户',
      goal: '趁秋收人齐，把常见的官司讲明白：少打一场糊涂官司，少上一次当。',
      from: daysBefore(now, 57, 0).toISOString(),
      to: daysBefore(now, -6, 0).toISOString(),
      ...{ slots: 160, office: office('wanghe') },
      segments: ['elderly', 'youth', 'business'].map(segment),
      channels: doors.map(channel),
      ...{ state: 'approved', plannedBy: user('bianji'), approvedBy: user('lingdao') },
      approvedAt: daysBefore(now, 58, 16 * 60 + 10).toISOString(),
    },
  )

  const county = await countyOf({ payload })
  const open = county.channels.filter(({ code }) => doors.includes(code))
  const topic = (await idsBy(payload, 'topics', 'slug'))(countyCap.topic)
  const past = pastDeliveries({ ...county, channels: open, now, seed: SEED })
  const rows: PastDelivery[] = [
    ...past,
    heldBack(past, { topic, office: office('wanghe'), channel: channel('site'), now }),
  ]
  const { docs } = await payload.find({
    ...{ collection: 'deliveries', where: { campaign: { equals: campaign.id } }, depth: 0, pagination: false },
  })
  const there = new Map(docs.map(({ code, id }) => [code, id]))
  const paths = await pathsOf(payload)
  const linked = new Set(
    (await payload.find({ collection: 'links', depth: 0, pagination: false, select: { code: true } })).docs.map(
      ({ code }) => code,
    ),
  )
  for (const row of rows) {
    const shown = row.channel === channel('site')
    const until = { until: new Date(Date.parse(row.dueAt) + 7 * DAY).toISOString() }
    const forwarded = row.state === 'submitted' && row.forwardedAt ? { forwardedBy: user('bianji') } : {}
    const data = { ...row, ...forwarded, campaign: campaign.id, ...(shown ? until : {}) }
    const delivery = there.get(row.code) ?? (await write('deliveries', { ...lease, ...data }))
    if (linked.has(row.code)) continue
    const credit = { segment: row.segment, channel: row.channel, delivery, campaign: campaign.id }
    await write('links', { code: row.code, path: paths.get(row.itemKey) ?? '/', ...credit })
  }

  /** Below Payload's checks and hooks, which are for people's input: three hundred rows, four times as fast. */
  async function write(collection: 'deliveries' | 'links', data: Record<string, unknown>): Promise<string> {
    return String((await payload.db.create({ collection, data })).id)
  }
}

/** A month planned by the real planner, waiting for the manager's approval. */
export async function ensurePlannedCampaign(runtime: Runtime): Promise<void> {
  const { payload, clock, env } = runtime
  const now = clock.now()
  const [segment, channel] = [await idsBy(payload, 'segments', 'slug'), await idsBy(payload, 'channels', 'code')]
  const [office, user] = [await idsBy(payload, 'offices', 'slug'), await idsBy(payload, 'users', 'username')]
  const key = { slug: 'winter' }
  const known = await findByKey(payload, 'campaigns', key)
  const campaign = await ensure(payload, 'campaigns', key, {
    title: '冬闲反诈护老月',
    goal: '年底骗子也冲业绩。让老人、打工的和开店的，各听到自己用得上的那几条。',
    from: daysBefore(now, -1, 0).toISOString(),
    to: daysBefore(now, -29, 0).toISOString(),
    ...{ slots: 14, office: office('wanghe') },
    segments: ['elderly', 'youth', 'business'].map(segment),
    channels: [...doors, 'ganji-hetian'].map(channel),
  })
  // What people have decided about it since stays decided.
  if (known && known.state !== 'draft') return
  await planCampaign(payload, {
    ...{ campaign: campaign.id, by: user('bianji'), now, timeZone: env.SITE_TIMEZONE, seed: SEED },
    heard: await readHeard(runtime),
    learned: await readLearned(runtime),
  })
}

/** One more about marriage, due since yesterday: the county's cap keeps it back until somebody lets it go with a reason. */
function heldBack(
  past: readonly PastDelivery[],
  { now, ...of }: { topic: string; office: string; channel: string; now: Date },
): PastDelivery {
  const due = daysBefore(now, 1, 10 * 60)
  const { item, itemKey, segment, reasons } = past.findLast(({ topic }) => topic === of.topic)!
  const row = { code: 'demoheldback1', item, itemKey, segment, ...of, dueAt: due.toISOString(), reasons }
  return { ...row, state: 'planned', readyAt: due.getTime() }
}

async function pathsOf(payload: Runtime['payload']): Promise<Map<string, string>> {
  const of = { depth: 0, pagination: false, select: { slug: true } } as const
  const [articles, videos] = await Promise.all([
    payload.find({ collection: 'articles', ...of }),
    payload.find({ collection: 'videos', ...of }),
  ])
  return new Map([
    ...articles.docs.map(({ id, slug }) => [`articles:${id}`, `/articles/${slug}`] as const),
    ...videos.docs.map(({ id, slug }) => [`videos:${id}`, `/videos/${slug}`] as const),
  ])
}
