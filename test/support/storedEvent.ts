import type { StoredEvent } from '../../src/analytics/stored'

/** An event as the beacon would have kept it at that instant; a test names only what it is about. */
export function storedEvent(at: Date, more: Partial<StoredEvent>): StoredEvent {
  const now = at.getTime()
  return {
    ...{ id: crypto.randomUUID(), type: 'view', at: now, received: now, hour: Math.floor(now / 3_600_000), item: '' },
    ...{ segment: '', channel: '', delivery: '', variety: '', office: '', topic: '', play: '', length: 0, from: 0 },
    ...{ to: 0, value: null, q: '', person: '', rejected: '', demo: 0 },
    ...more,
  }
}
