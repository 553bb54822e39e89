import { wallClock, type Day } from '../src/lib/zone'
import type { BriefItem, Placed, PlanBrief, PlanParams } from './brief'
import { clashesAt } from './clashes'
import type { Reason } from './reasons'
import { limitsOf, mostOf } from './limits'
import { quota } from './slots'

/**
 * What stands against the deliveries a person has pinned. A pin wins over everything the planner would decide, so
 * whatever it contradicts is said in words and nothing is dropped. Warnings in the order of the pins, each once.
 */
export function pinWarnings(
  brief: PlanBrief,
  params: PlanParams,
  /** How many deliveries a segment has in all. */
  lengths: ReadonlyMap<string, number>,
): Reason[] {
  const kept = brief.kept ?? []
  const pinned = kept.filter((placed) => placed.pinned)
  const items = new Map(brief.items.map((item) => [item.key, item]))
  const slots = Math.max(0, Math.floor(brief.slots) || 0)
  return [
    ...(pinned.length && kept.length > slots ? [{ code: 'pinned-many', kept: kept.length, slots } as const] : []),
    ...pinned.flatMap((placed) => ownFaults(placed, items.get(placed.item), brief)),
    ...twice(kept),
    ...pinned.flatMap((placed) => againstTheClock(placed, brief, params)),
    ...crowded(brief, params),
    ...overCap(brief, lengths),
  ]
}

function ownFaults({ item, segment, channel, at }: Placed, found: BriefItem | undefined, brief: PlanBrief): Reason[] {
  const banned = brief.bans?.some((ban) => ban.item === item && (!ban.segment || ban.segment === segment))
  const there = (list: readonly { id: string }[], id: string) => list.some((row) => row.id === id)
  return [
    ...(banned ? [{ code: 'pinned-banned', item, segment } as const] : []),
    ...(!found?.isPublic || !found.ready ? [{ code: 'pinned-withdrawn', item } as const] : []),
    ...(there(brief.segments, segment) && there(brief.channels, channel)
      ? []
      : [{ code: 'pinned-elsewhere', item } as const]),
    ...(at <= brief.now ? [{ code: 'pinned-past', item } as const] : []),
  ]
}

/** Items that a segment gets more than once, where a person pinned one of them: each once. */
const twice = (kept: readonly Placed[]): Reason[] =>
  kept.flatMap(({ item, segment, pinned }, n): Reason[] => {
    const alike = (other: Placed) => other.item === item && other.segment === segment
    const first = kept.findIndex((other) => other.pinned && alike(other)) === n
    return pinned && first && kept.filter(alike).length > 1 ? [{ code: 'pinned-twice', item, segment }] : []
  })

/** A day outside the period, or a time that the channel or the segment does not have; of what is past that is no matter. */
function againstTheClock(placed: Placed, brief: PlanBrief, params: PlanParams): Reason[] {
  const { now, from, to, timeZone, holidays } = brief
  const { item, at } = placed
  const channel = brief.channels.find(({ id }) => id === placed.channel)
  const segment = brief.segments.find(({ id }) => id === placed.segment)
  if (at <= now || from > to || !channel || !segment) return []
  const [day, first, last] = [at, from, to].map((date) => wallClock(date, timeZone).day) as [Day, Day, Day]
  if (day < first || day > last) return [{ code: 'pinned-outside', item, day }]
  return clashesAt({ placed, channel, segment, timeZone, holidays }, [], params)
    .filter(({ code }) => code !== 'clash-full') // A quota of none is said by `crowded`.
    .map((clash) => ({ code: 'pinned-clash', item, clash }))
}

/** Days of a channel on which pins make more sends than it takes, or stand closer than its spacing. */
function crowded({ kept = [], others = [], channels, timeZone }: PlanBrief, params: PlanParams): Reason[] {
  const days = new Map<string, Placed[]>()
  for (const placed of [...kept, ...others]) {
    const key = `${placed.channel} ${wallClock(placed.at, timeZone).day}`
    days.set(key, [...(days.get(key) ?? []), placed])
  }
  return [...days.values()].flatMap((sends): Reason[] => {
    const pins = sends.filter(({ pinned }) => pinned).sort((a, b) => a.at.getTime() - b.at.getTime())
    const channel = channels.find(({ id }) => id === sends[0]!.channel)
    if (!pins.length || !channel) return []
    const takes = quota(channel, params)
    const close = pins.flatMap((pin, n): Reason[] => {
      const next = pins[n + 1]
      const apart = next ? (next.at.getTime() - pin.at.getTime()) / 60_000 : Infinity
      return apart < params.spacing ? [{ code: 'pinned-close', item: pin.item, other: next!.item }] : []
    })
    return [
      ...(sends.length > takes
        ? [
            {
              code: 'pinned-quota',
              item: pins[0]!.item,
              channel: channel.id,
              sends: sends.length,
              quota: takes,
            } as const,
          ]
        : []),
      ...close,
    ]
  })
}

/** A cap is of the whole list of a segment; one item is always allowed, as in the choice. */
function overCap({ kept = [], topics, segments }: PlanBrief, lengths: ReadonlyMap<string, number>): Reason[] {
  return segments.flatMap(({ id, limits }) =>
    limitsOf(topics, { segment: limits }).topics.flatMap(({ id: topic, cap }): Reason[] => {
      const own = kept.filter((placed) => placed.segment === id && placed.topic === topic)
      const most = mostOf(cap, lengths.get(id) ?? 0)
      return own.some(({ pinned }) => pinned) && own.length > most
        ? [{ code: 'pinned-cap', topic, segment: id, cap: cap ?? 1 }]
        : []
    }),
  )
}
