import { pieces } from './cueEdits'
import { isChinese, lineLimit, profiles, STOP, widthOf, type Profile } from './subtitleChecks'
import { tidy, type Cue } from './subtitles'

/**
 * A first draft of subtitles from a text: one line a cue, cut at its stops, spread over the film by length. A person
 * then moves the times while watching.
 * @param durationMs length of the film; without it everybody reads at a comfortable pace
 */
export function spread(text: string, profile: Profile, durationMs?: number): Cue[] {
  const limits = profiles[profile]
  const lines = tidy(text)
    .split('\n')
    .flatMap((paragraph) => clauses(paragraph, lineLimit(paragraph, limits)))
    .map((line) => line.trim())
    .map((line) => (isChinese(line) ? line.replace(STOP, '') : line))
    .filter(Boolean)
  const total = lines.reduce((sum, line) => sum + widthOf(line), 0)
  const whole = durationMs ?? (total / limits.charactersPerSecond) * 1500
  let read = 0
  return lines.map((line) => {
    const start = Math.round((whole * read) / total)
    read += widthOf(line)
    const share = Math.round((whole * read) / total) - start
    // Held no longer than anybody needs: what is left over is silence.
    const shown = Math.min(share - Math.min(limits.gapMs, Math.floor(share / 4)), limits.longestMs)
    return { start, end: start + Math.max(1, shown), text: line }
  })
}

/** Whole clauses together as long as they fit on a line; a longer clause is cut into equal pieces. */
function clauses(paragraph: string, limit: number): string[] {
  const found = paragraph.split(/(?<=[，。？！；][”’」》]?)(?![”’」》，。？！；])|(?<=[,;.!?]\s)/)
  return found.reduce<string[]>((lines, clause) => {
    const last = lines.at(-1)
    if (last && !/[。？！.!?]["”’」]?\s*$/.test(last) && widthOf(last + clause) <= limit)
      return [...lines.slice(0, -1), last + clause]
    const count = Math.ceil(widthOf(clause.trim()) / limit)
    return [...lines, ...(count > 1 ? pieces(clause, count) : [clause])]
  }, [])
}
