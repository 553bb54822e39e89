import type { Where } from 'payload'
import type { ChannelKind } from '../../../campaigns/lifecycle'
import type { Runtime } from '../../runtime'
import { idOf } from './facts'
import type { Item } from './items'

/** A delivery as a public page may know it: which item, under which code. */
export type Slot = { itemKey: string; code: string; channel: string; dueAt: string }

/** Items with the newest delivery that put them there, for the links of one segment. */
export const delivered = (items: Item[], slots: Slot[], segment: string): Item[] =>
  items.map((item) => {
    const slot = slots.find(({ itemKey }) => itemKey === `${item.kind}:${item.id}`)
    return slot ? { ...item, delivery: { d: slot.code, c: slot.channel, s: segment } } : item
  })

/**
 * Deliveries and links are staff's rows. The site reads only those that have been submitted and whose time has come,
 * and only these columns: the published window is this query.
 */
export function slotsOf({ payload, clock }: Runtime) {
  async function channelIds(kind: ChannelKind) {
    const { docs } = await payload.find({
      collection: 'channels',
      where: { kind: { equals: kind }, enabled: { not_equals: false } },
      select: { code: true },
      depth: 0,
      pagination: false,
      overrideAccess: true,
    })
    return new Map(docs.map((doc) => [doc.id, doc.code]))
  }

  async function submitted(kind: ChannelKind, segmentId: string, until: Where | null, limit: number): Promise<Slot[]> {
    const channels = await channelIds(kind)
    if (!channels.size) return []
    const and: Where[] = [
      { state: { equals: 'submitted' } },
      { segment: { equals: segmentId } },
      { channel: { in: [...channels.keys()] } },
      { dueAt: { less_than_equal: clock.now().toISOString() } },
      ...(until ? [until] : []),
    ]
    const { docs } = await payload.find({
      collection: 'deliveries',
      where: { and },
      select: { itemKey: true, code: true, channel: true, dueAt: true },
      sort: '-dueAt',
      limit,
      depth: 0,
      overrideAccess: true,
    })
    return docs.map((doc) => ({ ...doc, channel: channels.get(idOf(doc.channel) ?? '') ?? '' }))
  }

  /** What stands on a segment's page now. */
  const siteSlots = (segmentId: string, limit = 12) =>
    submitted(
      'site',
      segmentId,
      { or: [{ until: { exists: false } }, { until: { greater_than: clock.now().toISOString() } }] },
      limit,
    )

  /** What was sent out through a segment's feed, newest first. */
  const feedSlots = (segmentId: string, limit = 50) => submitted('feed', segmentId, null, limit)

  return { siteSlots, feedSlots }
}
