import type { Chance } from '../../src/lib/chance'
import type { PlanBrief } from '../brief'
import { calibrate, lambdaOfPart } from '../calibration'
import { planDeliveries } from '../planning'
import { blocks, channels, topics, varieties, type People, type Piece, type SegmentSpec } from './county'
import type { Learned, Learner } from './learner'
import { expectedPlays, type Send } from './sending'

export type Week = {
  week: number
  pool: Piece[]
  /** Items and sends of the week: the same for every policy. */
  items: number
  specs: readonly SegmentSpec[]
  people: People
  learner: Learner
  /** Demand by segment as the planner was told, not as it is. */
  told: readonly (readonly number[])[]
  /** Items by topic of the weeks before, fading: what one week of ten cannot round right, the next ones mend. */
  had: readonly number[]
  seeded: Chance
}
export type Policy = (week: Week) => Send[]

/** What the whole county was told to want. */
export const countyTarget = ({ specs, told }: Pick<Week, 'specs' | 'told'>) =>
  topics.map((_, t) => specs.reduce((sum, spec, s) => sum + spec.share * told[s]![t]!, 0))

export const policies = {
  'status-quo': (week) => everywhere(week, random(week), () => [ACCOUNT, MORNING]),
  random: (week) =>
    everywhere(week, random(week), () => [week.seeded.pick(indexes(channels)), week.seeded.pick(indexes(blocks))]),
  popularity: (week) => {
    const learned = week.learner.best()
    return everywhere(week, top(week, learned, 0), (s) => bestSlot(learned, s))
  },
  mmr: (week) => {
    const learned = week.learner.draw(week.seeded)
    return everywhere(week, diverse(week, learned), (s, n) => nthSlot(learned, s, n))
  },
  thompson: (week) => {
    const learned = week.learner.draw(week.seeded)
    return everywhere(week, top(week, learned, 0), (s, n) => nthSlot(learned, s, n))
  },
  planner: (week) => planned(week, top(week, week.learner.draw(week.seeded), LAMBDA)),
  /** Greedy with the true tastes, no cap: looks no further than this week and tires people out, so it can be beaten. */
  clairvoyant,
} satisfies Record<string, Policy>
export type PolicyName = keyof typeof policies

/** What of the gain comes from where: one part of the planner at a time over the status quo. */
export const ablation = {
  'channels-only': (week) => planned(week, random(week)),
  'topics-only': (week) =>
    everywhere(week, top(week, week.learner.draw(week.seeded), LAMBDA), () => [ACCOUNT, MORNING]),
  'language-only': (week) => everywhere(week, spoken(week), () => [ACCOUNT, MORNING]),
} satisfies Record<string, Policy>
export type AblationName = keyof typeof ablation

const [ACCOUNT, MORNING] = [0, 1]
/** Strong: the mix decides, among equals of one topic the score (ranking.md 2.1). */
const LAMBDA = 0.99
const MATCH = 1.3
/** As Carbonell and Goldstein weigh it (SIGIR 1998). */
const RELEVANCE = 0.7
const FROM = Date.UTC(2026, 0, 5)
const DAY = 86_400_000

/** Items for the week: by lambda between the best scores and the wanted mix, counted together with the weeks before. */
function top(week: Week, learned: Learned, lambda: number): Piece[] {
  const scores = scaled(week.pool.map((piece) => promise(piece, week, learned)))
  const candidates = week.pool.map(({ topic }, n) => ({ score: scores[n]!, labels: [[topic, 1]] as const }))
  const before = week.had.reduce((sum, count) => sum + count, 0)
  const { chosen } = calibrate({
    candidates,
    target: countyTarget(week),
    base: week.had,
    total: before + week.items,
    choose: week.items,
    lambda: lambdaOfPart(lambda, { total: before + week.items, choose: week.items }),
  })
  return chosen.map((n) => week.pool[n]!)
}

/** Maximal marginal relevance: the next is good and unlike what is chosen. */
function diverse(week: Week, learned: Learned): Piece[] {
  const scores = scaled(week.pool.map((piece) => promise(piece, week, learned)))
  const chosen: number[] = []
  while (chosen.length < Math.min(week.items, week.pool.length)) {
    const worth = (n: number) =>
      RELEVANCE * scores[n]! -
      (1 - RELEVANCE) * (chosen.some((m) => week.pool[m]!.topic === week.pool[n]!.topic) ? 1 : 0)
    let best = -1
    for (const n of week.pool.keys()) if (!chosen.includes(n) && (best < 0 || worth(n) > worth(best))) best = n
    chosen.push(best)
  }
  return chosen.map((n) => week.pool[n]!)
}

/** The real planner places the sends, with its caps on. */
function planned(week: Week, pieces: Piece[]): Send[] {
  const learned = week.learner.draw(week.seeded)
  const byKey = new Map(pieces.map((piece) => [piece.key, piece]))
  const plan = planDeliveries(briefOf(week, pieces, learned))
  return plan.deliveries.map(({ item, segment, channel, at, reasons }) => {
    const hour = (at.getTime() % DAY) / 3_600_000
    return {
      piece: byKey.get(item)!,
      segment: week.specs.findIndex(({ id }) => id === segment),
      channel: channels.indexOf(channel as (typeof channels)[number]),
      block: blocks.findIndex((block) => hour >= Number(block.slice(0, 2)) && hour < Number(block.slice(3))),
      day: Math.floor((at.getTime() - FROM) / DAY),
      explored: reasons.some(({ code }) => code === 'explored'),
    }
  })
}

