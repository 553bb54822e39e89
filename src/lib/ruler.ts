import { mismatch, sharesOf } from './mix'

/** One topic on the ruler. `ours` and `wanted` are weights of any scale: they are normalised here. */
export type RulerRow = { name: string; ours: number; wanted: number }
type Language = 'zh' | 'en'
type Options = {
  language?: Language
  /** What the upper and lower bar show; 我们发的 over 群众要的 when left out. */
  labels?: { ours: string; wanted: string }
  /** A fixed width in px for raster images and documents; the full width of its place when left out. */
  width?: number
  /** Below the significance of shares (mix.ts): only the counts are shown, no percent, no comparison. */
  countsOnly?: boolean
}

const words = {
  zh: {
    ours: '我们发的',
    wanted: '群众要的',
    more: (n: number) => `多 ${n}`,
    less: (n: number) => `缺 ${n}`,
    even: '正好',
    pair: (a: number, b: number) => `发 ${a}% · 要 ${b}%`,
    count: (n: number) => `${n} 次`,
    rest: (n: number) => `其他 ${n} 个主题`,
    none: '还没有投放',
  },
  en: {
    ours: 'What we send',
    wanted: 'What people need',
    more: (n: number) => `${n} over`,
    less: (n: number) => `${n} short`,
    even: 'even',
    pair: (a: number, b: number) => `${a}% sent · ${b}% needed`,
    count: (n: number) => `${n}`,
    rest: (n: number) => `${n} other topics`,
    none: 'nothing sent yet',
  },
}

const MOST_ROWS = 8
/** A gap under three points is noise, not news. */
const WORTH_NAMING = 0.03
const BAR = 30
const ROW = 26
const percent = (share: number) => Math.round(share * 100)
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/**
 * 配比尺: two stacked bars, what we send over what people need, and under them every topic with its gap in words. A pure
 * string of accessible SVG. Topics are told apart by number and hatching, never by colour; ink follows the text colour
 * around it, so it works on paper, in dark mode and from 320 px (positions are percentages, type stays its size).
 */
export function rulerSvg(
  rows: readonly RulerRow[],
  { language = 'zh', labels, width, countsOnly }: Options = {},
): string {
  const t = words[language]
  const shown = measured(countsOnly ? rows.filter((row) => row.ours > 0) : rows, language)
  const names = labels ?? { ours: t.ours, wanted: t.wanted }
  const bars = !shown.length
    ? []
    : countsOnly
      ? [bar(names.ours, shown, 'ours', 0)]
      : [bar(names.ours, shown, 'ours', 0), bar(names.wanted, shown, 'wanted', 1)]
  const top = bars.length * (BAR + 26) + 8
  const height = top + shown.length * ROW + 4
  const said = shown.map(
    (row) =>
      `${row.name}: ${countsOnly ? t.count(row.count) : `${t.pair(percent(row.ours), percent(row.wanted))}, ${gap(row, language)}`}`,
  )
  const list = shown.map((row, n) => legend(row, n, top + n * ROW, language, Boolean(countsOnly)))
  const title = countsOnly ? names.ours : `${names.ours} / ${names.wanted}`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width ?? '100%'}" height="${height}" font-size="14"`,
    ` font-family="system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif" fill="currentColor">`,
    `<title>${escape(title)}</title><desc>${escape(said.join('; ') || t.none)}</desc>`,
    `<defs>${hatches}</defs>`,
    ...bars,
    ...list,
    '</svg>',
  ].join('')
}

/** The gap in one sentence a manager can repeat: of 100, how many missed, what there is too much of, what is short. */
export function rulerSentence(rows: readonly RulerRow[], language: Language = 'zh'): string {
  const ours = sharesOf(rows.map((row) => row.ours))
  const wanted = sharesOf(rows.map((row) => row.wanted))
  if (!ours.some((share) => share > 0)) return language === 'zh' ? '近期还没有投放。' : 'Nothing was delivered lately.'
  const missed = percent(mismatch(ours, wanted))
  const gaps = rows.map((row, n) => ({ ...row, ours: ours[n]!, wanted: wanted[n]!, gap: ours[n]! - wanted[n]! }))
  const over = gaps.reduce((a, b) => (b.gap > a.gap ? b : a))
  const short = gaps.reduce((a, b) => (b.gap < a.gap ? b : a))
  if (missed < 5)
    return language === 'zh'
      ? `每 100 条里只有 ${missed} 条没对上群众的需要，配比合适。`
      : `Of every 100 deliveries ${missed} missed what people need: the mix is right.`
  const en = language === 'en'
  const named = [
    over.gap >= WORTH_NAMING &&
      (en
        ? `too much of ${over.name} (${percent(over.ours)} sent, ${percent(over.wanted)} needed)`
        : `${over.name}发得太多（发 ${percent(over.ours)}，要 ${percent(over.wanted)}）`),
    short.gap <= -WORTH_NAMING &&
      (en
        ? `too little of ${short.name} (${percent(short.ours)} sent, ${percent(short.wanted)} needed)`
        : `${short.name}正缺（发 ${percent(short.ours)}，要 ${percent(short.wanted)}）`),
  ].filter(Boolean)
  const missing = en
    ? `Of every 100 deliveries ${missed} missed what people need`
    : `每 100 条里有 ${missed} 条没对上群众的需要`
  return named.length
    ? `${missing}${en ? ': ' : '：'}${named.join(en ? ', ' : '，')}${en ? '.' : '。'}`
    : `${missing}${en ? '.' : '。'}`
}

