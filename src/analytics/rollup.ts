import { cellsOfHour, sumCells, type Cell } from './cells'
import type { Day } from './day'
import type { StoredEvent } from './stored'

export type Term = { q: string; n: number; blanks: number; demo: 0 | 1 }
export type Presence = { day: Day; scope: string; person: string; demo: 0 | 1 }

/** The few reads and writes that a roll-up needs of a database. */
export type Ledger = {
  dirtyHours(limit: number): Promise<{ hour: number; mark: number }[]>
  eventsOfHour(hour: number): Promise<StoredEvent[]>
  eventsOfPlays(plays: string[]): Promise<StoredEvent[]>
  /** Replaces what stood there for the hour. */
  writeHour(hour: number, day: Day, cells: Cell[], terms: Term[]): Promise<void>
  hoursOfDay(day: Day): Promise<Cell[]>
  writeDay(day: Day, cells: Cell[]): Promise<void>
  meet(presences: Presence[]): Promise<void>
  /** Forgets that an hour is dirty unless it has been marked again meanwhile. */
  clean(hours: { hour: number; mark: number }[]): Promise<void>
}

/**
 * Recomputes the dirty hours from their raw events and then the days they lie in. Every step replaces instead of adding,
 * so a crash anywhere is healed by doing it again. Answers how many dirty hours it cleaned; 0 = everything is rolled up.
 */
export async function rollUp(ledger: Ledger, dayOf: (hour: number) => Day, limit = 48): Promise<number> {
  const dirty = await ledger.dirtyHours(limit)
  const whole = new Map<number, Hour>()
  for (const { hour } of dirty) whole.set(hour, await readHour(ledger, hour))
  // A play counts in the hour it began, so the other hours of a play that got new events are recomputed with it.
  const touched = new Set([...whole.values()].flatMap(({ ofPlays }) => ofPlays.map((event) => event.hour)))
  for (const hour of touched) if (!whole.has(hour)) whole.set(hour, await readHour(ledger, hour))
  const days = new Set<Day>()
  for (const [hour, { events, ofPlays }] of whole) {
    const day = dayOf(hour)
    await ledger.writeHour(hour, day, cellsOfHour(hour, events, ofPlays), termsOf(events))
    await ledger.meet(events.flatMap((event) => presences(event, day)))
    days.add(day)
  }
  for (const day of days) await ledger.writeDay(day, sumCells(await ledger.hoursOfDay(day)))
  await ledger.clean(dirty)
  return dirty.length
}

/** The events of an hour, and all events of the plays that touch it. */
type Hour = { events: StoredEvent[]; ofPlays: StoredEvent[] }

async function readHour(ledger: Ledger, hour: number): Promise<Hour> {
  const events = await ledger.eventsOfHour(hour)
  const plays = playIds(events)
  return { events, ofPlays: plays.length ? await ledger.eventsOfPlays(plays) : [] }
}

const playIds = (events: StoredEvent[]) => [
  ...new Set(events.filter(({ play, rejected }) => play && !rejected).map(({ play }) => play)),
]

function termsOf(events: StoredEvent[]): Term[] {
  const terms = new Map<string, Term>()
  for (const { type, q, value, rejected, demo } of events) {
    if (type !== 'search' || rejected) continue
    const key = `${demo}${q}`
    const term = terms.get(key) ?? { q, n: 0, blanks: 0, demo }
    terms.set(key, { ...term, n: term.n + 1, blanks: term.blanks + (value === 0 ? 1 : 0) })
  }
  return [...terms.values()]
}

/** In which sets a person is counted: everybody, by segment, by office, by both. */
function presences({ person, segment, office, rejected, demo }: StoredEvent, day: Day): Presence[] {
  if (!person || rejected) return []
  const scopes = new Set([scopeOf('', ''), scopeOf('', segment), scopeOf(office, ''), scopeOf(office, segment)])
  return [...scopes].map((scope) => ({ day, scope, person, demo }))
}

export const scopeOf = (office: string, segment: string) => `${office}/${segment}`
