import type { Met, Row } from '../store/contract'
import { wilson, type Rate } from '../wilson'

export type Audience = {
  code: string
  views: number
  reads: number
  starts: number
  plays: number
  completions: number
  /** 完播率: completions of the plays that were started. */
  completion: Rate | null
}

/** Reads, starts, effective plays and completions by segment or by variety; '' = not said. Largest first. */
export function audienceBy<D extends 'segment' | 'variety'>(rows: readonly Row<D>[], by: D): Audience[] {
  return rows
    .map((row) => {
      const { views, reads, starts, plays, completions } = row
      const code = String((row as Record<string, unknown>)[by])
      return { code, views, reads, starts, plays, completions, completion: wilson(completions, starts) }
    })
    .filter(({ views, reads, starts }) => views + reads + starts > 0)
    .sort((a, b) => b.reads + b.plays - (a.reads + a.plays) || b.views - a.views)
}

export type Reach = {
  /** Effective reads and plays: times, not people. */
  times: number
  /** The day with most distinct people, and how many they were. Days must not be added up. */
  bestDay: { day: string; people: number } | null
  days: { day: string; people: number }[]
}

/** Whom we reached: person-times, and distinct people of each day where they are known. */
export function reach(
  total: Pick<Row<never>, 'reads' | 'plays'> | undefined,
  met: readonly Met[],
  office: string,
): Reach {
  const days = met
    .filter((one) => one.segment === '' && one.office === office)
    .map(({ day, people }) => ({ day, people }))
  const best = days.reduce<Reach['bestDay']>((a, b) => (!a || b.people > a.people ? b : a), null)
  return { times: (total?.reads ?? 0) + (total?.plays ?? 0), bestDay: best, days }
}
