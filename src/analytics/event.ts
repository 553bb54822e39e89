import { z } from 'zod'

/** What a page may report. The list is closed: an unknown type is a malformed event. */
export const eventTypes = [
  'view', // a page was shown
  'read', // an effective read; `value` = active seconds
  'start', // a playback began (2 s, half in sight)
  'watch', // seconds `from` to `to` of a playback were played
  'complete', // the player reached the end
  'share',
  'save', // kept for later, downloaded
  'helpful', // `value` 1 = it helped, 0 = it did not
  'choose', // an answer of 选一选; `value` = its number from 0
  'listen', // read aloud
  'call', // a telephone number was tapped
  'search', // `q`; `value` = number of results, 0 = nothing found
] as const
export type EventType = (typeof eventTypes)[number]

const DAY_SECONDS = 86_400
const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i, 'must be a UUID')
const code = z.string().regex(/^[\w-]{1,64}$/, 'must be a code')
const seconds = z.number().min(0).max(DAY_SECONDS)
const count = z.number().int().min(0).max(1_000_000)
const item = z.string().regex(/^(articles|videos)\/[^/\s]{1,120}$/, 'must be articles/<slug> or videos/<slug>')

const common = {
  id: uuid,
  at: z.number().int().min(0).max(8.64e15),
  segment: code.nullish(),
  channel: code.nullish(),
  delivery: code.nullish(),
  variety: code.nullish(),
}
const anywhere = { ...common, item: item.nullish() }
const ofItem = { ...common, item }
const nothing = { value: z.literal(1).nullish() }

export const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('view'), ...anywhere, ...nothing }),
  z.object({ type: z.literal('read'), ...ofItem, value: seconds.nullish() }),
  z.object({ type: z.literal('start'), ...ofItem, play: uuid, ...nothing }),
  z
    .object({ type: z.literal('watch'), ...ofItem, play: uuid, from: seconds, to: seconds })
    .refine(({ from, to }) => from <= to, { path: ['to'], message: 'must not be before from' }),
  z.object({ type: z.literal('complete'), ...ofItem, play: uuid, ...nothing }),
  z.object({ type: z.literal('share'), ...ofItem, ...nothing }),
  z.object({ type: z.literal('save'), ...ofItem, ...nothing }),
  z.object({ type: z.literal('helpful'), ...ofItem, value: z.union([z.literal(0), z.literal(1)]) }),
  z.object({ type: z.literal('choose'), ...ofItem, value: count }),
  z.object({ type: z.literal('listen'), ...ofItem, ...nothing }),
  z.object({ type: z.literal('call'), ...anywhere, ...nothing }),
  z.object({ type: z.literal('search'), ...anywhere, q: z.string().trim().min(1).max(200), value: count.nullish() }),
])
export type Event = z.infer<typeof eventSchema>

const envelope = z.object({ v: z.literal(1), events: z.array(z.unknown()).min(1).max(100) })

type Fault = { index: number; path: string; message: string }
export type Parsed = { events: Event[] } | { faults: Fault[] }

/** All or nothing: the events of a request, or every fault with the index of its event (-1: the envelope itself). */
export function parseEvents(body: unknown): Parsed {
  const outer = envelope.safeParse(body)
  if (!outer.success) return { faults: outer.error.issues.map((issue) => fault(-1, issue)) }
  const events: Event[] = []
  const faults: Fault[] = []
  outer.data.events.forEach((candidate, index) => {
    const result = eventSchema.safeParse(candidate)
    if (result.success) events.push(result.data)
    else faults.push(...result.error.issues.map((issue) => fault(index, issue)))
  })
  return faults.length ? { faults } : { events }
}

const fault = (index: number, { path, message }: z.core.$ZodIssue): Fault => ({ index, path: path.join('.'), message })
