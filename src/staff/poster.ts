import { create } from 'qrcode'
import sharp from 'sharp'
import type { pack } from '../../campaigns'
import { wrap } from '../lib/wrap'

type Parcel = NonNullable<Awaited<ReturnType<typeof pack>>>
type Wanted = { parcel: Parcel; verdict: 'yes' | 'no' | 'depends' | null; telephone: string; siteName: string }

const WIDTH = 1080
const HEIGHT = 1440
const MARGIN = 96
const QR = 420
const FONT = "'Noto Sans CJK SC','Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif"
const stamps = { yes: '能', no: '不能', depends: '看情况' }

/** The QR poster of a kit as PNG, for groups and for print: question, stamp, answer, code, office. Paper and ink of design 7. */
export async function poster(wanted: Wanted): Promise<Buffer> {
  return sharp(Buffer.from(posterSvg(wanted)))
    .png({ compressionLevel: 9 })
    .toBuffer()
}

export function posterSvg({ parcel, verdict, telephone, siteName }: Wanted): string {
  const question = lines(parcel.item.title, 11, 3)
  const answer = lines(parcel.item.text.replace(/^【.+?】/, ''), 21, 4)
  const stampAt = 190 + question.length * 108
  const answerAt = stampAt + (verdict ? 230 : 40)
  const qrAt = HEIGHT - QR - 190
  const office = [parcel.office, telephone].filter(Boolean).join('  ')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="${FONT}" fill="#1B1A17">`,
    `<rect width="100%" height="100%" fill="#FAF7F0"/>`,
    text(siteName, MARGIN, 110, 34, 'letter-spacing="6"'),
    `<path d="M${MARGIN} 140H${WIDTH - MARGIN}" stroke="#1B1A17" stroke-width="3"/>`,
    ...question.map((line, n) => text(line, MARGIN, 250 + n * 108, 80, 'font-weight="700"')),
    verdict ? stamp(stamps[verdict], stampAt) : '',
    ...answer.map((line, n) => text(line, MARGIN, answerAt + n * 58, 40)),
    `<path d="M${MARGIN} ${qrAt - 40}H${WIDTH - MARGIN}" stroke="#1B1A17" stroke-width="2"/>`,
    qr(parcel.item.link, MARGIN, qrAt),
    text('微信扫一扫，看明白', MARGIN + QR + 40, qrAt + 110, 44, 'font-weight="700"'),
    ...lines(`${parcel.segment.name ? `给${parcel.segment.name}看` : ''}`, 10, 1).map((line) =>
      text(line, MARGIN + QR + 40, qrAt + 180, 34),
    ),
    text('免费法律咨询', MARGIN + QR + 40, qrAt + 290, 34),
    text('12348', MARGIN + QR + 40, qrAt + 370, 72, 'font-weight="700"'),
    `<path d="M${MARGIN} ${HEIGHT - 130}H${WIDTH - MARGIN}" stroke="#1B1A17" stroke-width="2"/>`,
    text(office, MARGIN, HEIGHT - 72, 34),
    '</svg>',
  ].join('')
}

const text = (words: string, x: number, y: number, size: number, more = '') =>
  `<text x="${x}" y="${y}" font-size="${size}" ${more}>${escape(words)}</text>`

function stamp(words: string, y: number): string {
  const width = words.length * 96 + 60
  return `<g transform="rotate(-5 ${MARGIN + width / 2} ${y + 75})" fill="none" stroke="#A8281C"><rect x="${MARGIN + 6}" y="${y}" width="${width}" height="136" rx="10" stroke-width="8"/><text x="${MARGIN + 6 + width / 2}" y="${y + 104}" font-size="96" font-weight="700" text-anchor="middle" fill="#A8281C" stroke="none">${words}</text></g>`
}

/** Drawn as vectors: sharp on print, and with the quiet zone that scanners need. */
function qr(link: string, x: number, y: number): string {
  const { modules } = create(link, { errorCorrectionLevel: 'M' })
  const cell = QR / (modules.size + 8)
  let path = ''
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) path += `M${column + 4} ${row + 4}h1v1h-1z`
  return `<g transform="translate(${x} ${y}) scale(${cell})"><path d="M0 0h${modules.size + 8}v${modules.size + 8}H0z" fill="#fff"/><path d="${path}" fill="#000" shape-rendering="crispEdges"/></g>`
}

/** At most so many lines; what does not fit ends in an ellipsis. */
function lines(words: string, perLine: number, most: number): string[] {
  const found = wrap(words, perLine)
  if (found.length <= most) return found
  return [...found.slice(0, most - 1), `${found[most - 1]!.slice(0, -1)}…`]
}

const escape = (words: string) => words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