function briefOf({ week, items, specs, told, seeded }: Week, pieces: Piece[], learned: Learned): PlanBrief {
  const from = new Date(FROM + week * 7 * DAY)
  return {
    seed: Math.floor(seeded.next() * 2 ** 31),
    now: from,
    from,
    to: new Date(from.getTime() + 6 * DAY),
    timeZone: 'UTC',
    slots: items * specs.length,
    topics: topics.map((id) => ({ id })),
    segments: specs.map((spec, s) => ({
      id: spec.id,
      population: 1, // every segment gets every item: equal sends
      demand: topics.map((topic, t) => ({ topic, share: told[s]![t]! })),
      varieties: [...varieties].sort((a, b) => speakers(spec, b) - speakers(spec, a)),
      hours: [...blocks],
      forms: [],
      channels: [...channels],
      worth: channels.flatMap((channel, c) =>
        blocks.map((block, b) => ({ channel, block, value: learned.worth[s]![c * blocks.length + b]! })),
      ),
      appeal: Object.fromEntries(topics.map((topic, t) => [topic, learned.appeal[s]![t]!])),
    })),
    channels: channels.map((id) => ({
      id,
      kind: 'handout',
      segments: [],
      dailyQuota: 6,
      quietFrom: null,
      quietTo: null,
    })),
    items: pieces.map(({ key, topic, variety }) => ({
      key,
      topic: topics[topic]!,
      segments: [],
      form: 'video',
      varieties: [varieties[variety]!],
      isPublic: true,
      ready: true,
      quality: null,
      updatedAt: from,
    })),
    params: { perChannelWeek: 3, perSegmentDay: 2, spacing: 30, explore: 0.05 },
  }
}

function clairvoyant({ week, pool, items, people }: Week): Send[] {
  const perSegment = new Map<number, number>()
  return mostWanted(pool, items, people).map(({ plays: _, ...send }) => {
    const n = perSegment.get(send.segment) ?? 0
    perSegment.set(send.segment, n + 1)
    return { ...send, day: week * 7 + (n % 7), explored: false }
  })
}

type Wanted = Pick<Send, 'piece' | 'segment' | 'channel' | 'block'> & { plays: number }

/** For each segment its best hour of all channels, and the pieces of the week that would be played most in it. */
export function mostWanted(pool: readonly Piece[], items: number, people: People): Wanted[] {
  return people.bySegment.flatMap((_, segment) => {
    let best = { channel: 0, block: 0, plays: -1 }
    // The slot hardly depends on the piece: found with one, then only the pieces are ranked.
    for (const channel of channels.keys())
      for (const block of blocks.keys()) {
        const plays = expectedPlays(pool[0]!, segment, channel, block, people)
        if (plays > best.plays) best = { channel, block, plays }
      }
    const { channel, block } = best
    return pool
      .map((piece) => ({
        piece,
        segment,
        channel,
        block,
        plays: expectedPlays(piece, segment, channel, block, people),
      }))
      .sort((one, other) => other.plays - one.plays)
      .slice(0, items)
  })
}

/** Every item to every segment, by the slot named. */
function everywhere(
  week: Week,
  pieces: Piece[],
  slot: (segment: number, n: number) => readonly [number, number],
): Send[] {
  return week.specs.flatMap((_, segment) =>
    pieces.map((piece, n) => {
      const [channel, block] = slot(segment, n)
      return { piece, segment, channel, block, day: week.week * 7 + (n % 7), explored: false }
    }),
  )
}

const random = ({ pool, items, seeded }: Week): Piece[] => {
  const left = [...pool]
  return Array.from(
    { length: Math.min(items, left.length) },
    () => left.splice(Math.floor(seeded.next() * left.length), 1)[0]!,
  )
}

/** Today's draw, but every item in a dialect if the week offers one of its topic that is not taken yet. */
function spoken(week: Week): Piece[] {
  const drawn = random(week)
  const spare = week.pool.filter((piece) => piece.variety && !drawn.includes(piece))
  return drawn.map((piece) => {
    const at = piece.variety ? -1 : spare.findIndex(({ topic }) => topic === piece.topic)
    return at < 0 ? piece : spare.splice(at, 1)[0]!
  })
}

/** How much of the county a piece can be expected to hold: learned completion by segment, more where its tongue is spoken. */
const promise = ({ topic, variety }: Piece, { specs }: Week, { appeal }: Learned) =>
  specs.reduce(
    (sum, spec, s) => sum + spec.share * appeal[s]![topic]! * (1 + (MATCH - 1) * spec.varieties[variety]!),
    0,
  )

const bestSlot = (learned: Learned, segment: number) => nthSlot(learned, segment, 0)

function nthSlot({ worth }: Learned, segment: number, n: number): readonly [number, number] {
  const ranked = indexes(worth[segment]!).sort((a, b) => worth[segment]![b]! - worth[segment]![a]!)
  const slot = ranked[n % 4]!
  return [Math.floor(slot / blocks.length), slot % blocks.length]
}

const speakers = (spec: SegmentSpec, variety: (typeof varieties)[number]) => spec.varieties[varieties.indexOf(variety)]!
const indexes = (list: readonly unknown[]) => [...list.keys()]

function scaled(values: number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return values.map((value) => (high > low ? (value - low) / (high - low) : 0.5))
}
