import { Router } from 'express'
import { generateJsonFeed, generateRssFeed } from 'feedsmith'
import { CodedError } from '../lib/errors'
import type { Runtime } from '../runtime'
import { cardAddress, cardOf, cardShapes } from './cards/card'
import type { Keep } from './index'
import { attributed } from './links'
import type { Repository } from './repository'
import type { Item } from './repository/items'

const SHOWN = 50
type Entry = { item: Item; link: string; at: string; card: string }

/** `/feeds/<all, a segment or a topic>.xml` and `.json`: ready content for partners, credited to its delivery. */
export function feedsRouter({ env }: Runtime, repo: Repository, keep: Keep): Router {
  const router = Router()
  router.get('/feeds/:name.:format', (req, res) =>
    keep(req, res, async () => {
      const { name, format } = req.params
      if (format !== 'xml' && format !== 'json') throw new CodedError('not-found')
      const { title, entries } = await contents(String(name))
      const facts = { title, name: String(name), entries, origin: env.PUBLIC_URL }
      return format === 'xml' ? rss(facts) : jsonFeed(facts)
    }),
  )
  return router

  async function contents(name: string): Promise<{ title: string; entries: Entry[] }> {
    const facts = await repo.facts()
    const { settings, segments, topics } = facts
    const site = settings.siteName ?? '明白'
    const segment = segments.find(({ slug }) => slug === name)
    const topic = topics.find(({ slug }) => slug === name)
    if (name !== 'all' && !segment && !topic) throw new CodedError('not-found')
    const newest = await repo.items({ segment: segment?.id, topic: segment ? undefined : topic?.id, limit: SHOWN })
    const plain = newest.map((item) => ({ item, link: env.PUBLIC_URL + item.path, at: item.publishedAt }))
    const sent = segment ? await delivered(segment.id, name) : []
    const unique = new Map<string, Omit<Entry, 'card'>>()
    for (const entry of [...sent, ...plain]) if (!unique.has(entry.item.path)) unique.set(entry.item.path, entry)
    const shown = [...unique.values()].slice(0, SHOWN)
    const covers = await repo.covers(shown.map(({ item }) => item))
    const entries = shown.map((entry) => ({
      ...entry,
      card: env.PUBLIC_URL + cardAddress(cardOf(facts, entry.item, covers.get(entry.item.cover ?? '')), 'wide'),
    }))
    return { title: name === 'all' ? site : `${site} · ${(segment ?? topic)?.name}`, entries }
  }

  async function delivered(segmentId: string, segment: string): Promise<Omit<Entry, 'card'>[]> {
    const slots = await repo.feedSlots(segmentId, SHOWN)
    const items = await repo.itemsByKey(slots.map(({ itemKey }) => itemKey))
    return slots.flatMap(({ itemKey, code, channel, dueAt }) => {
      const item = items.find(({ kind, id }) => `${kind}:${id}` === itemKey)
      if (!item) return []
      const link = env.PUBLIC_URL + attributed({ path: item.path, segment, channel, delivery: code })
      return [{ item, link, at: dueAt }]
    })
  }
}

type Feed = { title: string; name: string; origin: string; entries: Entry[] }

function rss({ title, name, origin, entries }: Feed) {
  const body = generateRssFeed({
    title,
    link: origin,
    description: '遇到事，先弄明白：能不能、怎么办、找谁。',
    language: 'zh-CN',
    atom: { links: [{ href: `${origin}/feeds/${name}.xml`, rel: 'self', type: 'application/rss+xml' }] },
    items: entries.map(({ item, link, at, card }) => ({
      title: item.title,
      link,
      description: item.answer,
      guid: { value: origin + item.path, isPermaLink: true },
      pubDate: new Date(at),
      media: { thumbnails: [{ url: card, ...cardShapes.wide }] },
      ...(item.stream
        ? {
            enclosures: [
              {
                url: `${origin}${item.stream.folder}/${item.stream.fallback}`,
                length: item.stream.bytes,
                type: 'video/mp4',
              },
            ],
          }
        : {}),
    })),
  })
  // Strict readers stumble over an address in CDATA on a line of its own.
  const plain = body.replace(/\s*<!\[CDATA\[([^<>\]]*)\]\]>\s*/g, (_all, text: string) => text.replace(/&/g, '&amp;'))
  return { body: plain, headers: { 'content-type': 'application/rss+xml; charset=utf-8' } }
}

function jsonFeed({ title, name, origin, entries }: Feed) {
  const feed = generateJsonFeed({
    title,
    home_page_url: origin,
    feed_url: `${origin}/feeds/${name}.json`,
    language: 'zh-CN',
    items: entries.map(({ item, link, at, card }) => ({
      id: origin + item.path,
      url: link,
      title: item.title,
      content_text: item.answer,
      date_published: new Date(at),
      image: card,
      ...(item.stream
        ? {
            attachments: [
              {
                url: `${origin}${item.stream.folder}/${item.stream.fallback}`,
                mime_type: 'video/mp4',
                size_in_bytes: item.stream.bytes,
                duration_in_seconds: item.stream.duration,
              },
            ],
          }
        : {}),
    })),
  })
  return { body: JSON.stringify(feed), headers: { 'content-type': 'application/feed+json; charset=utf-8' } }
}
