import type { PlanBrief } from './brief'
import type { Pool } from './planning'
import type { Reason } from './reasons'
import type { Slots } from './slots'

/** Deliveries by segment in proportion to its people, as far as items and slots carry; what one cannot use goes to the others. */
export function split(
  brief: PlanBrief,
  pools: readonly Pool[],
  capacity: ReturnType<Slots['capacity']>,
  warnings: Reason[],
): number[] {
  const known = pools.map(({ segment }) => segment.population).filter((people): people is number => (people ?? 0) > 0)
  const average = known.length ? known.reduce((sum, people) => sum + people, 0) / known.length : 1
  const weights = pools.map(({ segment }) => {
    if (known.length && segment.population === null) warnings.push({ code: 'population-missing', segment: segment.id })
    if (!known.length || segment.population === null) return average
    return Math.max(0, segment.population)
  })
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const budgets = pools.map(() => 0)
  const closed = pools.map((pool, g) => weights[g] === 0 || !pool.items.length)
  const kept = brief.kept ?? []
  const held = pools.map(({ segment }) => kept.filter(({ segment: to }) => to === segment.id).length)
  const wanted = Math.max(0, Math.floor(brief.slots) || 0)
  for (let n = kept.length; n < wanted; n++) {
    for (;;) {
      let most = -1
      pools.forEach((_, g) => {
        if (closed[g]) return
        const lack = (at: number) => (weights[at]! / total) * (n + 1) - budgets[at]! - held[at]!
        if (most < 0 || lack(g) > lack(most) + 1e-12) most = g
      })
      if (most < 0) return budgets
      if (budgets[most]! < pools[most]!.items.length && capacity.spend(pools[most]!.segment)) {
        budgets[most]! += 1
        break
      }
      closed[most] = true
    }
  }
  return budgets
}
