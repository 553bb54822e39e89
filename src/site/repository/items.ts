import type { Where } from 'payload'
import { streamSchema, type Stream } from '../../lib/stream'
import type { Article, Video } from '../../payload-types'
import type { Runtime } from '../../runtime'
import { idOf } from './facts'

/** An article or film as lists show it. */
export type Item = {
  kind: 'articles' | 'videos'
  id: string
  path: string
  title: string
  answer: string
  form: Article['form'] | 'film'
  verdict?: Article['verdict']
  topic?: string
  segments: string[]
  publishedAt: string
  office?: string
  /** Id of the uploaded cover. */
  cover?: string
  stream?: Stream
  /** By which delivery it stands where it stands: its link says so, and what is read through it is counted for it. */
  delivery?: { d: string; c: string; s: string }
}
export type ItemFilter = {
  topic?: string
  segment?: string
  kind?: Item['kind']
  where?: Where
  limit?: number
  page?: number
}

const shared = {
  title: true,
  slug: true,
  topic: true,
  segments: true,
  review: true,
  updatedAt: true,
  office: true,
  cover: true,
} as const
export const articleCard = { ...shared, form: true, verdict: true, answer: true } as const
export const videoCard = { ...shared, summary: true, stream: true } as const
/** Newest first by approval: the row's own `updatedAt` only breaks ties. */
export const newest = ['-review.approvedAt', '-updatedAt']

export function itemsOf({ payload }: Runtime) {
  const none = { docs: [] }
  const read = { depth: 0, overrideAccess: false, sort: newest } as const

  /** Published articles and films, newest first. */
  async function items({ topic, segment, kind, where, limit = 20, page = 1 }: ItemFilter = {}): Promise<Item[]> {
    const and: Where[] = where ? [where] : []
    if (topic) and.push({ or: [{ topic: { equals: topic } }, { topics: { in: [topic] } }] })
    if (segment) and.push({ segments: { in: [segment] } })
    const wanted = { ...read, where: { and }, limit: limit * page }
    const [articles, videos] = await Promise.all([
      kind === 'videos' ? none : payload.find({ collection: 'articles', select: articleCard, ...wanted }),
      kind === 'articles' ? none : payload.find({ collection: 'videos', select: videoCard, ...wanted }),
    ])
    return [...articles.docs.map((doc) => articleItem(doc)), ...videos.docs.map((doc) => videoItem(doc))]
      .sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1))
      .slice(limit * (page - 1), limit * page)
  }

  /** Items by `articles:<id>` keys, in the order asked for; what is not public is left out. */
  async function itemsByKey(keys: string[]): Promise<Item[]> {
    const ids = (kind: string) => keys.filter((key) => key.startsWith(`${kind}:`)).map((key) => key.split(':')[1] ?? '')
    const where = (kind: string) => ({ id: { in: ids(kind) } })
    const [articles, videos] = await Promise.all([
      ids('articles').length
        ? payload.find({ collection: 'articles', select: articleCard, ...read, where: where('articles'), limit: 200 })
        : none,
      ids('videos').length
        ? payload.find({ collection: 'videos', select: videoCard, ...read, where: where('videos'), limit: 200 })
        : none,
    ])
    const found = new Map<string, Item>()
    for (const doc of articles.docs) found.set(`articles:${doc.id}`, articleItem(doc))
    for (const doc of videos.docs) found.set(`videos:${doc.id}`, videoItem(doc))
    return keys.flatMap((key) => found.get(key) ?? [])
  }

  /** The published item of an address. */
  async function itemAt(kind: Item['kind'], slug: string): Promise<Item | undefined> {
    const [item] = await items({ kind, where: { slug: { equals: slug } }, limit: 1 })
    return item
  }

  return { items, itemsByKey, itemAt }
}

type Card<T, Keys extends keyof T> = Pick<T, Extract<Keys, keyof T>> & { id: string }

export function articleItem(doc: Card<Article, keyof typeof articleCard>): Item {
  const { form, verdict, answer } = doc
  return { ...common('articles', doc), form, verdict, answer }
}

export function videoItem(doc: Card<Video, keyof typeof videoCard>): Item {
  return { ...common('videos', doc), form: 'film', answer: doc.summary, stream: streamOf(doc) }
}

/** What the media pipeline published of a film, or nothing while it is still working. */
export function streamOf(doc: Pick<Video, 'stream'>): Stream | undefined {
  const { data } = streamSchema.safeParse(doc.stream)
  return data
}

function common(kind: Item['kind'], doc: Card<Article, keyof typeof shared>) {
  return {
    kind,
    id: doc.id,
    path: `/${kind}/${doc.slug}`,
    title: doc.title,
    topic: idOf(doc.topic),
    segments: (doc.segments ?? []).flatMap((segment) => idOf(segment) ?? []),
    publishedAt: publishedAt(doc),
    office: idOf(doc.office),
    cover: idOf(doc.cover),
  }
}

export const publishedAt = (doc: Pick<Article, 'review' | 'updatedAt'>) => doc.review?.approvedAt ?? doc.updatedAt
