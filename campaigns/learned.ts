import { hourBlocks } from '../src/lib/hours'
import { beliefsOf, fadedTally, logit, smoothed, type Belief, type Tally } from './learning'

/** Of one item in one segment ('' = nobody knows which): how many opened it, how many finished. `ago` in whole weeks. */
export type Watched = { segment: string; topic: string; item: string; ago: number } & Tally
/** One delivery that went out, and how often it was opened here. */
export type Slotted = { segment: string; channel: string; block: string; ago: number; openings: number }
/** One delivery on a platform that only its own figures tell of; `completions` null where it does not say. */
export type Posted = {
  channel: string
  topic: string
  block: string | null
  ago: number
  plays: number
  completions: number | null
}
export type Seen = { watched: Iterable<Watched>; sent: readonly Slotted[]; posted: readonly Posted[] }
/** What there is to learn about; `channels` are those our own pages tell of. */
export type Grounds = { segments: readonly string[]; topics: readonly string[]; channels: readonly string[] }

/** A belief with what it rests on: counts as they were, and the weeks they are from (0 = this one). */
export type Known = Belief & Tally & { newest: number; oldest: number }
export type PlatformKnown = {
  channel: string
  topics: (Known & { topic: string })[]
  /** Plays of a send as a part of `most`, the best send of this platform. */
  blocks: (Known & { block: string })[]
  most: number
}
export type Learned = {
  /** How many of those who open finish, by segment and topic. Empty while nobody has opened anything. */
  topics: (Known & { segment: string; topic: string })[]
  /** The same of single items, faded: only those that were opened. `opened` and `finished` as they were. */
  items: (Tally & { segment: string; topic: string; item: string; opened: number; finished: number })[]
  /** By how much films and texts stand off from all, on the logit scale: a film is harder to finish than a page. */
  kinds: Readonly<Record<string, number>>
  /** Openings of a send as a part of the segment's best send, by channel and hour block, of all segments. */
  slots: (Known & { channel: string; block: string })[]
  /** The same of single segments, faded; `opened` and `sends` as they were. */
  own: (Tally & { segment: string; channel: string; block: string; opened: number; sends: number })[]
  /** Openings of the best send by segment. */
  most: Readonly<Record<string, number>>
  /** Platforms without our beacon, each by itself. */
  platforms: PlatformKnown[]
}

/** Sends of one post say less than so many people apart: its plays are one audience and one film. */
const MOST_OF_A_POST = 100

/** Everything that can be known from what was counted. Pure: the same counts give the same beliefs, nothing is stored. */
export function learnedFrom({ watched, sent, posted }: Seen, { segments, topics, channels }: Grounds): Learned {
  const cells = counter([...segments, ''], topics)
  const items = new Map<string, Learned['items'][number]>()
  const kinds = new Map<string, Tally>()
  for (const seen of watched) {
    cells.add(seen.segment, seen.topic, seen.ago, seen)
    const kept = fadedTally(seen, seen.ago)
    tally(kinds, kindOf(seen.item), () => ({ successes: 0, trials: 0 }), kept)
    if (!seen.segment) continue
    const { segment, topic, item } = seen
    const blank = { segment, topic, item, opened: 0, finished: 0, successes: 0, trials: 0 }
    const cell = tally(items, `${segment} ${item}`, () => blank, kept)
    if (!kept.trials) continue
    cell.opened += seen.trials
    cell.finished += Math.min(Math.max(0, seen.successes), seen.trials)
  }
  return {
    topics: cells
      .known()
      .filter(({ row }) => row)
      .map(({ row, column, ...known }) => ({ segment: row, topic: column, ...known })),
    items: [...items.values()].filter(({ trials }) => trials > 0),
    kinds: shifts(kinds),
    ...slotsFrom(sent, channels),
    platforms: [...new Set(posted.map(({ channel }) => channel))].map((channel) =>
      platformFrom(
        channel,
        posted.filter((post) => post.channel === channel),
        topics,
      ),
    ),
  }
}

