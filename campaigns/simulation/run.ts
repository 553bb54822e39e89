import { chance, chanceOf, type Chance } from '../../src/lib/chance'
import { js, nullLine, sharesOf } from '../../src/lib/mix'
import { CREDIT_DECAY } from '../deficit'
import { channels, offer, populate, specsOf, topics, type SegmentSpec, type WorldName } from './county'
import { learner } from './learner'
import { countyTarget, mostWanted, type Policy } from './policies'
import { expose, forget, knowledge, newMemory, type Send } from './sending'

export type Scale = {
  weeks: number
  /** Items of each week. */
  items: (week: number) => number
  /** Residents that each of the ten thousand stands for. */
  residents: number
}
/**
 * Ten items a week for half a year in a county of 300,000 (ranking.md 6), and what the report's offices really make: 120
 * items a year, with as many residents as give today's way their 100,000 reads (set on seeds 0-9).
 */
export const scales = {
  research: { weeks: 26, items: () => 10, residents: 30 },
  report: {
    weeks: 52,
    items: (week: number) => Math.floor(((week + 1) * 120) / 52) - Math.floor((week * 120) / 52),
    residents: 6.4,
  },
} satisfies Record<string, Scale>
export type ScaleName = keyof typeof scales

export type Trouble = {
  world?: WorldName
  /** Share of segments whose demand is told for another one; the mix is then measured against what they really want. */
  misreported?: number
  /** Share of the weeks, in one stretch, in which one channel is out. */
  outage?: number
  /** Weeks until outcomes are known. */
  delay?: number
  /** How fast people tire, times this. */
  fatigue?: number
  /** How many are on each channel, times this. */
  membership?: number
  /** People asked about their demand in each segment: the fewer, the noisier (60 usually). */
  asked?: number
}

export type Measures = {
  marriage: number
  fraudConsumer: number
  /** The same shares as the planner was told to aim at; as people really want them where it was told wrong. */
  targetFraudConsumer: number
  targetMarriage: number
  js: number
  nullLine: number
  distinct: number
  sends: number
  plays: number
  playsPerSend: number
  playsPerPiece: number
  reach: number
  knowledge: number
  /** Plays per 1,000 speakers, by variety. */
  perThousand: number[]
  capsBroken: number
}

/** Half a year of one policy in one county. The same seed gives the same people, pieces and qualities to every policy. */
export function simulate(policy: Policy, scale: Scale, seed: number, trouble: Trouble = {}): Measures {
  const flat = trouble.world === 'no-difference'
  const specs = specsOf(trouble.world ?? 'usual')
  const people = peopleOf(scale, seed, trouble)
  const library = chance(seed + 1_000_003)
  const seeded = chance(seed + 2_000_003)
  const told = tell(specs, chance(seed + 3_000_003), trouble)
  const isOut = outageOf(scale.weeks, seed, trouble.outage)
  const memory = newMemory(people)
  const knows = learner(people, trouble.delay)
  const counts = topics.map(() => 0)
  const distinct = new Set<string>()
  const sent: Send[] = []
  let had: number[] = topics.map(() => 0)
  let plays = 0

  for (let week = 0; week < scale.weeks; week++) {
    const pool = offer(week, library, { flat })
    const items = scale.items(week)
    if (!items) continue
    const sends = policy({ week, pool, items, specs, people, learner: knows, told, had, seeded })
    had = fadedCounts(had, sends)
    const outcomes = sends.flatMap((send) => {
      counts[send.piece.topic]! += 1
      distinct.add(send.piece.key)
      sent.push(send)
      // It reaches nobody, and nothing is heard of it.
      if (isOut(send.channel, week)) return []
      const outcome = expose(send, people, memory, seeded, flat ? 0 : trouble.fatigue)
      plays += outcome.plays
      return [{ send, outcome }]
    })
    knows.endWeek(outcomes)
    forget(memory)
  }

  const shares = sharesOf(counts)
  const target = countyTarget({ specs, told: trouble.misreported ? specs.map(({ demand }) => demand) : told })
  const speakers = [0, 1, 2].map((variety) => people.variety.reduce((n, own) => n + (own === variety ? 1 : 0), 0))
  return {
    marriage: shares[0]!,
    fraudConsumer: shares[1]! + shares[2]!,
    targetFraudConsumer: target[1]! + target[2]!,
    targetMarriage: target[0]!,
    js: js(target, shares),
    nullLine: nullLine(target, distinct.size, { runs: 400 }).p95,
    distinct: distinct.size,
    sends: sent.length,
    plays: plays * people.weight,
    playsPerSend: (plays * people.weight) / (sent.length || 1),
    playsPerPiece: (plays * people.weight) / (distinct.size || 1),
    reach: memory.reached.reduce((n, yes) => n + yes, 0) / people.count,
    knowledge: knowledge(people, memory),
    perThousand: memory.playsByVariety.map((n, variety) => (n / (speakers[variety] || 1)) * 1000),
    capsBroken: broken(sent),
  }
}

