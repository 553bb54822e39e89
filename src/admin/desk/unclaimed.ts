import type { PayloadRequest, Where } from 'payload'
import type { ItemLine } from './work'

/** The newest few, how many there are, and where all of them are listed. */
export type Unclaimed = { lines: ItemLine[]; total: number; href: string }

const SHOWN = 5
/** More than an office imports at once; the list itself has no end. */
const COUNTED = 500

/** Imported cases that nobody has begun to write: they belong to the office, so they wait for each of its editors. */
export async function readUnclaimed(req: PayloadRequest, scope: string[]): Promise<Unclaimed> {
  const where: Where = {
    and: [{ 'review.stage': { equals: 'draft' } }, { importKey: { exists: true } }, { office: { in: scope } }],
  }
  const { docs } = await req.payload.find({
    ...{ collection: 'articles', where, limit: COUNTED, draft: true, depth: 0, sort: '-updatedAt' },
    ...{ select: { title: true, source: true, updatedAt: true, review: { writers: true } } },
    ...{ req, overrideAccess: false },
  })
  const open = docs.filter(({ review }) => !review?.writers?.length)
  const asked = ['[review.stage][equals]=draft', '[importKey][exists]=true', `[office][in]=${scope.join(',')}`]
  return {
    lines: open.slice(0, SHOWN).map((doc) => ({
      href: `/admin/collections/articles/${doc.id}`,
      title: doc.title || '（还没有标题）',
      at: doc.updatedAt,
      by: doc.source,
    })),
    total: open.length,
    href: `/admin/collections/articles?${asked.map((part, n) => `where[or][0][and][${n}]${part}`).join('&')}`,
  }
}
