import type { Runtime } from '../../runtime'
import { communityOf } from './community'
import { detailsOf } from './details'
import { createFacts } from './facts'
import { itemsOf } from './items'
import { lawsOf } from './laws'
import { linksOf } from './links'
import { searchOf } from './search'
import { slotsOf } from './slots'
import { sitemapOf } from './sitemap'

/**
 * The only reader of the database for residents' pages. Everything is read with the rights of a visitor
 * (`overrideAccess: false`); the exceptions: `slots`, `links` and `readings` ask for a published window and name their
 * columns, images are those of items read so.
 */
export function createRepository(runtime: Runtime) {
  return {
    facts: createFacts(runtime),
    ...itemsOf(runtime),
    ...detailsOf(runtime),
    ...lawsOf(runtime),
    ...slotsOf(runtime),
    ...linksOf(runtime),
    ...communityOf(runtime),
    ...searchOf(runtime),
    ...sitemapOf(runtime),
  }
}
export type Repository = ReturnType<typeof createRepository>
