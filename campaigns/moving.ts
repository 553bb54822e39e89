import type { Payload, Where } from 'payload'
import { CodedError } from '../src/lib/errors'
import { wallClock } from '../src/lib/zone'
import { planParams, type Placed } from './brief'
import { channelDays, readHolidays } from './calendarRows'
import { clashesAt } from './clashes'
import { idOf, segmentBrief } from './officeMix'
import type { Reason } from './reasons'

const DAY = 86_400_000

/**
 * What would stand against a delivery at another time, with the titles of the items the reasons name. Writes nothing.
 * Throws `not-found`.
 */
export async function clashesOfMove(
  payload: Payload,
  { delivery: id, to, timeZone }: { delivery: string; to: Date; timeZone: string },
): Promise<{ reasons: Reason[]; title: (item: string) => string | undefined }> {
  const read = { depth: 0, disableErrors: true } as const
  const row = await payload.findByID({ collection: 'deliveries', id, ...read })
  const channel = row && (await payload.findByID({ collection: 'channels', id: idOf(row.channel), ...read }))
  const segment = row && (await payload.findByID({ collection: 'segments', id: idOf(row.segment), ...read }))
  if (!row || !channel || !segment) throw new CodedError('not-found')
  const around = (days: number): Where[] => [
    { dueAt: { greater_than: new Date(to.getTime() - days * DAY).toISOString() } },
    { dueAt: { less_than: new Date(to.getTime() + days * DAY).toISOString() } },
  ]
  const { docs } = await payload.find({
    collection: 'deliveries',
    where: {
      and: [
        { id: { not_equals: id } },
        { state: { in: ['planned', 'claimed', 'submitted', 'uncertain'] } },
        {
          or: [
            { and: [{ channel: { equals: channel.id } }, ...around(2)] },
            {
              and: [
                { itemKey: { equals: row.itemKey } },
                { segment: { equals: segment.id } },
                ...around(planParams.repeatDays),
              ],
            },
          ],
        },
      ],
    },
    ...{ depth: 1, pagination: false, overrideAccess: true },
    populate: { articles: { title: true }, videos: { title: true } } as never,
  })
  const titles = new Map(
    docs.flatMap(({ item, itemKey }) =>
      typeof item?.value === 'object' ? [[itemKey, item.value.title] as const] : [],
    ),
  )
  const standing = docs.map(placedOf)
  const { day } = wallClock(to, timeZone)
  const reasons = clashesAt(
    {
      placed: { ...placedOf(row), at: to },
      channel: {
        ...{ id: String(channel.id), kind: channel.kind, segments: [], dailyQuota: channel.dailyQuota ?? null },
        ...{ quietFrom: channel.quietFrom ?? null, quietTo: channel.quietTo ?? null },
        ...channelDays(channel, { from: day, to: day, timeZone }),
      },
      segment: segmentBrief(segment),
      ...{ timeZone, holidays: await readHolidays(payload, timeZone) },
    },
    standing,
    planParams,
  )
  return { reasons, title: (item) => titles.get(item) }
}

type Row = { itemKey: string; topic: unknown; segment: unknown; channel: unknown; campaign?: unknown; dueAt: string }

const placedOf = (row: Row): Placed => ({
  ...{ item: row.itemKey, topic: key(row.topic), segment: key(row.segment), channel: key(row.channel) },
  at: new Date(row.dueAt),
  ...(row.campaign ? { campaign: key(row.campaign) } : {}),
})

const key = (value: unknown) => idOf(value as string | { id: string })
