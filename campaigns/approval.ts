import type { Payload } from 'payload'
import { CodedError } from '../src/lib/errors'
import { changeIn } from '../src/lib/lease'
import { plannedHash } from './ledger'
import { idOf } from './officeMix'
import { write } from './plan'

type Step = { campaign: string; by: string; now: Date }

/**
 * Approves exactly the plan a person has looked at. Throws `plan-changed` when it is another by now, `own-approval` for
 * the colleague who planned it, `conflict` when there is no plan to approve.
 */
export async function approveCampaign(
  payload: Payload,
  { campaign: id, by, now, planHash }: Step & { planHash: string },
) {
  const campaign = await found(payload, id)
  if (campaign.state !== 'planned') throw new CodedError('conflict', '现在没有待批准的计划。')
  if (campaign.plannedBy && idOf(campaign.plannedBy) === by)
    throw new CodedError('own-approval', '排期的人不能自己批准，请换一位同事。')
  if (campaign.planHash !== planHash || (await plannedHash(payload, id)) !== planHash)
    throw new CodedError('plan-changed')
  await write(payload, id, { state: 'approved', approvedBy: by, approvedAt: now.toISOString() })
}

/** Cancels a campaign and everything of it that has not gone out. */
export async function cancelCampaign(payload: Payload, { campaign: id }: Pick<Step, 'campaign'>) {
  await found(payload, id)
  await write(payload, id, { state: 'cancelled' })
  await payload.update({
    collection: 'deliveries',
    where: { and: [{ campaign: { equals: id } }, { state: { in: ['planned', 'failed'] } }] },
    data: { state: 'cancelled' },
    depth: 0,
  })
}

/**
 * Moves a planned delivery, which pins it. The plan is another one then: an approval is void, the mover is the planner.
 * Throws `conflict` when it has gone out meanwhile, `bad-request` for a time in the past.
 */
export async function moveDelivery(
  payload: Payload,
  { delivery: id, to, by, now }: { delivery: string; to: Date; by: string; now: Date },
) {
  if (!(to > now)) throw new CodedError('bad-request', '时间已经过去，请选一个以后的时间。')
  const delivery = await payload.findByID({ collection: 'deliveries', id, depth: 0, disableErrors: true })
  if (!delivery) throw new CodedError('not-found')
  const reasons = [...((delivery.reasons as { code: string }[] | null) ?? [])].filter(({ code }) => code !== 'moved')
  const span = delivery.until ? new Date(delivery.until).getTime() - new Date(delivery.dueAt).getTime() : null
  const moved = await changeIn(
    payload,
    { collection: 'deliveries', id, states: ['planned', 'failed'] },
    {
      state: 'planned',
      pinned: true,
      attempts: 0,
      error: null,
      dueAt: to,
      readyAt: to.getTime(),
      reasons: [...reasons, { code: 'moved' }],
      ...(span === null ? {} : { until: new Date(to.getTime() + span) }),
    },
  )
  if (!moved) throw new CodedError('conflict', '这条已经投放或取消，不能再改时间。')
  if (delivery.campaign) await replanned(payload, idOf(delivery.campaign), by)
}

/** Takes one planned delivery out. Sending less needs no new approval. Throws `conflict` when it has gone out meanwhile. */
export async function cancelDelivery(payload: Payload, { delivery: id }: { delivery: string }) {
  const delivery = await payload.findByID({ collection: 'deliveries', id, depth: 0, disableErrors: true })
  if (!delivery) throw new CodedError('not-found')
  const done = await changeIn(
    payload,
    { collection: 'deliveries', id, states: ['planned', 'failed'] },
    { state: 'cancelled' },
  )
  if (!done) throw new CodedError('conflict', '这条已经投放或取消。')
  if (delivery.campaign) {
    const campaign = idOf(delivery.campaign)
    await write(payload, campaign, { planHash: await plannedHash(payload, campaign) })
  }
}

/** A plan that was changed by hand waits for approval again; one that has to be made anew goes on waiting for that. */
export async function replanned(payload: Payload, campaign: string, by: string) {
  const { state } = await found(payload, campaign)
  if (state !== 'planned' && state !== 'approved') return
  const planHash = await plannedHash(payload, campaign)
  await write(payload, campaign, { state: 'planned', planHash, plannedBy: by, approvedBy: null, approvedAt: null })
}

async function found(payload: Payload, id: string) {
  const campaign = await payload.findByID({ collection: 'campaigns', id, depth: 0, disableErrors: true })
  if (!campaign) throw new CodedError('not-found')
  return campaign
}
