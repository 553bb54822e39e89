import type { Cue } from './subtitles'

export type Profile = 'usual' | 'elder'
export type FindingCode =
  | 'reversed'
  | 'no-words'
  | 'overlap'
  | 'outside-film'
  | 'past-end'
  | 'too-many-lines'
  | 'line-too-long'
  | 'too-fast'
  | 'too-short'
  | 'too-long'
  | 'gap-small'
  | 'stop-at-end'
/** `cue` is its place in the list, from 0. `value` and `limit`: characters, characters a second, lines, or milliseconds. */
export type Finding = {
  cue: number
  code: FindingCode
  severity: 'error' | 'warning'
  value?: number
  limit?: number
}

/** Norms 4.4: Netflix' general and Simplified-Chinese guides; the elder profile is ours. Widths in full-width characters. */
export const profiles = {
  usual: { chinese: 16, latin: 21, lines: 2, charactersPerSecond: 9, shortestMs: 833, longestMs: 7000, gapMs: 80 },
  elder: { chinese: 14, latin: 18, lines: 2, charactersPerSecond: 5, shortestMs: 1500, longestMs: 7000, gapMs: 80 },
} satisfies Record<Profile, object>
export type Limits = (typeof profiles)[Profile]

/** Rounding of a frame or of a file's centiseconds is nobody's mistake. */
const SLACK_MS = 1

/**
 * What an editor should look at, cue by cue. Nothing here stops anybody from saving or handing in, except what would
 * not be shown as written: `reversed` and `no-words`.
 * @param durationMs of the film, when it is known
 */
export function checkCues(cues: readonly Cue[], profile: Profile, durationMs?: number): Finding[] {
  const limits = profiles[profile]
  return cues.flatMap((cue, index) => checkCue(cue, index, cues[index + 1], limits, durationMs))
}

/** Those findings that keep a subtitle from being saved. */
export const blocks = ({ code }: Finding): boolean => code === 'reversed' || code === 'no-words'

function checkCue(cue: Cue, index: number, next: Cue | undefined, limits: Limits, durationMs = Infinity): Finding[] {
  const found: Finding[] = []
  const see = (code: FindingCode, severity: Finding['severity'], value?: number, limit?: number) =>
    found.push({ cue: index, code, severity, ...(value !== undefined && { value, limit: limit! }) })
  const length = cue.end - cue.start
  if (length <= 0) see('reversed', 'error')
  const lines = cue.text.split('\n').filter((line) => line.trim())
  if (!lines.length) see('no-words', 'error')
  if (cue.start >= durationMs) see('outside-film', 'error', cue.start, durationMs)
  else if (cue.end > durationMs + SLACK_MS) see('past-end', 'warning', cue.end, durationMs)
  if (next && next.start < cue.end - SLACK_MS) see('overlap', 'error', cue.end - next.start, 0)

  if (lines.length > limits.lines) see('too-many-lines', 'warning', lines.length, limits.lines)
  const widest = lines.map((line) => ({ width: widthOf(line), limit: lineLimit(line, limits) }))
  const long = widest.find(({ width, limit }) => width > limit)
  if (long) see('line-too-long', 'warning', long.width, long.limit)
  if (length <= 0) return found
  const speed = widthOf(lines.join('').replace(/\s/g, '')) / (length / 1000)
  if (speed > limits.charactersPerSecond + 0.05) see('too-fast', 'warning', round(speed), limits.charactersPerSecond)
  if (length < limits.shortestMs - SLACK_MS) see('too-short', 'warning', length, limits.shortestMs)
  if (length > limits.longestMs + SLACK_MS) see('too-long', 'warning', length, limits.longestMs)
  const gap = next ? next.start - cue.end : Infinity
  if (gap >= -SLACK_MS && gap < limits.gapMs - SLACK_MS) see('gap-small', 'warning', Math.max(0, gap), limits.gapMs)
  if (lines.some((line) => isChinese(line) && STOP.test(line))) see('stop-at-end', 'warning')
  return found
}

/** A comma or full stop at the end of a Chinese line; the end of the line says it already. Three dots are a pause. */
export const STOP = /(?<![.。])[，。、；,;.]$/
const HAN = /[\u2e80-\u9fff\uf900-\ufaff]/
export const isChinese = (line: string): boolean => HAN.test(line)
export const lineLimit = (line: string, limits: Limits): number => (isChinese(line) ? limits.chinese : limits.latin)

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{3fffd}]/u
/** In full-width characters: a Latin letter or a digit is half of one, an accent or a vowel sign takes no room. */
export function widthOf(text: string): number {
  let half = 0
  for (const sign of text) if (!MARK.test(sign)) half += WIDE.test(sign) ? 2 : 1
  return half / 2
}
const MARK = /[\p{M}\u200b-\u200f]/u

const round = (value: number) => Math.round(value * 10) / 10
