import { escape } from './escape'

export type Line = { name: string; values: (number | null)[] }

const HEIGHT = 190
const TOP = 14
const FLOOR = HEIGHT - 26
const DASHES = ['', '7 4', '2 3']

/** Shares (0 to 1) over time: lines told apart by dashes and by their mark at the end, with the last value in words. */
export function lineSvg(title: string, at: readonly string[], lines: readonly Line[]): string {
  const x = (n: number) => 9 + (n * 84) / Math.max(1, at.length - 1)
  const y = (share: number) => FLOOR - share * (FLOOR - TOP)
  const said = lines.map(({ name, values }) => `${name}: ${values.map(percent).join(', ')}`).join('; ')
  const drawn = lines.map(({ values }, line) => {
    const steps = values.flatMap((value, n) => {
      const before = values[n - 1]
      if (value === null || n === 0 || before === null || before === undefined) return []
      return [
        `<line x1="${x(n - 1)}%" y1="${y(before)}" x2="${x(n)}%" y2="${y(value)}" stroke="currentColor" stroke-width="2" stroke-dasharray="${DASHES[line % 3]}"/>`,
      ]
    })
    const marks = values.map((value, n) => (value === null ? '' : mark(line, x(n), y(value))))
    return steps.join('') + marks.join('')
  })
  const grid = [0, 0.5, 1].map(
    (share) =>
      `<line x1="9%" x2="100%" y1="${y(share)}" y2="${y(share)}" stroke="currentColor" stroke-opacity=".2"/><text x="0" y="${y(share) + 4}" font-size="12">${percent(share)}</text>`,
  )
  const days = at.map((day, n) =>
    n % 2 && at.length > 5
      ? ''
      : `<text x="${x(n)}%" y="${HEIGHT - 6}" text-anchor="middle" font-size="12">${escape(day)}</text>`,
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="100%" height="${HEIGHT}"`,
    ` font-family="system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif" fill="currentColor">`,
    `<title>${escape(title)}</title><desc>${escape(said)}</desc>`,
    ...grid,
    ...days,
    ...drawn,
    '</svg>',
  ].join('')
}

/** The mark of a line, small enough for a legend too: a disc, a ring, a square. */
export function mark(line: number, x: number, y: number, unit = '%'): string {
  if (line % 3 === 0) return `<circle cx="${x}${unit}" cy="${y}" r="4"/>`
  const hollow = 'fill="var(--theme-bg, #fff)" stroke="currentColor" stroke-width="2"'
  if (line % 3 === 1) return `<circle cx="${x}${unit}" cy="${y}" r="4" ${hollow}/>`
  return `<svg x="${x}${unit}" y="${y}" overflow="visible"><rect x="-4" y="-4" width="8" height="8" ${hollow}/></svg>`
}

const percent = (share: number | null) => (share === null ? '-' : `${Math.round(share * 100)}%`)
