import { Router } from 'express'
import type { Runtime } from '../runtime'
import type { Keep } from './index'
import type { Repository } from './repository'
import { idOf } from './repository/facts'

/** Pages for machines: what may be indexed, and where everything is. */
export function machinesRouter({ env }: Runtime, repo: Repository, keep: Keep, assets: Record<string, string>): Router {
  const router = Router()
  const { BASE_PATH: base, PUBLIC_URL: origin } = env

  router.get('/robots.txt', (req, res) =>
    keep(req, res, async () => {
      const { settings } = await repo.facts()
      const rules = settings.demo
        ? ['Disallow: /']
        : [
            `Disallow: ${base}/admin`,
            `Disallow: ${base}/api`,
            `Disallow: ${base}/search`,
            `Sitemap: ${origin}/sitemap.xml`,
          ]
      return {
        body: ['User-agent: *', ...rules, ''].join('\n'),
        headers: { 'content-type': 'text/plain; charset=utf-8' },
      }
    }),
  )

  // Browsers ask here on every page that names no icon.
  router.get('/favicon.ico', (_req, res) => {
    res.set('cache-control', 'public, max-age=86400').redirect(302, assets['icon.svg']!)
  })

  router.get('/sitemap.xml', (req, res) =>
    keep(req, res, async () => {
      const [facts, items, provisions] = await Promise.all([repo.facts(), repo.addresses(), repo.provisionAddresses()])
      const slugOf = new Map(facts.statutes.map(({ id, slug }) => [id, slug]))
      const rows = [
        { path: '/' },
        ...facts.segments.map(({ slug }) => ({ path: `/s/${slug}` })),
        ...facts.topics.map(({ slug }) => ({ path: `/topics/${slug}` })),
        ...facts.offices.map(({ slug }) => ({ path: `/offices/${slug}` })),
        ...facts.statutes.map(({ slug }) => ({ path: `/laws/${slug}` })),
        ...items,
        ...provisions.map(({ statute, number, updatedAt }) => ({
          path: `/laws/${slugOf.get(idOf(statute) ?? '')}/${number}`,
          updatedAt,
        })),
      ]
      const urls = rows.map(
        (row) =>
          `<url><loc>${escaped(origin + row.path)}</loc>${
            'updatedAt' in row ? `<lastmod>${row.updatedAt.slice(0, 10)}</lastmod>` : ''
          }</url>`,
      )
      return {
        body: `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('\n')}</urlset>\n`,
        headers: { 'content-type': 'application/xml; charset=utf-8' },
      }
    }),
  )

  router.get('/manifest.webmanifest', (req, res) =>
    keep(req, res, async () => {
      const { settings } = await repo.facts()
      const name = settings.siteName ?? '明白'
      const manifest = {
        name,
        short_name: name,
        lang: 'zh-Hans',
        start_url: `${base}/`,
        scope: `${base}/`,
        display: 'minimal-ui',
        background_color: '#FAF7F0',
        theme_color: '#FAF7F0',
        icons: [{ src: assets['icon.svg'], sizes: 'any', type: 'image/svg+xml' }],
      }
      return {
        body: JSON.stringify(manifest),
        headers: { 'content-type': 'application/manifest+json; charset=utf-8' },
      }
    }),
  )
  return router
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
