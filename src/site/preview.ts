import { creditOf } from '../lib/credit'
import type { Article, Video } from '../payload-types'
import type { Runtime } from '../runtime'
import { assetsOf } from './assets'
import { articleSheet } from './pages/article'
import { videoSheet } from './pages/video'
import type { Params } from './params'
import { renderSheet } from './render'
import { createRepository } from './repository'
import type { View } from './view'

type Draft = { articles: Article; videos: Video }

/**
 * A draft as residents would see it, with a bar that says it is not public. Counts nothing. `doc` may be at any depth
 * and unfinished: a field nobody wrote yet is left out.
 */
export async function renderItemPreview<Kind extends keyof Draft>(
  runtime: Runtime,
  collection: Kind,
  doc: Draft[Kind],
  { edition }: Pick<Params, 'edition'> = {},
): Promise<string> {
  const { env, clock } = runtime
  const repo = createRepository(runtime)
  const view: View = {
    path: `/${collection}/${doc.slug ?? ''}`,
    params: { edition },
    base: env.BASE_PATH,
    origin: env.PUBLIC_URL,
    now: clock.now(),
    timeZone: env.SITE_TIMEZONE,
    facts: await repo.facts(),
    assets: assetsOf(runtime).urls,
    preview: true,
  }
  if (collection === 'videos') {
    const credit = (await creditOf(runtime.payload, doc)) ?? undefined
    return renderSheet(view, videoSheet(view, doc as Video, [], { credit }))
  }
  return renderSheet(view, articleSheet(view, await repo.articleDetail(doc as Article), []))
}
