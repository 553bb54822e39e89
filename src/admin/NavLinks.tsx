'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'

export type NavLink = { href: string; label: string; match: string[]; count?: number; countLabel?: string }

/** The links with the place one is at marked, for the eye and for a screen reader. */
export function NavLinks({ links, rest, folded }: { links: NavLink[]; rest: NavLink[]; folded: string }) {
  const path = usePathname()
  const isHere = ({ href, match }: NavLink) =>
    path === href || match.some((part) => (part.startsWith('/') ? path.startsWith(part) : hasPart(path, part)))
  const inFront = links.some(isHere)
  return (
    <>
      <ul className="mb-nav__words">
        {links.map((link) => (
          <li key={link.href}>
            <Link aria-current={isHere(link) ? 'page' : undefined} href={link.href} prefetch={false}>
              {link.label}
              {link.count ? (
                <span className="mb-count" title={`${link.count} ${link.countLabel}`}>
                  {link.count}
                </span>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
      {rest.length > 0 && (
        <details className="mb-nav__rest" open={!inFront && rest.some(isHere)}>
          <summary>{folded}</summary>
          <ul>
            {rest.map((link) => (
              <li key={link.href}>
                <Link aria-current={isHere(link) ? 'page' : undefined} href={link.href} prefetch={false}>
                  {link.label}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

const hasPart = (path: string, slug: string) => new RegExp(`/collections/${slug}(/|$)`).test(path)
