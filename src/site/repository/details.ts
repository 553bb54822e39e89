import { creditOf } from '../../lib/credit'
import type { Article, Image, Provision, Video } from '../../payload-types'
import type { Runtime } from '../../runtime'
import { idOf } from './facts'
import { itemsOf, newest, type Item } from './items'
import { lawsOf } from './laws'
import { readingsOf, type Reading } from './readings'

/** Everything the page of an article shows beside the article: the law it quotes, the films in it, its cover. */
export type ArticleDetail = {
  doc: Article
  provisions: Map<string, Provision>
  films: Map<string, Video>
  cover?: Image
  /** Which other office it owes to. */
  credit?: string
  variants: { path: string; variety?: string }[]
  /** Approved readings, newest first, whatever they say. */
  readings: Reading[]
}

export function detailsOf(runtime: Runtime) {
  const { payload } = runtime
  const { provisionsById } = lawsOf(runtime)
  const { items } = itemsOf(runtime)
  const read = { depth: 0, overrideAccess: false } as const

  async function article(slug: string): Promise<ArticleDetail | undefined> {
    const { docs } = await payload.find({
      collection: 'articles',
      where: { slug: { equals: slug } },
      limit: 1,
      ...read,
    })
    return docs[0] && articleDetail(docs[0])
  }

  /** Completes an article, also an unpublished one that staff preview; relations may be ids or whole rows. */
  async function articleDetail(doc: Article): Promise<ArticleDetail> {
    const cited = (doc.citations ?? []).map(({ provision }) => provision)
    const quoted = (doc.body ?? []).flatMap((block) => {
      if (block.blockType === 'statuteQuote') return [block.provision]
      if (block.blockType === 'choice') return (block.options ?? []).map(({ provision }) => provision)
      if (block.blockType === 'risks') return (block.rows ?? []).map(({ provision }) => provision)
      return []
    })
    const filmIds = (doc.body ?? []).flatMap((block) => (block.blockType === 'film' ? (idOf(block.video) ?? []) : []))
    const [provisions, films, cover, variants, readings, credit] = await Promise.all([
      provisionsById([...cited, ...quoted].flatMap((provision) => idOf(provision) ?? [])),
      filmsById(filmIds),
      image(doc.cover),
      variantsOf(doc),
      readingsOf(runtime, doc.id),
      creditOf(payload, doc),
    ])
    return { doc, provisions, films, cover, variants, readings, ...(credit && { credit }) }
  }

  async function variantsOf(doc: Article) {
    const root = idOf(doc.variantOf) ?? doc.id
    if (!root) return []
    const { docs } = await payload.find({
      collection: 'articles',
      where: {
        and: [{ or: [{ id: { equals: root } }, { variantOf: { equals: root } }] }, { id: { not_equals: doc.id } }],
      },
      select: { slug: true, variety: true },
      limit: 12,
      ...read,
    })
    return docs.map(({ slug, variety }) => ({ path: `/articles/${slug}`, variety: idOf(variety) }))
  }

  async function filmsById(ids: string[]): Promise<Map<string, Video>> {
    if (!ids.length) return new Map()
    const { docs } = await payload.find({
      collection: 'videos',
      where: { id: { in: ids } },
      joins: false,
      limit: 20,
      ...read,
    })
    return new Map(docs.map((doc) => [doc.id, doc as Video]))
  }

  async function video(slug: string): Promise<{ doc: Video; cover?: Image; credit?: string } | undefined> {
    const { docs } = await payload.find({
      collection: 'videos',
      where: { slug: { equals: slug } },
      joins: false,
      limit: 1,
      ...read,
    })
    const doc = docs[0] as Video | undefined
    if (!doc) return undefined
    const [cover, credit] = await Promise.all([image(doc.cover), creditOf(payload, doc)])
    return { doc, cover, ...(credit && { credit }) }
  }

  /** Of an item that was read as a resident: the row of an image itself is for staff, its sizes are public. */
  async function image(value: unknown): Promise<Image | undefined> {
    const id = idOf(value)
    if (!id) return undefined
    return (await payload.findByID({ collection: 'images', id, depth: 0, disableErrors: true })) ?? undefined
  }

  /** Covers of a list of items that were read as a resident. */
  async function covers(items: Pick<Item, 'cover'>[]): Promise<Map<string, Image>> {
    const ids = items.flatMap(({ cover }) => cover ?? [])
    if (!ids.length) return new Map()
    const { docs } = await payload.find({
      collection: 'images',
      where: { id: { in: ids } },
      depth: 0,
      pagination: false,
    })
    return new Map(docs.map((doc) => [doc.id, doc]))
  }

  /** The blocks of a segment's newest articles, each with where it stands: 选一选 and 风险清单 can lead a page. */
  async function blocksFor(segmentId: string, limit = 16) {
    const { docs } = await payload.find({
      collection: 'articles',
      where: { segments: { in: [segmentId] } },
      select: { title: true, slug: true, body: true },
      sort: newest,
      limit,
      ...read,
    })
    return docs.flatMap((article) => (article.body ?? []).map((block, index) => ({ article, block, index })))
  }

  /** Other items on the same topic. */
  async function related(item: Pick<Item, 'id' | 'topic'>, limit = 4): Promise<Item[]> {
    if (!item.topic) return []
    const found = await items({ topic: item.topic, limit: limit + 1 })
    return found.filter(({ id }) => id !== item.id).slice(0, limit)
  }

  return { article, articleDetail, video, image, covers, blocksFor, related }
}
