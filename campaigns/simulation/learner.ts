import type { Chance } from '../../src/lib/chance'
import { beliefsOf, drawn, meanOf, type Belief, type Tally } from '../learning'
import { blocks, channels, topics, type People } from './county'
import type { Outcome, Send } from './sending'

export type Learned = { appeal: number[][]; worth: number[][] }

/**
 * What the planner knows from its own sends: completions by segment and topic, plays by segment, channel and hour. Each
 * week's outcomes arrive together, some weeks late where the world says so.
 */
export function learner(people: People, delay = 0) {
  const grid = (columns: number): Tally[][] =>
    people.bySegment.map(() => Array.from({ length: columns }, () => ({ successes: 0, trials: 0 })))
  /** Weekly tallies, the newest first. */
  const byTopic = [grid(topics.length)]
  const bySlot = [grid(channels.length * blocks.length)]
  const late: { send: Send; outcome: Outcome }[][] = []

  const read = (weeks: Tally[][][], see: (belief: Belief) => number) =>
    beliefsOf(weeks).map((row) => row.map((belief) => see(belief)))
  return {
    /** One plausible world: what is drawn high gets tried. */
    draw: (seeded: Chance): Learned => ({
      appeal: read(byTopic, (belief) => drawn(belief, seeded)),
      worth: read(bySlot, (belief) => drawn(belief, seeded)),
    }),
    /** What went best so far. */
    best: (): Learned => ({ appeal: read(byTopic, meanOf), worth: read(bySlot, meanOf) }),
    endWeek(outcomes: { send: Send; outcome: Outcome }[]) {
      late.push(outcomes)
      byTopic.unshift(grid(topics.length))
      bySlot.unshift(grid(channels.length * blocks.length))
      for (const { send, outcome } of late.length > delay ? late.shift()! : []) {
        add(byTopic[0]![send.segment]![send.piece.topic]!, outcome.completions, outcome.exposed)
        const slot = send.channel * blocks.length + send.block
        add(bySlot[0]![send.segment]![slot]!, outcome.plays, people.bySegment[send.segment]!.length)
      }
    },
  }
}
export type Learner = ReturnType<typeof learner>

function add(tally: Tally, successes: number, trials: number) {
  tally.successes += successes
  tally.trials += trials
}
