import { measures, type Cell, type Dimension } from '../cells'
import type { Day } from '../day'
import type { Row } from './contract'

type Dated = Cell & { day: Day }

/** Cells added up by some of their dimensions, sorted by them. */
export function sumBy(cells: readonly Dated[], by: readonly (Dimension | 'day')[]): Row[] {
  const rows = new Map<string, Row>()
  for (const cell of cells) {
    const key = by.map((dimension) => cell[dimension]).join('|')
    let row = rows.get(key)
    if (!row) {
      const named = by.map((dimension) => [dimension, cell[dimension]])
      rows.set(key, (row = Object.fromEntries([...named, ...measures.map((measure) => [measure, 0])]) as Row))
    }
    for (const measure of measures) row[measure] += cell[measure] ?? 0
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}
