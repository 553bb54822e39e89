import type { Payload } from 'payload'
import { demandOf, type Counted, type SegmentDemand } from './demandOf'
import { EXPLORE } from './lifecycle'
import { signalKinds, type SignalKind } from './pooling'

const all = { depth: 0, pagination: false, overrideAccess: true } as const

/** Signals of demand that people entered, as they stand in the database. */
export async function readSignals(payload: Payload): Promise<Counted[]> {
  const select = { kind: true, topic: true, segment: true, count: true, source: true, date: true } as const
  const { docs } = await payload.find({ collection: 'signals', ...all, select })
  return docs.map(({ kind, topic, segment, count, source, date }) => ({
    ...{ kind, count, source, date, entered: true },
    topic: key(topic)!,
    segment: key(segment),
  }))
}

export async function readWeights(payload: Payload): Promise<Record<SignalKind, number>> {
  const weights = await payload.findGlobal({ slug: 'demand-weights', depth: 0, overrideAccess: true })
  return Object.fromEntries(signalKinds.map((kind) => [kind, weights[kind]])) as Record<SignalKind, number>
}

/** Of the places of a plan, how many are left to chance. */
export async function readExplore(payload: Payload): Promise<number> {
  const { explore } = await payload.findGlobal({ slug: 'demand-weights', depth: 0, overrideAccess: true })
  return explore ?? EXPLORE
}

/**
 * Pooled demand by segment id; a segment without enough entered signals is missing, and its portrait holds.
 * @param heard what was counted by itself (searches, questions, trials), read by whoever calls
 */
export async function readDemand(
  payload: Payload,
  segments: readonly string[],
  topics: readonly string[],
  heard: readonly Counted[] = [],
): Promise<Map<string, SegmentDemand>> {
  const [entered, weights] = await Promise.all([readSignals(payload), readWeights(payload)])
  const counted = [...entered, ...heard]
  const pooled = segments.map((segment) => [segment, demandOf(segment, counted, topics, weights)] as const)
  return new Map(pooled.flatMap(([segment, demand]) => (demand ? [[segment, demand]] : [])))
}

const key = (value: unknown): string | null =>
  value && typeof value === 'object' ? String((value as { id: unknown }).id) : value ? String(value) : null
