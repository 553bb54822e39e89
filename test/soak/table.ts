/** One line of what a soak found. */
export type Round = { what: string; rounds: string; found: string; verdict: 'ok' | 'FAIL' }

export const judged = (what: string, rounds: string | number, found: string, holds: boolean): Round => ({
  what,
  rounds: String(rounds),
  found,
  verdict: holds ? 'ok' : 'FAIL',
})

export function table(rounds: readonly Round[]): string {
  const lines = [{ what: 'soak', rounds: 'rounds', found: 'found', verdict: '' }, ...rounds]
  const wide = (column: 'what' | 'rounds' | 'found') => Math.max(...lines.map((line) => line[column].length))
  const [what, count, found] = [wide('what'), wide('rounds'), wide('found')]
  return lines
    .map((line) =>
      [line.what.padEnd(what), line.rounds.padStart(count), line.found.padEnd(found), line.verdict].join('  '),
    )
    .join('\n')
}
