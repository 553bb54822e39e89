import { wallClock } from '../src/lib/zone'
import type { BriefItem, Placed, PlanBrief, PlanParams } from './brief'
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
