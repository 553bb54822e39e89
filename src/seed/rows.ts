import type { CollectionSlug, Payload, Where } from 'payload'
import { stories } from './articles'
import { film } from './film/script'
import { marked } from './ledger'
import { residentQuestions } from './people'
import { demoSignals } from './signals'

/** Collections the demo fills and the clearing empties of it, what hangs on others first. */
export const demoCollections = [
  'figures',
  'links',
  'deliveries',
  'campaigns',
  'questions',
  'signals',
  'tracks',
  'subtitles',
  // After its parts: taking one away orders the stream to be made anew.
  'media-steps',
  'videos',
  'articles',
  'files',
  'series',
  'channels',
  // When no delivery of the demo is left to count.
  'credits',
] as const satisfies CollectionSlug[]
type Demo = (typeof demoCollections)[number]
export type DemoRows = Record<Demo, string[]>

export const demoChannels = ['qun-hetian', 'gzh-wanghe', 'ganji-hetian', 'rongmei']
export const demoCampaigns = ['autumn', 'winter']

/**
 * Ids of everything that came with the demo county: what was noted when it was loaded (a slug may have been edited
 * since), what carries its natural keys, and what hangs on either. Rows that staff made themselves are not among them.
 */
export async function demoRows(payload: Payload): Promise<DemoRows> {
  const latest = (await marked(payload, 'seed.plan')) ?? (await marked(payload, 'seed.done'))
  const noted = (latest?.details?.rows ?? {}) as Partial<DemoRows>
  const ids = async (collection: Demo, where: Where): Promise<string[]> => {
    const { docs } = await payload.find({ collection, where, depth: 0, pagination: false, select: {} })
    return docs.map(({ id }) => String(id))
  }
  const roots = async (collection: Demo, key: string, values: readonly string[]) => [
    ...new Set([...(noted[collection] ?? []), ...(await ids(collection, { [key]: { in: values } }))]),
  ]
  const articles = await roots(
    'articles',
    'slug',
    stories.map(({ slug }) => slug),
  )
  const videos = await roots('videos', 'slug', [film.slug])
  const campaigns = await roots('campaigns', 'slug', demoCampaigns)
  const ofFilm = { video: { in: videos } }
  const keys = [...articles.map((id) => `articles:${id}`), ...videos.map((id) => `videos:${id}`)]
  const deliveries = await ids('deliveries', { or: [{ campaign: { in: campaigns } }, { itemKey: { in: keys } }] })
  const ofDeliveries = { delivery: { in: deliveries } }
  return {
    ...{ articles, videos, campaigns, deliveries },
    questions: await roots(
      'questions',
      'text',
      residentQuestions.map(({ text }) => text),
    ),
    signals: await ids('signals', { importKey: { in: demoSignals } }),
    channels: await roots('channels', 'code', demoChannels),
    series: await roots('series', 'slug', ['monday-fraud']),
    files: await roots('files', 'note', filmFiles),
    'media-steps': await ids('media-steps', ofFilm),
    tracks: await ids('tracks', ofFilm),
    subtitles: await ids('subtitles', ofFilm),
    figures: await ids('figures', ofDeliveries),
    // Carried from the demo's deliveries too, which nobody can take out of the sum: what is owed is counted anew.
    credits: await ids('credits', {}),
    links: await ids('links', { or: [ofDeliveries, { campaign: { in: campaigns } }] }),
  }
}

/** What is noted of them; deliveries and their like are found through these, and there can be many. */
export async function demoRoots(payload: Payload) {
  const { articles, videos, campaigns, questions, channels, series, files } = await demoRows(payload)
  return { articles, videos, campaigns, questions, channels, series, files }
}

const filmFiles = ['three-calls.mp4', 'three-calls.yue.m4a', 'three-calls.hak.m4a', 'three-calls.cmn.srt'].map(noteOf)

/** The natural key of an uploaded file of the demo: its name on disk may have been taken. */
export function noteOf(name: string): string {
  return `演示片 ${name}`
}
