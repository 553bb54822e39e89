import { chance } from '../src/lib/chance'
import { poolDemand, type PooledDemand, type Signal, type SignalKind } from './pooling'

/** A signal and whom it is about; `segment` null = the whole county. */
export type Counted = Signal & {
  segment: string | null
  /** Typed in or imported by a person; else read from what residents do here. */
  entered: boolean
  source?: string
  date?: string
}

export type SegmentDemand = PooledDemand & {
  topics: readonly string[]
  /** Counts that people entered for this segment or for the whole county. */
  entered: number
  /** The newest of the entered signals. */
  date: string | null
}

/** Fewer entered counts than this say less than the portrait that the office wrote. */
export const FEWEST_COUNTS = 30

/**
 * Demand of one segment: its own counts, shrunk towards the county's, pooled over the sources (ranking.md 1.2). Null
 * while people have entered fewer than FEWEST_COUNTS counts for it: then the portrait holds. What residents do here
 * joins in but never decides alone, because only those who came already do it.
 */
export function demandOf(
  segment: string,
  counted: readonly Counted[],
  topics: readonly string[],
  weights?: Partial<Record<SignalKind, number>>,
): SegmentDemand | null {
  const known = new Set(topics)
  const about = counted.filter((signal) => signal.entered && known.has(signal.topic) && counts(signal))
  const own = about.filter((signal) => signal.segment === null || signal.segment === segment)
  const entered = own.reduce((sum, { count }) => sum + count, 0)
  if (!(entered >= FEWEST_COUNTS)) return null
  // A survey among the elderly says nothing about shopkeepers; a source of the whole county does, a little.
  const heardOf = new Set(counted.filter((signal) => signal.segment === segment || signal.segment === null).map(kindOf))
  const pooled = poolDemand(
    counted.filter((signal) => signal.segment === segment),
    topics,
    // The same numbers at every look: the draws of the interval are no news.
    chance(1),
    { county: counted.filter((signal) => heardOf.has(signal.kind)), weights },
  )
  const dates = own.flatMap(({ date }) => date ?? []).sort()
  return { ...pooled, topics, entered, date: dates.at(-1) ?? null }
}

const counts = ({ count }: Counted) => Number.isFinite(count) && count > 0

const kindOf = ({ kind }: Counted) => kind
