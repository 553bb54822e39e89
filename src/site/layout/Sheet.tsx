import type { ReactNode } from 'react'
import { cardAddress, cardShapes, type Card } from '../cards/card'
import { isElder, useView } from '../view'
import { Bar } from './Bar'
import { Footer } from './Footer'

/** What one page hands to the layout. */
export type Sheet = {
  title: string
  description?: string
  body: ReactNode
  status?: number
  /** `articles/<slug>` or `videos/<slug>`: what the beacon counts. */
  item?: string
  /** Characters of the text, for the time a reader needs. */
  length?: number
  /** The share card: what a chat shows beside a link to this page. */
  card?: Card
  jsonLd?: object
  meta?: Record<string, string | undefined>
  /** How many results a search had. */
  found?: number
  /** Not for search engines. */
  hidden?: boolean
}

export function Page({ title, description, body, item, length, card, jsonLd, meta = {}, found, hidden }: Sheet) {
  const view = useView()
  const { base, assets, facts, params, path, preview } = view
  const { settings } = facts
  const name = settings.siteName ?? '明白'
  const noindex = hidden || preview || settings.demo
  const metas = {
    SiteName: name,
    SiteDomain: new URL(view.origin).host,
    SiteIDCode: settings.footer?.siteIdCode ?? undefined,
    description,
    ...meta,
  }
  return (
    <html
      lang="zh-Hans"
      className={isElder(view) ? 'elder' : undefined}
      data-base={base}
      data-item={preview ? undefined : item}
      data-length={length}
      data-beacon={preview ? undefined : `${base}/e`}
      data-q={found === undefined ? undefined : params.q}
      data-found={found}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === name ? name : `${title} · ${name}`}</title>
        {Object.entries(metas).map(([key, content]) => content && <meta key={key} name={key} content={content} />)}
        {noindex && <meta name="robots" content="noindex" />}
        <meta property="og:title" content={title} />
        {description && <meta property="og:description" content={description} />}
        {card && !preview && <CardMetas card={card} origin={view.origin} />}
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#FAF7F0" />
        {!noindex && <link rel="canonical" href={view.origin + path} />}
        <link rel="icon" href={assets['icon.svg']} type="image/svg+xml" />
        <link rel="manifest" href={`${base}/manifest.webmanifest`} />
        <link rel="alternate" type="application/rss+xml" title={name} href={`${base}/feeds/all.xml`} />
        <link rel="stylesheet" href={assets['site.css']} />
        {/* Not deferred: it sets the chosen text size before the first paint, and waits with everything else. */}
        <script src={assets['page.js']} />
        {jsonLd && (
          <script
            type="application/ld+json"
            dangerouslySetInnerHTML={{ __html: JSON.stringify(jsonLd).replace(/</g, '\\u003c') }}
          />
        )}
      </head>
      <body>
        {/* WeChat takes the first large picture of a page; hidden and lazy, it costs nobody a byte. */}
        {card && !preview && (
          <img src={base + cardAddress(card, 'square')} alt="" width={600} height={600} loading="lazy" hidden />
        )}
        <a className="skip" href="#main">
          跳到正文
        </a>
        {preview && <p className="banner">预览：这一版还没有公开</p>}
        {settings.demo && <p className="banner">演示数据，不是真实的县</p>}
        <Bar />
        <main id="main">{body}</main>
        <Footer />
      </body>
    </html>
  )
}

/** For machines that make a preview of a link. WeChat and QQ look for itemprop, the others for Open Graph. */
function CardMetas({ card, origin }: { card: Card; origin: string }) {
  const { width, height } = cardShapes.wide
  const [wide, square] = [origin + cardAddress(card, 'wide'), origin + cardAddress(card, 'square')]
  return (
    <>
      <meta property="og:image" content={wide} />
      <meta property="og:image:width" content={String(width)} />
      <meta property="og:image:height" content={String(height)} />
      <meta name="twitter:card" content="summary_large_image" />
      <meta itemProp="image" content={square} />
    </>
  )
}
