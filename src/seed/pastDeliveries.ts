import { apportion, sharesOf } from '../lib/mix'
import { chance, type Chance } from '../lib/chance'
import { timesOf } from './workday'

/** What the generator needs to know of the county. `topic`, `office`, `segment` ids as Payload keeps them. */
export type PastItem = {
  key: string // `articles:<id>`
  topic: { id: string; slug: string }
  office: string
  /** Ids of the segments it was written for. */
  segments: string[]
  /** Codes of the varieties it is spoken or written in; the first is its own. */
  varieties: string[]
  /** Seconds of a film; 0 for an article. */
  length: number
}
export type PastSegment = {
  id: string
  slug: string
  varieties: string[]
  /** Blocks of the day at which they can be met, such as `18-20`. */
  hours: string[]
  demand: { topic: string; share: number }[]
}
export type PastChannel = { id: string; code: string; kind: string }

/** The data of one `deliveries` row of the past; the last kits still wait for somebody to pass them on. */
export type PastDelivery = {
  code: string
  item: { relationTo: 'articles' | 'videos'; value: string }
  itemKey: string
  topic: string
  segment: string
  channel: string
  office: string
  dueAt: string
  /** None: the planner did not choose these. */
  reasons: []
} & ({ state: 'submitted'; submittedAt: string; forwardedAt?: string } | { state: 'planned'; readyAt: number })

type County = { items: PastItem[]; segments: PastSegment[]; channels: PastChannel[]; now: Date; seed: number }

const DAY = 86_400_000
const WEEK = 7 * DAY
const WEEKS = 8
const A_WEEK = 20
/** Kits on the desk of a living office: no more than these, of the last day. */
const MOST_WAITING = 2
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
  const free = freeTimes(now, random)
  const rows = [...before, ...after].map((t, n) => {
    const topic = topics[t]!
    const item = random.pick(items.filter((one) => one.topic.id === topic.id))
    // Before, everything went to everybody; since then to those it was written for.
    const meant = segments.filter(({ id }) => item.segments.includes(id))
    const readers = n < TURN * A_WEEK || !meant.length ? segments : meant
    const segment = random.weighted(readers, (one) => demandOf(one, topic.id) + 0.05)
    const channel = random.pick(channels)
    const due = free(channel, segment, new Date(start + ((n + 0.5) * WEEK) / A_WEEK))
    const [relationTo = 'articles', value = ''] = item.key.split(':')
    const row = {
      code: `demo${random.hex(8)}`,
      item: { relationTo: relationTo as 'articles', value },
      ...{ itemKey: item.key, topic: topic.id, segment: segment.id, channel: channel.id, office: item.office },
      ...{ dueAt: due.toISOString(), reasons: [] as [] },
    }
    return { row, due, kit: channel.kind === 'handout', minutes: Math.round(random.between(2, 25)) }
  })
  const recent = rows.filter(({ due, kit }) => kit && due.getTime() > now.getTime() - DAY)
  const waiting = new Set(recent.sort((a, b) => b.due.getTime() - a.due.getTime()).slice(0, MOST_WAITING))
  return rows.map((made): PastDelivery => {
    const { row, due, kit, minutes } = made
    if (waiting.has(made)) return { ...row, state: 'planned', readyAt: due.getTime() }
    // A kit is out once somebody has passed it on, some minutes after it was due.
    const at = new Date(Math.min(due.getTime() + (kit ? minutes * 60_000 : 0), now.getTime() - 60_000)).toISOString()
    return { ...row, state: 'submitted', submittedAt: at, ...(kit ? { forwardedAt: at } : {}) }
  })
}

/** A time of that day, or of the days before it, at which the segment is awake and the channel is not taken. */
function freeTimes(now: Date, random: Chance) {
  const taken = new Set<string>()
  return (channel: PastChannel, { hours }: PastSegment, wished: Date): Date => {
    for (let back = 0; ; back++) {
      const times = timesOf(new Date(wished.getTime() - back * DAY), hours).filter(
        (at) => at < now && !taken.has(`${channel.id} ${at.getTime()}`),
      )
      if (!times.length) continue
      const at = random.pick(times)
      taken.add(`${channel.id} ${at.getTime()}`)
      return at
    }
  }
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
