import { CodedError } from '../lib/errors'
import { trimmed } from '../lib/lexical'
import { shortLawName } from '../lib/lawNames'
import { NUMERAL, readNumeral } from '../lib/numerals'

export type Article = {
  number: string
  order: number
  label: string
  part?: string
  chapter?: string
  section?: string
  /** Paragraphs (款), one a line. */
  text: string
}
export type LawText = {
  title: string
  shortTitle: string
  /** The part of a code this file holds: 婚姻家庭编. */
  part?: string
  adoption: string
  /** Days as `YYYY-MM-DD`. */
  adoptedOn?: string
  effectiveOn?: string
  articles: Article[]
}

const ARTICLE = new RegExp(`^第(${NUMERAL})条(?:之(${NUMERAL}))?(?:[\\s\\u3000]+|$)`)
const LEVEL = new RegExp(`^第${NUMERAL}(分编|编|章|节)`)
const DATE = new RegExp('(\\d{4})年(\\d{1,2})月(\\d{1,2})日', 'g')

/**
 * Reads a statute in the form it is published in: title (and part), adoption lines, `<!-- INFO END -->`, headings for
 * part, chapter and section, articles that begin with 第N条. Without the marker the first chapter or article ends the head.
 * @throws CodedError `import-no-title`, `import-no-articles`, `import-order` (an article twice or out of order).
 */
export function readLaw(markdown: string, fileName = ''): LawText {
  const lines = markdown.split('\n').map(trimmed)
  const start = lines.findIndex((line) => line.includes('INFO END') || isBody(line))
  const head = lines.slice(0, Math.max(start, 0)).filter(Boolean)
  const titles = head.filter((line) => /^#\s/.test(line)).map((line) => line.replace(/^#\s+/, ''))
  const [title, ...rest] = titles
  if (!title) throw new CodedError('import-no-title')
  const part = rest.find((line) => line.endsWith('编'))
  const articles = readArticles(lines.slice(start), part)
  const adoption = head.filter((line) => !line.startsWith('#')).join('\n')
  return {
    title,
    shortTitle: shortLawName(title),
    ...(part ? { part } : {}),
    adoption,
    adoptedOn: adoptedOn(adoption, fileName),
    effectiveOn: effectiveOn(adoption, articles),
    articles,
  }
}

const isBody = (line: string) => ARTICLE.test(line) || LEVEL.test(line.replace(/^#+\s*/, ''))

function readArticles(lines: string[], filePart?: string): Article[] {
  const articles: Article[] = []
  let [part, chapter, section] = [filePart, undefined, undefined] as (string | undefined)[]
  let code = filePart
  for (const raw of lines) {
    const line = raw.replace(/<!--.*?-->/g, '').trim()
    if (!line) continue
    const heading = /^#+\s*(.+)$/.exec(line)?.[1]?.replace(/[\s\u3000]+/g, ' ')
    const level = LEVEL.exec(heading ?? '')?.[1]
    const found = heading ? null : ARTICLE.exec(line)
    if (level === '编') [code, part, chapter, section] = [heading, heading, undefined, undefined]
    else if (level === '分编')
      [part, chapter, section] = [[code, heading].filter(Boolean).join(' '), undefined, undefined]
    else if (level === '章') [chapter, section] = [heading, undefined]
    else if (level === '节') section = heading
    else if (found) {
      const [whole, number, inserted] = found
      const at = readNumeral(number!)
      const after = inserted ? readNumeral(inserted) : 0
      if (!at || after === null) throw new CodedError('import-order', `条号读不出来：${whole.trim()}`)
      const order = at * 100 + after
      const before = articles.at(-1)
      if (before && order <= before.order)
        throw new CodedError('import-order', `${whole.trim()} 出现在 ${before.label} 之后，条号重复或次序有误`)
      articles.push({
        ...{ number: after ? `${at}-${after}` : String(at), order, label: whole.trim() },
        ...{ ...(part ? { part } : {}), ...(chapter ? { chapter } : {}), ...(section ? { section } : {}) },
        text: line.slice(whole.length).trim(),
      })
    } else if (!heading && articles.length) {
      const article = articles.at(-1)!
      article.text = article.text ? `${article.text}\n${line}` : line
    }
  }
  const empty = articles.find((article) => !article.text)
  if (empty) throw new CodedError('import-no-articles', `${empty.label} 没有条文`)
  if (!articles.length) throw new CodedError('import-no-articles')
  return articles
}

/** The latest day the head names as passed, decided or amended; the day in the file name when it names none. */
function adoptedOn(adoption: string, fileName: string): string | undefined {
  const days = adoption.split('\n').flatMap((line) => (/施行/.test(line) ? [] : dates(line)))
  return days.sort().at(-1) ?? /\((\d{4}-\d{2}-\d{2})\)/.exec(fileName)?.[1]
}

/** From the head (2021年1月1日 施行), else from the closing article (本法自……起施行). */
function effectiveOn(adoption: string, articles: Article[]): string | undefined {
  const named = adoption.split('\n').find((line) => /施行/.test(line))
  const closing = articles.slice(-3).find(({ text }) => /^本(法|条例|规定|办法).{0,4}自.+起施行/.test(text))
  return (named && dates(named)[0]) ?? (closing && dates(closing.text.split('\n')[0]!)[0])
}

const dates = (line: string) =>
  [...line.matchAll(DATE)].map(([, year, month, day]) => `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`)
