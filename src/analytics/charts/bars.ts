import { escape } from './escape'

export type Bar = {
  name: string
  /** Largest first, each contained in the one before: started, effective, completed. */
  values: { name: string; value: number }[]
  /** Said but not drawn: it counts something else. */
  beside?: { name: string; value: number }
  /** In words, at the end of the row. */
  note: string
}

const ROW = 62
const THICK = 12

/**
 * One row a group: its name and numbers in words, under it one bar a value on a common scale, told apart by filling, not
 * by colour. Positions are percentages, so it fits from 320 px; ink follows the text around it.
 */
export function barsSvg(title: string, rows: readonly Bar[]): string {
  const most = Math.max(1, ...rows.flatMap(({ values }) => values.map(({ value }) => value)))
  const said = rows
    .map(({ name, values, beside, note }) => `${name}: ${inWords(values, beside)}${note ? `, ${note}` : ''}`)
    .join('; ')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="100%" height="${rows.length * ROW + 4}" font-size="14"`,
    ` font-family="system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif" fill="currentColor">`,
    `<title>${escape(title)}</title><desc>${escape(said)}</desc>`,
    ...rows.map((row, n) => drawn(row, n * ROW, most)),
    '</svg>',
  ].join('')
}

const FILLS = ['fill-opacity="0"', 'fill-opacity=".3"', 'fill-opacity="1"']

function drawn({ name, values, beside, note }: Bar, y: number, most: number): string {
  const bars = values.map(({ value }, n) => {
    const box = `x="0" y="${y + 44 - THICK / 2}" width="${((value / most) * 100).toFixed(2)}%" height="${THICK}"`
    return value > 0 ? `<rect ${box} ${FILLS[n % 3]} stroke="currentColor" stroke-opacity=".55"/>` : ''
  })
  return [
    `<text x="0" y="${y + 14}" font-weight="700">${escape(name)}</text>`,
    `<text x="100%" y="${y + 14}" text-anchor="end" font-size="13">${escape(note)}</text>`,
    `<text x="0" y="${y + 32}" font-size="13" fill-opacity=".8">${escape(inWords(values, beside))}</text>`,
    ...bars,
  ].join('')
}

const inWords = (values: Bar['values'], beside?: Bar['beside']) =>
  [...values, ...(beside ? [beside] : [])].map(({ name, value }) => `${name} ${value}`).join(' · ')
