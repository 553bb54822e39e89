const OPENING = /[（《“‘【〈(\[]$/u
const HANGING = /^[，。、；：！？）】》”’〉…—,.;:!?)\]%]/u

/** How much room words take, in Chinese characters. */
export const widthOf = (words: string): number =>
  [...words].reduce((sum, sign) => sum + (sign.codePointAt(0)! < 0x250 ? 0.55 : 1), 0)

/**
 * Lines of at most `perLine` Chinese characters: broken between words, never before a closing mark or after an opening
 * one. A word longer than a line is cut between its characters. Pure.
 */
export function wrap(words: string, perLine: number): string[] {
  const found: string[] = []
  let line = ''
  const close = () => {
    if (line.trim()) found.push(line.trim())
    line = ''
  }
  for (const piece of unbreakable(words, perLine)) {
    // One closing mark may hang over the edge, as in print.
    const room = HANGING.test(piece) && widthOf(piece) <= 1 ? perLine + 1 : perLine
    if (line && widthOf(line + piece) > room) close()
    line += piece
  }
  close()
  return found
}

/** The same number of lines as `wrap` gives, but of like length: one long and one of two characters reads badly. */
export function wrapEvenly(words: string, perLine: number): string[] {
  const fewest = wrap(words, perLine).length
  for (let width = Math.ceil(widthOf(words) / fewest); width < perLine; width++) {
    const lines = wrap(words, width)
    if (lines.length === fewest) return lines
  }
  return wrap(words, perLine)
}

/** Words with the marks that belong to them. */
function unbreakable(words: string, perLine: number): string[] {
  const pieces: string[] = []
  for (const word of wordsOf(words.replace(/\s+/gu, ' '))) {
    const before = pieces.at(-1)
    const joined = before !== undefined && (OPENING.test(before) || HANGING.test(word))
    if (joined && widthOf(before + word) <= perLine) pieces[pieces.length - 1] = before + word
    else if (widthOf(word) > perLine) pieces.push(...signsOf(word))
    else pieces.push(word)
  }
  return pieces
}

/** Words of a Chinese text, with what stands between them. Nothing is lost. */
export const wordsOf = (text: string): string[] => segments(text, 'word')
/** Characters as a reader counts them: a picture sign of several code points is one. */
export const signsOf = (text: string): string[] => segments(text, 'grapheme')

const segments = (text: string, granularity: 'word' | 'grapheme') =>
  [...new Intl.Segmenter('zh', { granularity }).segment(text)].map(({ segment }) => segment)
