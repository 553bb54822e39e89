import { signsOf, wordsOf } from '../../src/lib/wrap'
import type { Platform } from './platforms'

/** The label that the law asks of every synthetic voice, in words (《人工智能生成合成内容标识办法》). */
export const SYNTHETIC_WORDS = '声音由机器合成'
const MORE = '…'

/** What the words of a kit are made from. */
export type Facts = {
  title: string
  summary: string
  topic?: string
  variety: string
  link: string
  synthetic: boolean
  /** Which offices made and dubbed it, where there are several. */
  credit?: string
}

/** A title and a text within a platform's limits, ready to copy. Pure. */
export function wordingFor(platform: Platform, facts: Facts): { title: string; text: string } {
  const tags = platform.hashtags
    ? ['普法', facts.topic, facts.variety].flatMap((tag) => (tag ? [`#${tag.replace(/[\s#]+/gu, '')}`] : [])).join(' ')
    : ''
  // Link and label are duties: they stay whole, the summary gives way; hashtags go first when there is no room.
  const duties = [
    facts.credit ?? '',
    facts.synthetic ? `（${SYNTHETIC_WORDS}）` : '',
    platform.link ? facts.link : '',
  ].filter(Boolean)
  const fits = (tail: string[]) => lengthOf(tail) <= platform.text / 2
  const tail = tags && fits([...duties, tags]) ? [...duties, tags] : duties
  const body = cutText(oneLine(facts.summary), platform.text - lengthOf(tail))
  return {
    title: cutTitle(oneLine(facts.title), platform.title),
    text: [body, ...tail].filter(Boolean).join('\n'),
  }
}

/**
 * A title of at most `most` characters that is still a question: the middle goes, its last clause with the question
 * mark stays. Never cut inside a word where there is room for one, never inside a character.
 */
export function cutTitle(title: string, most: number): string {
  if (title.length <= most) return title
  const question = /([^，,。；;：:！!？?\s]+[？?])[^？?]*$/u.exec(title)?.[1]
  if (!question) return cutText(title, most)
  const ending = question.length + MORE.length <= most * 0.7 ? question : question.at(-1)!
  return head(title.slice(0, title.lastIndexOf(ending)), most - ending.length - MORE.length) + MORE + ending
}

/** At most `most` characters, cut between words and closed by an ellipsis. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text
  return most > 0 ? head(text, most - MORE.length) + MORE : ''
}

/** As many whole words as fit; where not even one does, as many whole characters. */
function head(text: string, most: number): string {
  const words = taken(wordsOf(text), most)
  return (words || taken(signsOf(text), most)).replace(/[，、；：,;:（(“《\s]+$/u, '')
}

function taken(pieces: string[], most: number): string {
  let found = ''
  for (const piece of pieces) {
    if (found.length + piece.length > most) break
    found += piece
  }
  return found
}

const lengthOf = (tail: string[]) => tail.reduce((sum, line) => sum + line.length + 1, 0)
const oneLine = (words: string) => words.replace(/\s+/gu, ' ').trim()
