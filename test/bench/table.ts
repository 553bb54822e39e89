/** One line of a bench: numbers as they are to be read, and what they are judged against. */
export type Row = { what: string; rate: string; cpu: string; p50: string; p99: string; against: string }

/** Columns wide enough for what stands in them. */
export function table(title: string, rows: readonly Row[], heads: Partial<Row> = {}): string {
  const head: Row = {
    what: title,
    rate: 'rate',
    cpu: 'CPU/request',
    p50: 'p50',
    p99: 'p99',
    against: 'ratio',
    ...heads,
  }
  const lines = [head, ...rows]
  const columns = Object.keys(head) as (keyof Row)[]
  const width = columns.map((column) => Math.max(...lines.map((line) => line[column].length)))
  return lines
    .map((line) =>
      columns
        .map((column, n) => line[column].padEnd(width[n]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
