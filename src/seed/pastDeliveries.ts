import { apportion, sharesOf } from '../lib/mix'
import { chance } from './chance'

/** What the generator needs to know of the county. `topic`, `office`, `segment` ids as Payload keeps them. */
export type PastItem = {
  key: string // `articles:<id>`
  topic: { id: string; slug: string }
  office: string
  /** Codes of the varieties it is spoken or written in; the first is its own. */
  varieties: string[]
  /** Seconds of a film; 0 for an article. */
  length: number
}
export type PastSegment = {
  id: string
  slug: string
  varieties: string[]
  demand: { topic: string; share: number }[]
}
export type PastChannel = { id: string; code: string; kind: string }

/** The data of one `deliveries` row that was submitted in the past. */
export type PastDelivery = {
  code: string
  item: { relationTo: 'articles' | 'videos'; value: string }
  itemKey: string
  topic: string
  segment: string
  channel: string
  office: string
  dueAt: string
  submittedAt: string
  state: 'submitted'
  reasons: { demo: true }
}

type County = { items: PastItem[]; segments: PastSegment[]; channels: PastChannel[]; now: Date; seed: number }

const WEEK = 7 * 86_400_000
const WEEKS = 8
const A_WEEK = 20
/** After so many weeks the office began to plan by demand. */
export const TURN = 5

/**
 * Eight weeks of deliveries before `now`: five as the report on the field found them (65 of 100 about marriage, 12 about
 * fraud and consumer rights), three planned by what the segments need. Pure: the same seed gives the same rows.
 */
export function pastDeliveries({ items, segments, channels, now, seed }: County): PastDelivery[] {
  const random = chance(seed)
  const topics = [...new Map(items.map(({ topic }) => [topic.id, topic])).values()]
  const before = spread(apportion(TURN * A_WEEK, habit(topics)))
  const after = spread(apportion((WEEKS - TURN) * A_WEEK, needed(topics, segments)))
  const start = now.getTime() - WEEKS * WEEK
  return [...before, ...after].map((t, n): PastDelivery => {
    const topic = topics[t]!
    const item = random.pick(items.filter((one) => one.topic.id === topic.id))
    const segment = random.weighted(segments, (one) => demandOf(one, topic.id) + 0.05)
    const at = new Date(workingHour(start + ((n + 0.5) * WEEK) / A_WEEK)).toISOString()
    const [relationTo = 'articles', value = ''] = item.key.split(':')
    return {
      code: `demo${random.hex(8)}`,
      item: { relationTo: relationTo as 'articles', value },
      itemKey: item.key,
      topic: topic.id,
      segment: segment.id,
      channel: random.pick(channels).id,
      office: item.office,
      dueAt: at,
      submittedAt: at,
      state: 'submitted',
      reasons: { demo: true },
    }
  })
}

export const demandOf = ({ demand }: PastSegment, topic: string) =>
  demand.find((entry) => entry.topic === topic)?.share ?? 0

/** 65 : 7 : 5, and the rest evenly: golden values of ranking.md 1.3. */
function habit(topics: PastItem['topic'][]): number[] {
  const fixed = topics.map(({ slug }) =>
    /marriage/.test(slug) ? 65 : /fraud/.test(slug) ? 7 : /consumer/.test(slug) ? 5 : 0,
  )
  const others = fixed.filter((share) => share === 0).length
  return fixed.map((share) => share || 23 / others)
}

function needed(topics: PastItem['topic'][], segments: PastSegment[]): number[] {
  return sharesOf(topics.map(({ id }) => segments.reduce((sum, segment) => sum + demandOf(segment, id), 0)))
}

/** Counts to an order in which every topic comes evenly: always the one that is furthest behind. */
function spread(counts: number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const done = counts.map(() => 0)
  return Array.from({ length: total }, (_, n) => {
    const behind = counts.map((count, t) => (done[t]! < count ? (count * (n + 1)) / total - done[t]! : -Infinity))
    const next = behind.indexOf(Math.max(...behind))
    done[next]! += 1
    return next
  })
}

/** The same day between nine and five in China. */
const workingHour = (at: number) => Math.floor(at / 86_400_000) * 86_400_000 + 3_600_000 + ((at * 7) % (8 * 3_600_000))
