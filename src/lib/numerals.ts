const digits: Record<string, number> = {
  ...Object.fromEntries([...'零一二三四五六七八九'].map((digit, value) => [digit, value])),
  〇: 0,
  两: 2,
}
const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }

/** The characters a number in a statute reference may be written with. */
export const NUMERAL = '[0-9０-９零〇一二两三四五六七八九十百千]+'

/**
 * Reads a whole number as statutes and judgments write it: 一千零四十二, 十, 一百〇五, 二〇二一, 42, ４２.
 * Returns null for anything else.
 */
export function readNumeral(written: string): number | null {
  const plain = written.normalize('NFKC').replace(/\s/g, '')
  if (/^\d{1,6}$/.test(plain)) return Number(plain)
  if (!plain) return null
  if ([...plain].every((sign) => sign in digits)) return Number([...plain].map((sign) => digits[sign]).join(''))
  let total = 0
  let digit: number | null = null
  let lowest = Infinity
  for (const sign of plain) {
    const unit = units[sign]
    if (unit) {
      if (unit >= lowest) return null // 十百 is no number
      total += (digit ?? 1) * unit
      lowest = unit
      digit = null
    } else if (sign in digits) {
      if (digit !== null && digit !== 0) return null
      digit = digits[sign]!
    } else return null
  }
  return total + (digit ?? 0)
}
