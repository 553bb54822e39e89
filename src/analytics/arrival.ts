import type { Event } from './event'
import { hourOf, type Rejection, type StoredEvent } from './stored'

const DAY = 86_400_000
export const OLDEST = 7 * DAY
export const FUTURE = 5 * 60_000

/** What is known of an item when an event of it arrives. */
export type ItemFacts = { key: string; topic: string; office: string; length: number }

export type Arrival = {
  now: number
  bot: boolean
  person: string
  item(path: string): ItemFacts | undefined
  /** A segment, channel or variety code that exists, else ''. A made-up code must not open a new cell. */
  known(kind: 'segment' | 'channel' | 'variety', code: string | null | undefined): string
}

/** Turns a well-formed event into what is kept of it; what must not be counted carries its reason. */
export function arrive(event: Event, arrival: Arrival): StoredEvent {
  const facts = event.item ? arrival.item(event.item) : undefined
  return {
    id: event.id.toLowerCase(),
    type: event.type,
    at: event.at,
    received: arrival.now,
    hour: hourOf(event.at),
    item: facts?.key ?? '',
    segment: arrival.known('segment', event.segment),
    channel: arrival.known('channel', event.channel),
    delivery: event.delivery ?? '',
    variety: arrival.known('variety', event.variety),
    office: facts?.office ?? '',
    topic: facts?.topic ?? '',
    play: 'play' in event ? event.play.toLowerCase() : '',
    length: facts?.length ?? 0,
    from: 'from' in event ? event.from : 0,
    to: 'to' in event ? event.to : 0,
    value: ('value' in event ? event.value : null) ?? null,
    q: 'q' in event ? asTyped(event.q) : '',
    person: arrival.bot ? '' : arrival.person,
    rejected: rejection(event, facts, arrival),
    demo: 0,
  }
}

function rejection(event: Event, facts: ItemFacts | undefined, { now, bot }: Arrival): '' | Rejection {
  if (bot) return 'bot'
  if (event.at < now - OLDEST) return 'too-old'
  if (event.at > now + FUTURE) return 'from-the-future'
  return event.item && !facts ? 'unknown-item' : ''
}

/** People type telephone and identity numbers into search boxes: long runs of digits are not kept. */
const asTyped = (q: string) =>
  q
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/\d{5,}/g, '#')
    .slice(0, 60)
