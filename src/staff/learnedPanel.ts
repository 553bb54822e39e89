import { Router } from 'express'
import { z } from 'zod'
import { intervalOf, readExplore, readNames, type Known, type Language, type Learned } from '../../campaigns'
import { CodedError } from '../lib/errors'
import { hourBlocks } from '../lib/hours'
import type { Runtime } from '../runtime'
import { languageOf } from './campaigns'
import { readLearned } from './learned'
import { action, parse, signedIn } from './staff'

const place = z.object({ id: z.string().min(1).max(64) })
/** Of each topic, the items that were opened most; the report lists all. */
const MOST_ITEMS = 8

export function learnedRouter(runtime: Runtime): Router {
  const router = Router()
  router.get(
    '/:id',
    action(async (req, res) => {
      res.set('cache-control', 'no-store')
      await signedIn(runtime, req)
      return learnedPanel(runtime, parse(place, req.params).id, languageOf(req))
    }),
  )
  return router
}

export type LearnedPanelAnswer = Awaited<ReturnType<typeof learnedPanel>>

/** What was learned of a segment, from how many and since when, down to the single items; and of each platform apart. */
export async function learnedPanel(runtime: Runtime, segment: string, language: Language) {
  const { payload } = runtime
  const [row, learned, names, explore] = await Promise.all([
    payload.findByID({ collection: 'segments', id: segment, depth: 0, disableErrors: true }),
    readLearned(runtime),
    readNames(payload, language),
    readExplore(payload),
  ])
  if (!row) throw new CodedError('not-found')
  const own = learned.items.filter((item) => item.segment === segment)
  const titles = await titlesOf(runtime, [...new Set(own.map(({ item }) => item))])
  const topics = learned.topics.filter((cell) => cell.segment === segment)
  const line = (cell: Known & { topic: string }) => ({
    ...{ topic: cell.topic, name: names(cell.topic), ...intervalOf(cell) },
    ...{ trials: Math.round(cell.trials), finished: Math.round(cell.successes), when: weeks(cell, language) },
  })
  return {
    segment,
    explore,
    /** Whether anybody of this segment has opened anything yet. */
    tried: topics.some(({ trials }) => trials > 0),
    topics: topics
      .map((cell) => ({
        ...line(cell),
        items: own
          .filter(({ topic }) => topic === cell.topic)
          .sort((a, b) => b.opened - a.opened)
          .slice(0, MOST_ITEMS)
          .map(({ item, opened, finished }) => ({ item, title: titles.get(item) ?? '—', opened, finished })),
      }))
      .sort((a, b) => b.mean - a.mean),
    blocks: [...hourBlocks],
    channels: doors(learned, segment, names),
    platforms: learned.platforms.map(({ channel, topics, blocks, most }) => ({
      ...{ channel, name: names(channel) },
      topics: topics.filter(({ trials }) => trials > 0).map(line),
      hours: blocks
        .filter(({ trials }) => trials > 0)
        .map((cell) => ({
          ...{ block: cell.block, sends: cell.trials },
          plays: Math.round((cell.successes / cell.trials) * most),
        })),
    })),
  }
}

/** Openings of a send on average, by channel and hour block: only where something was sent. */
function doors({ own }: Learned, segment: string, names: (id: string) => string) {
  const cells = own.filter((cell) => cell.segment === segment)
  return [...new Set(cells.map(({ channel }) => channel))].map((channel) => ({
    ...{ channel, name: names(channel) },
    blocks: Object.fromEntries(
      cells
        .filter((cell) => cell.channel === channel)
        .map(({ block, opened, sends }) => [block, { opened: Math.round((opened / sends) * 10) / 10, sends }]),
    ),
  }))
}

function weeks({ newest, oldest, trials }: Known, language: Language): string {
  const en = language === 'en'
  if (!trials) return ''
  if (!oldest) return en ? 'this week' : '本周'
  if (!newest) return en ? `last ${oldest + 1} weeks` : `近 ${oldest + 1} 周`
  if (newest === oldest) return en ? `${newest} weeks ago` : `${newest} 周前`
  return en ? `${newest} to ${oldest} weeks ago` : `${newest} 到 ${oldest} 周前`
}

async function titlesOf({ payload }: Runtime, keys: readonly string[]): Promise<Map<string, string>> {
  const read = async (collection: 'articles' | 'videos') => {
    const ids = keys.flatMap((key) => (key.startsWith(`${collection}:`) ? [key.slice(collection.length + 1)] : []))
    if (!ids.length) return []
    const { docs } = await payload.find({
      collection,
      where: { id: { in: ids } },
      ...{ depth: 0, pagination: false, overrideAccess: true, select: { title: true } as never },
    })
    return (docs as { id: string; title: string }[]).map(({ id, title }) => [`${collection}:${id}`, title] as const)
  }
  return new Map((await Promise.all([read('articles'), read('videos')])).flat())
}
