import type { BriefChannel, BriefItem, BriefSegment, PlanParams } from './brief'
import type { Reason } from './reasons'

type Verdict = { eligible: true } | { eligible: false; reason: Reason }

const YES: Verdict = { eligible: true }
const no = (code: Reason['code']): Verdict => ({ eligible: false, reason: { code } as Reason })
const verdicts = {
  hidden: no('not-public'),
  topic: no('no-topic'),
  film: no('film-not-ready'),
  segment: no('other-segment'),
  banned: no('banned'),
}

/** Whether an item may go to a segment at all, and if not, why. */
export function mayGo(
  item: BriefItem,
  segment: BriefSegment,
  topics: ReadonlySet<string>,
  banned: ReadonlySet<string> = new Set(),
): Verdict {
  if (!item.isPublic) return verdicts.hidden
  if (!item.topic || !topics.has(item.topic)) return verdicts.topic
  if (!item.ready) return verdicts.film
  if (item.segments.length && !item.segments.includes(segment.id)) return verdicts.segment
  if (banned.has(item.key) || banned.has(pair(item.key, segment.id))) return verdicts.banned
  return YES
}

/**
 * How much an item promises a segment, before scaling: its known completion with this segment (else at large, else
 * what its topic has with this segment), a factor for its own dialect (ranking.md
 * 2.3), for its preferred form, less for what it got lately, slightly less for old pieces.
 */
export function promise(
  item: BriefItem,
  segment: BriefSegment,
  repeats: number,
  fresh: number,
  params: PlanParams,
): number {
  const { match } = params
  const known = segment.quality?.[item.key] ?? item.quality ?? segment.appeal?.[item.topic ?? '']
  const quality = known === undefined || !Number.isFinite(known) ? 0.5 : Math.min(1, Math.max(0, known))
  const variety = spoken(item, segment) ? match.variety : 1
  const form = liked(item, segment) ? match.form : 1
  return quality * variety * form * fresh * (repeats ? match.repeat ** repeats : 1)
}

/** From 1 for today's down to 0.85: age alone never decides. */
export function freshness(item: BriefItem, now: Date): number {
  const days = Math.max(0, (now.getTime() - item.updatedAt.getTime()) / 86_400_000)
  return 0.85 + 0.15 * 0.5 ** (Number.isFinite(days) ? days / 180 : 1)
}

/** The variety of the item that the segment prefers; null when it has none of theirs. */
export const spoken = (item: BriefItem, segment: BriefSegment): string | null =>
  segment.varieties.find((variety) => item.varieties.includes(variety)) ?? null

/** The form of the item that the segment prefers; null when it is none of theirs. */
export const liked = ({ form, also = [] }: BriefItem, { forms }: BriefSegment): string | null =>
  [form, ...also].find((one) => forms.includes(one)) ?? null

export const reaches = (channel: BriefChannel, segment: BriefSegment): boolean =>
  !channel.segments.length || channel.segments.includes(segment.id)

/** What a channel is worth to a segment that does not use it, where nothing was learned. */
const STRANGE = 0.6
export const liking = ({ channels }: BriefSegment, channel: string): number =>
  channels.includes(channel) ? 1 : STRANGE

/** What was learned of a send there and then against the best one, at most 1; null for a channel nothing is known of. */
export function worthIn({ worth = [] }: BriefSegment): (channel: string, block: string | null) => number | null {
  const most = Math.max(0, ...worth.map(({ value }) => value))
  const table = new Map<string, number>()
  for (const { channel, block, value } of worth)
    for (const key of [`${channel} ${block}`, channel]) table.set(key, Math.max(table.get(key) ?? 0, value))
  return (channel, block) => {
    if (!most || !table.has(channel)) return null
    return (table.get(block ? `${channel} ${block}` : channel) ?? 0) / most
  }
}

/** Ids are anybody's words, so what parts them must be none. */
export const pair = (item: string, segment: string) => `${item}\0${segment}`
