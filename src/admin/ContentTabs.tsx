import type { ServerProps } from 'payload'
import Link from 'next/link'
import { languageOf, sayIn } from './say'

/** Articles and films are one word in the menu: here one goes from the one to the other, or to what awaits review. */
export function ContentTabs({ i18n, collectionSlug }: ServerProps & { collectionSlug?: string }) {
  const say = sayIn(languageOf(i18n.language))
  const tab = (slug: string, label: string) => (
    <Link
      aria-current={slug === collectionSlug ? 'page' : undefined}
      href={`/admin/collections/${slug}`}
      prefetch={false}
    >
      {label}
    </Link>
  )
  return (
    <nav aria-label={say('内容', 'Content')} className="mb-tabs">
      {tab('articles', say('文章', 'Articles'))}
      {tab('videos', say('影片', 'Films'))}
      <Link
        href={`/admin/collections/${collectionSlug}?where[or][0][and][0][review.stage][equals]=submitted`}
        prefetch={false}
      >
        {say('只看待审', 'To review')}
      </Link>
    </nav>
  )
}
