import type { PayloadRequest, Where } from 'payload'
import {
  deliveryStatus,
  deliveryStatusLabels,
  isPublicHoliday,
  readHolidays,
  readOccasions,
  spanWords,
  readHolds,
  readNames,
  wordFailure,
  worksOn,
  type Hold,
  type Holidays,
  type Language,
} from '../../../campaigns'
import { idOf } from '../../../collections/access'
import { addDays, instantOf, wallClock, type Day } from '../../lib/zone'
import type { Delivery } from '../../payload-types'
import { runtime } from '../../runtime'
import { holdWords, letGoOf } from '../../staff/held'
import type { Actionable } from './DeliveryActions'

export type Entry = Actionable & {
  day: Day
  time: string
  segment: string
  channel: string
  campaign: { id: string; title: string } | null
  status: string
  statusWords: string
  error: string | null
}
export type Month = {
  /** `2026-11` */
  name: string
  before: string
  after: string
  today: Day
  /** Whole weeks from Monday; days of other months are null. */
  weeks: (Day | null)[][]
  entries: Map<Day, Entry[]>
  total: number
  occasions: MonthOccasion[]
  /** Public holidays, and weekends that are worked. */
  marks: Map<Day, 'off' | 'work'>
}
export type MonthOccasion = { id: string; name: string; from: Day; to: Day; when: string }
type Wish = { month?: string; campaign?: string; office?: string; planner: boolean; boss: boolean }

/** The deliveries of a month by day, as a planner reads them. */
export async function readMonth(req: PayloadRequest, wish: Wish, language: Language): Promise<Month> {
  const { clock, env } = runtime()
  const { SITE_TIMEZONE: timeZone } = env
  const now = clock.now()
  const today = wallClock(now, timeZone).day
  const name = /^\d{4}-(0[1-9]|1[0-2])$/.test(wish.month ?? '') ? wish.month! : today.slice(0, 7)
  const first = `${name}-01`
  const after = addDays(first, 32).slice(0, 7)
  const and: Where[] = [
    { dueAt: { greater_than_equal: instantOf(first, 0, timeZone).toISOString() } },
    { dueAt: { less_than: instantOf(`${after}-01`, 0, timeZone).toISOString() } },
    { state: { not_equals: 'cancelled' } },
    ...(wish.campaign ? [{ campaign: { equals: wish.campaign } }] : []),
    ...(wish.office ? [{ office: { equals: wish.office } }] : []),
  ]
  const last = addDays(`${after}-01`, -1)
  const [found, holidays] = await Promise.all([
    readOccasions(req.payload, { from: first, to: last, timeZone }),
    readHolidays(req.payload, timeZone),
  ])
  const { docs, totalDocs } = await req.payload.find({
    collection: 'deliveries',
    where: { and },
    sort: 'dueAt',
    depth: 1,
    limit: 1000,
    overrideAccess: false,
    req,
    populate: {
      articles: { title: true },
      videos: { title: true },
      channels: { name: true, kind: true },
      segments: { name: true, nameEn: true },
      campaigns: { title: true, state: true },
    } as never,
  })
  const [holds, names] = [await readHolds(req.payload, now), await readNames(req.payload, language)]
  const words = (hold: Hold | undefined) => holdWords(hold, names, language)
  const entries = new Map<Day, Entry[]>()
  for (const row of docs) {
    const entry = asEntry(row, words(holds.get(row.id)), { now, timeZone, ...wish, language })
    entries.set(entry.day, [...(entries.get(entry.day) ?? []), entry])
  }
  const weeks = weeksOf(first, after)
  return {
    ...{ name, today, entries, total: totalDocs, after, weeks },
    before: addDays(first, -1).slice(0, 7),
    occasions: found.map((row) => ({
      ...{ id: String(row.id), from: row.from, to: row.to, when: spanWords(row, language) },
      name: language === 'en' ? row.nameEn : row.name,
    })),
    marks: marksOf(weeks.flat(), holidays),
  }
}

type Reader = Pick<Wish, 'planner' | 'boss'> & { now: Date; timeZone: string; language: Language }

function asEntry(row: Delivery, held: string | null, { now, timeZone, planner, boss, language }: Reader): Entry {
  const { day, minutes } = wallClock(new Date(row.dueAt), timeZone)
  const campaign = typeof row.campaign === 'object' ? row.campaign : null
  const channel = typeof row.channel === 'object' ? row.channel : null
  const segment = typeof row.segment === 'object' ? row.segment : null
  const status = deliveryStatus(row, now, Boolean(held))
  const open = row.state === 'planned' || row.state === 'failed'
  const two = (n: number) => String(n).padStart(2, '0')
  return {
    id: String(row.id),
    at: row.dueAt,
    day,
    time: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`,
    title: typeof row.item?.value === 'object' ? row.item.value.title : row.itemKey,
    segment: (language === 'en' && segment?.nameEn) || segment?.name || '—',
    channel: channel?.name ?? '—',
    campaign: campaign ? { id: idOf(campaign)!, title: campaign.title } : null,
    status,
    pinned: Boolean(row.pinned),
    statusWords: deliveryStatusLabels[status][language],
    error: wordFailure(row.error, language),
    held,
    letGo: letGoOf(row),
    handout: channel?.kind === 'handout' && campaign?.state === 'approved',
    may: {
      move: planner && open,
      pin: planner && row.state === 'planned',
      ban: false,
      cancel: planner && open,
      resend: planner && (row.state === 'failed' || row.state === 'uncertain'),
      settle: planner && row.state === 'uncertain',
      letGo: boss && Boolean(held),
      holdBack: boss && row.state === 'planned' && Boolean(row.letGoAt),
    },
  }
}

function marksOf(days: readonly (Day | null)[], holidays: Holidays): Month['marks'] {
  const marks: Month['marks'] = new Map()
  for (const day of days) {
    if (!day) continue
    const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
    if (isPublicHoliday(day, holidays)) marks.set(day, 'off')
    else if (weekend && worksOn(day, holidays)) marks.set(day, 'work')
  }
  return marks
}

function weeksOf(first: Day, after: string): (Day | null)[][] {
  const lead = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  const weeks: (Day | null)[][] = []
  for (let day = addDays(first, -lead); day < `${after}-01`;)
    weeks.push(
      Array.from({ length: 7 }, () => {
        const own = day.slice(0, 7) === first.slice(0, 7) ? day : null
        day = addDays(day, 1)
        return own
      }),
    )
  return weeks
}
