import type { ChannelKind } from '../lifecycle'

/** What a channel is handed: everything a resident will see, and whom to credit. */
export type Package = {
  /** Idempotency key and code of the tracked link. */
  code: string
  dueAt: Date
  until: Date | null
  item: {
    key: string
    title: string
    text: string
    /** Which other office it is owed to, a sentence to pass on. */
    credit: string | null
    /** Tracked, absolute. */
    link: string
    media: { poster: string | null; film: string | null; stream: string | null; seconds: number | null }
  }
  segment: { slug: string; name: string }
  topic: { slug: string; name: string }
  variety: string | null
  office: string | null
  channel: { id: string; code: string; webhook: { url: string; secret: string; allowPrivate: boolean } | null }
}

/** Why a channel did not take a delivery; worded in `words.ts`. */
export type FailureCode =
  | 'missed'
  | 'held-too-long'
  | 'channel-off'
  | 'item-withdrawn'
  | 'no-address'
  | 'bad-secret'
  | 'private-address'
  | 'redirected'
  | 'gone'
  | 'refused'
  | 'unreachable'
  | 'timeout'
  | 'lost-answer'

export type Outcome =
  | { state: 'submitted'; externalId?: string }
  /** Not taken. `retry`: the same again may work. `disable`: the peer asked never to be called again. */
  | { state: 'failed'; code: FailureCode; detail?: string; retry: boolean; disable?: boolean }

/** One door to residents. */
export type Channel = {
  kind: ChannelKind
  /** False: a person passes it on; the dispatcher leaves it alone. */
  automatic: boolean
  /** True: handing over the same code twice counts once, so that a lost answer may simply be asked for again. */
  idempotent: boolean
  deliver(parcel: Package, context: { now: Date; signal?: AbortSignal }): Promise<Outcome>
}
