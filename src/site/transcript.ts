import { parseCues, type Cue } from '../lib/subtitles'

/** A line of a transcript: where it begins, in whole seconds, and its words in pieces, the found ones marked. */
export type Line = { at: number; pieces: { text: string; hit: boolean }[] }

/** The spoken lines of a WebVTT file, none said twice in a row. */
export function spokenLines(vtt: string): Cue[] {
  const cues = parseCues(vtt).map((cue) => ({ ...cue, text: cue.text.replace(/\n/g, ' ') }))
  return cues.filter(({ text }, index) => text !== cues[index - 1]?.text)
}

/** Every line, with the places where `wanted` is said marked; capitals and full-width letters make no difference. */
export function markLines(cues: readonly Cue[], wanted = ''): Line[] {
  return cues.map(({ start, text }) => ({ at: Math.floor(start / 1000), pieces: piecesOf(text, plain(wanted)) }))
}

export const hits = (lines: readonly Line[]) =>
  lines.reduce((sum, { pieces }) => sum + pieces.filter(({ hit }) => hit).length, 0)

function piecesOf(text: string, wanted: string): Line['pieces'] {
  // Character by character, so that places in the plain text are places in the text itself.
  const characters = [...text]
  const searched = characters.map(plain)
  const pieces: Line['pieces'] = []
  let from = 0
  for (let at = 0; wanted && at < characters.length;) {
    const until = endOf(searched, at, wanted)
    if (until === 0) {
      at += 1
      continue
    }
    pieces.push({ text: characters.slice(from, at).join(''), hit: false })
    pieces.push({ text: characters.slice(at, until).join(''), hit: true })
    at = from = until
  }
  pieces.push({ text: characters.slice(from).join(''), hit: false })
  return pieces.filter(({ text }) => text)
}

/** Where the wanted words end that begin here; 0 when they do not. */
function endOf(searched: string[], at: number, wanted: string): number {
  let said = ''
  for (let end = at; end < searched.length && said.length < wanted.length;) {
    said += searched[end++]
    if (said === wanted) return end
  }
  return 0
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase()
