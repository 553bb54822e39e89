import sharp, { type Sharp } from 'sharp'
import { colours, drawn, FONT, lines, seal, sealSize, stamps, text } from '../../lib/drawing'
import { widthOf } from '../../lib/wrap'
import { cropAround } from '../../lib/pictures'
import { cardShapes, type Card, type CardShape } from './card'

/** Sizes of type and margin by shape; the rest follows from them. */
const type = {
  wide: { margin: 64, title: 64, small: 30, seal: 1.2, roomy: 2 },
  square: { margin: 36, title: 46, small: 24, seal: 1.6, roomy: 4 },
}
type Layout = (typeof cardShapes)[CardShape] & (typeof type)[CardShape]

/** The share card as JPEG: question and stamp on paper, under the picture when there is one. `picture` is a file. */
export async function drawCard(card: Card, shape: CardShape, picture?: string): Promise<Buffer> {
  const layout = { ...cardShapes[shape], ...type[shape] }
  if (!picture) return jpeg(await drawn(onPaper(card, layout)))
  const { svg, height } = underPicture(card, layout)
  const photo = sharp(picture, { limitInputPixels: 120_000_000 }).autoOrient()
  const { autoOrient: whole } = await photo.metadata()
  const box = { width: layout.width, height }
  const input = await photo
    .extract(cropAround(whole, box, card.picture?.focal))
    .resize({ ...box, fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .png()
    .toBuffer()
  const words = await (await drawn(svg)).png().toBuffer()
  return jpeg(
    sharp({ create: { ...cardShapes[shape], channels: 3, background: colours.paper } }).composite([
      { input, left: 0, top: 0 },
      { input: words, left: 0, top: 0 },
    ]),
  )
}

const jpeg = (picture: Sharp) =>
  picture.flatten({ background: colours.paper }).jpeg({ quality: 80, mozjpeg: true }).toBuffer()

/** The picture above, a band of paper below with the question; the stamp lies over the edge between them. */
function underPicture(card: Card, layout: Layout): { svg: string; height: number } {
  const { width, height, margin, title, small } = layout
  const question = lines(card.title, (width - 2 * margin) / title, 2)
  const lead = title * 1.28
  const edge = Math.round(height - margin * 0.7 - small * 1.9 - question.length * lead - title * 0.55)
  const first = edge + title * 0.55 + title * 0.9
  const body = [
    `<rect y="${edge}" width="100%" height="${height - edge}" fill="${colours.paper}"/>`,
    `<path d="M0 ${edge}H${width}" stroke="${colours.ink}" stroke-width="2"/>`,
    ...question.map((line, n) => text(line, margin, first + n * lead, title, 'font-weight="700"')),
    footer(card, layout),
  ]
  if (card.verdict) {
    const size = title * 1.5
    const box = sealSize(stamps[card.verdict], size)
    body.push(seal(stamps[card.verdict], width - margin - box.width, edge - box.height * 0.86, size, colours.paper))
  }
  return { svg: sheet(width, height, body), height: edge }
}

/** Without a picture the question is the picture; the answer stands beside the stamp. */
function onPaper(card: Card, layout: Layout): string {
  const { width, height, margin } = layout
  const column = width - 2 * margin
  const large = layout.title * 1.25
  const title = lines(card.title, column / large, 9).length > layout.roomy ? layout.title : large
  const question = lines(card.title, column / title, Math.max(3, layout.roomy))
  const lead = title * 1.28
  const after = margin + title * 0.95 + (question.length - 1) * lead + title * 0.5
  const words = card.verdict && stamps[card.verdict]
  const box = words ? sealSize(words, title * layout.seal) : { width: 0, height: 0 }
  const size = title * 0.5
  const left = margin + (words ? box.width + size * 1.2 : 0)
  const answer = lines(card.answer, (width - margin - left) / size, 3)
  const answerAt = after + (words ? (box.height - (answer.length - 1) * size * 1.4) / 2 + size * 0.36 : size * 1.2)
  return sheet(width, height, [
    `<rect width="100%" height="100%" fill="${colours.paper}"/>`,
    ...question.map((line, n) => text(line, margin, margin + title * 0.95 + n * lead, title, 'font-weight="700"')),
    words ? seal(words, margin + 4, after, title * layout.seal) : '',
    ...answer.map((line, n) => text(line, left, answerAt + n * size * 1.4, size)),
    footer(card, layout),
  ])
}

/** Who says so: the site and the office, never cut in two lines. */
function footer({ site, office, film }: Card, { width, height, margin, small }: Layout): string {
  const base = height - margin * 0.62
  const room = (width - 2 * margin) / small - (film ? widthOf(film) + 1 : 0)
  const [who = ''] = lines(office && office !== site ? `${site}  ${office}` : site, room, 1)
  return [
    `<path d="M${margin} ${base - small * 1.5}H${width - margin}" stroke="${colours.ink}" stroke-width="2"/>`,
    text(who, margin, base, small, 'xml:space="preserve"'),
    film ? text(film, width - margin, base, small, `text-anchor="end" fill="${colours.quiet}"`) : '',
  ].join('')
}

const sheet = (width: number, height: number, body: string[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${FONT}" fill="${colours.ink}">${body.join('')}</svg>`
