export type Timed = { words: string; start: number; spoken: number; seconds: number }

const LONGEST = 18

/** Cuts every line at its stops into cues of at most 18 characters, each timed by its share of the spoken time. */
export function toSrt(lines: Timed[]): string {
  const cues = lines.flatMap(({ words, start, spoken }) => {
    const parts = cut(words)
    const total = parts.join('').length
    let at = start
    return parts.map((part) => {
      const from = at
      at += (spoken * part.length) / total
      return { from, to: at, part: part.replace(/[，。：？]$/, (stop) => (stop === '？' ? stop : '')) }
    })
  })
  return cues.map(({ from, to, part }, index) => `${index + 1}\n${clock(from)} --> ${clock(to)}\n${part}\n`).join('\n')
}

/** Joins clauses again as long as they fit on one line. */
function cut(words: string): string[] {
  const clauses = words.match(/[^，。：？]+[，。：？]?/g) ?? [words]
  return clauses.reduce<string[]>((lines, clause) => {
    const last = lines.at(-1)
    const joins = last && !/[。？]$/.test(last) && last.length + clause.length <= LONGEST
    return joins ? [...lines.slice(0, -1), last + clause] : [...lines, clause]
  }, [])
}

function clock(seconds: number): string {
  const ms = Math.round(seconds * 1000)
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)},${String(ms % 1000).padStart(3, '0')}`
}
