import type { Payload } from 'payload'
import { CodedError } from '../src/lib/errors'
import type { Wanted } from './brief'
import { comparePlans, type Comparison } from './comparing'
import type { Asked } from './gathering'
import { readTraffic } from './holding'
import { readBasis } from './plan'
import { planDeliveries } from './planning'
import type { Reason } from './reasons'

type Ask = Asked & { campaign: string; targets: Wanted[] }
export type WhatIf = Comparison & { warnings: Reason[]; title: (item: string) => string }

/**
 * What planning again would give with other topic targets, against what it would give now: same items, same seed, same
 * pins and bans. Writes nothing. Throws `not-found`, `conflict` for a cancelled campaign, `bad-request` for an unknown topic.
 */
export async function whatIf(payload: Payload, { campaign: id, targets, ...asked }: Ask): Promise<WhatIf> {
  const campaign = await payload.findByID({ collection: 'campaigns', id, depth: 0, disableErrors: true })
  if (!campaign) throw new CodedError('not-found')
  if (campaign.state === 'cancelled') throw new CodedError('conflict', '活动已经取消，不能再排期。')
  const { brief, library, had } = await readBasis(payload, campaign, asked)
  if (targets.some(({ topic }) => !brief.topics.some((known) => known.id === topic)))
    throw new CodedError('bad-request')
  const traffic = await readTraffic(payload, campaign, asked.now)
  const then = planDeliveries({ ...brief, targets }, had)
  return {
    ...comparePlans(planDeliveries(brief, had), then, brief, traffic),
    warnings: then.warnings,
    title: (item) => library.get(item)?.title ?? item,
  }
}
