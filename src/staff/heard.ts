import { completionSignals, idOf, MIX_DAYS, topicOfSearch, type Counted, type Reason } from '../../campaigns'
import { addDays, instantOf, wallClock } from '../lib/zone'
import type { Runtime } from '../runtime'

const all = { pagination: false, depth: 0, overrideAccess: true } as const

/**
 * Signals of demand of the last 90 days that count themselves: searches, with and without result, by the topic's everyday
 * phrases; questions asked; and how many finish what was sent by chance. What the planner chose itself is left out, and
 * so are views: both repeat what was sent.
 */
export async function readHeard(runtime: Runtime): Promise<Counted[]> {
  const span = spanOf(runtime)
  await runtime.events.rollUp()
  return (await Promise.all([searched(runtime, span), asked(runtime, span), finished(runtime, span)])).flat()
}

type Span = { from: string; to: string }

function spanOf({ clock, env }: Runtime): Span {
  const to = wallClock(clock.now(), env.SITE_TIMEZONE).day
  return { from: addDays(to, 1 - MIX_DAYS), to }
}

async function searched(runtime: Runtime, span: Span): Promise<Counted[]> {
  const terms = await termsBy(runtime, span)
  return terms.flatMap(({ topic, n }) =>
    topic ? [{ kind: 'search' as const, topic, segment: null, count: n, entered: false }] : [],
  )
}

/** What was searched in the last 90 days, the most frequent first, with the topic it counts for; null for none. */
export async function readSearches(runtime: Runtime) {
  const terms = await termsBy(runtime, spanOf(runtime))
  return terms.sort((a, b) => b.n - a.n || (a.q < b.q ? -1 : 1))
}

async function termsBy({ payload, events }: Runtime, span: Span) {
  const [terms, topics] = await Promise.all([
    events.terms(span),
    payload.find({ collection: 'topics', ...all, select: { name: true, phrases: true } }),
  ])
  return terms.map(({ q, n }) => ({ q, n, topic: topicOfSearch(q, topics.docs) }))
}

async function asked({ payload, env }: Runtime, { from }: Span): Promise<Counted[]> {
  const since = instantOf(from, 0, env.SITE_TIMEZONE).toISOString()
  const { docs } = await payload.find({
    collection: 'questions',
    ...all,
    where: {
      and: [{ topic: { exists: true } }, { state: { not_equals: 'rejected' } }, { createdAt: { greater_than: since } }],
    },
    select: { topic: true, segment: true },
  })
  return docs.map(({ topic, segment }) => ({
    ...{ kind: 'consultation' as const, count: 1, entered: false },
    topic: idOf(topic!),
    segment: segment ? idOf(segment) : null,
  }))
}

/** Per item, segment and channel; where the same was also sent by choice, its readers cannot be told apart. */
async function finished({ payload, events, env }: Runtime, span: Span): Promise<Counted[]> {
  const [sent, segments, channels, cells] = await Promise.all([
    payload.find({
      collection: 'deliveries',
      ...all,
      where: {
        and: [
          { state: { equals: 'submitted' } },
          { submittedAt: { greater_than: instantOf(span.from, 0, env.SITE_TIMEZONE).toISOString() } },
        ],
      },
      select: { itemKey: true, topic: true, segment: true, channel: true, propensity: true, reasons: true },
    }),
    payload.find({ collection: 'segments', ...all, select: { slug: true } }),
    payload.find({ collection: 'channels', ...all, select: { code: true } }),
    events.counts(span, ['item', 'segment', 'channel']),
  ])
  const slug = new Map(segments.docs.map((row) => [row.id, row.slug ?? '']))
  const code = new Map(channels.docs.map((row) => [row.id, row.code]))
  const place = (item: string, segment: string, channel: string) => [item, segment, channel].join(' ')
  const seen = new Map(cells.map((cell) => [place(cell.item, cell.segment, cell.channel), cell]))
  const where = (row: (typeof sent.docs)[number]) =>
    place(row.itemKey, slug.get(idOf(row.segment)) ?? '', code.get(idOf(row.channel)) ?? '')
  const byChance = ({ reasons }: (typeof sent.docs)[number]) =>
    ((reasons as Reason[] | null) ?? []).some(({ code }) => code === 'explored')
  const chosen = new Set(sent.docs.filter((row) => !byChance(row)).map(where))
  const trials = new Map(
    sent.docs.filter((row) => byChance(row) && !chosen.has(where(row))).map((row) => [where(row), row]),
  )
  const segmentsTried = new Set([...trials.values()].map(({ segment }) => idOf(segment)))
  return [...segmentsTried].flatMap((segment) =>
    completionSignals(
      [...trials].flatMap(([at, row]) => {
        const cell = seen.get(at)
        if (!cell || idOf(row.segment) !== segment) return []
        const completions = row.itemKey.startsWith('videos:') ? cell.completions : cell.reads
        return [{ topic: idOf(row.topic), completions, shown: cell.views, propensity: row.propensity ?? 0 }]
      }),
    ).map((signal) => ({ ...signal, segment, entered: false })),
  )
}
