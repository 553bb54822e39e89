import express, { Router } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { z } from 'zod'
import { CodedError } from '../lib/errors'
import type { Runtime } from '../runtime'
import { LONGEST_QUESTION } from './pages/ask'
import { writeParams } from './params'
import type { Repository } from './repository'
import { withoutPersonalNumbers } from './words'

const SHORTEST_QUESTION = 4
/** A whole village may share one address, so this stops machines, not neighbours. */
const QUESTIONS_AN_HOUR = 20

const form = z.object({
  text: z.string().trim().min(SHORTEST_QUESTION).max(LONGEST_QUESTION),
  segment: z.string().optional(),
  edition: z.literal('elder').optional().catch(undefined),
  website: z.string().optional(),
})

/** Takes a resident's question. The address only counts towards the limit, in memory, for an hour. */
export function askRouter({ env }: Runtime, repo: Repository): Router {
  const limiter = new RateLimiterMemory({ points: QUESTIONS_AN_HOUR, duration: 3600 })
  const router = Router()
  router.post('/ask', express.urlencoded({ extended: false, limit: '8kb' }), async (req, res) => {
    const parsed = form.safeParse(req.body ?? {})
    if (!parsed.success)
      throw new CodedError('bad-request', `问题写 ${SHORTEST_QUESTION} 到 ${LONGEST_QUESTION} 个字，请退回去改一改。`)
    const { text, segment, edition, website } = parsed.data
    await limiter.consume(req.ip ?? '').catch((refusal: unknown) => {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      throw new CodedError('too-many-requests', '这里刚刚提了很多问题，请过一会儿再来，或者直接打电话。')
    })
    const facts = await repo.facts()
    const asker = facts.segments.find(({ slug }) => slug === segment)
    if (!website) await repo.ask(withoutPersonalNumbers(text), asker?.id)
    const carried = writeParams({ edition, s: asker?.slug ?? undefined })
    res.set('cache-control', 'no-store').redirect(303, `${env.BASE_PATH}/ask/thanks${carried}`)
  })
  return router
}
