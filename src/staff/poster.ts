import { create } from 'qrcode'
import type { pack } from '../../campaigns'
import { colours, drawn, FONT, lines, seal, stamps, text, type Verdict } from '../lib/drawing'

type Parcel = NonNullable<Awaited<ReturnType<typeof pack>>>
type Wanted = { parcel: Parcel; verdict: Verdict | null; telephone: string; siteName: string }

const WIDTH = 1080
const HEIGHT = 1440
const MARGIN = 96
const QR = 420

/** The QR poster of a kit as PNG, for groups and for print: question, stamp, answer, code, office. Paper and ink of design 7. */
export async function poster(wanted: Wanted): Promise<Buffer> {
  return (await drawn(posterSvg(wanted))).png({ compressionLevel: 9 }).toBuffer()
}

export function posterSvg({ parcel, verdict, telephone, siteName }: Wanted): string {
  const question = lines(parcel.item.title, 11, 3)
  const answer = lines(parcel.item.text.replace(/^【.+?】/, ''), 21, 4)
  const stampAt = 190 + question.length * 108
  const answerAt = stampAt + (verdict ? 230 : 40)
  const qrAt = HEIGHT - QR - 190
  const office = [parcel.office, telephone].filter(Boolean).join('  ')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="${FONT}" fill="${colours.ink}">`,
    `<rect width="100%" height="100%" fill="${colours.paper}"/>`,
    text(siteName, MARGIN, 110, 34, 'letter-spacing="6"'),
    `<path d="M${MARGIN} 140H${WIDTH - MARGIN}" stroke="${colours.ink}" stroke-width="3"/>`,
    ...question.map((line, n) => text(line, MARGIN, 250 + n * 108, 80, 'font-weight="700"')),
    verdict ? seal(stamps[verdict], MARGIN + 6, stampAt, 96) : '',
    ...answer.map((line, n) => text(line, MARGIN, answerAt + n * 58, 40)),
    `<path d="M${MARGIN} ${qrAt - 40}H${WIDTH - MARGIN}" stroke="${colours.ink}" stroke-width="2"/>`,
    qr(parcel.item.link, MARGIN, qrAt),
    text('微信扫一扫，看明白', MARGIN + QR + 40, qrAt + 110, 44, 'font-weight="700"'),
    ...lines(`${parcel.segment.name ? `给${parcel.segment.name}看` : ''}`, 10, 1).map((line) =>
      text(line, MARGIN + QR + 40, qrAt + 180, 34),
    ),
    text('免费法律咨询', MARGIN + QR + 40, qrAt + 290, 34),
    text('12348', MARGIN + QR + 40, qrAt + 370, 72, 'font-weight="700"'),
    `<path d="M${MARGIN} ${HEIGHT - 130}H${WIDTH - MARGIN}" stroke="${colours.ink}" stroke-width="2"/>`,
    text(office, MARGIN, HEIGHT - 72, 34),
    '</svg>',
  ].join('')
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
