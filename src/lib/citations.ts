import { aliasesOf, knownLaws, shortLawName } from './lawNames'
import { NUMERAL, readNumeral } from './numerals'

/** One mention of an article of a law in a text. */
export type Citation = {
  /** Exactly as written, from `start` to `end`. */
  raw: string
  start: number
  end: number
  /** Short name of the law, abbreviations resolved; null when the text does not say which. */
  law: string | null
  /** Address of the article inside its law: `42`, `133-1`. */
  number: string
  paragraph?: number
  item?: number
}

/** What 同法 and a bare 第十条 refer to. A contract's clause is no law, but it takes the reference too. */
type Context = { kind: 'law' | 'contract'; name: string | null; article?: string }

const LAW = /(法|法典|条例|规定|办法|细则|规则|解释|决定|纪要|批复|编)([（(].{1,8}[）)])?$/
const CONTRACT = /(合同|协议|协议书|章程|手册|公约|约定|保单|条款|合同书|补充协议)$/
/** 《X法》人格权编第997条 and 《X》（法释〔2020〕26号）第六条: what may stand between a name and its article. */
const BETWEEN = /^(?:[\u4e00-\u9fa5]{1,6}编)?(?:[（(][^（）()]{1,40}[）)])?\s{0,2}$/u
const GAP = '[ \\t\\u3000]*'
const SUB = `(?:第${GAP}(${NUMERAL})${GAP}款)?(?:第?${GAP}[（(]?(${NUMERAL})[）)]?${GAP}项)?`
const ONE = `${GAP}${NUMERAL}${GAP}`

const tokens = new RegExp(
  [
    '(?<open>[“「])|(?<close>[”」])',
    '[（(](?:以下|下)?(?:均|统|简)?称(?:为)?[：:]?《?(?<short>[^（）()《》]{2,30})》?[）)]',
    '(?<title>《(?:[^《》]|《[^《》]*》)+》)',
    '(?:该|本|上述|前述)(?<contract>合同|协议书?|章程)',
    '(?<same>(?:同|该|本|上述|前述)(?:法(?![院官庭定])|法律|办法|条例|规定|解释))',
    `(?<clause>合同|协议书?|章程|判决书?|手册)(?=${GAP}第${GAP}${NUMERAL}${GAP}条)`,
    // 第十条, 第十、十一条, and the second half of 第10条、11条
    `(?:第|(?<=条[、，,和及与至到-]))(?<list>${ONE}(?:[、，,和及与至到-]${ONE})*)条(?:之(?<inserted>${NUMERAL}))?${SUB}`,
    `(?<=[。；;，,”》]|^)第(?<paragraph>${NUMERAL})款(?=规定|明确)`,
    '(?<law>NAMES)(?![律规院官庭定学理人制务治系])',
  ].join('|'),
  'gu',
)

/**
 * Finds the articles of laws that a text cites: Chinese and Arabic numerals, lists and ranges, 之一, 款 and 项,
 * laws by title, abbreviation or 同法/该法/本法. Clauses of contracts are not citations.
 * @param text plain text; `own` is the law that 本法 and a bare article mean at its beginning; `names` are further names of laws.
 */
export function findCitations(text: string, { own, names = [] }: { own?: string; names?: string[] } = {}): Citation[] {
  const found: Citation[] = []
  const abbreviations = new Map(
    Object.entries(aliasesOf).flatMap(([law, aliases]) => aliases.map((alias) => [alias, law])),
  )
  const full = (name: string) => abbreviations.get(shortLawName(name)) ?? shortLawName(name)
  let context: Context | null = own ? { kind: 'law', name: full(own) } : null
  let named: { start: number; end: number; other?: string } = { start: 0, end: -1 } // the last name: a citation may begin with it
  const outer: (Context | null)[] = []

  const name = (written: string, start: number, end: number) => {
    if (CONTRACT.test(written)) context = { kind: 'contract', name: null }
    else if (LAW.test(written)) context = { kind: 'law', name: full(written) }
    named = { start, end, ...(LAW.test(written) || CONTRACT.test(written) ? {} : { other: written }) }
  }

  for (const match of text.matchAll(scanner(names))) {
    const { groups = {}, index: start } = match
    const end = start + match[0].length
    if (groups.open) outer.push(context && { ...context })
    else if (groups.close) context = outer.length ? outer.pop()! : context
    else if (groups.short) {
      if (context?.name && start === named.end) abbreviations.set(shortLawName(groups.short), context.name)
      if (start === named.end) named.end = end
    } else if (groups.title) name(shortLawName(groups.title), start, end)
    else if (groups.law) name(groups.law, start, end)
    else if (groups.same) named = { start, end }
    else if (groups.contract || groups.clause) name(groups.contract ?? groups.clause!, start, end)
    else if (groups.paragraph) {
      if (context?.kind !== 'contract' && context?.article)
        found.push({
          ...{ raw: match[0], start, end, law: context.name, number: context.article },
          paragraph: readNumeral(groups.paragraph)!,
        })
    } else if (groups.list) {
      const joined = named.end >= 0 && BETWEEN.test(text.slice(named.end, start))
      // 《……指导意见》第三条: an article makes a law-like text of a title that did not look like one.
      if (joined && named.other) context = { kind: 'law', name: full(named.other) }
      if (context?.kind === 'contract') continue
      const from = joined ? named.start : start
      const [, paragraph, item] = parts(match[0])
      // 第十条至第十二条 also cites what lies between.
      const before = found.at(-1)
      const range = before && /^[至到-]$/.test(text.slice(before.end, start)) ? `${before.number}至` : ''
      const numbers = readList(range + groups.list).slice(range ? 1 : 0)
      for (const number of numbers) {
        const address = groups.inserted ? `${number}-${readNumeral(groups.inserted)}` : String(number)
        found.push({
          ...{ raw: text.slice(from, end), start: from, end, law: context?.name ?? null, number: address },
          ...(paragraph ? { paragraph } : {}),
          ...(item ? { item } : {}),
        })
        if (context) context.article = address
      }
    }
  }
  return found
}

const scanner = (names: string[]) => {
  const all = [...new Set([...knownLaws, ...Object.values(aliasesOf).flat(), ...names])]
  const longestFirst = all.sort((a, b) => b.length - a.length).map((law) => law.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(tokens.source.replace('NAMES', `(?:中华人民共和国)?(?:${longestFirst.join('|')})`), tokens.flags)
}

function parts(raw: string): [unknown, number | null, number | null] {
  const [, paragraph, item] = new RegExp(`条(?:之${NUMERAL})?${SUB}$`, 'u').exec(raw) ?? []
  return [raw, paragraph ? readNumeral(paragraph) : null, item ? readNumeral(item) : null]
}

/** 十、十一 > [10, 11]; 十至十二 > [10, 11, 12]. A range of more than 50 articles names only its ends. */
function readList(written: string): number[] {
  const signs = written.split(/([、，,和及与至到-])/)
  const numbers: number[] = []
  for (let at = 0; at < signs.length; at += 2) {
    const number = readNumeral(signs[at]!)
    if (number === null || number === 0) continue
    const before = numbers.at(-1)
    if (/[至到-]/.test(signs[at - 1] ?? '') && before && number > before && number - before <= 50)
      for (let between = before + 1; between < number; between++) numbers.push(between)
    numbers.push(number)
  }
  return numbers
}
