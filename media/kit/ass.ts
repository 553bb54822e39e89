import type { Cue } from '../../src/lib/subtitles'
import { wrapEvenly } from '../../src/lib/wrap'
import type { Layout, Words } from './layout'

export const FONT_FAMILY = 'Noto Sans SC'
/** libass measures a font from its highest to its lowest point; in Noto Sans SC that is 1.448 characters. */
const FONT_SIZE = 1.448
const PAPER = '&H00F0F7FA' // #FAF7F0, blue first
const INK = '&H00171A1B' // #1B1A17
const BAND = INK // whole: half-clear bands of two lines overlap in a stripe
const WHITE = '&H00FFFFFF'
const LABEL_SECONDS = 4

type Script = {
  layout: Layout
  cues: readonly Cue[]
  title: string
  /** Seconds of the whole film, with the opening card. */
  seconds: number
  /** The opening card that says the voice is synthetic: its length in seconds and its words. */
  notice?: { seconds: number; words: string } | undefined
}

/** The words to burn in, as an ASS script in the pixels of the frame. Cues move behind the opening card. Pure. */
export function assOf({ layout, cues, title, seconds, notice }: Script): string {
  const lead = notice?.seconds ?? 0
  const events = [
    ...(notice
      ? [
          event(0, lead, 'Card', `${lines(title, 10)}\\N\\N{\\fs${size(40)}\\b0}${lines(notice.words, 16)}`),
          event(lead, Math.min(seconds, lead + LABEL_SECONDS), 'Label', lines(notice.words, layout.label.perLine)),
        ]
      : []),
    ...(layout.title ? [event(lead, seconds, 'Title', lines(title, layout.title.perLine))] : []),
    ...cues.flatMap((cue) => {
      const [from, to] = [cue.start / 1000 + lead, Math.min(cue.end / 1000 + lead, seconds)]
      const text = cueLines(cue.text, layout.cue.perLine)
      return to > from && text ? [event(from, to, 'Cue', text)] : []
    }),
  ]
  const middle = { align: 5, left: 40, right: 40, vertical: 0, em: 64, perLine: 10 }
  return [
    '[Script Info]',
    'ScriptType: v4.00+',
    `PlayResX: ${layout.width}`,
    `PlayResY: ${layout.height}`,
    'WrapStyle: 2',
    'ScaledBorderAndShadow: yes',
    '',
    '[V4+ Styles]',
    'Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding',
    style('Cue', layout.cue, { over: layout.over, bold: layout.over }),
    style('Title', layout.title ?? middle, { bold: true }),
    style('Label', layout.label, { over: layout.over }),
    style('Card', middle, { bold: true }),
    '',
    '[Events]',
    'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
    ...events,
    '',
  ].join('\n')
}

/**
 * Words as ASS may carry them: no override blocks, no commands, one line. Its braces and backslash have no sure
 * escape in old libass, so their full-width look-alikes stand for them.
 */
export const assText = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/\{/g, '｛')
    .replace(/\}/g, '｝')
    .replace(/\\/g, '＼')
    .trim()

/** Lines of a cue stay as the writer broke them where they fit; else the whole is broken anew, evenly. */
function cueLines(text: string, perLine: number): string {
  const own = text.split('\n').map(assText).filter(Boolean)
  const fits = own.every((line) => wrapEvenly(line, perLine).length === 1)
  return fits ? own.join('\\N') : lines(own.join(' '), perLine)
}

const lines = (text: string, perLine: number) => wrapEvenly(assText(text), perLine).join('\\N')

const size = (em: number) => Math.round(em * FONT_SIZE)

function style(name: string, place: Words, { over = false, bold = false }): string {
  // On a picture: white on a band of ink (border style 3), readable whatever is behind it.
  const [colour, edge, border, outline] = over ? [WHITE, BAND, 3, 8] : [INK, PAPER, 1, 0]
  return `Style: ${name},${FONT_FAMILY},${size(place.em)},${colour},${colour},${edge},${edge},${bold ? -1 : 0},0,0,0,100,100,0,0,${border},${outline},0,${place.align},${place.left},${place.right},${Math.round(place.vertical)},1`
}

const event = (from: number, to: number, name: string, text: string) =>
  `Dialogue: 0,${clock(from)},${clock(to)},${name},,0,0,0,,${text}`

/** H:MM:SS.hundredths */
function clock(seconds: number): string {
  const hundredths = Math.round(seconds * 100)
  const part = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const [h, m, s] = [hundredths / 360_000, (hundredths / 6000) % 60, (hundredths / 100) % 60]
  return `${Math.floor(h)}:${part(m)}:${part(s)}.${part(hundredths % 100)}`
}
