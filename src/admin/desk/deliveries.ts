import type { PayloadRequest, Where } from 'payload'
import type { Hold } from '../../../campaigns'
import { deliveryStateLabels } from '../../../campaigns/lifecycle'
import { idOf } from '../../../collections/access'
import type { Label } from '../../lib/labels'
import { runtime } from '../../runtime'

export type DeliveryLine = { id: string; href: string; title: string; channel: string; at: string; words: Label }
export type Deliveries = { lines: DeliveryLine[]; total: number }

/** Deliveries that wait for a person: failed, uncertain, or a kit whose time to be passed on has come and that is not held. */
export async function readDeliveries(
  req: PayloadRequest,
  inScope: Where,
  now: Date,
  holds: ReadonlyMap<string, Hold>,
): Promise<Deliveries> {
  const { docs: kits } = await req.payload.find({
    ...{ collection: 'channels', where: { kind: { equals: 'handout' } }, depth: 0, pagination: false, req },
  })
  const due: Where = {
    and: [
      { channel: { in: kits.map(({ id }) => id) } },
      { dueAt: { less_than_equal: now.toISOString() } },
      { forwardedAt: { exists: false } },
      { state: { in: ['planned', 'claimed', 'submitted'] } },
      ...(holds.size ? [{ id: { not_in: [...holds.keys()] } }] : []),
    ],
  }
  const stuck: Where = { state: { in: ['failed', 'uncertain'] } }
  const { docs, totalDocs } = await req.payload.find({
    ...{ collection: 'deliveries', where: { and: [inScope, { or: kits.length ? [stuck, due] : [stuck] }] } },
    ...{ depth: 1, limit: 8, sort: '-dueAt', req, overrideAccess: false },
  })
  const lines = docs.map(({ id, item, channel, campaign, dueAt, state }) => {
    const stuckNow = state === 'failed' || state === 'uncertain'
    return {
      id,
      // The kit has a page of its own; what got stuck is settled beside its plan.
      href: stuckNow
        ? `/admin/collections/campaigns/${idOf(campaign)}`
        : `${runtime().env.BASE_PATH}/api/staff/deliveries/${id}/handout`,
      title: typeof item.value === 'object' ? item.value.title : '',
      channel: typeof channel === 'object' ? channel.name : '',
      at: dueAt,
      words: stuckNow ? deliveryStateLabels[state] : toPassOn,
    }
  })
  return { lines, total: totalDocs }
}

const toPassOn: Label = { zh: '该转发了', en: 'To be passed on' }
