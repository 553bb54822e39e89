import { label, type Label } from '../src/lib/labels'
import type { Limit } from './limits'

export const wrongShare = label('写 0 到 1 之间的小数：30% 就写 0.3。', 'Write a number between 0 and 1: 0.3 for 30 %.')

/** What contradicts itself in the limits of one office or segment, in words that say what to change; null when sound. */
export function limitFault(rows: readonly Partial<Limit>[]): Label | null {
  const seen = new Map<string, number>()
  for (const [n, { topic, floor, cap, share }] of rows.entries()) {
    const row = n + 1
    const twice = topic ? seen.get(topic) : undefined
    if (twice)
      return label(
        `第 ${twice} 行和第 ${row} 行是同一个主题：并成一行。`,
        `Rows ${twice} and ${row} are the same topic: make them one.`,
      )
    if (topic) seen.set(topic, row)
    if (above(floor, cap))
      return label(
        `第 ${row} 行：最低 ${percent(floor!)} 比最高 ${percent(cap!)} 还高，请改其中一个。`,
        `Row ${row}: the floor of ${percent(floor!)} is over the cap of ${percent(cap!)}: change one of them.`,
      )
    if (above(share, cap) || above(floor, share))
      return label(
        `第 ${row} 行：目标 ${percent(share!)} 不在最低和最高之间，请改一下。`,
        `Row ${row}: the target of ${percent(share!)} is not between floor and cap: change it.`,
      )
  }
  const floors = sumOf(rows, 'floor')
  if (floors > 1.0001)
    return label(
      `最低占比加起来有 ${percent(floors)}，超过了 100%：请改小几个。`,
      `The floors make ${percent(floors)}, more than 100%: lower some.`,
    )
  const shares = sumOf(rows, 'share')
  if (shares > 1.0001)
    return label(
      `目标占比加起来有 ${percent(shares)}，超过了 100%：请改小几个。`,
      `The targets make ${percent(shares)}, more than 100%: lower some.`,
    )
  return null
}

const percent = (share: number) => `${Math.round(share * 100)}%`

const above = (one?: number | null, other?: number | null) =>
  typeof one === 'number' && typeof other === 'number' && one > other

const sumOf = (rows: readonly Partial<Limit>[], key: 'floor' | 'share') =>
  rows.reduce((sum, row) => sum + (row[key] ?? 0), 0)
