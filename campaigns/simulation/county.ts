import { chance, type Chance } from '../../src/lib/chance'
import { hourBlocks } from '../../src/lib/hours'

/**
 * A county that does not exist (ranking.md 6): every number here is an assumption. What comes out of it says how the
 * planner behaves under these assumptions, never what a real county achieved.
 */
export const topics = ['marriage', 'fraud', 'consumer', 'labour', 'land', 'neighbour', 'minors', 'business'] as const
/** What offices publish today, after the report: 65 % marriage, 12 % fraud and consumer together. */
export const supply = [0.65, 0.07, 0.05, 0.08, 0.05, 0.04, 0.03, 0.03]
export const channels = ['account', 'shorts', 'groups', 'offline'] as const
export const blocks = hourBlocks
/** Standard Chinese and two dialects. */
export const varieties = ['cmn', 'hak', 'yue'] as const

export type SegmentSpec = {
  id: string
  share: number
  /** Wanted share by topic. */
  demand: readonly number[]
  /** Probability to be on each channel, and of each hour block. */
  channels: readonly number[]
  hours: readonly number[]
  /** Share of speakers by variety. */
  varieties: readonly number[]
}

// prettier-ignore
const county: SegmentSpec[] = [
  { id: 'elderly', share: 0.24, demand: [0.1, 0.38, 0.2, 0.03, 0.12, 0.12, 0.03, 0.02], channels: [0.16, 0.45, 0.5, 0.55], hours: [0.28, 0.2, 0.1, 0.14, 0.18, 0.1], varieties: [0.25, 0.42, 0.33] },
  { id: 'youth', share: 0.14, demand: [0.1, 0.3, 0.22, 0.16, 0.02, 0.03, 0.14, 0.03], channels: [0.3, 0.8, 0.25, 0.1], hours: [0.06, 0.08, 0.18, 0.1, 0.2, 0.38], varieties: [0.66, 0.2, 0.14] },
  { id: 'worker', share: 0.2, demand: [0.14, 0.18, 0.16, 0.38, 0.03, 0.05, 0.04, 0.02], channels: [0.35, 0.65, 0.4, 0.15], hours: [0.1, 0.06, 0.2, 0.06, 0.22, 0.36], varieties: [0.5, 0.28, 0.22] },
  { id: 'farmer', share: 0.2, demand: [0.16, 0.22, 0.14, 0.06, 0.24, 0.12, 0.04, 0.02], channels: [0.2, 0.5, 0.55, 0.45], hours: [0.24, 0.12, 0.2, 0.08, 0.22, 0.14], varieties: [0.38, 0.34, 0.28] },
  { id: 'business', share: 0.07, demand: [0.08, 0.2, 0.18, 0.16, 0.04, 0.04, 0.02, 0.28], channels: [0.5, 0.55, 0.35, 0.1], hours: [0.12, 0.2, 0.16, 0.18, 0.14, 0.2], varieties: [0.56, 0.25, 0.19] },
  { id: 'parent', share: 0.15, demand: [0.24, 0.22, 0.2, 0.06, 0.04, 0.06, 0.16, 0.02], channels: [0.4, 0.6, 0.5, 0.15], hours: [0.14, 0.12, 0.16, 0.1, 0.18, 0.3], varieties: [0.5, 0.28, 0.22] },
]

/** Worlds: the usual one, one in which nothing can be gained, and one in which marriage really is what people want. */
export const worlds = ['usual', 'no-difference', 'marriage-first'] as const
export type WorldName = (typeof worlds)[number]

export const specsOf = (world: WorldName): SegmentSpec[] =>
  world === 'usual'
    ? county
    : county.map((segment) =>
        world === 'no-difference'
          ? { ...segment, demand: even(8), channels: [1, 1, 1, 1], hours: even(6), varieties: [1, 0, 0] }
          : {
              ...segment,
              demand: segment.demand.map((share, t) => (t === 0 ? 0.5 : (share / (1 - segment.demand[0]!)) * 0.5)),
            },
      )

/** People, ten thousand of them, each standing for `weight` residents. Arrays by agent, taste and hours flattened. */
export type People = {
  count: number
  weight: number
  segment: Uint8Array
  variety: Uint8Array
  taste: Float64Array
  hours: Float64Array
  on: Uint8Array
  /** Agents of each segment. */
  bySegment: number[][]
}

const TASTE = 30
const HOURS = 20

type Peopling = {
  count?: number
  /** Residents that each of them stands for. */
  weight?: number
  /** All alike in everything: of ten thousand drawn ones some would by chance be worth more on one channel. */
  flat?: boolean
  /** How many are on a channel, times this. */
  membership?: number
}

export function populate(
  specs: readonly SegmentSpec[],
  seed: number,
  { count = 10_000, weight = 30, flat = false, membership = 1 }: Peopling = {},
): People {
  const seeded = chance(seed)
  const people: People = {
    count,
    weight,
    segment: new Uint8Array(count),
    variety: new Uint8Array(count),
    taste: new Float64Array(count * topics.length),
    hours: new Float64Array(count * blocks.length),
    on: new Uint8Array(count * channels.length),
    bySegment: specs.map(() => []),
  }
  let from = 0
  specs.forEach((spec, s) => {
    const to = s === specs.length - 1 ? count : from + Math.round(spec.share * count)
    for (let agent = from; agent < to; agent++) born(people, agent, s, spec, seeded, { flat, membership })
    from = to
  })
  return people
}

function born(
  people: People,
  agent: number,
  segment: number,
  spec: SegmentSpec,
  seeded: Chance,
  { flat, membership }: Required<Pick<Peopling, 'flat' | 'membership'>>,
) {
  people.segment[agent] = segment
  people.bySegment[segment]!.push(agent)
  people.variety[agent] = seeded.weighted([0, 1, 2], (variety) => spec.varieties[variety]!)
  const around = (shares: readonly number[], strength: number) =>
    flat ? shares : seeded.dirichlet(shares.map((share) => strength * share))
  people.taste.set(around(spec.demand, TASTE), agent * topics.length)
  people.hours.set(around(spec.hours, HOURS), agent * blocks.length)
  channels.forEach((_, c) => {
    people.on[agent * channels.length + c] = seeded.happens(spec.channels[c]! * membership) ? 1 : 0
  })
}

export type Piece = { key: string; topic: number; variety: number; quality: number }

/** What editors of the county offer in a week: as one-sided as today. */
export function offer(week: number, seeded: Chance, { size = 100, flat = false } = {}): Piece[] {
  return Array.from({ length: size }, (_, n) => ({
    key: `w${week}-${n}`,
    topic: seeded.weighted([...topics.keys()], (topic) => (flat ? 1 : supply[topic]!)),
    variety: flat ? 0 : seeded.weighted([0, 1, 2], (variety) => [0.6, 0.22, 0.18][variety]!),
    quality: flat ? 0 : 0.5 * seeded.normal(),
  }))
}

const even = (n: number) => Array.from({ length: n }, () => 1 / n)
