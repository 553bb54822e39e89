import { z } from 'zod'
import { isZone } from '../src/lib/zone'
import type {
  Ban,
  BriefChannel,
  BriefItem,
  BriefOccasion,
  BriefSegment,
  BriefSeries,
  BriefTopic,
  Closed,
  Evidence,
  Placed,
  PlanBrief,
  PlanParams,
  SlotWorth,
  Wanted,
} from './brief'
import type { Holiday } from './calendar'
import { channelKinds } from './lifecycle'
import type { Limit } from './limits'

/*
 * A brief as JSON, for those who use the planner without the product. Every field of `brief.ts` has to stand here too,
 * or this file does not compile. Units: shares and probabilities in [0, 1]; dates as ISO 8601 with a zone, or as days;
 * times of day as `HH:MM`, hour blocks as `18-20`, days as `YYYY-MM-DD`, all in the zone of the brief.
 */
type Shape<T> = Record<keyof Required<T>, z.ZodType>

const id = z.string().min(1).max(200)
const share = z.number().min(0).max(1)
const count = z.number().min(0).max(10_000)
const instant = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], 'expected a date such as 2026-11-24 or 2026-11-24T08:00:00Z')
  .transform((text) => new Date(text))
const day = z.iso.date()
const time = z.string().regex(/^\d{1,2}:\d{2}$/, 'expected a time such as 21:30')
const block = z.string().regex(/^\d{1,2}-\d{1,2}$/, 'expected an hour block such as 18-20')
const zone = z.string().refine(isZone, 'expected a time zone such as Asia/Shanghai')

const wanted = z.strictObject({ topic: id, share: z.number().min(0) } satisfies Shape<Wanted>)
const limits = { floor: share.nullish(), cap: share.nullish(), share: share.nullish() }
const topic = z.strictObject({ id, ...limits } satisfies Shape<BriefTopic>)
const limit = z.strictObject({ topic: id, ...limits } satisfies Shape<Limit>)
const evidence = z.strictObject({
  ...{ mean: share, low: share, high: share },
  trials: z.number().min(0),
} satisfies Shape<Evidence>)
const minutes = z.number().int().min(0).max(1440)
const closed = z.strictObject({ from: minutes, to: minutes, workdays: z.boolean() } satisfies Shape<Closed>)
const worth = z.strictObject({
  ...{ channel: id, block, value: z.number().min(0) },
  ...{ opened: z.number().min(0).optional(), sends: z.number().min(0).optional() },
} satisfies Shape<SlotWorth>)
const segment = z.strictObject({
  id,
  population: z.number().min(0).nullable().default(null),
  demand: z.array(wanted).default([]),
  limits: z.array(limit).optional(),
  varieties: z.array(id).default([]),
  hours: z.array(block).default([]),
  forms: z.array(id).default([]),
  channels: z.array(id).default([]),
  worth: z.array(worth).optional(),
  appeal: z.record(id, share).optional(),
  quality: z.record(id, share).optional(),
  seen: z.record(id, evidence).optional(),
  closed: z.array(closed).optional(),
} satisfies Shape<BriefSegment>)
const channel = z.strictObject({
  id,
  kind: z.enum(channelKinds),
  segments: z.array(id).default([]),
  dailyQuota: count.nullable().default(null),
  quietFrom: time.nullable().default(null),
  quietTo: time.nullable().default(null),
  days: z.array(day).optional(),
  offHolidays: z.boolean().optional(),
  fit: z.record(id, z.number().min(0)).optional(),
  seen: z.record(id, evidence).optional(),
} satisfies Shape<BriefChannel>)
const occasion = z.strictObject({
  ...{ id, topics: z.array(id), floor: share.nullable(), from: day, to: day },
} satisfies Shape<BriefOccasion>)
const series = z.strictObject({
  ...{ id, topic: id.nullable(), segment: id, channel: id.nullable() },
  ...{ weekday: z.number().int().min(1).max(7), minutes },
} satisfies Shape<BriefSeries>)
const holiday = z.strictObject({ from: day, to: day, off: z.boolean() } satisfies Shape<Holiday>)
const item = z.strictObject({
  key: id,
  topic: id.nullable(),
  series: id.nullish(),
  segments: z.array(id).default([]),
  form: id.default('case'),
  also: z.array(id).optional(),
  varieties: z.array(id).default([]),
  isPublic: z.boolean().default(true),
  ready: z.boolean().default(true),
  quality: share.nullable().default(null),
  updatedAt: instant,
} satisfies Shape<BriefItem>)
const placed = z.strictObject({
  ...{ item: id, topic: id, segment: id, channel: id, at: instant },
  pinned: z.boolean().optional(),
  campaign: id.optional(),
} satisfies Shape<Placed>)
const ban = z.strictObject({ item: id, segment: id.nullish() } satisfies Shape<Ban>)
const params = z
  .strictObject({
    ...{ alpha: share, lambda: share, explore: share },
    ...{ perChannelDay: count, perSegmentDay: count, perChannelWeek: count },
    ...{ spacing: count, topicGap: count, repeatDays: count, siteDays: count },
    fatigue: z.strictObject({ any: count, topic: count }),
    quota: z.strictObject({ site: count, feed: count, webhook: count, handout: count }),
    match: z.strictObject({ variety: count, form: count, repeat: count }),
  } satisfies Shape<PlanParams>)
  .partial()

/** What `JSON.parse` gives, checked and filled with defaults: a `PlanBrief` to hand to `planDeliveries`. */
export const briefSchema = z
  .strictObject({
    seed: z.number().int().default(1),
    ...{ now: instant, from: instant, to: instant, timeZone: zone },
    slots: z.number().int().min(0).max(100_000),
    ...{ topics: distinct(topic, 'id'), segments: distinct(segment, 'id'), channels: distinct(channel, 'id') },
    items: distinct(item, 'key'),
    targets: z.array(wanted).optional(),
    kept: z.array(placed).optional(),
    others: z.array(placed).optional(),
    bans: z.array(ban).optional(),
    holidays: z.array(holiday).optional(),
    occasions: z.array(occasion).optional(),
    series: z.array(series).optional(),
    params: params.optional(),
  } satisfies Shape<Omit<PlanBrief, 'warnings'>>)
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'the period ends before it begins' })

/**
 * Reads a brief from plain JSON.
 * @returns the brief, or every fault as `segments[0].population: expected a number`, in the order of the fields
 */
export function readBrief(given: unknown): { brief: PlanBrief } | { faults: string[] } {
  const read = briefSchema.safeParse(given)
  if (!read.success) return { faults: read.error.issues.map(({ path, message }) => `${placeOf(path)}: ${message}`) }
  return { brief: read.data as PlanBrief }
}

function distinct<T extends z.ZodType>(row: T, key: string) {
  return z.array(row).superRefine((rows, context) => {
    const seen = new Set<unknown>()
    rows.forEach((one, n) => {
      const own = (one as Record<string, unknown>)[key]
      if (seen.has(own)) context.addIssue({ code: 'custom', path: [n, key], message: `${String(own)} is there twice` })
      seen.add(own)
    })
  })
}

const placeOf = (path: readonly PropertyKey[]) =>
  path.reduce<string>(
    (text, part) => text + (typeof part === 'number' ? `[${part}]` : `${text && '.'}${String(part)}`),
    '',
  ) || 'brief'
