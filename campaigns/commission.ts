import type { BriefItem, BriefSegment, BriefTopic } from './brief'
import { balance, type Carried } from './credit'
import { nextTopics } from './deficit'
import { saidShare, targetFor } from './demand'
import { isIn } from './lending'
import type { Reason } from './reasons'

export type CommissionBrief = {
  topics: readonly BriefTopic[]
  segments: readonly BriefSegment[]
  /** People of a segment in the office; only their proportion counts. */
  people: (segment: string) => number
  /** What went out in the last 90 days. */
  delivered: readonly { topic: string; segment: string }[]
  /** What the weeks until now owe, where it is kept; else the 90 days decide. */
  carried?: Omit<Carried, 'week'> | undefined
  /** Whether so many different items went out that shares say something. */
  enough: boolean
  /** What residents can open already. */
  stock: readonly Pick<BriefItem, 'topic' | 'segments' | 'form' | 'varieties'>[]
  /** Taken from the list in the last 90 days: owed no more. */
  taken: readonly (Omit<Commission, 'reasons'> & { isPublic: boolean })[]
  /** Varieties that are written; in the others only films are made. */
  written: ReadonlySet<string>
  /** The variety of an item that names none. */
  standard: string | null
  /** Only pieces on these topics, such as those of a law week; absent = on all. */
  only?: ReadonlySet<string>
}
/** One piece to make. `variety` null = the standard language. */
export type Commission = { topic: string; segment: string; variety: string | null; form: string; reasons: Reason[] }
/** What an article or a film can be; a game or a risk list is a block of an article. */
export type Makeable = 'video' | 'case' | 'guide'

/**
 * The next pieces to make: topic x segment by deficit scheduling, from what each segment needs (weighted by its people)
 * and what it got, the balance of earlier weeks carried over (ranking.md 2.2); then, of the forms and varieties the segment prefers, the scarcest. Segments without any demand are passed over. At most `count`, each once, none that
 * is being made already.
 */
export function commissions(brief: CommissionBrief, count: number): Commission[] {
  const cells = cellsOf(brief)
  const { owed, sent } = brief.carried ?? balance(null, weekCells(brief))
  const { turns } = nextTopics(
    cells.map(({ weight }) => weight),
    count,
    {
      had: cells.map(({ taken }) => taken),
      // All that went out would outweigh any list: it counts as one list of the same length.
      credit: cells.map(({ key }) => (sent ? ((owed[key] ?? 0) * count) / sent : 0)),
    },
  )
  const made: Commission[] = []
  for (const { topic: at } of turns) {
    const { segment, topic } = cells[at]!
    const underway = [...made, ...brief.taken.filter(({ isPublic }) => !isPublic)]
    const open = waysFor(segment, brief)
      .filter((way) => !underway.some((one) => one.topic === topic && one.segment === segment.id && alike(one, way)))
      .map((way) => ({ ...way, stock: stockOf(topic, segment, way, brief) }))
    const best = open.sort((a, b) => a.stock - b.stock)[0]
    if (best)
      made.push({
        topic,
        segment: segment.id,
        variety: best.variety,
        form: best.form,
        reasons: [whyNeeded(cells[at]!, brief), ...whyOwed(cells[at]!, brief), whyScarce(topic, best, brief)],
      })
  }
  return made
}

/** The cells of a brief as a week that is closed: what of all is wanted, what went out. */
export const weekCells = (brief: CellBrief) =>
  cellsOf(brief).map(({ key, weight, sent }) => ({ key, weight, had: sent }))

/** One form in one variety. */
export type Way = { form: Makeable; variety: string | null }
type Cell = {
  key: string
  topic: string
  segment: BriefSegment
  /** Wanted share within the segment, and in the whole office. */
  wanted: number
  /** What to say of it: the need, or what was set instead. */
  said: { wanted: number; set: boolean }
  weight: number
  sent: number
  taken: number
  sentToSegment: number
}

type CellBrief = Pick<CommissionBrief, 'topics' | 'segments' | 'people' | 'delivered'> & Partial<CommissionBrief>

function cellsOf({ topics, segments, people, delivered, taken = [], only }: CellBrief): Cell[] {
  return segments.flatMap((segment) => {
    const target = targetFor(segment, topics)
    if (target.source === 'even') return []
    const own = delivered.filter((one) => one.segment === segment.id)
    const cells = topics.map(({ id: topic }, t) => ({
      key: `${topic}/${segment.id}`,
      ...{ topic, segment, wanted: target.shares[t]!, weight: target.shares[t]! * people(segment.id) },
      said: saidShare(target, topic, t),
      sent: own.filter((one) => one.topic === topic).length,
      taken: taken.filter((one) => one.topic === topic && one.segment === segment.id).length,
      sentToSegment: own.length,
    }))
    return only ? cells.filter(({ topic }) => only.has(topic)) : cells
  })
}

const makeable: Record<string, Makeable> = {
  video: 'video',
  case: 'case',
  guide: 'guide',
  choice: 'case',
  risks: 'guide',
}

/** Forms and varieties the segment prefers, best first: films in what they speak, texts in what of it is written. */
export function waysFor(
  { forms, varieties }: Pick<BriefSegment, 'forms' | 'varieties'>,
  { written, standard }: Pick<CommissionBrief, 'written' | 'standard'>,
): Way[] {
  const wished = [...new Set(forms.flatMap((form) => makeable[form] ?? []))]
  return (wished.length ? wished : (['case'] as const)).flatMap((form) => {
    const own = form === 'video' ? varieties : varieties.filter((variety) => written.has(variety))
    return (own.length ? own : [standard]).map((variety) => ({ form, variety }))
  })
}

const alike = (one: { form: string; variety: string | null }, way: Way) =>
  one.form === way.form && one.variety === way.variety

function stockOf(topic: string, { id }: BriefSegment, way: Way, { stock, standard }: CommissionBrief): number {
  return stock.filter(
    (item) =>
      item.topic === topic &&
      item.form === way.form &&
      (!item.segments.length || item.segments.includes(id)) &&
      isIn(item, way.variety, standard),
  ).length
}

/** Shares only where they say something; else how often it went out. */
function whyNeeded({ topic, segment, said, sent, sentToSegment }: Cell, { enough }: CommissionBrief): Reason {
  const base = { topic, segment: segment.id, ...said }
  if (enough && sentToSegment && sent / sentToSegment < said.wanted)
    return { code: 'piece-short', ...base, had: sent / sentToSegment }
  return { code: 'piece-count', ...base, sent, of: sentToSegment }
}

/** A debt of earlier weeks, once it is a whole delivery. */
function whyOwed({ key, topic, segment }: Cell, { carried }: CommissionBrief): Reason[] {
  const count = Math.round(carried?.owed[key] ?? 0)
  return count > 0 ? [{ code: 'piece-owed', topic, segment: segment.id, count }] : []
}

/** How few there are. Where films of the topic exist and none speaks as these people do, a dub is cheaper than a film. */
function whyScarce(topic: string, { form, variety, stock }: Way & { stock: number }, brief: CommissionBrief): Reason {
  const spoken = variety === brief.standard ? null : variety
  const films = brief.stock.filter((item) => item.topic === topic && item.form === 'video')
  const unspoken = spoken && form === 'video' && !films.some(({ varieties }) => varieties.includes(spoken))
  if (unspoken && films.length) return { code: 'piece-unspoken', topic, variety: spoken, count: films.length }
  return { code: 'piece-stock', form, variety: spoken, count: stock }
}
