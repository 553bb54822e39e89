import type { PageMaker } from './page'
import { article } from './pages/article'
import { ask, thanks } from './pages/ask'
import { calendar } from './pages/calendar'
import { campaign } from './pages/campaign'
import { home } from './pages/home'
import { law } from './pages/law'
import { office } from './pages/office'
import { about, privacy, sitemap } from './pages/plain'
import { provision } from './pages/provision'
import { search } from './pages/search'
import { segment } from './pages/segment'
import { topic } from './pages/topic'
import { transcript } from './pages/transcript'
import { video } from './pages/video'

/** Every page of the residents' site. The addresses are promises: they stand on printed paper. */
export const routes: Record<string, PageMaker> = {
  '/': home,
  '/s/:slug': segment,
  '/topics/:slug': topic,
  '/articles/:slug': article,
  '/videos/:slug': video,
  '/videos/:slug/transcript': transcript,
  '/campaigns/:slug': campaign,
  '/laws/:slug': law,
  '/laws/:slug/:part': provision,
  '/offices/:slug': office,
  '/search': search,
  '/ask': ask,
  '/ask/thanks': thanks,
  '/calendar': calendar,
  '/about': about,
  '/privacy': privacy,
  '/sitemap': sitemap,
}
