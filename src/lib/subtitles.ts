import { decodeText, type Encoding } from './encoding'
import { CodedError } from './errors'
import { directionOf } from './varieties'

/** One timed line of text; milliseconds from the start of the film. */
export type Cue = { start: number; end: number; text: string }

/** What an import did not take over, so that nothing is lost silently. `cue` counts the cues of the file from 1. */
export type LeftOut = { reason: LeftReason; cue: number; line: number }
export const leftReasons = [
  'reversed',
  'no-length',
  'before-start',
  'cut-at-start',
  'bad-time',
  'no-words',
  'stray-text',
  'style',
  'place',
] as const
export type LeftReason = (typeof leftReasons)[number]
export type Subtitle = { cues: Cue[]; left: LeftOut[]; encoding: Encoding }

export const MOST_CUES = 20_000
export const MOST_BYTES = 5 * 1024 * 1024

const CLOCK = String.raw`-?(?:\d{1,4}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?`
const TIMES = new RegExp(String.raw`^\s*(${CLOCK})\s*-->\s*(${CLOCK})(.*)$`)
const ARROW = '-->'
const NUMBER = /^\s*\d+\s*$/

/**
 * Reads a subtitle file of any usual encoding, SRT or WebVTT.
 * Throws `subtitle-empty`, `text-binary`, `subtitle-no-times`, `subtitle-too-many`, and `subtitle-no-cues` with what was left out.
 */
export function readSubtitle(bytes: Uint8Array): Subtitle {
  if (bytes.length > MOST_BYTES) throw new CodedError('subtitle-too-many')
  const { text, encoding } = decodeText(bytes)
  if (!text.trim()) throw new CodedError('subtitle-empty')
  const { cues, left } = parseSubtitle(text)
  if (cues.length > MOST_CUES) throw new CodedError('subtitle-too-many')
  if (cues.length) return { cues, left, encoding }
  if (!text.includes(ARROW)) throw new CodedError('subtitle-no-times')
  throw new CodedError('subtitle-no-cues', undefined, { left: left.slice(0, 20) })
}

export const decodeSubtitle = (bytes: Uint8Array): string => decodeText(bytes).text
export const parseCues = (text: string): Cue[] => parseSubtitle(text).cues

/** The cues of an SRT or WebVTT text in order of time, and everything that was left out. */
export function parseSubtitle(text: string): { cues: Cue[]; left: LeftOut[] } {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
  const vtt = /^WEBVTT(\s|$)/.test(lines[0]!)
  const cues: Cue[] = []
  const left: LeftOut[] = []
  let count = 0
  let last: Cue | null = null // of an SRT: what follows its empty line may still belong to it
  for (let at = vtt ? afterBlock(lines, 0) : 0; at < lines.length;) {
    const line = lines[at]!
    const leave = (reason: LeftReason, where = at) => void left.push({ reason, cue: count, line: where + 1 })
    if (!line.trim()) at++
    else if (line.includes(ARROW)) {
      count++
      const end = afterCue(lines, at)
      last = read(line, lines.slice(at + 1, end), leave)
      if (last) cues.push(last)
      at = end
    } else if (vtt && /^(NOTE|STYLE|REGION)(\s|$)/.test(line)) {
      if (!line.startsWith('NOTE')) leave('style')
      at = afterBlock(lines, at)
    } else if (lines[at + 1]?.includes(ARROW))
      at++ // the number or name of the cue that follows
    else {
      if (last && !vtt) last.text += `\n${plain([line])}`
      else leave('stray-text')
      at++
    }
  }
  return { cues: cues.sort((a, b) => a.start - b.start), left }
}

