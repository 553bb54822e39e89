export { decodeText as decodeSubtitle } from './decoding'

/** One timed line of text; milliseconds from the start of the film. */
export type Cue = { start: number; end: number; text: string }

const TIMES = /^\s*((?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)\s*-->\s*((?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)/

/** The cues of an SRT or WebVTT text, in order of time. Cues without length or words are left out; none at all means not a subtitle. */
export function parseCues(text: string): Cue[] {
  const lines = text.split(/\r\n|\r|\n/)
  const cues: Cue[] = []
  for (let at = 0; at < lines.length; at++) {
    const times = TIMES.exec(lines[at]!)
    if (!times) continue
    const words: string[] = []
    // A cue ends at an empty line; some tools forget it, so a following line of times ends it too.
    while (at + 1 < lines.length && lines[at + 1]!.trim() && !TIMES.test(lines[at + 1]!)) words.push(lines[++at]!)
    if (TIMES.test(lines[at + 1] ?? '') && /^\d+$/.test(words.at(-1)?.trim() ?? '')) words.pop()
    const cue = { start: milliseconds(times[1]!), end: milliseconds(times[2]!), text: plain(words) }
    if (cue.text && cue.end > cue.start) cues.push(cue)
  }
  return cues.sort((a, b) => a.start - b.start)
}

/** WebVTT. `mpegTs` is the clock of the film's segments at its first picture (90 kHz), which HLS players need. */
export function writeVtt(cues: readonly Cue[], { mpegTs }: { mpegTs?: number } = {}): string {
  const map = mpegTs === undefined ? '' : `X-TIMESTAMP-MAP=MPEGTS:${mpegTs},LOCAL:00:00:00.000\n`
  const body = cues.map(({ start, end, text }) => `${clock(start)} --> ${clock(end)}\n${escape(text)}\n`)
  return `WEBVTT\n${map}\n${body.join('\n')}`
}

function milliseconds(time: string): number {
  const [whole = '', fraction = ''] = time.split(/[.,]/)
  const seconds = whole.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
  return seconds * 1000 + Number(fraction.padEnd(3, '0'))
}

/** Styling of SRT and ASS is dropped: size and colour are the resident's choice. */
const plain = (lines: string[]) =>
  lines
    .map((line) => unescape(line.replace(/<[^>]*>|\{[^}]*\}/g, '')).trim())
    .filter(Boolean)
    .join('\n')

const unescape = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

function clock(ms: number): string {
  const part = (value: number, digits = 2) => String(Math.floor(value)).padStart(digits, '0')
  return `${part(ms / 3_600_000)}:${part((ms / 60_000) % 60)}:${part((ms / 1000) % 60)}.${part(ms % 1000, 3)}`
}
