import type { Payload } from 'payload'
import { CodedError } from '../src/lib/errors'
import { changeIn } from '../src/lib/lease'
import type { Campaign } from '../src/payload-types'
import { replanned } from './approval'
import type { Ban } from './brief'
import { write } from './plan'

/** More than anybody rules out by hand. */
const MOST_BANS = 500

/**
 * Pins a delivery where it stands, or lets it go again. What goes out is the same, so an approval stays. Throws
 * `conflict` when it has gone out meanwhile.
 */
export async function pinDelivery(
  payload: Payload,
  { delivery: id, pinned }: { delivery: string; pinned: boolean },
): Promise<void> {
  const done = await changeIn(payload, { collection: 'deliveries', id, states: ['planned'] }, { pinned })
  if (!done) throw new CodedError('conflict', '这条已经投放或取消，不用再钉。')
}

/**
 * Rules an item out of a campaign, for one segment or for all: what is planned of it and not pinned is taken out, and
 * planning again will not bring it back. The plan is another one then, an approval is void. Asked twice it changes
 * nothing more. Throws `not-found` for an item or a segment that is not there.
 * @returns how many planned deliveries were taken out
 */
export async function banItem(payload: Payload, { campaign: id, ban, by }: Step & { ban: Ban }): Promise<number> {
  const campaign = await steered(payload, id)
  await mustExist(payload, ban)
  const bans = campaign.bans ?? []
  if (bans.length >= MOST_BANS) throw new CodedError('conflict', '不要排的太多了，请改为只选要排的内容。')
  if (!bans.some((row) => same(row, ban)))
    await write(payload, id, { bans: [...bans, { itemKey: ban.item, segmentKey: ban.segment ?? null }] })
  const { docs } = await payload.find({
    collection: 'deliveries',
    where: {
      and: [
        { campaign: { equals: id } },
        { itemKey: { equals: ban.item } },
        { state: { in: ['planned', 'failed'] } },
        { pinned: { not_equals: true } },
        ...(ban.segment ? [{ segment: { equals: ban.segment } }] : []),
      ],
    },
    depth: 0,
    pagination: false,
    select: { state: true },
  })
  let out = 0
  for (const row of docs) {
    const place = { collection: 'deliveries', id: row.id, states: ['planned', 'failed'] } as const
    if (await changeIn(payload, place, { state: 'cancelled' })) out += 1
  }
  await replanned(payload, id, by)
  return out
}

/** Lets an item be planned again. Nothing goes out by that, so an approval stays until somebody plans. */
export async function liftBan(payload: Payload, { campaign: id, ban }: Omit<Step, 'by'> & { ban: Ban }): Promise<void> {
  const { bans } = await steered(payload, id)
  await write(payload, id, { bans: (bans ?? []).filter((row) => !same(row, ban)) })
}

type Step = { campaign: string; by: string }

const same = ({ itemKey, segmentKey }: NonNullable<Campaign['bans']>[number], { item, segment }: Ban) =>
  itemKey === item && (segmentKey ?? null) === (segment ?? null)

async function steered(payload: Payload, id: string): Promise<Campaign> {
  const campaign = await payload.findByID({ collection: 'campaigns', id, depth: 0, disableErrors: true })
  if (!campaign) throw new CodedError('not-found')
  if (campaign.state === 'cancelled') throw new CodedError('conflict', '活动已经取消，不能再排期。')
  return campaign
}

async function mustExist(payload: Payload, { item, segment }: Ban): Promise<void> {
  const [collection, id] = item.split(':') as ['articles' | 'videos', string]
  const read = { depth: 0, disableErrors: true, select: {} } as const
  const found = await payload.findByID({ collection, id, ...read })
  const known = segment ? await payload.findByID({ collection: 'segments', id: segment, ...read }) : true
  if (!found || !known) throw new CodedError('not-found')
}
