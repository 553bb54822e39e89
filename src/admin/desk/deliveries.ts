import type { PayloadRequest, Where } from 'payload'
import { deliveryStateLabels } from '../../../campaigns/lifecycle'
import type { Label } from '../../lib/labels'

export type DeliveryLine = { href: string; title: string; channel: string; at: string; words: Label }

/** Deliveries that wait for a person: failed, uncertain, or a kit whose time to be passed on has come. */
export async function readDeliveries(req: PayloadRequest, inScope: Where, now: Date): Promise<DeliveryLine[]> {
  const { docs: kits } = await req.payload.find({
    ...{ collection: 'channels', where: { kind: { equals: 'handout' } }, depth: 0, pagination: false, req },
  })
  const due: Where = {
    and: [
      { channel: { in: kits.map(({ id }) => id) } },
      { dueAt: { less_than_equal: now.toISOString() } },
      { forwardedAt: { exists: false } },
      { state: { in: ['planned', 'claimed', 'submitted'] } },
    ],
  }
  const stuck: Where = { state: { in: ['failed', 'uncertain'] } }
  const { docs } = await req.payload.find({
    ...{ collection: 'deliveries', where: { and: [inScope, { or: kits.length ? [stuck, due] : [stuck] }] } },
    ...{ depth: 1, limit: 8, sort: 'dueAt', req, overrideAccess: false },
  })
  return docs.map(({ id, item, channel, dueAt, state }) => ({
    href: `/admin/collections/deliveries/${id}`,
    title: typeof item.value === 'object' ? item.value.title : '',
    channel: typeof channel === 'object' ? channel.name : '',
    at: dueAt,
    words: state === 'failed' || state === 'uncertain' ? deliveryStateLabels[state] : toPassOn,
  }))
}

const toPassOn: Label = { zh: '该转发了', en: 'To be passed on' }
