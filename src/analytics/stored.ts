/** Why an event was stored without being counted. */
export const rejections = ['bot', 'unknown-item', 'too-old', 'from-the-future'] as const
export type Rejection = (typeof rejections)[number]

/** An event as it is kept: the item resolved to an id, facts of the item copied, no address, '' for what is not known. */
export type StoredEvent = {
  id: string
  type: string
  at: number
  received: number
  /** Hours since the epoch of `at`: what the roll-up works by. */
  hour: number
  /** `videos:<id>` */
  item: string
  segment: string
  channel: string
  delivery: string
  variety: string
  office: string
  topic: string
  play: string
  /** The film's length in seconds when the event came; 0 when unknown. */
  length: number
  from: number
  to: number
  value: number | null
  q: string
  person: string
  rejected: '' | Rejection
  demo: 0 | 1
}

export const columns = [
  'id',
  'type',
  'at',
  'received',
  'hour',
  'item',
  'segment',
  'channel',
  'delivery',
  'variety',
  'office',
  'topic',
  'play',
  'length',
  'from',
  'to',
  'value',
  'q',
  'person',
  'rejected',
  'demo',
] as const satisfies (keyof StoredEvent)[]

export const hourOf = (at: number) => Math.floor(at / 3_600_000)
