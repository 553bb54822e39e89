import express, { Router, type Request } from 'express'
import { z } from 'zod'
import { approveCampaign, banItem, cancelCampaign, liftBan, planCampaign, readAhead } from '../../campaigns'
import { CodedError } from '../lib/errors'
import type { Runtime } from '../runtime'
import { recordAudit } from './audit'
import { campaignPanel, mayApprove, mayPlan } from './campaignPanel'
import { draftCampaign, draftWish } from './draftCampaign'
import { readHeard } from './heard'
import { readLearned } from './learned'
import { requireOffice } from './scope'
import { action, parse, requireRole, signedIn } from './staff'
import { answerWhatIf, wishedTargets } from './whatIf'

const place = z.object({ id: z.string().min(1).max(64) })
const ask = z.object({ seed: z.number().int().optional(), targets: wishedTargets.optional() })
const wish = z.object({ targets: wishedTargets })
const ban = z.object({
  item: z.string().regex(/^(articles|videos):[\w-]{1,64}$/),
  segment: z.string().min(1).max(64).nullish(),
})
const approval = z.object({ planHash: z.string().length(64) })

/** Draft, plan, rule out, approve, cancel; and what the plan of a campaign looks like. */
export function campaignsRouter(runtime: Runtime): Router {
  const { payload, clock, env, epoch } = runtime
  const router = Router()
  const json = express.json({ limit: '16kb' })

  const opened = async (req: Request) => {
    const me = await signedIn(runtime, req)
    const { id } = parse(place, req.params)
    const campaign = await payload.findByID({ collection: 'campaigns', id, depth: 0, disableErrors: true })
    if (!campaign) throw new CodedError('not-found')
    return { me, id, campaign, language: languageOf(req) }
  }
  const steered = async (req: Request) => {
    const asked = await opened(req)
    if (!mayPlan(asked.me)) throw new CodedError('forbidden')
    await requireOffice(payload, asked.me, asked.campaign.office)
    return asked
  }
  const shown = async (req: Request) => {
    const { me, id, language } = await opened(req)
    return campaignPanel(runtime, me, id, language)
  }

  router.post(
    '/draft',
    json,
    action(async (req) => {
      const me = await signedIn(runtime, req)
      requireRole(me, 'editor', 'publisher', 'manager')
      return draftCampaign(runtime, me, parse(draftWish, req.body ?? {}), languageOf(req))
    }),
  )
  router.get(
    '/:id',
    action(async (req, res) => {
      res.set('cache-control', 'no-store')
      return shown(req)
    }),
  )
  router.post(
    '/:id/plan',
    json,
    action(async (req) => {
      const { me, id, campaign } = await steered(req)
      const { seed, targets } = parse(ask, req.body ?? {})
      if (targets) {
        await payload.update({ collection: 'campaigns', id, data: { targets }, user: me, overrideAccess: false })
        await recordAudit(runtime, me, {
          action: 'campaign.targets',
          subject: `campaigns:${id}`,
          details: { before: campaign.targets?.map(({ topic, share }) => ({ topic, share })), after: targets },
        })
      }
      const made = await planCampaign(payload, {
        campaign: id,
        by: me.id,
        now: clock.now(),
        timeZone: env.SITE_TIMEZONE,
        seed,
        heard: await readHeard(runtime),
        learned: await readLearned(runtime),
      })
      const { planHash, deliveries, excluded } = made
      await recordAudit(runtime, me, {
        action: 'campaign.plan',
        subject: `campaigns:${id}`,
        details: { planHash, deliveries, excluded, seed: made.plan.seed },
      })
      return shown(req)
    }),
  )
  router.post(
    '/:id/approve',
    json,
    action(async (req) => {
      const { me, id, campaign } = await opened(req)
      const refused = mayApprove(me, campaign)
      if (refused) throw new CodedError(refused)
      await requireOffice(payload, me, campaign.office)
      const { planHash } = parse(approval, req.body)
      await approveCampaign(payload, { campaign: id, by: me.id, now: clock.now(), planHash })
      const heldAhead = (await readAhead(payload, campaign, clock.now())).size
      await recordAudit(runtime, me, {
        action: 'campaign.approve',
        subject: `campaigns:${id}`,
        details: { planHash, heldAhead },
      })
      epoch.bump()
      runtime.wake('dispatch')
      return shown(req)
    }),
  )
  router.post(
    '/:id/what-if',
    json,
    action(async (req) => {
      const { id, language } = await steered(req)
      return answerWhatIf(runtime, id, parse(wish, req.body).targets, language)
    }),
  )
  router.post(
    '/:id/ban',
    json,
    action(async (req) => {
      const { me, id } = await steered(req)
      const ruled = parse(ban, req.body)
      const takenOut = await banItem(payload, { campaign: id, ban: ruled, by: me.id })
      await recordAudit(runtime, me, {
        action: 'campaign.ban',
        subject: `campaigns:${id}`,
        details: { ...ruled, takenOut },
      })
      epoch.bump()
      return shown(req)
    }),
  )
  router.post(
    '/:id/unban',
    json,
    action(async (req) => {
      const { me, id } = await steered(req)
      const ruled = parse(ban, req.body)
      await liftBan(payload, { campaign: id, ban: ruled })
      await recordAudit(runtime, me, { action: 'campaign.unban', subject: `campaigns:${id}`, details: ruled })
      return shown(req)
    }),
  )
  router.post(
    '/:id/cancel',
    json,
    action(async (req) => {
      const { me, id } = await steered(req)
      await cancelCampaign(payload, { campaign: id })
      await recordAudit(runtime, me, { action: 'campaign.cancel', subject: `campaigns:${id}` })
      epoch.bump()
      return shown(req)
    }),
  )
  return router
}

export const languageOf = (req: Request): 'zh' | 'en' => (req.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh')
