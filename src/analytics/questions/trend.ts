import { addDays } from '../../lib/zone'
import type { Delivered, Topic } from './facts'
import { mixDelivered } from './mixDelivered'

export const TREND_WEEKS = 8
/** Weeks that one point looks back on: a single week has too few distinct items for a percentage. */
const WINDOW = 4

/** The two shares the county set out to move, by slug of their topics. */
export const watched = {
  marriage: ['marriage-family'],
  everyday: ['telecom-fraud', 'consumer-rights'],
} as const
export type Watched = keyof typeof watched

export type Point = {
  /** The last day of the week. */
  day: string
  deliveries: number
  mismatch: number | null
  shares: Record<Watched, number | null>
}

/** Eight points, a week apart, each over the four weeks that end there; and the first four weeks beside the last four. */
export function trend(deliveries: readonly Delivered[], topics: readonly Topic[], to: string) {
  const over = (first: string, last: string): Point => {
    const within = deliveries.filter(({ day }) => day >= first && day <= last)
    const mix = mixDelivered(within, topics)
    const share = (name: Watched) => {
      const ids = topics.filter(({ slug }) => (watched[name] as readonly string[]).includes(slug)).map(({ id }) => id)
      if (!ids.length || !mix.enough) return null
      return mix.topics.filter(({ id }) => ids.includes(id)).reduce((sum, topic) => sum + topic.share, 0)
    }
    const shares = { marriage: share('marriage'), everyday: share('everyday') }
    return { day: last, deliveries: mix.total, mismatch: mix.mismatch, shares }
  }
  const start = addDays(to, 1 - TREND_WEEKS * 7)
  const points = Array.from({ length: TREND_WEEKS }, (_, week) => {
    const last = addDays(start, week * 7 + 6)
    const back = addDays(last, 1 - WINDOW * 7)
    return over(back < start ? start : back, last)
  })
  const half = addDays(start, WINDOW * 7)
  return { points, before: over(start, addDays(half, -1)), after: over(half, to) }
}
