import type { Runtime } from '../../runtime'
import { idOf } from './facts'

/** Where a short code leads and what the visit is to be credited to. */
export type LinkTarget = { path: string; segment?: string; channel?: string; delivery?: string }

export function linksOf({ payload }: Runtime) {
  const named = async (collection: 'segments' | 'channels' | 'deliveries', value: unknown) => {
    const id = idOf(value)
    if (!id) return undefined
    const doc = await payload.findByID({ collection, id, depth: 0, disableErrors: true, overrideAccess: true })
    if (!doc) return undefined
    return ('code' in doc ? doc.code : 'slug' in doc ? doc.slug : undefined) ?? undefined
  }

  /** A link of staff or a kit; a delivery's own code leads to its item. */
  async function link(code: string): Promise<LinkTarget | undefined> {
    const one = { where: { code: { equals: code } }, limit: 1, depth: 0, overrideAccess: true } as const
    const found = (await payload.find({ collection: 'links', ...one })).docs[0]
    const delivery = found ? undefined : (await payload.find({ collection: 'deliveries', ...one })).docs[0]
    const row = found ?? delivery
    if (!row) return undefined
    const [segment, channel] = await Promise.all([named('segments', row.segment), named('channels', row.channel)])
    if (found) return { path: found.path, segment, channel, delivery: await named('deliveries', found.delivery) }
    const path = await itemPath(delivery?.itemKey ?? '')
    return path ? { path, segment, channel, delivery: code } : undefined
  }

  async function itemPath(key: string): Promise<string | undefined> {
    const [collection, id = ''] = key.split(':')
    if (collection !== 'articles' && collection !== 'videos') return undefined
    const read = { id, depth: 0, disableErrors: true, overrideAccess: false } as const
    const item = await payload.findByID({ collection, select: { slug: true }, ...read })
    return item?.slug ? `/${collection}/${item.slug}` : undefined
  }

  return { link }
}
