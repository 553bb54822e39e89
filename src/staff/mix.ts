import { Router } from 'express'
import { z } from 'zod'
import { idOf, MIX_DAYS, rolledUpMix, type Language, type OfficeMix } from '../../campaigns'
import { CodedError } from '../lib/errors'
import type { Runtime } from '../runtime'
import { languageOf } from './campaigns'
import { readHeard } from './heard'
import { mixFigure, rolledUpWords, type MixFigure } from './mixFigure'
import { topicLine } from './topicLine'
import { action, parse, signedIn } from './staff'

/** What a ruler shows wherever a topic is chosen: the mix of an office, rolled up while it is too small for shares. */
export type MixAnswer = MixFigure & {
  /** One line per topic id: too much, short or right, or a count while there are too few items; and what limits it. */
  topics: Record<string, string>
  /** Segments whose demand is in it. */
  demand: { id: string; name: string; pooled: boolean }[]
}

type RolledUp = { own: OfficeMix; shown: OfficeMix }

const asked = z.object({ office: z.string().max(64).optional() })

/** `GET /api/staff/mix?office`: one's own office when none is named. */
export function mixRouter(runtime: Runtime): Router {
  const { payload, clock } = runtime
  const router = Router()
  router.get(
    '/',
    action(async (req, res): Promise<MixAnswer> => {
      const me = await signedIn(runtime, req)
      const { office } = parse(asked, req.query)
      const of = office || (me.office ? idOf(me.office) : null)
      const known =
        !office || (await payload.findByID({ collection: 'offices', id: office, depth: 0, disableErrors: true }))
      if (!known) throw new CodedError('not-found')
      // A form with ten topics asks ten times within a second: the browser answers nine of them.
      res.set('cache-control', 'private, max-age=30').vary('cookie, authorization, accept-language')
      return mixAnswer(await rolledUpMix(payload, of, clock.now(), await readHeard(runtime)), languageOf(req))
    }),
  )
  return router
}

export function mixAnswer({ own, shown }: RolledUp, language: Language): MixAnswer {
  const en = language === 'en'
  const nameOf = (row: { name: string; nameEn: string }) => (en ? row.nameEn : row.name)
  const sent = en ? `Sent in ${MIX_DAYS} days` : `近 ${MIX_DAYS} 天发的`
  const labels = {
    ours: shown === own ? sent : `${officeName(shown, en)}${en ? ': ' : ''}${sent}`,
    wanted: en ? 'What people need' : '群众要的',
  }
  const figure = (mix: OfficeMix) => {
    const rows = mix.topics.map((topic) => ({ ...topic, name: nameOf(topic), ours: topic.count }))
    return mixFigure(rows, mix.distinct, labels, language)
  }
  const seen = figure(shown)
  return {
    ...seen,
    sentence:
      shown === own ? seen.sentence : rolledUpWords(figure(own).sentence, officeName(shown, en), seen.sentence, en),
    topics: Object.fromEntries(own.topics.map((topic) => [topic.id, topicLine(topic, own, nameOf(topic), language)])),
    demand: shown.demand.map((segment) => ({ id: segment.id, name: nameOf(segment), pooled: segment.pooled })),
  }
}

const officeName = ({ office }: OfficeMix, en: boolean) => office?.name ?? (en ? 'the whole county' : '全县')
