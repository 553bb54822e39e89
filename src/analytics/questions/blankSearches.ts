import type { Term } from '../rollup'

/** One person's words stay that person's: only what was asked at least so often is shown. */
const FEWEST = 3
const MOST = 8

/** What residents looked for and did not find, most often first: what to write next. */
export function blankSearches(terms: readonly Term[]): { q: string; times: number }[] {
  const blanks = new Map<string, number>()
  for (const { q, blanks: n } of terms) blanks.set(q, (blanks.get(q) ?? 0) + n)
  return [...blanks]
    .filter(([, times]) => times >= FEWEST)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST)
    .map(([q, times]) => ({ q, times }))
}
