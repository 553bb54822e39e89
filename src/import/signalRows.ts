import { MOST_COUNTS, OLDEST_YEARS, type SignalKind } from '../../campaigns'
import { stableHash } from '../lib/hash'
import { calledSo, nearest, type Named } from './nearest'
import type { SheetRow } from './sheet'
import { dayOf, isEverybody, kindOf, numberOf, textOf, type Column } from './signalCells'

/** Why a line is not taken. */
export type Refusal =
  | { code: 'topic-missing' }
  | { code: 'topic-unknown' | 'segment-unknown'; said: string; nearest: Pick<Named, 'name' | 'nameEn'> | null }
  | { code: 'count-not-number' | 'date-unreadable' | 'kind-unknown'; said: string }
  | { code: 'count-negative' | 'count-not-whole' | 'count-too-large' }
  | { code: 'kind-views' }
  | { code: 'source-missing' | 'source-long' | 'date-future' | 'date-old' | 'period-backwards' }
  | { code: 'same-as-line'; line: number }
  | { code: 'other-count'; there: number }

/** A line that can be kept. Days as `2026-11-24`; segment null = the whole county. */
export type SignalRow = {
  kind: SignalKind
  topic: string
  segment: string | null
  count: number
  source: string
  date: string
  from: string | null
  to: string | null
  importKey: string
}
/** What a line says in its own words, and what becomes of it. */
export type Verdict = { line: number; said: Record<Column, string> } & (
  { state: 'new' | 'unchanged'; row: SignalRow } | { state: 'refused'; why: Refusal[] }
)

type Known = {
  topics: readonly Named[]
  segments: readonly Named[]
  /** Counts of the rows that stand already, by their key. */
  there: ReadonlyMap<string, number>
  /** Today, `2026-11-24`. */
  today: string
}

const oldestDay = (today: string) => `${Number(today.slice(0, 4)) - OLDEST_YEARS}${today.slice(4)}`

/** Judges every line below the headings; nothing is written. */
export function judge(rows: readonly SheetRow[], columns: ReadonlyMap<Column, number>, known: Known): Verdict[] {
  const lines = new Map<string, number>()
  return rows.map(({ line, cells }): Verdict => {
    const cell = (column: Column) => (columns.has(column) ? (cells[columns.get(column)!] ?? null) : null)
    const said = Object.fromEntries(
      (['topic', 'segment', 'count', 'source', 'date', 'kind', 'from', 'to'] as const).map((column) => [
        column,
        textOf(cell(column)),
      ]),
    ) as Record<Column, string>
    const why: Refusal[] = []
    const topic = calledSo(said.topic, known.topics)
    if (!said.topic) why.push({ code: 'topic-missing' })
    else if (!topic) why.push({ code: 'topic-unknown', said: said.topic, nearest: nearest(said.topic, known.topics) })
    const everybody = isEverybody(cell('segment'))
    const segment = everybody ? undefined : calledSo(said.segment, known.segments)
    if (!everybody && !segment)
      why.push({ code: 'segment-unknown', said: said.segment, nearest: nearest(said.segment, known.segments) })
    const count = numberOf(cell('count'))
    why.push(...faultsOfCount(count, said.count))
    const kind = kindOf(cell('kind'))
    if (!kind) why.push({ code: 'kind-unknown', said: said.kind })
    if (kind === 'views') why.push({ code: 'kind-views' })
    if (!said.source) why.push({ code: 'source-missing' })
    if (said.source.length > 200) why.push({ code: 'source-long' })
    const [date, from, to] = [dayOf(cell('date')), dayOf(cell('from')), dayOf(cell('to'))]
    if (!date) why.push({ code: 'date-unreadable', said: said.date })
    for (const [column, day] of [
      ['from', from],
      ['to', to],
    ] as const)
      if (said[column] && !day) why.push({ code: 'date-unreadable', said: said[column] })
    if (date && date > known.today) why.push({ code: 'date-future' })
    if (date && date < oldestDay(known.today)) why.push({ code: 'date-old' })
    if (from && to && from > to) why.push({ code: 'period-backwards' })
    if (why.length || !topic || !kind || kind === 'views' || !date) return { line, said, state: 'refused', why }

    const says = { kind, topic: topic.id, segment: segment?.id ?? null, source: said.source, date, from, to }
    const row: SignalRow = { ...says, count, importKey: stableHash(says) }
    const twin = lines.get(row.importKey)
    const there = known.there.get(row.importKey)
    if (twin !== undefined) return { line, said, state: 'refused', why: [{ code: 'same-as-line', line: twin }] }
    lines.set(row.importKey, line)
    if (there === undefined) return { line, said, state: 'new', row }
    if (there === count) return { line, said, state: 'unchanged', row }
    return { line, said, state: 'refused', why: [{ code: 'other-count', there }] }
  })
}

function faultsOfCount(count: number, said: string): Refusal[] {
  if (Number.isNaN(count)) return [{ code: 'count-not-number', said }]
  if (count < 0) return [{ code: 'count-negative' }]
  if (!Number.isInteger(count)) return [{ code: 'count-not-whole' }]
  return count > MOST_COUNTS ? [{ code: 'count-too-large' }] : []
}