/**
 * Plays a send that can be expected at most of every item going once to every segment: the week's most wanted pieces for
 * each in its best hour, every true taste known, no cap, nobody ever tires and no channel is out. Loose, for people do
 * tire; and an expectation, from a sample of the people: where nobody tires, what is drawn may fall a little above it.
 */
export function ceiling(scale: Scale, seed: number, trouble: Trouble = {}): number {
  const people = peopleOf(scale, seed, trouble)
  const library = chance(seed + 1_000_003)
  let plays = 0
  let sends = 0
  for (let week = 0; week < scale.weeks; week++) {
    const pool = offer(week, library, { flat: trouble.world === 'no-difference' })
    for (const best of mostWanted(pool, scale.items(week), people)) {
      plays += best.plays * people.weight
      sends += 1
    }
  }
  return plays / (sends || 1)
}

const peopleOf = ({ residents }: Scale, seed: number, { world = 'usual', membership }: Trouble) =>
  populate(specsOf(world), seed, { weight: residents, flat: world === 'no-difference', membership })

/** One channel of the seed's choice is out for a stretch of weeks. */
export function outageOf(weeks: number, seed: number, share = 0) {
  const seeded = chanceOf(seed, 'outage')
  const length = Math.round(share * weeks)
  const dead = seeded.pick([...channels.keys()])
  const from = Math.floor(seeded.next() * (weeks - length + 1))
  return (channel: number, week: number) => channel === dead && week >= from && week < from + length
}

/** Distinct items by topic; a week ago counts for a tenth less. */
function fadedCounts(had: readonly number[], sends: readonly Send[]): number[] {
  const pieces = new Map(sends.map(({ piece }) => [piece.key, piece.topic]))
  return had.map((count, t) => count * CREDIT_DECAY + [...pieces.values()].filter((topic) => topic === t).length)
}

/** Demand as surveys give it: noisy, and for some segments, two by two, that of the one most unlike them. */
export function tell(
  specs: readonly SegmentSpec[],
  seeded: Chance,
  { misreported = 0, asked = 60 }: Pick<Trouble, 'misreported' | 'asked'>,
): number[][] {
  const told = specs.map(({ demand }) => seeded.dirichlet(demand.map((share) => asked * share)))
  for (const [one, other] of unlike(specs).slice(0, Math.ceil(Math.round(misreported * specs.length) / 2)))
    [told[one], told[other]] = [told[other]!, told[one]!]
  return told
}

/** Segments in pairs, those first that want the most different things; each in one pair. */
function unlike(specs: readonly SegmentSpec[]): (readonly [number, number])[] {
  const apart = ([one, other]: readonly [number, number]) => js(specs[one]!.demand, specs[other]!.demand)
  const taken = new Set<number>()
  return specs
    .flatMap((_, one) => specs.slice(one + 1).map((_, n) => [one, one + 1 + n] as const))
    .sort((a, b) => apart(b) - apart(a))
    .filter((pair) => !pair.some((segment) => taken.has(segment)) && pair.every((segment) => taken.add(segment)))
}

/** Sends beyond two a day to a segment, one a day on a channel, or three a week on a channel. */
function broken(sent: readonly Send[]): number {
  const counts = new Map<string, number>()
  let over = 0
  const count = (key: string, most: number) => {
    counts.set(key, (counts.get(key) ?? 0) + 1)
    if (counts.get(key)! > most) over += 1
  }
  for (const { segment, channel, day } of sent) {
    count(`${segment} day ${day}`, 2)
    count(`${segment} ${channels[channel]} day ${day}`, 1)
    count(`${segment} ${channels[channel]} week ${Math.floor(day / 7)}`, 3)
  }
  return over
}
