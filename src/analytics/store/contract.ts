import type { Cell, Dimension, Measure } from '../cells'
import type { Day } from '../day'
import type { Term } from '../rollup'
import type { Rejection, StoredEvent } from '../stored'

/** Days from..to, both included; `offices` narrows to the items of these offices. */
export type Span = { from: Day; to: Day; offices?: string[] }
export type Row<D extends Dimension | 'day' = Dimension | 'day', M extends Measure = Measure> = Pick<
  Cell & { day: Day },
  D | M
>
export type Met = { day: Day; office: string; segment: string; people: number }

/** Residents' events: written by the beacon, read by the questions. The same on either database. */
export type EventStore = {
  /** Resolves once every event is durable. An id that is already there is left as it was. Throws `unavailable` when full or closed. */
  add(events: StoredEvent[]): Promise<void>
  /** The random secret of a day under which persons are hashed. Made on first need, destroyed by `sweep`. */
  secret(day: Day): Promise<string>
  /** Brings the roll-ups up to the last durable event. */
  rollUp(): Promise<void>
  /**
   * Counts of the days, added up by the named dimensions; only the named measures where some are named. Reads roll-ups
   * only: call `rollUp` first for numbers exact to the event.
   */
  counts<D extends Dimension | 'day', M extends Measure = Measure>(
    span: Span,
    by: readonly D[],
    of?: readonly M[],
  ): Promise<Row<D, M>[]>
  /** Distinct people of each day, never to be added up into people of a week. */
  met(span: Span): Promise<Met[]>
  terms(span: Span): Promise<Term[]>
  /** Why events of the last 30 days were stored without being counted. */
  rejected(since: number): Promise<{ reason: Rejection; n: number }[]>
  /** How many events are kept; for readiness, tests and benches. */
  size(): Promise<number>
  /** Destroys secrets and persons older than yesterday, and raw events received more than 30 days ago. */
  sweep(now: Date): Promise<void>
  /** Removes everything that the demo generator wrote. */
  clearDemo(): Promise<void>
  close(): Promise<void>
}
