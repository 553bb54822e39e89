import { idOf, learnedFrom, type Learned, type Posted, type Slotted, type Watched } from '../../campaigns'
import { blockOf } from '../lib/hours'
import { addDays, instantOf, wallClock, type Day } from '../lib/zone'
import type { Delivery } from '../payload-types'
import type { Runtime } from '../runtime'

/** Further back, evidence counts for a third and less: not read any more. */
export const LEARN_WEEKS = 52
const DAY = 86_400_000
/** An opening belongs to the last send of the item before it, if that is no longer ago. */
const ECHO_DAYS = 14
const all = { pagination: false, depth: 0, overrideAccess: true } as const

/**
 * What was learned, derived anew from the roll-ups of the last year, the deliveries that went out and the figures copied
 * from other platforms: one question to the roll-ups, nothing stored that could drift.
 */
export async function readLearned(runtime: Runtime): Promise<Learned> {
  const { payload, events, clock, env } = runtime
  const today = wallClock(clock.now(), env.SITE_TIMEZONE).day
  const from = addDays(today, 1 - 7 * LEARN_WEEKS)
  await events.rollUp()
  const [cells, topics, segments, channels, deliveries, figures] = await Promise.all([
    events.counts(
      { from, to: today },
      ['day', 'item', 'topic', 'segment', 'channel'],
      [...(['views', 'reads', 'starts', 'completions'] as const)],
    ),
    payload.find({ collection: 'topics', ...all, sort: 'order', select: {} }),
    payload.find({ collection: 'segments', ...all, sort: 'order', select: { slug: true } }),
    payload.find({ collection: 'channels', ...all, select: { code: true, platform: true } }),
    payload.find({
      collection: 'deliveries',
      ...all,
      where: {
        and: [
          { state: { equals: 'submitted' } },
          { submittedAt: { greater_than: instantOf(from, 0, env.SITE_TIMEZONE).toISOString() } },
        ],
      },
      select: { itemKey: true, topic: true, segment: true, channel: true, submittedAt: true },
    }),
    payload.find({
      collection: 'figures',
      ...all,
      where: { and: [{ metric: { equals: 'plays' } }, { delivery: { exists: true } }] },
      select: { delivery: true, value: true, completions: true, readAt: true, createdAt: true },
    }),
  ])
  const ago = (day: Day) => Math.floor((Date.parse(today) - Date.parse(day)) / (7 * DAY))
  const bySlug = new Map(segments.docs.map(({ id, slug }) => [slug ?? '', String(id)]))
  const byCode = new Map(channels.docs.map(({ id, code }) => [code, String(id)]))
  const platforms = new Set(channels.docs.filter(({ platform }) => platform).map(({ id }) => String(id)))
  const sends = deliveries.docs.map((row) => ({ ...row, ...placeOf(row, env.SITE_TIMEZONE) }))

  const watched = cells.map(({ day, item, topic, segment, ...cell }): Watched => {
    const film = item.startsWith('videos:')
    return {
      ...{ segment: bySlug.get(segment) ?? '', topic, item, ago: ago(day) },
      ...(film ? { successes: cell.completions, trials: cell.starts } : { successes: cell.reads, trials: cell.views }),
    }
  })
  const openings = openingsOf(
    sends,
    cells.map(({ day, item, segment, channel, views }) => ({
      ...{ day, views, item },
      ...{ segment: bySlug.get(segment) ?? '', channel: byCode.get(channel) ?? '' },
    })),
  )
  return learnedFrom(
    {
      watched,
      sent: sends.flatMap(({ id, segment, channel, block, day }): Slotted[] =>
        block && !platforms.has(idOf(channel))
          ? [{ segment: idOf(segment), channel: idOf(channel), block, ago: ago(day), openings: openings.get(id) ?? 0 }]
          : [],
      ),
      posted: postsOf(sends, figures.docs).flatMap(({ channel, topic, block, day, plays, completions }): Posted[] =>
        platforms.has(channel) ? [{ channel, topic, block, ago: ago(day), plays, completions }] : [],
      ),
    },
    {
      segments: [...bySlug.values()],
      topics: topics.docs.map(({ id }) => String(id)),
      channels: channels.docs.map(({ id }) => String(id)).filter((id) => !platforms.has(id)),
    },
  )
}

type Send = Pick<Delivery, 'id' | 'itemKey' | 'topic' | 'segment' | 'channel'> & {
  day: Day
  block: string | null
}

function placeOf({ submittedAt }: Pick<Delivery, 'submittedAt'>, timeZone: string) {
  const { day, minutes } = wallClock(new Date(submittedAt!), timeZone)
  return { day, block: blockOf(minutes) ?? null }
}

type Opened = { day: Day; item: string; segment: string; channel: string; views: number }

/** Openings by delivery: those of a day belong to the last send of the same item, to the same people, by the same door. */
function openingsOf(sends: readonly Send[], cells: readonly Opened[]): Map<string, number> {
  const key = (item: string, segment: string, channel: string) => `${item} ${segment} ${channel}`
  const lists = new Map<string, Send[]>()
  for (const send of [...sends].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const at = key(send.itemKey, idOf(send.segment), idOf(send.channel))
    lists.set(at, [...(lists.get(at) ?? []), send])
  }
  const openings = new Map<string, number>()
  for (const { day, item, segment, channel, views } of cells) {
    const last = lists.get(key(item, segment, channel))?.findLast((send) => send.day <= day)
    if (last && last.day >= addDays(day, -ECHO_DAYS)) openings.set(last.id, (openings.get(last.id) ?? 0) + views)
  }
  return openings
}

type Read = {
  delivery?: unknown
  value: number
  completions?: number | null
  readAt?: string | null
  createdAt: string
}

/** Plays of each delivery as last read: platforms count on, so an older reading is part of the newer one. */
function postsOf(sends: readonly Send[], figures: readonly Read[]) {
  const latest = new Map<string, Read>()
  const when = ({ readAt, createdAt }: Read) => `${readAt ?? createdAt} ${createdAt}`
  for (const figure of figures) {
    const delivery = idOf(figure.delivery as string)
    const known = latest.get(delivery)
    if (!known || when(known) < when(figure)) latest.set(delivery, figure)
  }
  return sends.flatMap(({ id, topic, channel, block, day }) => {
    const found = latest.get(id)
    if (!found) return []
    const { value: plays, completions } = found
    return [{ channel: idOf(channel), topic: idOf(topic), block, day, plays, completions: completions ?? null }]
  })
}
