import { calledSo, nearest, type Named } from './nearest'
import type { Cell, SheetRow } from './sheet'
import { dayOf, numberOf, textOf } from './signalCells'
import type { Refusal as SignalRefusal } from './signalRows'

export const figureColumns = ['channel', 'title', 'sent', 'plays', 'completions', 'source', 'date'] as const
export type FigureColumn = (typeof figureColumns)[number]
const needed = ['channel', 'title', 'plays', 'source', 'date'] as const

const headings: Record<FigureColumn, RegExp> = {
  channel: /^(渠道|平台|账号|channel|platform)/i,
  title: /^(标题|作品|内容|视频|title|item)/i,
  sent: /^(投放|发布|转发|posted|sent|published)/i,
  plays: /^(播放|plays?|views?)/i,
  completions: /^(看完|放完|完播|finished|completion|to the end)/i,
  source: /来源|出处|哪儿|source/i,
  date: /^(日期|统计|看数|date|read)/i,
}

/** Which column says what; null when a row is no heading of ours. */
export function figureColumnsOf(cells: readonly Cell[]): Map<FigureColumn, number> | null {
  const words = cells.map(textOf)
  const found = new Map<FigureColumn, number>()
  for (const column of figureColumns) {
    const at = words.findIndex((word) => headings[column].test(word))
    if (at >= 0) found.set(column, at)
  }
  return needed.every((column) => found.has(column)) ? found : null
}

/** A delivery that figures may be about; days in the zone of the county. */
export type Post = { id: string; channel: string; title: string; sent: string; office: string | null }
export type FigureRow = {
  delivery: string
  office: string | null
  value: number
  completions: number | null
  source: string
  date: string
}
export type FigureRefusal =
  | SignalRefusal
  | { code: 'channel-unknown' | 'never-sent'; said: string; nearest: string | null }
  | { code: 'plays-wrong' | 'completions-wrong'; said: string }
  | { code: 'completions-many' }
export type FigureVerdict = { line: number; said: Record<FigureColumn, string> } & (
  { state: 'new' | 'unchanged'; row: FigureRow } | { state: 'refused'; why: FigureRefusal[] }
)
type Known = {
  channels: readonly Named[]
  posts: readonly Post[]
  /** Figures that stand already, by `figureKey`. */
  there: ReadonlyMap<string, { value: number; completions: number | null }>
  today: string
}

export const figureKey = ({ delivery, source, date }: Pick<FigureRow, 'delivery' | 'source' | 'date'>) =>
  [delivery, date, source].join(' ')

/** Judges every line below the headings; nothing is written. Figures belong to the last send of the item before they were read. */
export function judgeFigures(
  rows: readonly SheetRow[],
  columns: ReadonlyMap<FigureColumn, number>,
  { channels, posts, there, today }: Known,
): FigureVerdict[] {
  const lines = new Map<string, number>()
  return rows.map(({ line, cells }): FigureVerdict => {
    const cell = (column: FigureColumn) => (columns.has(column) ? (cells[columns.get(column)!] ?? null) : null)
    const said = Object.fromEntries(figureColumns.map((column) => [column, textOf(cell(column))])) as Record<
      FigureColumn,
      string
    >
    const why: FigureRefusal[] = []
    const [date, sent] = [dayOf(cell('date')), dayOf(cell('sent'))]
    if (!date) why.push({ code: 'date-unreadable', said: said.date })
    if (date && date > today) why.push({ code: 'date-future' })
    if (said.sent && !sent) why.push({ code: 'date-unreadable', said: said.sent })
    if (!said.source) why.push({ code: 'source-missing' })
    if (said.source.length > 200) why.push({ code: 'source-long' })

    const channel = calledSo(said.channel, channels)
    const guess = channel ? null : (nearest(said.channel, channels)?.name ?? null)
    if (!channel) why.push({ code: 'channel-unknown', said: said.channel, nearest: guess })
    const own = channel ? posts.filter((post) => post.channel === channel.id) : []
    const named = own.map(({ id, title }) => ({ id, name: title }))
    const matching = own.filter(({ id, title }) => calledSo(said.title, [{ id, name: title }]))
    const post = matching
      .filter((one) => (sent ? one.sent === sent : !date || one.sent <= date))
      .sort((a, b) => (a.sent < b.sent ? 1 : -1))[0]
    if (channel && !post)
      why.push({ code: 'never-sent', said: said.title, nearest: nearest(said.title, named)?.name ?? null })

    const plays = numberOf(cell('plays'))
    if (!Number.isInteger(plays) || plays < 0 || plays > 1e9) why.push({ code: 'plays-wrong', said: said.plays })
    const completions = said.completions ? finished(cell('completions'), plays) : null
    if (Number.isNaN(completions)) why.push({ code: 'completions-wrong', said: said.completions })
    if (completions !== null && completions > plays) why.push({ code: 'completions-many' })
    if (why.length || !post || !date) return { line, said, state: 'refused', why }

    const row = { delivery: post.id, office: post.office, value: plays, completions, source: said.source, date }
    const key = figureKey(row)
    const twin = lines.get(key)
    if (twin !== undefined) return { line, said, state: 'refused', why: [{ code: 'same-as-line', line: twin }] }
    lines.set(key, line)
    const known = there.get(key)
    if (!known) return { line, said, state: 'new', row }
    if (known.value === plays && known.completions === completions) return { line, said, state: 'unchanged', row }
    return { line, said, state: 'refused', why: [{ code: 'other-count', there: known.value }] }
  })
}

/** How many reached the end, said as a number or as a percentage of the plays. */
function finished(cell: Cell, plays: number): number {
  const [, share] = /^(\d+(?:\.\d+)?)\s*%$/.exec(textOf(cell)) ?? []
  if (share !== undefined) return Number(share) <= 100 ? Math.round((Number(share) / 100) * plays) : NaN
  const count = numberOf(cell)
  // A cell formatted as a percentage holds a fraction.
  if (count > 0 && count < 1) return Math.round(count * plays)
  return Number.isInteger(count) && count >= 0 ? count : NaN
}
