import sharp from 'sharp'
import type { Slide } from './script'

const [WIDTH, HEIGHT] = [1280, 720]
const SANS = 'Noto Sans CJK SC, sans-serif'
const SERIF = 'Noto Serif CJK SC, serif'

/** Draws a slide in the face of the site: paper, ink, hairlines, one stamp. The lowest sixth stays free for subtitles. */
export const drawSlide = (slide: Slide, file: string) =>
  sharp(Buffer.from(svg(slide)))
    .png()
    .toFile(file)

function svg({ small, large, stamp }: Slide): string {
  const size = large.length > 2 ? 96 : 124
  const gap = size * (large.length > 2 ? 1.25 : 1.36)
  const middle = 345 + (small ? 45 : 0)
  const first = middle - ((large.length - 1) * gap) / 2 + size * 0.36
  const lines = large.map((line, index) => text(line, 96, first + index * gap, size, `font-weight="700"`))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
  <rect width="100%" height="100%" fill="#FAF7F0"/>
  <g font-family="${SANS}" fill="#1B1A17">
    ${text('明白纸 · 反诈', 96, 76, 30)}
    ${text('演示片 · 机器合成的声音', WIDTH - 96, 76, 26, 'text-anchor="end" fill="#5A564E"')}
    <path d="M96 100H${WIDTH - 96}" stroke="#1B1A17" stroke-width="2"/>
    ${small ? text(small, 96, 178, 46, 'fill="#5A564E"') : ''}
    ${lines.join('\n    ')}
    <path d="M96 592H${WIDTH - 96}M96 598H${WIDTH - 96}" stroke="#1B1A17" stroke-width="1.5"/>
  </g>
  ${stamp ? seal(stamp) : ''}
</svg>`
}

const text = (words: string, x: number, y: number, size: number, more = '') =>
  `<text x="${x}" y="${y}" font-size="${size}" ${more}>${words}</text>`

function seal(words: string): string {
  return `<g transform="translate(930 350) rotate(-8)" fill="none" stroke="#A8281C">
    <rect x="-170" y="-125" width="340" height="250" rx="10" stroke-width="12"/>
    <rect x="-150" y="-105" width="300" height="210" rx="4" stroke-width="3"/>
    <text y="54" font-size="140" font-family="${SERIF}" font-weight="700" text-anchor="middle" fill="#A8281C" stroke="none">${words}</text>
  </g>`
}
