import { createRequire } from 'node:module'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { wrap } from './wrap'

/** What posters and share cards are drawn with: paper, ink and cinnabar of the site, text as SVG, fonts that come along. */
export const colours = { paper: '#FAF7F0', ink: '#1B1A17', quiet: '#57534A', red: '#A8281C' }
export const stamps = { yes: '能', no: '不能', depends: '看情况' } as const
export type Verdict = keyof typeof stamps

export const FONT = "'Noto Sans SC','Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif"
const FONT_PACKAGE = '@expo-google-fonts/noto-sans-sc'
const WEIGHTS = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf']

/** An SVG as a picture. Its Chinese is drawn with our own font, also on a machine that has none. */
export async function drawn(svg: string): Promise<Sharp> {
  const { resolve } = createRequire(path.resolve('package.json'))
  // Only the text operation of libvips takes a font file; fontconfig then knows it for SVG too. A repeat costs 1 ms.
  for (const weight of WEIGHTS)
    await sharp({
      text: { text: '明', font: 'Noto Sans SC', fontfile: resolve(`${FONT_PACKAGE}/${weight}`) },
    }).toBuffer()
  return sharp(Buffer.from(svg))
}

export const text = (words: string, x: number, y: number, size: number, more = '') =>
  `<text x="${x}" y="${y}" font-size="${size}" ${more}>${escape(words)}</text>`

/** The seal, a little askew as by hand. `size` is the height of its characters; `x` and `y` its upper left corner. */
export function seal(words: string, x: number, y: number, size: number, fill = 'none'): string {
  const { width, height } = sealSize(words, size)
  const line = Math.max(4, Math.round(size / 12))
  return `<g transform="rotate(-5 ${x + width / 2} ${y + height / 2})" fill="none" stroke="${colours.red}"><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${Math.round(size / 10)}" stroke-width="${line}" fill="${fill}"/>${text(words, x + width / 2, y + size * 1.08, size, `font-weight="700" text-anchor="middle" fill="${colours.red}" stroke="none"`)}</g>`
}

export const sealSize = (words: string, size: number) => ({
  width: Math.round(words.length * size + size * 0.62),
  height: Math.round(size * 1.42),
})

/** At most so many lines; what does not fit ends in an ellipsis. */
export function lines(words: string, perLine: number, most: number): string[] {
  const found = wrap(words, perLine)
  if (found.length <= most) return found
  return [...found.slice(0, most - 1), `${found[most - 1]!.slice(0, -1)}…`]
}

const escape = (words: string) => words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
