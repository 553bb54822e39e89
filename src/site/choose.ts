import type { Segment } from '../payload-types'
import { idOf } from './repository/facts'

/** Share of each topic that people need: of one segment, or of all of them by their population. Sums to 1 where known. */
export function demandOf(segments: Pick<Segment, 'demand' | 'population'>[]): Map<string, number> {
  const shares = new Map<string, number>()
  for (const { demand, population } of segments) {
    const rows = demand ?? []
    const whole = rows.reduce((sum, { share }) => sum + share, 0)
    if (whole <= 0) continue
    for (const row of rows) {
      const topic = idOf(row.topic) ?? ''
      shares.set(topic, (shares.get(topic) ?? 0) + (row.share / whole) * (population || 1))
    }
  }
  const total = [...shares.values()].reduce((sum, share) => sum + share, 0)
  return new Map([...shares].map(([topic, share]) => [topic, share / total]))
}

/**
 * Orders items so that at every length the topics stand close to their demand (largest remaining claim first, as in
 * Sainte-Laguë); within a topic the newest comes first. Items on topics nobody asks for come last.
 */
export function byDemand<T extends { topic?: string }>(newestFirst: T[], demand: Map<string, number>): T[] {
  const waiting = new Map<string, T[]>()
  for (const item of newestFirst) waiting.set(item.topic ?? '', [...(waiting.get(item.topic ?? '') ?? []), item])
  const given = new Map<string, number>()
  const chosen: T[] = []
  while (chosen.length < newestFirst.length) {
    let best: string | undefined
    let claim = -1
    for (const [topic, items] of waiting) {
      const own = items.length ? (demand.get(topic) ?? 0) / (2 * (given.get(topic) ?? 0) + 1) : -1
      if (own > claim) [best, claim] = [topic, own]
    }
    if (best === undefined) break
    chosen.push(waiting.get(best)!.shift()!)
    given.set(best, (given.get(best) ?? 0) + 1)
  }
  return chosen
}
