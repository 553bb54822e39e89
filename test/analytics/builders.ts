import { randomUUID } from 'node:crypto'
import type { StoredEvent } from '../../src/analytics/stored'
import { hourOf } from '../../src/analytics/stored'

export const NOON = Date.parse('2026-11-20T04:00:00Z') // 12:00 in Shanghai

/** An event as it is kept; everything that a test does not care about is plausible. */
export function stored(over: Partial<StoredEvent> = {}): StoredEvent {
  const at = over.at ?? NOON
  return {
    id: randomUUID(),
    type: 'view',
    at,
    received: at,
    hour: hourOf(at),
    item: 'videos:film',
    segment: 'elderly',
    channel: 'home',
    delivery: '',
    variety: 'yue',
    office: 'town',
    topic: 'fraud',
    play: '',
    length: 60,
    from: 0,
    to: 0,
    value: null,
    q: '',
    person: '',
    rejected: '',
    demo: 0,
    ...over,
  }
}

/** A playback watched over the given seconds. */
export function playback(over: Partial<StoredEvent>, ...intervals: [number, number][]): StoredEvent[] {
  const play = over.play ?? randomUUID()
  return [
    stored({ ...over, type: 'start', play }),
    ...intervals.map(([from, to]) => stored({ ...over, type: 'watch', play, from, to })),
  ]
}
