import type { Chance } from '../src/lib/chance'

type Urn = {
  /** The topic of every item, as an index. */
  topics: readonly number[]
  /** How many more of each topic the list may take. */
  room: readonly number[]
  /** Places of the list. */
  places: number
  /** How likely a place is given to chance, 0 to 1. */
  share: number
}

/**
 * Which items chance alone puts into a list, each with the probability that it was to be one of them. Every topic throws
 * as many of its items into the urn as its cap has room for, any of them alike, so no cap can break; then each place is
 * given to chance with the same small probability and draws from the urn, without putting back. An item's probability
 * is that of being thrown in times that of being drawn, and thus known exactly (ranking.md 1.2).
 */
export function explore({ topics, room, places, share }: Urn, chance: Chance): Map<number, number> {
  const found = new Map<number, number>()
  const rate = Math.min(1, share)
  if (!(rate > 0) || !(places > 0)) return found
  const byTopic = new Map<number, number[]>()
  topics.forEach((topic, n) => void (byTopic.get(topic)?.push(n) ?? byTopic.set(topic, [n])))
  const lots = new Map([...byTopic].map(([t, all]) => [t, Math.max(0, Math.min(all.length, Math.floor(room[t]!)))]))
  const size = [...lots.values()].reduce((sum, lot) => sum + lot, 0)
  const most = Math.min(places, size)
  const draws = Array.from({ length: most }).filter(() => chance.happens(rate)).length
  if (!draws) return found
  const urn = [...byTopic].flatMap(([topic, all]) => taken(all, lots.get(topic)!, chance))
  for (const n of taken(urn, draws, chance)) {
    const thrown = lots.get(topics[n]!)! / byTopic.get(topics[n]!)!.length
    found.set(n, (thrown * rate * most) / size)
  }
  return found
}

/** So many of a list, each set of them alike. */
function taken(list: readonly number[], count: number, chance: Chance): number[] {
  if (count >= list.length) return [...list]
  const rest = [...list]
  for (let n = 0; n < count; n++) {
    const other = n + Math.min(rest.length - n - 1, Math.floor(chance.next() * (rest.length - n)))
    ;[rest[n], rest[other]] = [rest[other]!, rest[n]!]
  }
  return rest.slice(0, count)
}
