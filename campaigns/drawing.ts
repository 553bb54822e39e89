import { chanceOf } from '../src/lib/chance'
import { hourBlocks } from '../src/lib/hours'
import type { BriefChannel, BriefSegment, Evidence, PlanBrief, SlotWorth } from './brief'
import { kindOf, type Known, type Learned, type PlatformKnown } from './learned'
import { drawn, intervalOf, logit, meanOf, sigmoid, within } from './learning'
import { liking } from './targeting'

/**
 * The brief with one plausible world drawn from what was learned (Thompson sampling): how many of a segment finish a
 * topic or an item, what a send is worth there and then. Drawn by the seed of the plan and the name of each thing: the
 * same brief with the same seed is the same plan, and a what-if is drawn as the real one. Nothing learned, nothing drawn.
 */
export function withLearned(brief: PlanBrief, learned: Learned): PlanBrief {
  const platforms = new Map(learned.platforms.map((platform) => [platform.channel, platform]))
  const cells = bySegment(learned.topics)
  const items = bySegment(learned.items)
  return {
    ...brief,
    segments: brief.segments.map((segment) => ({
      ...segment,
      ...interests(cells.get(segment.id) ?? [], items.get(segment.id) ?? [], learned.kinds, brief.seed),
      ...slots(segment, brief, learned, platforms),
    })),
    channels: brief.channels.map((channel) => {
      const platform = platforms.get(channel.id)
      return platform ? { ...channel, ...fits(platform, brief.seed) } : channel
    }),
  }
}

function bySegment<T extends { segment: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) void (groups.get(row.segment)?.push(row) ?? groups.set(row.segment, [row]))
  return groups
}

function interests(
  cells: Learned['topics'],
  items: Learned['items'],
  kinds: Learned['kinds'],
  seed: number,
): Partial<BriefSegment> {
  if (!cells.length) return {}
  const draw = (cell: (typeof cells)[number]) => drawn(cell, chanceOf(seed, `${cell.segment} ${cell.topic}`))
  return {
    appeal: Object.fromEntries(cells.map((cell) => [cell.topic, draw(cell)])),
    seen: evidenceOf(cells),
    quality: qualityOf(items, new Map(cells.map((cell) => [cell.topic, cell])), kinds, seed),
  }
}

/** An item that was opened is drawn from its own; the yardstick of its kind is taken out, so films and texts compare. */
function qualityOf(
  items: Learned['items'],
  cells: ReadonlyMap<string, Known>,
  kinds: Learned['kinds'],
  seed: number,
): Record<string, number> {
  const quality: Record<string, number> = {}
  const chance = chanceOf(seed, items[0]?.segment ?? '')
  for (const { item, topic, successes, trials } of items) {
    const cell = cells.get(topic)
    if (!cell) continue
    const shift = kinds[kindOf(item)] ?? 0
    const belief = within(sigmoid(logit(meanOf(cell)) + shift), { successes, trials })
    const rate = clipped(drawn(belief, chance))
    quality[item] = sigmoid(logit(rate) - shift)
  }
  return quality
}

/** Worth of every channel and block, the best 1. What the portrait says of the segment's channels is where it starts. */
function slots(
  segment: BriefSegment,
  { channels, seed }: PlanBrief,
  learned: Learned,
  platforms: ReadonlyMap<string, PlatformKnown>,
): Partial<BriefSegment> {
  const own = new Map(
    learned.own
      .filter((cell) => cell.segment === segment.id)
      .map((cell) => [`${cell.channel} ${cell.block}`, cell] as const),
  )
  const county = new Map(learned.slots.map((cell) => [`${cell.channel} ${cell.block}`, cell]))
  const worth = channels.flatMap(({ id: channel }): SlotWorth[] => {
    const chance = chanceOf(seed, `${segment.id} ${channel}`)
    const likes = liking(segment, channel)
    const platform = platforms.get(channel)
    if (platform) {
      const values = platform.blocks.map((belief) => ({ block: belief.block, value: drawn(belief, chance) }))
      // Its own scale: only the hours compare, its place among the channels stays with the portrait.
      return best(values).map(({ block, value }) => ({ channel, block, value: likes * value }))
    }
    const values = hourBlocks.flatMap((block) => {
      const belief = county.get(`${channel} ${block}`)
      const seen = own.get(`${channel} ${block}`)
      if (!belief) return []
      const value = drawn(within(likes * meanOf(belief), seen ?? { successes: 0, trials: 0 }), chance)
      return [{ channel, block, value, ...(seen && { opened: seen.opened / seen.sends, sends: seen.sends }) }]
    })
    return values
  })
  const ours = best(worth.filter(({ channel }) => !platforms.has(channel)))
  const theirs = worth.filter(({ channel }) => platforms.has(channel))
  return worth.length ? { worth: [...ours, ...theirs] } : {}
}

/** What a topic does on a platform, 1 = like the others there. */
function fits({ channel, topics }: PlatformKnown, seed: number): Partial<BriefChannel> {
  if (!topics.length) return {}
  const chance = chanceOf(seed, channel)
  const draws = topics.map((cell) => [cell.topic, drawn(cell, chance)] as const)
  const mean = draws.reduce((sum, [, value]) => sum + value, 0) / draws.length || 1
  return { fit: Object.fromEntries(draws.map(([topic, value]) => [topic, value / mean])), seen: evidenceOf(topics) }
}

/** What may be said in words: only of what was really seen. */
function evidenceOf(cells: readonly (Known & { topic: string })[]): Record<string, Evidence> {
  const seen = cells.filter(({ trials }) => trials >= 1)
  return Object.fromEntries(
    seen.map((cell) => [cell.topic, { ...intervalOf(cell), trials: Math.round(cell.trials) } satisfies Evidence]),
  )
}

function best<T extends { value: number }>(values: readonly T[]): T[] {
  const most = Math.max(0, ...values.map(({ value }) => value))
  return values.map((one) => ({ ...one, value: most > 0 ? one.value / most : 1 }))
}

const clipped = (rate: number) => Math.min(1 - 1e-6, Math.max(1e-6, rate))
