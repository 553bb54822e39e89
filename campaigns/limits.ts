import type { BriefTopic } from './brief'
import type { Reason } from './reasons'

/** What an office or a segment sets for one topic; shares between 0 and 1, empty = not set. */
export type Limit = { topic: string; floor?: number | null; cap?: number | null; share?: number | null }

type Given = {
  /** Rows of the office and of those above it, the nearest first (`limitsAbove`). */
  office?: readonly Limit[]
  segment?: readonly Limit[]
  /** The segment the rows are of, for the words of a warning. */
  of?: string | null
}

/**
 * Which floor, cap and wished share hold for every topic, in the order of the topics: the largest floor and the smallest
 * cap of all that are set, so that nobody loosens what holds above; the wish nearest to the segment. A floor never
 * breaks a cap and floors never make more than the whole: both are cut down, with a warning. Values outside 0 to 1 are
 * cut, what is no number counts as not set, unknown topics are passed over. Afterwards floor <= cap, floors sum to at
 * most 1, and no value is NaN. Taking the result in again changes nothing.
 */
export function limitsOf(
  topics: readonly BriefTopic[],
  { office = [], segment = [], of = null }: Given = {},
): { topics: BriefTopic[]; warnings: Reason[] } {
  const warnings: Reason[] = []
  const rows = new Map<string, Limit[]>()
  for (const row of [...segment, ...office]) rows.set(row.topic, [...(rows.get(row.topic) ?? []), row])
  const held = topics.map((topic) => {
    const all = [...(rows.get(topic.id) ?? []), { ...topic, topic: topic.id }]
    const floor = Math.max(0, ...all.flatMap((row) => share(row.floor) ?? []))
    const caps = all.flatMap((row) => share(row.cap) ?? [])
    const cap = caps.length ? Math.min(...caps) : null
    if (cap !== null && floor > cap + TINY)
      warnings.push({ code: 'floor-over-cap', topic: topic.id, segment: of, floor, cap })
    return { ...topic, floor: Math.min(floor, cap ?? 1), cap, share: all.flatMap((row) => share(row.share) ?? [])[0] }
  })
  const floors = held.reduce((sum, { floor }) => sum + floor, 0)
  if (floors > 1 + TINY) {
    warnings.push({ code: 'floors-over-one', segment: of, sum: floors })
    for (const topic of held) topic.floor /= floors
  }
  const most = held.reduce((sum, { cap }) => sum + (cap ?? 1), 0)
  if (held.length && most < 1 - TINY) warnings.push({ code: 'caps-under-one', segment: of, sum: most })
  return { topics: held, warnings }
}

type OfficeRow = { id: string; parent?: string | null }

/** An office and all above it, the nearest first; nothing where it is not known. A ring of parents ends. */
export function lineAbove<Row extends OfficeRow>(offices: readonly Row[], office: string | null): Row[] {
  const left = new Map(offices.map((row) => [row.id, row]))
  const line: Row[] = []
  for (let at = office ? left.get(office) : undefined; at; at = at.parent ? left.get(at.parent) : undefined) {
    line.push(at)
    left.delete(at.id)
  }
  return line
}

/** The rows of an office and of all above it, the nearest first: who sets nothing inherits. */
export const limitsAbove = (
  offices: readonly (OfficeRow & { limits?: readonly Limit[] })[],
  office: string | null,
): Limit[] => lineAbove(offices, office).flatMap(({ limits }) => limits ?? [])

/** How many of `total` a cap allows: one is always allowed, unless the topic is shut out altogether. */
export const mostOf = (cap: number | null | undefined, total: number): number =>
  // A seventh part of a hundred must not be lost to binary fractions: 0.29 * 100 is 28.999….
  cap === null || cap === undefined ? Infinity : cap <= 0 ? 0 : Math.max(1, Math.floor(cap * total + TINY))

const TINY = 1e-9

const share = (value: number | null | undefined): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : undefined
