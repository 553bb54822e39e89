import { playsOf } from './fold'
import type { Rejection, StoredEvent } from './stored'

export const dimensions = ['item', 'segment', 'channel', 'variety', 'office', 'topic', 'demo'] as const
export type Dimension = (typeof dimensions)[number]

export const measures = [
  'views',
  'reads',
  'starts',
  'plays', // effective
  'completions',
  'seconds',
  'shares',
  'saves',
  'helpful',
  'unhelpful',
  'choices',
  'listens',
  'calls',
  'searches',
  'blanks', // searches without result
  'bots',
  'unknown',
  'untimely',
] as const
export type Measure = (typeof measures)[number]

export type Cell = Record<Exclude<Dimension, 'demo'>, string> & { demo: 0 | 1 } & Record<Measure, number>

const REJECTED: Record<Rejection, Measure> = {
  bot: 'bots',
  'unknown-item': 'unknown',
  'too-old': 'untimely',
  'from-the-future': 'untimely',
}

/**
 * The counts of one hour, from its raw events and all events of the plays that touch it. Pure: the same events give the
 * same cells however often it runs, which is what makes the roll-up safe to repeat. A play counts in the hour it began.
 */
export function cellsOfHour(hour: number, events: readonly StoredEvent[], ofPlays: readonly StoredEvent[]): Cell[] {
  const tally = new Tally()
  for (const event of events) {
    const measure = measureOf(event)
    if (measure) tally.add(event, measure, 1)
    if (event.type === 'search' && event.value === 0 && !event.rejected) tally.add(event, 'blanks', 1)
  }
  for (const { first, variety, seconds, effective, completed } of playsOf(ofPlays)) {
    if (first.hour !== hour) continue
    const of = { ...first, variety }
    tally.add(of, 'starts', 1)
    tally.add(of, 'seconds', seconds)
    if (effective) tally.add(of, 'plays', 1)
    if (completed) tally.add(of, 'completions', 1)
  }
  return tally.cells()
}

/** Cells added up that agree in every dimension. */
export function sumCells(cells: Iterable<Cell>): Cell[] {
  const tally = new Tally()
  for (const cell of cells) for (const measure of measures) if (cell[measure]) tally.add(cell, measure, cell[measure])
  return tally.cells()
}

function measureOf({ type, value, rejected }: StoredEvent): Measure | undefined {
  if (rejected) return REJECTED[rejected]
  if (type === 'helpful') return value ? 'helpful' : 'unhelpful'
  return COUNTED[type]
}

const COUNTED: Record<string, Measure | undefined> = {
  view: 'views',
  read: 'reads',
  share: 'shares',
  save: 'saves',
  choose: 'choices',
  listen: 'listens',
  call: 'calls',
  search: 'searches',
}

export const cellKey = (of: Pick<Cell, Dimension>) => dimensions.map((dimension) => of[dimension]).join('|')

class Tally {
  private readonly byKey = new Map<string, Cell>()

  add(of: Pick<Cell, Dimension>, measure: Measure, n: number) {
    const key = cellKey(of)
    let cell = this.byKey.get(key)
    if (!cell) this.byKey.set(key, (cell = empty(of)))
    cell[measure] += n
  }

  cells = () => [...this.byKey.values()]
}

function empty(of: Pick<Cell, Dimension>): Cell {
  const named = Object.fromEntries(dimensions.map((dimension) => [dimension, of[dimension]]))
  const zeros = Object.fromEntries(measures.map((measure) => [measure, 0]))
  return { ...named, ...zeros } as Cell
}
