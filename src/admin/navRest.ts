import { getTranslation } from '@payloadcms/translations'
import type { ServerProps } from 'payload'
import type { NavLink } from './NavLinks'

/** Shown to whoever may read them; the rest only to whoever may write there. */
const worthReading = new Set(['statutes', 'provisions', 'audit'])
/** These stand behind the five words already. */
const inFront = new Set(['articles', 'questions'])

type Props = Pick<ServerProps, 'i18n' | 'payload' | 'permissions' | 'visibleEntities'>

/** The folded links: what this role may work on, in the order of the collections. */
export function restOf({ i18n, payload, permissions, visibleEntities }: Props): NavLink[] {
  const { collections, globals, routes } = payload.config
  const rows = collections
    .filter(({ slug }) => visibleEntities?.collections.includes(slug) && !inFront.has(slug))
    .filter(({ slug }) => {
      const may = permissions?.collections?.[slug]
      return may?.create || may?.update || (may?.read && worthReading.has(slug))
    })
    .map(({ slug, labels }) => ({
      href: `${routes.admin}/collections/${slug}`,
      label: getTranslation(labels.plural as string, i18n),
      match: [slug],
    }))
  const pages = globals
    .filter(({ slug }) => visibleEntities?.globals.includes(slug) && permissions?.globals?.[slug]?.update)
    .map(({ slug, label }) => ({
      href: `${routes.admin}/globals/${slug}`,
      label: getTranslation(label as string, i18n),
      match: [`${routes.admin}/globals/${slug}`],
    }))
  return [...rows, ...pages]
}
