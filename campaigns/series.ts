import { wallClock, type Day } from '../src/lib/zone'
import type { BriefSeries, Placed, PlanBrief, PlanParams } from './brief'
import type { Chosen } from './choosing'
import { mostOf } from './limits'
import { delivery } from './placing'
import type { PlannedDelivery, Pool } from './planning'
import type { Reason } from './reasons'
import type { Slots } from './slots'

/**
 * Keeps the places of the series: on its weekday and time every series gets an item made for it, else one of its topic.
 * It spends from the segment's budget and never more than a cap allows; quotas, quiet hours and the rest of the ledger
 * hold. A day without an item is a warning, as is a day that could not be used. What stands there already fills the place.
 */
export function reserveSeries(
  brief: PlanBrief,
  params: PlanParams,
  slots: Slots,
  pools: readonly Pool[],
  budgets: readonly number[],
  warnings: Reason[],
): PlannedDelivery[] {
  const made: PlannedDelivery[] = []
  for (const { series, day, pool, budget, missed } of placesOf(brief, slots, pools, budgets, warnings)) {
    const standing = [...(brief.kept ?? []), ...made].filter(({ segment }) => segment === series.segment)
    if (isFilled(series, slots.dates[day]!, [...(brief.kept ?? []), ...(brief.others ?? [])], brief.timeZone)) continue
    const spent = made.filter(({ segment }) => segment === series.segment)
    const offer = doorsOf(series, pool, slots)
      .flatMap((channel) => slots.freeAt(day, channel, pool.segment, series.minutes) ?? [])
      .sort((a, b) => slots.sent(series.segment, a.channel.id) - slots.sent(series.segment, b.channel.id))[0]
    if (!offer || spent.length >= budget) {
      missed.skipped.push(slots.dates[day]!)
      continue
    }
    const total = budget + standing.length - spent.length
    const choice = itemFor(series, pool, new Set(spent.map(({ item }) => item)), (topic) => {
      const cap = pool.target.topics.find(({ id }) => id === topic)?.cap
      return standing.filter((one) => one.topic === topic).length < mostOf(cap, total)
    })
    if (choice === 'capped') missed.skipped.push(slots.dates[day]!)
    else if (!choice) missed.empty.push(slots.dates[day]!)
    else {
      const slot = slots.hold(offer, series.segment, choice.item.topic!)
      made.push(delivery({ ...choice, wish: day, propensity: 1 - params.explore }, slot, params))
    }
  }
  return made
}

type Place = {
  series: BriefSeries
  day: number
  pool: Pool
  budget: number
  missed: { empty: Day[]; skipped: Day[] }
}

/** Every place of every series in the order of the days; afterwards the warnings about those that stayed empty. */
function* placesOf(
  brief: PlanBrief,
  slots: Slots,
  pools: readonly Pool[],
  budgets: readonly number[],
  warnings: Reason[],
): Generator<Place> {
  const rows = (brief.series ?? []).flatMap((series) => {
    const at = pools.findIndex(({ segment }) => segment.id === series.segment)
    if (at < 0 || !doorsOf(series, pools[at]!, slots).length) return []
    return [{ series, pool: pools[at]!, budget: budgets[at]!, missed: { empty: [] as Day[], skipped: [] as Day[] } }]
  })
  for (let day = 0; day < slots.days; day++)
    for (const row of rows) if (weekdayOf(slots.dates[day]!) === row.series.weekday) yield { ...row, day }
  for (const { series, missed } of rows) {
    const { id, topic, segment } = series
    if (missed.empty.length) warnings.push({ code: 'series-empty', series: id, topic, segment, days: missed.empty })
    if (missed.skipped.length) warnings.push({ code: 'series-skipped', series: id, days: missed.skipped })
  }
}

const weekdayOf = (day: Day) => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1

/** A series with a channel of its own is no matter of a campaign that does not use that channel. */
const doorsOf = ({ channel }: BriefSeries, { segment }: Pool, slots: Slots) =>
  slots.doors(segment).filter(({ id }) => !channel || id === channel)

/** Another campaign, or a pin, may hold the place already. */
const isFilled = ({ segment, minutes }: BriefSeries, day: Day, placed: readonly Placed[], timeZone: string) =>
  placed.some((one) => {
    if (one.segment !== segment) return false
    const at = wallClock(one.at, timeZone)
    return at.day === day && at.minutes === minutes
  })

function itemFor(
  { id, topic }: BriefSeries,
  pool: Pool,
  used: ReadonlySet<string>,
  mayGo: (topic: string) => boolean,
): Omit<Chosen, 'wish' | 'propensity'> | 'capped' | undefined {
  const open = pool.items.map((item, n) => ({ item, score: pool.scores[n]! })).filter(({ item }) => !used.has(item.key))
  const own = open.filter(({ item }) => item.series === id)
  const alike = open.filter(({ item }) => topic && !item.series && item.topic === topic)
  for (const group of [own, alike]) {
    const best = group.filter(({ item }) => mayGo(item.topic!)).sort((a, b) => b.score - a.score)[0]
    if (best) return { pool, ...best, reasons: [{ code: 'series', series: id }] }
  }
  return own.length || alike.length ? 'capped' : undefined
}
