const OPENING = /[（《“‘【〈(\[]$/u
const CLAUSE_END = /[，。、；：！？,.;:!?]$/u
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
    if (line && widthOf(line + piece) > roomFor(line + piece, perLine)) close()
    line += piece
  }
  close()
  return found
}

/**
 * As few lines as can be, of like length, rather ended where a clause ends: one long line and one of two characters
 * reads badly. The cheapest way to break, found from the back. Pure.
 */
export function wrapEvenly(words: string, perLine: number): string[] {
  const pieces = unbreakable(words, perLine)
  const even = widthOf(words) / Math.max(1, wrap(words, perLine).length)
  const best: { cost: number; next: number }[] = [{ cost: 0, next: 0 }]
  const at = (place: number) => best[pieces.length - place]!
  for (let from = pieces.length - 1; from >= 0; from--) {
    let found = { cost: Infinity, next: from + 1 }
    for (let next = from + 1, line = ''; next <= pieces.length; next++) {
      line += pieces[next - 1]
      if (next > from + 1 && widthOf(line) > roomFor(line, perLine)) break
      const uneven = ((widthOf(line) - even) / perLine) ** 2
      const cost = at(next).cost + 100 + uneven * 10 + (CLAUSE_END.test(line) || next === pieces.length ? 0 : 4)
      if (cost < found.cost) found = { cost, next }
    }
    best.push(found)
  }
  const lines: string[] = []
  for (let from = 0; from < pieces.length; from = at(from).next) lines.push(pieces.slice(from, at(from).next).join(''))
  return lines.map((line) => line.trim()).filter(Boolean)
}

/** One closing mark may hang over the edge, as in print. */
const roomFor = (line: string, perLine: number) => (CLAUSE_END.test(line) ? perLine + 1 : perLine)

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
