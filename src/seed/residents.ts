import { hourOf, type StoredEvent } from '../analytics/stored'
import { chance, type Chance } from '../lib/chance'
import { demandOf, type PastChannel, type PastDelivery, type PastItem, type PastSegment } from './pastDeliveries'

type County = { items: PastItem[]; segments: PastSegment[]; channels: PastChannel[]; now: Date; seed: number }
type Visit = { item: PastItem; segment: PastSegment; channel: string; delivery: string; at: number }

const HOUR = 3_600_000
const WEEKS = 8
/** People of a segment who use the site on one day, at most. */
const CIRCLE = 400

/**
 * What residents of the demo county did: events for every delivery and for visits nobody asked for. Interest follows the
 * demand of the segment and whether the film speaks its language. Pure: the same seed gives the same events.
 */
export function* engagementFor(deliveries: PastDelivery[], county: County): Generator<StoredEvent> {
  const { items, segments, channels, now, seed } = county
  const random = chance(seed)
  const itemOf = new Map(items.map((item) => [item.key, item]))
  const segmentOf = new Map(segments.map((segment) => [segment.id, segment]))
  const codeOf = new Map(channels.map((channel) => [channel.id, channel.code]))
  const visits: Visit[] = []
  for (const delivery of deliveries) {
    if (delivery.state !== 'submitted') continue
    const { itemKey, segment: id, channel, code, submittedAt } = delivery
    const [item, segment] = [itemOf.get(itemKey), segmentOf.get(id)]
    if (!item || !segment) continue
    const n = random.poisson((14 + 260 * demandOf(segment, item.topic.id)) * understood(item, segment))
    for (let k = 0; k < n; k++) {
      const at = Date.parse(submittedAt) + random.wait(14 * HOUR)
      visits.push({ item, segment, channel: codeOf.get(channel) ?? '', delivery: code, at })
    }
  }
  for (const item of items)
    for (let k = random.poisson(WEEKS * (item.length ? 60 : 30)); k > 0; k--) {
      const at = now.getTime() - random.between(0, WEEKS * 7 * 24 * HOUR)
      visits.push({ item, segment: random.pick(segments), channel: '', delivery: '', at })
    }
  const seen = visits.filter(({ at }) => at < now.getTime() - HOUR / 2)
  for (const visit of seen) yield* visited(visit, random)
  yield* searches(county, random)
}

const understood = (item: PastItem, segment: PastSegment) =>
  segment.varieties.some((code) => item.varieties.includes(code)) ? 1.3 : 0.8

function visited(visit: Visit, random: Chance): StoredEvent[] {
  const { item, segment } = visit
  const at = awake(visit.at)
  const base = { ...blank(at, random), item: item.key, topic: item.topic.id, office: item.office }
  const { variety, ease } = listens(item, segment, random)
  const of = { ...base, segment: segment.slug, channel: visit.channel, delivery: visit.delivery, variety }
  const person = `${segment.slug.slice(0, 4)}${Math.floor(random.next() * CIRCLE)}`
  const event = (type: string, over: Partial<StoredEvent> = {}): StoredEvent => ({
    ...of,
    id: random.uuid(),
    type,
    person,
    ...over,
  })
  const events = [event('view')]
  const interest = (0.35 + 0.9 * demandOf(segment, item.topic.id)) * ease
  if (item.length) events.push(...played(event, item.length, interest, random))
  else if (random.happens(interest)) events.push(event('read', { value: Math.round(random.between(20, 120)) }))
  if (random.happens(0.03)) events.push(event('share'))
  if (random.happens(0.04)) events.push(event('helpful', { value: random.happens(0.85) ? 1 : 0 }))
  if (random.happens(0.01)) events.push(event('call'))
  return events
}

/**
 * An article is read in the variety it is written in. A film is heard in the segment's own variety by most, half as many
 * take each next one they know; it holds them longer in the first.
 */
function listens(item: PastItem, { varieties }: PastSegment, random: Chance) {
  const known = varieties.filter((code) => item.varieties.includes(code))
  const variety = item.length && known.length ? random.weighted(known, (code) => 0.5 ** known.indexOf(code)) : undefined
  return { variety: variety ?? item.varieties[0] ?? '', ease: !variety || variety === varieties[0] ? 1 : 0.75 }
}

type Make = (type: string, over?: Partial<StoredEvent>) => StoredEvent

function played(event: Make, length: number, interest: number, random: Chance): StoredEvent[] {
  if (!random.happens(0.75)) return []
  const play = random.uuid()
  const whole = random.happens(interest * 0.6)
  const to = whole ? length : Math.min(length, random.wait(length * interest * 0.7))
  const stops = Array.from({ length: Math.ceil(to / 30) }, (_, n): [number, number] => [
    n * 30,
    Math.min(to, n * 30 + 30),
  ])
  return [
    event('start', { play, length }),
    ...stops.map(([from, until]) => event('watch', { play, length, from, to: until })),
    ...(whole ? [event('complete', { play, length })] : []),
  ]
}

const ASKED = ['老板不给钱', '彩礼能要回来吗', '刷单被骗', '保健品退货', '宅基地', '邻居占地', '孩子被打', '借条怎么写']
const UNANSWERED = ['狗咬人谁赔', '遗嘱怎么写', '网贷催收', '低保怎么办']

function searches({ segments, now }: County, random: Chance): StoredEvent[] {
  return Array.from({ length: 420 }, () => {
    const at = awake(now.getTime() - random.between(HOUR, WEEKS * 7 * 24 * HOUR))
    const found = random.happens(0.8)
    const q = random.pick(found ? ASKED : UNANSWERED)
    const value = found ? Math.ceil(random.between(0, 6)) : 0
    return { ...blank(at, random), type: 'search', q, value, segment: random.pick(segments).slug }
  })
}

/** Nobody reads at three in the morning in China: those visits come at breakfast, before they happened at night. */
function awake(at: number): number {
  const local = (at + 8 * HOUR) % (24 * HOUR)
  return Math.round(local < 6 * HOUR ? at - local - 3 * HOUR : at)
}

const blank = (at: number, random: Chance): StoredEvent => ({
  id: random.uuid(),
  type: 'view',
  at,
  received: at,
  hour: hourOf(at),
  item: '',
  segment: '',
  channel: '',
  delivery: '',
  variety: '',
  office: '',
  topic: '',
  play: '',
  length: 0,
  from: 0,
  to: 0,
  value: null,
  q: '',
  person: '',
  rejected: '',
  demo: 1,
})