/** WebVTT. `mpegTs` is the clock of the film's segments at its first picture (90 kHz), which HLS players need; `tag` tells the direction. */
export function writeVtt(cues: readonly Cue[], { mpegTs, tag }: { mpegTs?: number; tag?: string } = {}): string {
  const map = mpegTs === undefined ? '' : `X-TIMESTAMP-MAP=MPEGTS:${mpegTs},LOCAL:00:00:00.000\n`
  const mark = directionOf(tag) === 'rtl' ? '\u200f' : '' // a line that begins with Latin or a digit would turn around
  const body = cues.flatMap(({ start, end, text }) => {
    const words = tidy(text).split('\n')
    return words[0] ? `${clock(start)} --> ${clock(end)}\n${words.map((line) => mark + escape(line)).join('\n')}\n` : []
  })
  return `WEBVTT\n${map}\n${body.join('\n')}`
}

/** Without empty lines and outer blanks: an empty line would end the cue. */
export const tidy = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^[\s\u200e\u200f]+|\s+$/g, ''))
    .filter(Boolean)
    .join('\n')

/** Hours, minutes, seconds, milliseconds as WebVTT writes them. */
export function clock(ms: number): string {
  const part = (value: number, digits = 2) => String(Math.floor(value)).padStart(digits, '0')
  return `${part(ms / 3_600_000)}:${part((ms / 60_000) % 60)}:${part((ms / 1000) % 60)}.${part(ms % 1000, 3)}`
}

/** Milliseconds of a written time such as `01:02,5`; null when it is none. Also what a person types: `62.5`. */
export function millisecondsOf(time: string): number | null {
  const found = /^(-?)(?:(?:(\d{1,4}):)?(\d{1,2}):)?(\d+)(?:[.,](\d{1,3}))?$/.exec(time.trim())
  if (!found) return null
  const [, sign, hours = '0', minutes = '0', seconds, fraction = ''] = found
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)
  return (sign ? -1 : 1) * (whole * 1000 + Number(fraction.padEnd(3, '0')))
}

function read(line: string, words: string[], leave: (reason: LeftReason) => void): Cue | null {
  const times = TIMES.exec(line)
  const [start, end] = [millisecondsOf(times?.[1] ?? ''), millisecondsOf(times?.[2] ?? '')]
  const text = plain(words)
  const fault =
    start === null || end === null
      ? 'bad-time'
      : end < start
        ? 'reversed'
        : end === start
          ? 'no-length'
          : end <= 0
            ? 'before-start'
            : !text
              ? 'no-words'
              : null
  if (fault) return (leave(fault), null)
  if (start! < 0) leave('cut-at-start')
  if (times![3]!.trim()) leave('place')
  return { start: Math.max(0, start!), end: end!, text }
}

/** A cue ends at an empty line; some tools forget it, so a following line of times (and its number) ends it too. */
function afterCue(lines: string[], at: number): number {
  let end = at + 1
  while (end < lines.length && lines[end]!.trim() && !lines[end]!.includes(ARROW)) end++
  const numbered = lines[end]?.includes(ARROW) && end > at + 1 && NUMBER.test(lines[end - 1]!)
  return numbered ? end - 1 : end
}

function afterBlock(lines: string[], at: number): number {
  while (at < lines.length && lines[at]!.trim() && !lines[at]!.includes(ARROW)) at++
  return at
}

/** Size and colour are the resident's choice, so styling goes; who speaks is part of what is said and stays. */
const plain = (lines: string[]): string =>
  tidy(lines.map((line) => unescape(line.replace(VOICE, '$1：').replace(MARKUP, ''))).join('\n'))
const VOICE = /<v(?:\.[^\s>]*)?\s+([^>]+)>/g
/** Only what is known as markup: 《办法》 may well be written <办法>. */
const MARKUP = /<\/?(?:b|i|u|s|c|v|lang|ruby|rt|font|span)(?:[.\s][^>]*)?>|<\d[\d:.]*>|\{\\[^}]*\}/gi

const NAMED: Record<string, string> = { lt: '<', gt: '>', nbsp: ' ', amp: '&', lrm: '', rlm: '' }
const unescape = (text: string) => text.replace(/&(lt|gt|nbsp|amp|lrm|rlm);/g, (_, name: string) => NAMED[name]!)
const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
