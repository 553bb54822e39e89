export type Named = { id: string; name: string; nameEn?: string; slug?: string | null; phrases?: string[] }

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s与和、，,]+/g, '')

/** The row that is called so: by its Chinese or English name or its address. */
export function calledSo(word: string, rows: readonly Named[]): Named | undefined {
  const wanted = plain(word)
  return rows.find(({ name, nameEn, slug }) => [name, nameEn, slug].some((own) => own && plain(own) === wanted))
}

/** The row that was probably meant: by how many letters and pairs of letters its words share with it. */
export function nearest(word: string, rows: readonly Named[]): Named | null {
  const wanted = pieces(word)
  const scored = rows.map((row) => {
    const words = [row.name, row.nameEn ?? '', row.slug ?? '', ...(row.phrases ?? [])]
    return { row, score: Math.max(...words.map((own) => likeness(wanted, pieces(own)))) }
  })
  const best = scored.sort((a, b) => b.score - a.score)[0]
  return best && best.score >= 0.35 ? best.row : null
}

function pieces(word: string): Set<string> {
  const letters = [...plain(word)]
  return new Set([...letters, ...letters.slice(1).map((letter, n) => letters[n]! + letter)])
}

/** Dice's coefficient. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((piece) => other.has(piece)).length
  return one.size + other.size ? (2 * common) / (one.size + other.size) : 0
}
