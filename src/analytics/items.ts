import type { Payload } from 'payload'
import type { ItemFacts } from './arrival'

type Kind = 'segment' | 'channel' | 'variety'

/** The names that events use, resolved to what they stand for. */
export type Catalogue = {
  /** Reads again when the epoch has moved; the first call reads in any case. */
  refresh(epoch: number): Promise<void>
  item(path: string): ItemFacts | undefined
  known(kind: Kind, code: string | null | undefined): string
}

/** A slug that was once public keeps leading to its item as long as the process lives: pages in pockets still name it. */
export function createCatalogue(payload: Payload): Catalogue {
  const items = new Map<string, ItemFacts>()
  let codes: Record<Kind, Set<string>> = { segment: new Set(), channel: new Set(), variety: new Set() }
  let seen: number | undefined
  let reading: Promise<void> | undefined

  const read = async () => {
    const found = await Promise.all([itemsOf(payload, 'articles'), itemsOf(payload, 'videos')])
    for (const [path, facts] of found.flat()) items.set(path, facts)
    const [segment, channel, variety] = await Promise.all([
      codesOf(payload, 'segments', 'slug'),
      codesOf(payload, 'channels', 'code'),
      codesOf(payload, 'varieties', 'code'),
    ])
    codes = { segment, channel, variety }
  }
  return {
    async refresh(epoch) {
      if (seen === epoch) return reading
      seen = epoch
      reading = read().catch((error: unknown) => {
        seen = undefined
        throw error
      })
      await reading
    },
    item: (path) => items.get(path),
    known: (kind, code) => (code && codes[kind].has(code) ? code : ''),
  }
}

async function itemsOf(payload: Payload, collection: 'articles' | 'videos'): Promise<[string, ItemFacts][]> {
  const { docs } = await payload.find({
    collection,
    where: { _status: { equals: 'published' } },
    pagination: false,
    depth: 0,
    overrideAccess: true,
    select: { slug: true, topic: true, office: true, ...(collection === 'videos' ? { stream: true } : {}) } as never,
  })
  return docs.flatMap((doc): [string, ItemFacts][] => {
    const { id, slug, topic, office, stream } = doc as Record<string, unknown> & { id: string }
    if (!slug) return []
    const length = Number((stream as { duration?: unknown } | null | undefined)?.duration ?? 0) || 0
    return [
      [
        `${collection}/${String(slug)}`,
        { key: `${collection}:${id}`, topic: idOf(topic), office: idOf(office), length },
      ],
    ]
  })
}

async function codesOf(payload: Payload, collection: 'segments' | 'channels' | 'varieties', field: 'slug' | 'code') {
  const { docs } = await payload.find({ collection, pagination: false, depth: 0, overrideAccess: true })
  return new Set(docs.map((doc) => String((doc as unknown as Record<string, unknown>)[field] ?? '')))
}

const idOf = (value: unknown) =>
  value && typeof value === 'object' && 'id' in value ? String(value.id) : String(value ?? '')
