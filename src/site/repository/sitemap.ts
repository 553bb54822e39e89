import type { Runtime } from '../../runtime'

export type Address = { path: string; title?: string; updatedAt: string }

/** Every public item's address, newest first, capped where a sitemap file ends. */
export function sitemapOf({ payload }: Runtime) {
  const read = { depth: 0, overrideAccess: false, limit: 20_000, sort: '-updatedAt' } as const

  async function addresses(): Promise<Address[]> {
    const select = { slug: true, title: true, updatedAt: true } as const
    const [articles, videos, campaigns] = await Promise.all([
      payload.find({ collection: 'articles', select, ...read }),
      payload.find({ collection: 'videos', select, ...read }),
      payload.find({ collection: 'campaigns', select, ...read }),
    ])
    const of = (kind: string, docs: { slug?: string | null; title: string; updatedAt: string }[]) =>
      docs.map(({ slug, title, updatedAt }) => ({ path: `/${kind}/${slug}`, title, updatedAt }))
    return [...of('articles', articles.docs), ...of('videos', videos.docs), ...of('campaigns', campaigns.docs)]
  }

  /** Addresses of all articles of law, `statute id` and number. */
  async function provisionAddresses(): Promise<{ statute: unknown; number: string; updatedAt: string }[]> {
    const { docs } = await payload.find({
      collection: 'provisions',
      select: { statute: true, number: true, updatedAt: true },
      ...read,
    })
    return docs
  }

  return { addresses, provisionAddresses }
}
