import type { StoredEvent } from './stored'

export type Interval = readonly [from: number, to: number]

/** The union of intervals, sorted and disjoint. Watching the same seconds twice counts once (ranking.md 3.4). */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const merged: [number, number][] = []
  for (const [from, to] of [...intervals].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}

export const lengthOf = (intervals: readonly Interval[]) => intervals.reduce((sum, [from, to]) => sum + to - from, 0)

export type Play = { first: StoredEvent; variety: string; seconds: number; effective: boolean; completed: boolean }

/** Floats of a player's clock: a tenth of a second is no difference. */
const SLACK = 0.1

/**
 * Every play among the events, whole: from all events of one play id and item, in any order, with repeats.
 * Effective: >= 10 different seconds, or >= 75 % of a film shorter than 13 s. Completed: >= 95 % of its seconds; of a film
 * whose length is not known, the player's word. The variety is the one most watched.
 */
export function playsOf(events: readonly StoredEvent[]): Play[] {
  const grouped = new Map<string, StoredEvent[]>()
  for (const event of events) {
    if (!event.play || event.rejected) continue
    const key = `${event.play} ${event.item}`
    const group = grouped.get(key)
    if (group) group.push(event)
    else grouped.set(key, [event])
  }
  return [...grouped.values()].map(playOf)
}

function playOf(events: StoredEvent[]): Play {
  const first = events.reduce((a, b) => (b.at < a.at || (b.at === a.at && b.id < a.id) ? b : a))
  const length = Math.max(...events.map((event) => event.length))
  const watched = events.filter(({ type }) => type === 'watch')
  const within = watched.map(({ from, to }): Interval => [from, length ? Math.min(to, Math.max(from, length)) : to])
  const seconds = lengthOf(mergeIntervals(within))
  const enough = length && length < 13 ? 0.75 * length : 10
  return {
    first,
    variety: mostWatched(watched) || first.variety,
    seconds,
    effective: seconds >= enough - SLACK,
    completed: length ? seconds >= 0.95 * length - SLACK : events.some(({ type }) => type === 'complete'),
  }
}

function mostWatched(watched: StoredEvent[]): string {
  const seconds = new Map<string, number>()
  for (const { variety, from, to } of watched)
    if (variety) seconds.set(variety, (seconds.get(variety) ?? 0) + to - from)
  return [...seconds].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? ''
}
