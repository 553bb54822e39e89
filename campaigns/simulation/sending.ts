import type { Chance } from '../../src/lib/chance'
import { blocks, channels, topics, type People, type Piece } from './county'

export type Send = { piece: Piece; segment: number; channel: number; block: number; day: number; explored: boolean }
export type Outcome = { exposed: number; plays: number; completions: number }

/** What people remember of what reached them, and what they took from it. */
export type Memory = {
  sends: Float64Array
  topic: Float64Array
  reached: Uint8Array
  learned: Uint8Array
  playsByVariety: number[]
}

export const newMemory = (people: People): Memory => ({
  sends: new Float64Array(people.count),
  topic: new Float64Array(people.count * topics.length),
  reached: new Uint8Array(people.count),
  learned: new Uint8Array(people.count * topics.length),
  playsByVariety: [0, 0, 0],
})

/** How much of their attention an average hour block of a channel gets. */
const ATTENTION = 2.2

/** One send meets the people of a segment who are on the channel at that hour; some play, some to the end. */
export function expose(send: Send, people: People, memory: Memory, seeded: Chance, fatigue = 1): Outcome {
  const outcome: Outcome = { exposed: 0, plays: 0, completions: 0 }
  const { topic, variety, quality } = send.piece
  for (const agent of people.bySegment[send.segment]!) {
    if (!people.on[agent * channels.length + send.channel]) continue
    const there = Math.min(1, ATTENTION * people.hours[agent * blocks.length + send.block]!)
    if (!seeded.happens(there)) continue
    const at = agent * topics.length + topic
    const taste = people.taste[at]!
    const match = people.variety[agent] === variety ? 0.7 : 0
    const tired = fatigue * (0.25 * memory.sends[agent]! + 0.45 * memory.topic[at]!)
    const play = sigmoid(-1.6 + Math.log(8 * taste + 0.05) + match + quality - tired)
    outcome.exposed += 1
    memory.reached[agent] = 1
    memory.sends[agent]! += 1
    memory.topic[at]! += 1
    if (!seeded.happens(play)) continue
    outcome.plays += 1
    memory.playsByVariety[people.variety[agent]!]! += 1
    if (!seeded.happens(sigmoid(-0.4 + 0.6 * Math.log(8 * taste + 0.05) + match + 0.5 * quality))) continue
    outcome.completions += 1
    memory.learned[at] = 1
  }
  return outcome
}

/** From week to week people forget that they were bothered. */
export function forget(memory: Memory): void {
  memory.sends.forEach((value, n) => (memory.sends[n] = value * 0.4))
  memory.topic.forEach((value, n) => (memory.topic[n] = value * 0.5))
}

/** How many plays a send can be expected to bring, with the true tastes, from people who are not tired: only the clairvoyant may ask. */
export function expectedPlays(piece: Piece, segment: number, channel: number, block: number, people: People): number {
  let sum = 0
  // Every tenth person is enough to rank by.
  for (let n = 0; n < people.bySegment[segment]!.length; n += 10) {
    const agent = people.bySegment[segment]![n]!
    if (!people.on[agent * channels.length + channel]) continue
    const there = Math.min(1, ATTENTION * people.hours[agent * blocks.length + block]!)
    const match = people.variety[agent] === piece.variety ? 0.7 : 0
    sum +=
      there *
      sigmoid(-1.6 + Math.log(8 * people.taste[agent * topics.length + piece.topic]! + 0.05) + match + piece.quality)
  }
  return sum * 10
}

/** Taste-weighted share of topics a person completed at least once, averaged over the people. */
export function knowledge(people: People, { learned }: Memory): number {
  let sum = 0
  learned.forEach((yes, at) => (sum += yes ? people.taste[at]! : 0))
  return sum / people.count
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))
