import { stableHash } from '../../lib/hash'
import type { Verdict } from '../../lib/drawing'
import type { Focal } from '../../lib/pictures'
import type { Image } from '../../payload-types'
import { officeOf, type SiteFacts } from '../repository/facts'
import type { Item } from '../repository/items'
import { minutesInWords } from '../words'

/** Raise when the drawing changes: every card then gets a new address. */
const DRAWING = 1

export const cardShapes = {
  /** What og:image asks for. */
  wide: { width: 1200, height: 630 },
  /** What WeChat shows beside a shared link: it wants at least 300 x 300. */
  square: { width: 600, height: 600 },
} as const
export type CardShape = keyof typeof cardShapes

/** Everything that stands on the share card of an item. */
export type Card = {
  item: string
  title: string
  answer: string
  verdict: Verdict | null
  film: string | null
  site: string
  office: string
  picture: { of: 'images' | 'streams'; file: string; focal?: Focal } | null
}

/** The card of a public item; `cover` is its uploaded cover, when it has one. Pure. */
export function cardOf(facts: SiteFacts, item: Item, cover?: Image): Card {
  const { stream } = item
  const focal = cover && { x: cover.focalX ?? 50, y: cover.focalY ?? 50 }
  return {
    item: item.path.slice(1).replace('/', '-'),
    title: item.title,
    answer: item.answer,
    verdict: item.verdict ?? null,
    film: item.form === 'film' ? (stream ? `影片 ${minutesInWords(stream.duration)}` : '影片') : null,
    site: facts.settings.siteName ?? '明白',
    office: officeOf(facts, item.office)?.name ?? facts.settings.bureau ?? '',
    picture: cover?.filename
      ? { of: 'images', file: cover.filename, ...(focal && { focal }) }
      : stream
        ? { of: 'streams', file: `${stream.folder.split('/').at(-1)}/${stream.poster}` }
        : null,
  }
}

/** Its address below the site, named by what is on it: another title is another address. */
export const cardAddress = (card: Card, shape: CardShape) => `/media/cards/${cardName(card, shape)}`

/** For structured data: both shapes, with the whole address. */
export const cardImages = ({ origin }: { origin: string }, card: Card) =>
  (Object.keys(cardShapes) as CardShape[]).map((shape) => origin + cardAddress(card, shape))

export const cardName = (card: Card, shape: CardShape) =>
  `${card.item}-${stableHash({ drawing: DRAWING, ...card }).slice(0, 16)}${shape === 'square' ? '-square' : ''}.jpg`
