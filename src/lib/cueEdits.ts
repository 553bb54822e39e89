import {
  lineLimit,
  profiles,
  STOP,
  isChinese,
  widthOf,
  type Finding,
  type Limits,
  type Profile,
} from './subtitleChecks'
import { tidy, type Cue } from './subtitles'

/** What an editor does to a list of cues. Pure: every function returns a new list. */

const NEW_MS = 2000

export const byTime = (cues: readonly Cue[]): Cue[] => [...cues].sort((a, b) => a.start - b.start)

export const change = (cues: readonly Cue[], at: number, part: Partial<Cue>): Cue[] =>
  cues.map((cue, index) => (index === at ? { ...cue, ...part } : cue))

export const remove = (cues: readonly Cue[], at: number): Cue[] => cues.filter((_, index) => index !== at)

/** Cuts a cue in two at a place in its text; the time is shared by length. */
export function split(cues: readonly Cue[], at: number, caret: number, gapMs = profiles.usual.gapMs): Cue[] {
  const cue = cues[at]
  if (!cue) return [...cues]
  const [before, after] = [tidy(cue.text.slice(0, caret)), tidy(cue.text.slice(caret))]
  if (!before || !after) return [...cues]
  const length = cue.end - cue.start
  const middle = cue.start + Math.round((length * widthOf(before)) / (widthOf(before) + widthOf(after)))
  const gap = Math.max(0, Math.min(gapMs, Math.floor(length / 4)))
  const parts = [
    { start: cue.start, end: middle - Math.ceil(gap / 2), text: before },
    { start: middle + Math.floor(gap / 2), end: cue.end, text: after },
  ]
  return [...cues.slice(0, at), ...parts, ...cues.slice(at + 1)]
}

/** Joins a cue and the one after it. */
export function merge(cues: readonly Cue[], at: number): Cue[] {
  const [cue, next] = [cues[at], cues[at + 1]]
  if (!cue || !next) return [...cues]
  const text = tidy(`${cue.text}\n${next.text}`)
  return [...cues.slice(0, at), { start: cue.start, end: Math.max(cue.end, next.end), text }, ...cues.slice(at + 2)]
}

/** A new empty cue after `at` (-1: at the very front), in the room that is there. */
export function insertAfter(cues: readonly Cue[], at: number): Cue[] {
  const gap = profiles.usual.gapMs
  const start = at < 0 ? 0 : cues[at]!.end + gap
  const room = (cues[at + 1]?.start ?? Infinity) - gap - start
  const fresh = { start, end: start + (room >= gap ? Math.min(NEW_MS, room) : NEW_MS), text: '' }
  return [...cues.slice(0, at + 1), fresh, ...cues.slice(at + 1)]
}

/** Moves all cues by some milliseconds; none goes before the beginning. */
export function shiftAll(cues: readonly Cue[], ms: number): Cue[] {
  const by = Math.max(ms, -Math.min(...cues.map(({ start }) => start)))
  return cues.map((cue) => ({ ...cue, start: cue.start + by, end: cue.end + by }))
}

/** Findings that a machine can mend without changing what is said. */
export const mendable = ({ code }: Finding): boolean =>
  code === 'line-too-long' ||
  code === 'stop-at-end' ||
  code === 'gap-small' ||
  code === 'overlap' ||
  code === 'past-end'

/** Mends one finding; a list with a finding that needs a person comes back as it was. */
export function mend(cues: readonly Cue[], finding: Finding, profile: Profile): Cue[] {
  const { cue: at, code, limit = 0 } = finding
  const [cue, next] = [cues[at], cues[at + 1]]
  if (!cue) return [...cues]
  const limits = profiles[profile]
  if (code === 'stop-at-end')
    return change(cues, at, { text: eachLine(cue.text, (line) => (isChinese(line) ? line.replace(STOP, '') : line)) })
  if (code === 'line-too-long') return change(cues, at, { text: wrap(cue.text, limits) })
  if (code === 'past-end' && limit > cue.start) return change(cues, at, { end: limit })
  if ((code === 'gap-small' || code === 'overlap') && next && next.start - limits.gapMs > cue.start)
    return change(cues, at, { end: next.start - limits.gapMs })
  return [...cues]
}

/** Puts a text on as few lines as it needs, broken after a stop or at a blank, the lines about equally long. */
export function wrap(text: string, limits: Limits): string {
  const whole = tidy(text)
    .split('\n')
    .reduce((joined, line) => joined + (needsBlank(joined, line) ? ' ' : '') + line)
  const count = Math.ceil(widthOf(whole) / lineLimit(whole, limits))
  return pieces(whole, count).join('\n')
}

/** `count` pieces of about equal width, cut at the best place near each share. */
export function pieces(text: string, count: number): string[] {
  if (count < 2) return [text.trim()]
  const target = widthOf(text) / count
  let [best, bestCost] = [0, Infinity]
  for (let at = 1, width = 0; at < text.length; at++) {
    width += widthOf(text[at - 1]!)
    const cost = Math.abs(width - target) + hardship(text, at) * target
    if (cost < bestCost) [best, bestCost] = [at, cost]
  }
  return [text.slice(0, best).trim(), ...pieces(text.slice(best), count - 1)].filter(Boolean)
}

/** How wrong it is to cut here, from 0 (after a stop) to never (inside a word or a number, before a stop). */
function hardship(text: string, at: number): number {
  const [before, after] = [text[at - 1]!, text[at]!]
  if (/[，。？！；：、,;:!?…”’》）)]/.test(after) || /[“‘《（(]/.test(before)) return 9
  if (/[，。？！；：,;:!?…]/.test(before)) return 0
  if (/\s/.test(before) || /\s/.test(after)) return 0.25
  if (/、/.test(before)) return 0.3
  return /[\w\p{M}]/u.test(before) && /[\w\p{M}]/u.test(after) ? 9 : 0.6
}

const needsBlank = (before: string, after: string) => before !== '' && /[\w.,;:!?]$/.test(before) && /^\w/.test(after)
const eachLine = (text: string, act: (line: string) => string) => text.split('\n').map(act).join('\n')