function slotsFrom(sent: readonly Slotted[], channels: readonly string[]): Pick<Learned, 'slots' | 'own' | 'most'> {
  const most: Record<string, number> = {}
  for (const { segment, openings } of sent) most[segment] = Math.max(most[segment] ?? 0, openings)
  const cells = counter(channels, hourBlocks)
  const own = new Map<string, Learned['own'][number]>()
  for (const { segment, channel, block, ago, openings } of sent) {
    if (!most[segment]) continue
    const one = { successes: openings / most[segment]!, trials: 1 }
    cells.add(channel, block, ago, one)
    const place = { segment, channel, block, opened: 0, sends: 0, successes: 0, trials: 0 }
    const cell = tally(own, `${segment} ${channel} ${block}`, () => place, fadedTally(one, ago))
    cell.opened += openings
    cell.sends += 1
  }
  const slots = cells.known().map(({ row, column, ...known }) => ({ channel: row, block: column, ...known }))
  return { slots, own: [...own.values()], most }
}

/** A platform learns from its own posts alone: another platform's counting is another's. */
function platformFrom(channel: string, posts: readonly Posted[], topics: readonly string[]): PlatformKnown {
  const byTopic = counter([channel], topics)
  const byBlock = counter([channel], hourBlocks)
  const most = Math.max(0, ...posts.map(({ plays }) => plays))
  for (const { topic, block, ago, plays, completions } of posts) {
    const part = Math.min(1, MOST_OF_A_POST / Math.max(1, plays))
    if (completions !== null) byTopic.add(channel, topic, ago, { successes: completions * part, trials: plays * part })
    if (block && most) byBlock.add(channel, block, ago, { successes: plays / most, trials: 1 })
  }
  return {
    channel,
    topics: byTopic.known().map(({ row: _, column, ...known }) => ({ topic: column, ...known })),
    blocks: byBlock.known().map(({ row: _, column, ...known }) => ({ block: column, ...known })),
    most,
  }
}

/** Weekly tallies of a grid; what is not on it is left out. */
function counter(rows: readonly string[], columns: readonly string[]) {
  const r = new Map(rows.map((row, n) => [row, n]))
  const c = new Map(columns.map((column, n) => [column, n]))
  const weeks: (Tally & { newest: number; oldest: number })[][][] = []
  const blank = () =>
    rows.map(() => columns.map(() => ({ successes: 0, trials: 0, newest: Infinity, oldest: -Infinity })))
  return {
    add(row: string, column: string, ago: number, { successes, trials }: Tally) {
      const [at, to] = [r.get(row), c.get(column)]
      if (at === undefined || to === undefined || !(trials > 0) || !(ago >= 0)) return
      while (weeks.length <= ago) weeks.push(blank())
      const cell = weeks[ago]![at]![to]!
      cell.successes += successes
      cell.trials += trials
    },
    /** Every cell, also those never tried; nothing where nothing was tried at all. */
    known(): (Known & { row: string; column: string })[] {
      const beliefs = beliefsOf(weeks)
      return beliefs.flatMap((line, at) =>
        line.map((belief, to) => {
          const tried = weeks.flatMap((week, ago) => (week[at]![to]!.trials > 0 ? [ago] : []))
          const total = (of: keyof Tally) => weeks.reduce((sum, week) => sum + week[at]![to]![of], 0)
          return {
            ...{ row: rows[at]!, column: columns[to]!, ...belief },
            ...{ successes: total('successes'), trials: total('trials') },
            ...{ newest: tried[0] ?? 0, oldest: tried.at(-1) ?? 0 },
          }
        }),
      )
    },
  }
}

function shifts(kinds: ReadonlyMap<string, Tally>): Record<string, number> {
  const all = [...kinds.values()].reduce(
    (sum, one) => ({ successes: sum.successes + one.successes, trials: sum.trials + one.trials }),
    { successes: 0, trials: 0 },
  )
  const whole = smoothed(all)
  return Object.fromEntries(
    [...kinds].map(([kind, own]) => [kind, logit(smoothed(own, whole, SHRINK)) - logit(whole)] as const),
  )
}
/** Trials of all kinds that a kind's own are mixed with. */
const SHRINK = 20

/** `articles` or `videos`; keys of another data set are all of one kind. */
export const kindOf = (item: string) => item.slice(0, Math.max(0, item.indexOf(':')))

function tally<T extends Tally>(into: Map<string, T>, key: string, blank: () => T, more: Tally): T {
  let cell = into.get(key)
  if (!cell) into.set(key, (cell = blank()))
  cell.successes += more.successes
  cell.trials += more.trials
  return cell
}
