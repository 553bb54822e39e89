import type { Row } from '../store/contract'
import { wilson, type Rate } from '../wilson'
import type { Film } from './facts'

export type FilmResult = Film & { starts: number; plays: number; completions: number; completion: Rate | null }

/** The mark the county set itself: a film played less than this was hardly seen. */
export const FEW_PLAYS = 2_000
/** With fewer starts a completion rate is chance. */
const FEWEST_STARTS = 20

/** Every public film with its counts, also those nobody started. */
export function filmResults(rows: readonly Row<'item'>[], films: readonly Film[]): FilmResult[] {
  const byItem = new Map(rows.map((row) => [row.item, row]))
  return films
    .map((film) => {
      const { starts = 0, plays = 0, completions = 0 } = byItem.get(film.key) ?? {}
      return { ...film, starts, plays, completions, completion: wilson(completions, starts) }
    })
    .sort((a, b) => b.plays - a.plays || (a.title < b.title ? -1 : 1))
}

export type Weakest = { film: FilmResult; why: 'not-started' | 'few-plays' | 'left-early' } | null

/**
 * The film a manager should look at first: one that nobody started; else, of those with enough starts, the one residents
 * most surely leave early (lowest upper end of the completion interval); else the one with the fewest effective plays.
 */
export function weakestFilm(films: readonly FilmResult[]): Weakest {
  const unseen = films.find(({ starts }) => starts === 0)
  if (unseen && films.length > 1) return { film: unseen, why: 'not-started' }
  const judged = films.filter(({ starts }) => starts >= FEWEST_STARTS)
  const left = [...judged].sort((a, b) => a.completion!.high - b.completion!.high)[0]
  if (left) return { film: left, why: 'left-early' }
  const fewest = [...films].sort((a, b) => a.plays - b.plays)[0]
  return fewest ? { film: fewest, why: fewest.starts ? 'few-plays' : 'not-started' } : null
}

export type Spread = { films: number; median: number; p90: number; few: number }

/** Median and 90th percentile (nearest rank) of effective plays a film, and how many films stay under 2,000. */
export function spreadOfPlays(films: readonly FilmResult[]): Spread | null {
  if (!films.length) return null
  const plays = films.map((film) => film.plays).sort((a, b) => a - b)
  const middle = (plays.length - 1) / 2
  return {
    films: plays.length,
    median: (plays[Math.floor(middle)]! + plays[Math.ceil(middle)]!) / 2,
    p90: plays[Math.ceil(plays.length * 0.9) - 1]!,
    few: plays.filter((count) => count < FEW_PLAYS).length,
  }
}
