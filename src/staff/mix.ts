import { Router } from 'express'
import { idOf, MIX_DAYS, officeMix, type OfficeMix } from '../../campaigns'
import { rulerSentence, rulerSvg } from '../lib/ruler'
import type { Runtime } from '../runtime'
import { languageOf } from './campaigns'
import { readHeard } from './heard'
import { action, signedIn } from './staff'

/** What TopicRuler shows beside a topic: the mix of one's own office, rolled up while it is too small for shares. */
export type MixAnswer = {
  svg: string
  sentence: string
  /** One line per topic id: too much, short, or right. Empty while there are too few items. */
  topics: Record<string, string>
}

export function mixRouter(runtime: Runtime): Router {
  const { payload, clock } = runtime
  const router = Router()
  router.get(
    '/',
    action(async (req, res): Promise<MixAnswer> => {
      res.set('cache-control', 'no-store')
      const me = await signedIn(runtime, req)
      const language = languageOf(req)
      const own = me.office ? idOf(me.office) : null
      const heard = await readHeard(runtime)
      const mine = await officeMix(payload, own, clock.now(), heard)
      const mix = mine.enough || !own ? mine : await officeMix(payload, null, clock.now(), heard)
      return answer(mix, mine, language)
    }),
  )
  return router
}

function answer(mix: OfficeMix, own: OfficeMix, language: 'zh' | 'en'): MixAnswer {
  const en = language === 'en'
  const rows = mix.topics.map((topic) => ({
    name: en ? topic.nameEn : topic.name,
    ours: topic.count,
    wanted: topic.wanted,
  }))
  const ours = en ? `Sent in ${MIX_DAYS} days` : `近 ${MIX_DAYS} 天我们发的`
  const wanted = en ? 'What people need' : '群众要的'
  const svg = rulerSvg(rows, { language, labels: { ours, wanted }, countsOnly: !mix.enough })
  const few = en
    ? `Your office delivered ${own.distinct} different items in ${MIX_DAYS} days: too few for shares.`
    : `本所近 ${MIX_DAYS} 天投放了 ${own.distinct} 件不同的内容，太少，不算比例。`
  if (!mix.enough) return { svg, sentence: few, topics: {} }
  const sentence = rulerSentence(rows, language)
  const rolledUp = en ? `${few} The whole county: ${sentence}` : `${few}下面是全县的：${sentence}`
  const lines = mix.topics.map((topic, n) => [topic.id, verdict(rows[n]!, topic.count / mix.deliveries, en)])
  return { svg, sentence: own.enough ? sentence : rolledUp, topics: Object.fromEntries(lines) }
}

/** The alarm of ranking.md 1.1: served less than half or more than twice of what is wanted. */
function verdict({ name, wanted }: { name: string; wanted: number }, sent: number, en: boolean): string {
  const numbers = [Math.round(sent * 100), Math.round(wanted * 100)] as const
  const pair = en
    ? `${numbers[0]} of 100 sent, ${numbers[1]} needed`
    : `每 100 条发 ${numbers[0]} 条，群众要 ${numbers[1]} 条`
  if (sent > 2 * wanted && numbers[0] - numbers[1] >= 3)
    return en ? `${name}: too much already (${pair}).` : `${name}发得太多了（${pair}），想想别的主题。`
  if (sent < wanted / 2 && numbers[1] - numbers[0] >= 3)
    return en ? `${name} is just what is missing (${pair}).` : `${name}正缺（${pair}），写得正好。`
  return en ? `${name}: about right (${pair}).` : `${name}不多不少（${pair}）。`
}
