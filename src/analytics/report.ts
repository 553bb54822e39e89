import type { Row, Met } from './store/contract'
import type { Term } from './rollup'
import { audienceBy, reach } from './questions/audience'
import { blankSearches } from './questions/blankSearches'
import { heldBack, type HeldRow } from './questions/heldBack'
import type { Delivered, Film, Segment, Topic, Variety } from './questions/facts'
import { filmResults, spreadOfPlays, weakestFilm } from './questions/films'
import { mixConsumed } from './questions/mixConsumed'
import { mixDelivered } from './questions/mixDelivered'
import { trend } from './questions/trend'

export type Figure = { metric: string; value: number; source: string; readAt: string | null; what: string }

/** Everything a report is made from; days are those of the site's time zone. */
export type ReportFacts = {
  span: { from: string; to: string }
  office: { id: string; name: string } | null
  topics: Topic[]
  segments: Segment[]
  varieties: Variety[]
  films: Film[]
  /** Under which office people were counted; '' = all of them. */
  peopleOf: string
  /** Submitted deliveries of the office since the trend began. */
  deliveries: Delivered[]
  /** Offices above this one, the nearest first, with what their people need and what went out. */
  above: { name: string; topics: Topic[]; deliveries: Delivered[] }[]
  /** Segments whose demand is in `wanted`. */
  demand: { id: string; name: string; nameEn: string; pooled: boolean }[]
  held: HeldRow[]
  byTopic: Row<'topic' | 'item'>[]
  bySegment: Row<'segment'>[]
  byVariety: Row<'variety'>[]
  byItem: Row<'item'>[]
  byDemo: Row<'demo'>[]
  total: Row<never> | undefined
  met: Met[]
  terms: Term[]
  rejected: { reason: string; n: number }[]
  figures: Figure[]
}

/** The report as data: the same for the page, for machines and later for paper. Pure. */
export function makeReport(facts: ReportFacts) {
  const { span, topics, deliveries } = facts
  const within = ({ day }: Delivered) => day >= span.from && day <= span.to
  const own = mixDelivered(deliveries.filter(within), topics)
  const larger = facts.above.map((office) => ({
    ...mixDelivered(office.deliveries.filter(within), office.topics),
    name: office.name,
  }))
  const films = filmResults(facts.byItem, facts.films)
  const population = new Map(facts.segments.map((segment) => [segment.slug, segment.population]))
  return {
    span,
    office: facts.office,
    demo: facts.byDemo.some(({ demo, views, reads, starts }) => demo === 1 && views + reads + starts > 0),
    topics: topics.map(({ id, slug, name, nameEn }) => ({ id, slug, name, nameEn })),
    delivered: own,
    /** An office with too few items of its own is read with the nearest above it that has enough. */
    above: own.enough ? null : (larger.find(({ enough }) => enough) ?? null),
    demand: facts.demand,
    held: heldBack(facts.held),
    consumed: mixConsumed(facts.byTopic, topics),
    reach: reach(facts.total, facts.met, facts.peopleOf),
    segments: audienceBy(facts.bySegment, 'segment').map((row) => ({
      ...row,
      /** Effective reads and plays for a thousand people of the segment. */
      perThousand: population.get(row.code) ? ((row.reads + row.plays) / population.get(row.code)!) * 1000 : null,
    })),
    varieties: audienceBy(facts.byVariety, 'variety').filter(({ starts }) => starts > 0),
    names: {
      segments: facts.segments.map(({ slug, name, nameEn }) => ({ code: slug, name, nameEn })),
      varieties: facts.varieties.map(({ code, name }) => ({ code, name, nameEn: name })),
    },
    films,
    weakest: weakestFilm(films),
    spread: spreadOfPlays(films),
    total: {
      views: facts.total?.views ?? 0,
      reads: facts.total?.reads ?? 0,
      starts: facts.total?.starts ?? 0,
      plays: facts.total?.plays ?? 0,
      completions: facts.total?.completions ?? 0,
      seconds: facts.total?.seconds ?? 0,
      shares: facts.total?.shares ?? 0,
      calls: facts.total?.calls ?? 0,
    },
    trend: trend(deliveries, topics, span.to),
    blanks: blankSearches(facts.terms),
    rejected: facts.rejected,
    figures: facts.figures,
  }
}
export type Report = ReturnType<typeof makeReport>
