import { CodedError } from '../lib/errors'
import { trimmed } from '../lib/lexical'

export type CaseText = {
  /** At most 40 characters; the full heading is in `question` when it was longer. */
  title: string
  question?: string
  /** The name of the case (张某诉某公司买卖合同纠纷案), its number, who published it when. */
  source?: string
  /** The sections as Markdown, without title, case name and publisher. */
  story: string
  /** Heading and case name: the natural key, so that a moved or renamed file is still the same case. */
  key: string
}

const TITLE = 40
const CASE_NAME = /^[^。？]{2,}诉[^。？]{4,}案$/
const NUMBER =
  /[（(〔[](?:19|20)\d{2}[）)〕\]][\u4e00-\u9fa5]{1,3}\d{0,4}[\u4e00-\u9fa5]{0,8}?[初终再监复执破仲裁]\S{0,4}?第?\d+号/g

/**
 * Reads a published case: a heading, the publisher's lines up to `<!-- INFO END -->`, sections.
 * @throws CodedError `import-no-title`, `import-no-story`.
 */
export function readCase(markdown: string): CaseText {
  const lines = markdown.split('\n').map(trimmed)
  const at = lines.findIndex((line) => /^#\s+\S/.test(line))
  if (at < 0) throw new CodedError('import-no-title')
  const heading = lines[at]!.replace(/^#\s+/, '')
  const marker = lines.findIndex((line) => line.includes('INFO END'))
  const publisher = marker < 0 ? [] : lines.slice(at + 1, marker).filter((line) => line && !line.startsWith('#'))
  const rest = lines.slice(Math.max(at, marker) + 1)
  const nameAt = rest.findIndex((line) => line.startsWith('#') && CASE_NAME.test(line.replace(/^#+\s*/, '')))
  const name = nameAt < 0 ? undefined : rest.splice(nameAt, 1)[0]!.replace(/^#+\s*/, '')
  const story = rest
    .join('\n')
    .replace(/<!--[\s\S]*?-->/g, '')
    .trim()
  if (!/^[^#\s]/m.test(story)) throw new CodedError('import-no-story')
  const title = shortened(heading)
  const source = [name, caseNumber(story), publisher.join(' ')].filter(Boolean).join('，')
  return {
    ...(title === heading.replace(/[。．]$/, '') ? { title } : { title, question: heading.slice(0, 200) }),
    ...(source ? { source } : {}),
    story,
    key: `case:${[heading, name].filter(Boolean).join('|')}`,
  }
}

/** Of several numbers the one of the last instance: retrial, second, first. */
export function caseNumber(text: string): string | undefined {
  const rank = (number: string) => ['再', '终', '初'].findIndex((instance) => number.includes(instance)) >>> 0
  return [...text.matchAll(NUMBER)].map(([number]) => number).sort((a, b) => rank(a) - rank(b))[0]
}

/** A heading of at most 40 characters that still makes sense: whole clauses first, then one party a side, then a cut. */
export function shortened(heading: string): string {
  const bare = heading.replace(/[。．]$/, '')
  if (bare.length <= TITLE) return bare
  const clauses = bare.split(/(?<=[，；：？])/)
  let kept = ''
  for (const clause of clauses) {
    if ((kept + clause).length > TITLE) break
    kept += clause
  }
  if (kept.length >= 8) return kept.replace(/[，；：]$/, '')
  const parties = oneParty(bare)
  return parties.length <= TITLE ? parties : `${parties.slice(0, TITLE - 1)}…`
}

/** 甲公司、乙公司诉丙市政府、丁省政府解除协议案 > 甲公司等诉丙市政府等解除协议案 */
function oneParty(heading: string): string {
  const [, plaintiffs, rest] = /^(.+?)诉(.+)$/.exec(heading) ?? []
  if (!plaintiffs || !rest) return heading
  const first = (side: string) => (side.includes('、') ? `${side.split('、')[0]}等` : side)
  const defendants = /^(.+?、.*(?:公司|政府|委员会|办公室|办事处|局|院|厂|店|社|会))(.+)$/.exec(rest)
  return `${first(plaintiffs)}诉${defendants ? `${first(defendants[1]!)}${defendants[2]}` : rest}`
}