/** Which row is short by most, when that is worth naming: the one that the sentence names. */
export function shortest(rows: readonly RulerRow[]): number | null {
  const ours = sharesOf(rows.map((row) => row.ours))
  const wanted = sharesOf(rows.map((row) => row.wanted))
  const gaps = rows.map((_, n) => ours[n]! - wanted[n]!)
  const least = gaps.indexOf(Math.min(...gaps))
  return least >= 0 && gaps[least]! <= -WORTH_NAMING ? least : null
}

type Measured = { name: string; ours: number; wanted: number; count: number }

/** Most wanted first; beyond eight topics the smallest are folded into one row. */
function measured(rows: readonly RulerRow[], language: Language): Measured[] {
  const ours = sharesOf(rows.map((row) => row.ours))
  const wanted = sharesOf(rows.map((row) => row.wanted))
  const all = rows
    .map((row, n) => ({ name: row.name, ours: ours[n]!, wanted: wanted[n]!, count: row.ours }))
    .filter((row) => row.ours > 0 || row.wanted > 0)
    .sort((a, b) => Math.max(b.ours, b.wanted) - Math.max(a.ours, a.wanted))
  if (all.length <= MOST_ROWS) return all
  const rest = all.splice(MOST_ROWS - 1)
  const fold = (key: 'ours' | 'wanted' | 'count') => rest.reduce((total, row) => total + row[key], 0)
  return [
    ...all,
    { name: words[language].rest(rest.length), ours: fold('ours'), wanted: fold('wanted'), count: fold('count') },
  ]
}

function bar(name: string, rows: Measured[], side: 'ours' | 'wanted', place: number): string {
  const y = place * (BAR + 26) + 20
  let x = 0
  const parts = rows.map((row, n) => {
    const share = row[side] * 100
    const from = x
    x += share
    if (share <= 0) return ''
    const box = `x="${from.toFixed(2)}%" y="${y}" width="${share.toFixed(2)}%" height="${BAR}"`
    const number =
      share >= 6
        ? `<text x="${(from + share / 2).toFixed(2)}%" y="${y + 20}" text-anchor="middle" font-weight="700">${n + 1}</text>`
        : ''
    return `<rect ${box} fill="url(#mb-h${n % 8})"/><rect ${box} fill="none" stroke="currentColor"/>${number}`
  })
  return `<text x="0" y="${y - 6}" font-weight="700">${escape(name)}</text>${parts.join('')}`
}

function legend(row: Measured, n: number, y: number, language: Language, countsOnly: boolean): string {
  const t = words[language]
  const big = !countsOnly && Math.abs(percent(row.ours) - percent(row.wanted)) >= 5
  const numbers = countsOnly ? t.count(row.count) : t.pair(percent(row.ours), percent(row.wanted))
  return [
    `<rect x="0" y="${y}" width="20" height="18" fill="url(#mb-h${n % 8})"/>`,
    `<rect x="0" y="${y}" width="20" height="18" fill="none" stroke="currentColor"/>`,
    `<text x="10" y="${y + 14}" text-anchor="middle" font-size="13" font-weight="700">${n + 1}</text>`,
    `<text x="28" y="${y + 14}">${escape(row.name)}</text>`,
    countsOnly ? '' : `<text x="82%" y="${y + 14}" text-anchor="end" font-size="13">${numbers}</text>`,
    `<text x="100%" y="${y + 14}" text-anchor="end"${big ? ' font-weight="700"' : ''}>${countsOnly ? numbers : gap(row, language)}</text>`,
  ].join('')
}

function gap(row: Measured, language: Language): string {
  const points = percent(row.ours) - percent(row.wanted)
  const t = words[language]
  return points > 0 ? t.more(points) : points < 0 ? t.less(-points) : t.even
}

/** Eight hatchings that stay apart in black and white. The same in every ruler of a page, so equal ids do no harm. */
const lines = ['', 'M0 8L8 0', 'M0 0L8 8', 'M0 4H8', 'M4 0V8', 'M0 8L8 0M0 0L8 8', 'M0 4H8M4 0V8', 'M4 3V5']
const hatches = lines
  .map(
    (line, n) =>
      `<pattern id="mb-h${n}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="currentColor" fill-opacity="${n === 0 ? 0.16 : 0.03}"/><path d="${line}" stroke="currentColor" stroke-opacity=".35"${n === 7 ? ' stroke-width="2"' : ''} fill="none"/></pattern>`,
  )
  .join('')
