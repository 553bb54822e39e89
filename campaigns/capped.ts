import { FEWEST_FOR_SHARES } from '../src/lib/mix'

/** A delivery as far as caps look at it. */
export type Sent = { topic: string; segment: string; item: string; at: Date }
/** `letGo`: a person sends it although its topic is at its cap. */
export type Coming = Sent & { id: string; letGo?: boolean }
/** The greatest share by topic, of everything an office sends and, where a segment has its own, of what it is sent. */
export type Caps = {
  office: ReadonlyMap<string, number>
  segments: ReadonlyMap<string, ReadonlyMap<string, number>>
}
/** Why one more would be too much: so many on the topic were among so many; to the segment where it is the segment's cap. */
export type Hold = { topic: string; segment: string | null; sent: number; of: number; cap: number }

/** What the deliveries of a campaign meet on their way, in an office with caps whose shares are of so many `days`. */
export type Traffic = {
  caps: Caps
  days: number
  sent: readonly Sent[]
  /** What else will go out: of other approved campaigns, and of this one what planning again does not replace. */
  others: readonly Coming[]
  standing: readonly Coming[]
}

const DAY = 86_400_000
/** 0.29 x 100 is a little under 29. */
const ROUNDING = 1e-9

/**
 * Which of these deliveries would break a cap, handed over one after another in order of time on top of what went out.
 * A held one does not count for the next. Never held: a topic without a cap, its first delivery in the window (but for a
 * cap of 0, which shuts it out), what was let go, and anything of an office with fewer than 10 distinct items, the new one
 * included. Shares are of the `days` before.
 */
export function holdsOf(coming: readonly Coming[], sent: readonly Sent[], caps: Caps, days: number): Map<string, Hold> {
  const byTime = (a: Sent, b: Sent) => a.at.getTime() - b.at.getTime()
  const window = [...sent].sort(byTime)
  const held = new Map<string, Hold>()
  const tallies = new Map<string, Tally>()
  const tally = (key: string) => tallies.get(key) ?? tallies.set(key, empty()).get(key)!
  const counted = (one: Sent, by: 1 | -1) => [WHOLE, one.segment].forEach((key) => count(tally(key), one, by))
  for (const one of window) counted(one, 1)
  let oldest = 0
  for (const one of [...coming].sort(byTime)) {
    for (const since = one.at.getTime() - days * DAY; window[oldest] && window[oldest]!.at.getTime() < since; oldest++)
      counted(window[oldest]!, -1)
    const hold = one.letGo ? null : holdOf(one, tally, caps)
    if (hold) held.set(one.id, hold)
    else {
      counted(one, 1)
      window.push(one)
    }
  }
  return held
}

/** Which of a campaign's own deliveries would be held if all goes as planned. */
export function holdsAmong(own: readonly Coming[], { caps, days, sent, others }: Omit<Traffic, 'standing'>) {
  const ids = new Set(own.map(({ id }) => id))
  return new Map([...holdsOf([...others, ...own], sent, caps, days)].filter(([id]) => ids.has(id)))
}

const WHOLE = ''

function holdOf({ topic, segment, item }: Sent, tally: (key: string) => Tally, caps: Caps): Hold | null {
  const limits = [
    { segment: null, cap: caps.office.get(topic) },
    { segment, cap: caps.segments.get(segment)?.get(topic) },
  ]
  for (const { segment: of, cap } of limits) {
    const { topics, items, total } = tally(of ?? WHOLE)
    const sent = topics.get(topic) ?? 0
    const distinct = items.size + (items.has(item) ? 0 : 1)
    if (cap === undefined || distinct < FEWEST_FOR_SHARES || (sent === 0 && cap > 0)) continue
    if (sent + 1 > cap * (total + 1) + ROUNDING) return { topic, segment: of, sent, of: total, cap }
  }
  return null
}

type Tally = { topics: Map<string, number>; items: Map<string, number>; total: number }
const empty = (): Tally => ({ topics: new Map(), items: new Map(), total: 0 })

function count(tally: Tally, { topic, item }: Sent, by: 1 | -1) {
  tally.total += by
  tally.topics.set(topic, (tally.topics.get(topic) ?? 0) + by)
  const left = (tally.items.get(item) ?? 0) + by
  if (left > 0) tally.items.set(item, left)
  else tally.items.delete(item)
}
