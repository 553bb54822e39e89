import {
  demandOf,
  FEWEST_COUNTS,
  readSignals,
  readWeights,
  signalKindLabels,
  type Counted,
  type Language,
  type SegmentDemand,
  type SignalKind,
} from '../../campaigns'
import { CodedError } from '../lib/errors'
import type { Runtime } from '../runtime'
import { readHeard, readSearches } from './heard'

const all = { depth: 0, pagination: false, overrideAccess: true } as const
const MOST_SEARCHES = 40
/** A share moved by so much under equal weights is worth a word. */
const MOVED = 0.03

export type DemandPanelAnswer = Awaited<ReturnType<typeof demandPanel>>

/** Where the demand of a segment comes from: the pool, what every source says beside it, what equal weights would change. */
export async function demandPanel(runtime: Runtime, segment: string, language: Language) {
  const { payload } = runtime
  const [row, topics, entered, heard, weights] = await Promise.all([
    payload.findByID({ collection: 'segments', id: segment, depth: 0, disableErrors: true }),
    payload.find({ collection: 'topics', ...all, sort: 'order' }),
    readSignals(payload),
    readHeard(runtime),
    readWeights(payload),
  ])
  if (!row) throw new CodedError('not-found')
  const counted = [...entered, ...heard]
  const ids = topics.docs.map(({ id }) => String(id))
  const name = (n: number) => (language === 'en' ? topics.docs[n]!.nameEn : topics.docs[n]!.name)
  const pooled = demandOf(segment, counted, ids, weights)
  const searches = await readSearches(runtime)
  const sum = (of: readonly Counted[]) => of.reduce((total, { count }) => total + count, 0)
  return {
    segment,
    /** Whether plans use the pool; else the portrait's own lines hold. */
    pooled: Boolean(pooled),
    fewest: FEWEST_COUNTS,
    entered: sum(entered.filter((signal) => signal.segment === segment || signal.segment === null)),
    sources: (pooled?.sources ?? []).map(({ kind, weight, total }) => ({
      ...{ kind, weight, label: signalKindLabels[kind][language], own: Math.round(total) },
      county: Math.round(sum(counted.filter((signal) => signal.kind === kind))),
    })),
    topics: pooled ? lines(pooled, counted, name, language) : [],
    /** The words behind the searches, and the topic each counts for; the rows behind everything else are lists of their own. */
    searches: searches
      .slice(0, MOST_SEARCHES)
      .map(({ q, n, topic }) => ({ q, n, topic: topic ? name(ids.indexOf(String(topic))) : null })),
    sensitivity: pooled ? sensitivity(pooled, name, language) : null,
  }
}

function lines(pooled: SegmentDemand, counted: readonly Counted[], name: (n: number) => string, language: Language) {
  const { topics, shares, low, high, equal, sources } = pooled
  const county = new Map<string, number>()
  for (const { kind, topic, count } of counted)
    county.set(`${kind} ${topic}`, (county.get(`${kind} ${topic}`) ?? 0) + count)
  return topics
    .map((topic, n) => ({
      ...{ topic, name: name(n), share: shares[n]!, low: low[n]!, high: high[n]!, equal: equal[n]! },
      words: shareWords(shares[n]!, low[n]!, high[n]!, language),
      sources: sources.map(({ kind, counts, shares: own }) => ({
        ...{ kind, label: short[language][kind], count: Math.round(counts[n]!), share: own[n]! },
        county: Math.round(county.get(`${kind} ${topic}`) ?? 0),
      })),
    }))
    .sort((a, b) => b.share - a.share)
}

function shareWords(share: number, low: number, high: number, language: Language): string {
  const [mid, from, to] = [share, low, high].map((value) => Math.round(value * 100))
  return language === 'en'
    ? `about ${mid} of 100, most likely ${from} to ${to}`
    : `每 100 份需求里约 ${mid} 份，多半在 ${from} 到 ${to} 之间`
}

/** How much the weights decide: the first topic under equal weights, and what moves most. */
function sensitivity({ shares, equal }: SegmentDemand, name: (n: number) => string, language: Language): string {
  const first = (of: readonly number[]) => of.indexOf(Math.max(...of))
  const [ours, same] = [first(shares), first(equal)]
  const moved = shares.map((share, n) => Math.abs(equal[n]! - share))
  const most = first(moved)
  const [was, is] = [shares[most]!, equal[most]!].map((value) => Math.round(value * 100))
  const en = language === 'en'
  const stays =
    ours === same
      ? en
        ? `If all sources counted alike, ${name(ours)} would still come first.`
        : `各来源一样算，排第一的还是${name(ours)}。`
      : en
        ? `If all sources counted alike, ${name(same)} would come first, not ${name(ours)}: the weights decide here.`
        : `各来源一样算，排第一的会变成${name(same)}，不是${name(ours)}：这里权重起了作用。`
  if (moved[most]! < MOVED) return stays
  return en
    ? `${stays} ${name(most)} would move most: from ${was} to ${is} of 100.`
    : `${stays}变得最多的是${name(most)}：从 ${was} 份变成 ${is} 份。`
}

/** Room on a phone for five of them. */
const short: Record<Language, Record<SignalKind, string>> = {
  zh: { consultation: '咨询', search: '搜索', survey: '问卷', completion: '看完', caseload: '案件' },
  en: { consultation: 'asked', search: 'searched', survey: 'survey', completion: 'finished', caseload: 'cases' },
}
