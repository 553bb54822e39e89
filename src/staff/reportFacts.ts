import { z } from 'zod'
import { below, idOf, readMixes, type OfficeMix } from '../../campaigns/officeMix'
import type { ReportFacts } from '../analytics/report'
import { TREND_WEEKS } from '../analytics/questions/trend'
import { CodedError } from '../lib/errors'
import { addDays, instantOf, wallClock } from '../lib/zone'
import type { Runtime } from '../runtime'
import { readHeard } from './heard'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day such as 2026-11-22')
export const periodSchema = z
  .object({ from: day.optional(), to: day.optional(), weeks: z.coerce.number().int().min(1).max(53).optional() })
  .extend({ office: z.string().max(64).optional() })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ['to'], message: 'must not be before from' })
export type Period = z.infer<typeof periodSchema>

const DEFAULT_WEEKS = 8
const all = { pagination: false, depth: 0, overrideAccess: true } as const

/** Reads what a report is made from: roll-ups brought up to the last event, and the rows of the county. */
export async function readFacts(runtime: Runtime, period: Period): Promise<ReportFacts> {
  const { payload, events, clock, env } = runtime
  const now = clock.now()
  const to = period.to ?? wallClock(now, env.SITE_TIMEZONE).day
  const from = period.from ?? addDays(to, 1 - 7 * (period.weeks ?? DEFAULT_WEEKS))
  const offices = await payload.find({ collection: 'offices', ...all, select: { name: true, parent: true } })
  const office = period.office ? offices.docs.find(({ id }) => id === period.office) : undefined
  if (period.office && !office) throw new CodedError('not-found')
  const scope = office ? [...below(offices.docs, office.id)] : undefined
  const span = { from, to, ...(scope ? { offices: scope } : {}) }

  await events.rollUp()
  const [mixes, topics, segments, varieties, films, county, figures, held] = await Promise.all([
    readMixes(payload, office?.id ?? null, now, await readHeard(runtime)),
    payload.find({ collection: 'topics', ...all, sort: 'order' }),
    payload.find({ collection: 'segments', ...all, sort: 'order' }),
    payload.find({ collection: 'varieties', ...all, sort: 'order' }),
    payload.find({ collection: 'videos', ...all, where: { _status: { equals: 'published' } } }),
    readDelivered(runtime, addDays(to, 1 - 7 * TREND_WEEKS) < from ? addDays(to, 1 - 7 * TREND_WEEKS) : from, to),
    readFigures(runtime, scope, from, to),
    readHeldBack(runtime, scope, from, to),
  ])
  const [mix, ...above] = mixes
  const needed = (of: OfficeMix) =>
    topics.docs.map(({ id, slug, name, nameEn }) => {
      const { wanted = 0, equal = 0 } = of.topics.find((topic) => topic.id === id) ?? {}
      return { ...{ id, slug: slug ?? '', name, nameEn }, wanted, equal }
    })
  const inScope = (id: unknown) => !scope || scope.includes(idOf(id as string))
  const [byTopic, bySegment, byVariety, byItem, byDemo, totals, met, terms, rejected] = await Promise.all([
    events.counts(span, ['topic', 'item']),
    events.counts(span, ['segment']),
    events.counts(span, ['variety']),
    events.counts(span, ['item']),
    events.counts(span, ['demo']),
    events.counts(span, []),
    events.met({ from, to }),
    events.terms({ from, to }),
    events.rejected(instantOf(from, 0, env.SITE_TIMEZONE).getTime()),
  ])
  return {
    span: { from, to },
    office: office ? { id: office.id, name: office.name } : null,
    topics: needed(mix!),
    demand: mix!.demand,
    segments: segments.docs.map(({ slug, name, nameEn, population }) => ({
      ...{ slug: slug ?? '', name, nameEn },
      population: population ?? 0,
    })),
    varieties: varieties.docs.map(({ code, name }) => ({ code, name })),
    films: films.docs
      .filter(({ office }) => inScope(office))
      .map(({ id, title }) => ({ key: `videos:${id}`, id, title })),
    // People of several offices cannot be added up: only everybody and a single office are known.
    peopleOf: !office || scope?.length === offices.docs.length ? '' : office.id,
    deliveries: county.filter((delivery) => inScope(delivery.office)),
    above: above.map((of) => {
      const line = below(offices.docs, of.office!.id)
      return {
        ...{ name: of.office!.name, topics: needed(of) },
        deliveries: county.filter((delivery) => line.has(delivery.office)),
      }
    }),
    ...{ byTopic, bySegment, byVariety, byItem, byDemo, total: totals[0], met, terms, rejected, figures, held },
  }
}

async function readDelivered({ payload, env }: Runtime, from: string, to: string) {
  const zone = env.SITE_TIMEZONE
  const { docs } = await payload.find({
    collection: 'deliveries',
    ...all,
    where: {
      and: [
        { state: { equals: 'submitted' } },
        { submittedAt: { greater_than_equal: instantOf(from, 0, zone).toISOString() } },
        { submittedAt: { less_than: instantOf(addDays(to, 1), 0, zone).toISOString() } },
      ],
    },
    select: { topic: true, itemKey: true, office: true, submittedAt: true },
  })
  return docs.map(({ topic, itemKey, office, submittedAt }) => ({
    topic: idOf(topic),
    itemKey,
    office: office ? idOf(office) : '',
    day: wallClock(new Date(submittedAt!), zone).day,
  }))
}

/** What was held back in these days because its topic was at its cap, and what became of it. */
async function readHeldBack({ payload, env }: Runtime, scope: string[] | undefined, from: string, to: string) {
  const { docs } = await payload.find({
    collection: 'deliveries',
    ...all,
    where: {
      and: [
        { heldAt: { greater_than_equal: instantOf(from, 0, env.SITE_TIMEZONE).toISOString() } },
        { heldAt: { less_than: instantOf(addDays(to, 1), 0, env.SITE_TIMEZONE).toISOString() } },
        ...(scope ? [{ office: { in: scope } }] : []),
      ],
    },
    select: { state: true, letGoBy: true },
  })
  return docs.map(({ state, letGoBy }) => ({ state, letGoBy: letGoBy ?? null }))
}

async function readFigures({ payload }: Runtime, scope: string[] | undefined, from: string, to: string) {
  const { docs } = await payload.find({ collection: 'figures', ...all, depth: 1, sort: '-createdAt' })
  return docs
    .filter(({ office }) => !scope || (office && scope.includes(idOf(office))))
    .map(({ metric, value, source, readAt, createdAt, delivery }) => ({
      ...{ metric, value, source, readAt: (readAt ?? createdAt).slice(0, 10) },
      what: delivery && typeof delivery === 'object' ? delivery.code : '',
    }))
    .filter(({ readAt }) => readAt >= from && readAt <= to)
}
