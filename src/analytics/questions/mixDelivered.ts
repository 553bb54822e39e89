import { FEWEST_FOR_SHARES, mismatch, sharesOf } from '../../lib/mix'
import type { Delivered, Topic } from './facts'

export type Mix = {
  total: number
  distinct: number
  /** Under ten distinct items a percentage says nothing: counts only. */
  enough: boolean
  /** 错配率 0 to 1: of what was delivered, how much went to topics beyond demand. */
  mismatch: number | null
  topics: { id: string; count: number; share: number; wanted: number; equal: number }[]
}

/** What was delivered, by topic, against what is wanted (total variation, ranking.md 1.1). */
export function mixDelivered(deliveries: readonly Delivered[], topics: readonly Topic[]): Mix {
  const known = new Set(topics.map(({ id }) => id))
  const counted = deliveries.filter(({ topic }) => known.has(topic))
  const counts = topics.map(({ id }) => counted.filter(({ topic }) => topic === id).length)
  return mixOf(counts, new Set(counted.map(({ itemKey }) => itemKey)).size, topics)
}

export function mixOf(counts: number[], distinct: number, topics: readonly Topic[]): Mix {
  const shares = sharesOf(counts)
  const wanted = sharesOf(topics.map((topic) => topic.wanted))
  const enough = distinct >= FEWEST_FOR_SHARES
  const demanded = wanted.some((share) => share > 0)
  return {
    total: counts.reduce((sum, count) => sum + count, 0),
    distinct,
    enough,
    mismatch: enough && demanded ? mismatch(shares, wanted) : null,
    topics: topics.map(({ id, equal }, t) => ({
      ...{ id, count: counts[t]!, share: shares[t]!, wanted: wanted[t]! },
      equal: equal ?? wanted[t]!,
    })),
  }
}
