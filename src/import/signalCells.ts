import type { SignalKind } from '../../campaigns'
import type { Cell } from './sheet'

export const columns = ['topic', 'segment', 'count', 'source', 'date', 'kind', 'from', 'to'] as const
export type Column = (typeof columns)[number]

const headings: Record<Column, RegExp> = {
  topic: /^(主题|topic)/i,
  segment: /^(人群|segment|group)/i,
  count: /^(数量|次数|件数|人数|count|number)/i,
  source: /来源|出处|source/i,
  date: /^(日期|时间|date)/i,
  kind: /^(类别|类型|kind|type)/i,
  from: /^(从|起|统计从|from)/i,
  to: /^(到|止|to)$/i,
}

/** Which column says what, by Chinese or English headings; null when a row is no heading of ours. */
export function columnsOf(cells: readonly Cell[]): Map<Column, number> | null {
  const words = cells.map(textOf)
  const found = new Map<Column, number>()
  for (const column of columns) {
    const at = words.findIndex((word) => headings[column].test(word))
    if (at >= 0) found.set(column, at)
  }
  return (['topic', 'count', 'source', 'date', 'kind'] as const).every((column) => found.has(column)) ? found : null
}

export const textOf = (cell: Cell | undefined): string =>
  cell instanceof Date
    ? cell.toISOString().slice(0, 10)
    : String(cell ?? '')
        .normalize('NFKC')
        .trim()

/** A number as people write it: full-width digits, thousands by comma, with 次 or 人 behind it. NaN for anything else. */
export function numberOf(cell: Cell | undefined): number {
  if (typeof cell === 'number') return cell
  const text = textOf(cell)
    .replace(/[,，\s]/g, '')
    .replace(/[次件人个条例份]$/, '')
  return /^[-−]?\d+(\.\d+)?$/.test(text) ? Number(text.replace('−', '-')) : NaN
}

/** `2026-11-24` of a date cell, a serial number of Excel or a date as people write it; null when it is none. */
export function dayOf(cell: Cell | undefined): string | null {
  if (typeof cell === 'number' && cell > 20_000 && cell < 80_000)
    return new Date(Date.UTC(1899, 11, 30) + Math.floor(cell) * 86_400_000).toISOString().slice(0, 10)
  const parts = /^(\d{4})[-/.年]?(\d{1,2})(?:[-/.月]?(\d{1,2})?日?)?(?:[T ].*)?$/.exec(textOf(cell))
  if (!parts) return null
  const [year, month, day] = [parts[1]!, parts[2]!.padStart(2, '0'), (parts[3] ?? '1').padStart(2, '0')]
  const written = `${year}-${month}-${day}`
  const real = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(written) ? written : null
}

/** `views` is what people enter most readily and what must not count. */
export function kindOf(cell: Cell | undefined): SignalKind | 'views' | null {
  const word = textOf(cell)
  return kindWords.find(([, pattern]) => pattern.test(word))?.[0] ?? null
}
const kindWords: [SignalKind | 'views', RegExp][] = [
  ['views', /播放|阅读|浏览|点击|看完|完播|views?|plays?|reads?|completion/i],
  ['consultation', /咨询|来访|12348|热线|电话|consult/i],
  ['survey', /问卷|调查|survey/i],
  ['search', /搜索|search/i],
  ['caseload', /案件|警情|调解|110|12315|case/i],
]

export const isEverybody = (cell: Cell | undefined): boolean =>
  /^(|全县|全部|所有人?|不分|all|everybody|county|the whole county)$/i.test(textOf(cell))
