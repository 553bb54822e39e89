const LONGEST_WORDS = 6
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
/** What people say around the thing they mean. */
const filler = /我|你|他|她|它|们|了|的|吗|呢|吧|怎么办|怎么|如何|什么|遇到|请问|可以|能不能|是不是|要不要|？|\?/g

/** The words of at least two characters in an everyday question, without what surrounds them. */
export function everydayWords(question: string): string[] {
  const words = [...segmenter.segment(question.replace(filler, ' '))]
    .filter(({ isWordLike, segment }) => isWordLike && segment.length > 1)
    .map(({ segment }) => segment)
  return [...new Set(words)].slice(0, LONGEST_WORDS)
}

/** Covers what could name a person before anything is stored: mobile and fixed numbers, identity cards, bank cards. */
export function withoutPersonalNumbers(text: string): string {
  return text
    .replace(/\d[\d -]{8,22}\d(?:[xX](?![A-Za-z]))?/g, (digits) =>
      digits.replace(/\D/g, '').length >= 10 ? '＊＊＊' : digits,
    )
    .replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '＊＊＊')
}

export function minutesInWords(seconds: number): string {
  if (seconds < 55) return `${Math.max(1, Math.round(seconds))} 秒`
  return `${Math.round(seconds / 60)} 分钟`
}

/** Bytes as people say them: 兆, never less than one. */
export const sizeInWords = (bytes: number) => `约 ${Math.max(1, Math.round(bytes / 1_000_000))} 兆`

/** A place in a film as it stands in a margin: 1:23. */
export const placeInFilm = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`

export function dateInWords(iso: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('zh-CN', { timeZone, month: 'long', day: 'numeric' })
  return parts.format(new Date(iso))
}

/** `YYYY-MM-DD HH:MM`, the form the county-site norms ask for. */
export function stamp(iso: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return format.format(new Date(iso))
}
