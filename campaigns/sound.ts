import { planParams, type Placed, type PlanBrief, type PlanParams } from './brief'
import type { Reason } from './reasons'
import { isZone } from '../src/lib/zone'

/**
 * Makes any brief plannable: numbers that are none become unknown, dates and zones that are none leave nothing to plan,
 * of two with one id the first holds. Each field so mended is a warning, once. A good brief comes back as it is.
 */
export function sound(brief: PlanBrief): { brief: PlanBrief; params: PlanParams; warnings: Reason[] } {
  const broken = new Set<string>()
  const only = <T>(field: string, list: readonly T[], holds: (row: T) => boolean): T[] => {
    const good = list.filter(holds)
    if (good.length < list.length) broken.add(field)
    return good
  }
  const once = <T>(field: string, list: readonly T[], idOf: (row: T) => string): T[] => {
    const seen = new Set<string>()
    return only(field, list, (row) => seen.size < seen.add(idOf(row)).size)
  }
  const number = (field: string, value: number | null): number | null => {
    if (value === null || (Number.isFinite(value) && value >= 0)) return value
    broken.add(field)
    return null
  }
  const placed = (field: string, list: readonly Placed[] | undefined) => only(field, list ?? [], ({ at }) => isDate(at))

  const zone = isZone(brief.timeZone)
  if (!zone) broken.add('timeZone')
  const period = (['now', 'from', 'to'] as const).filter((field) => !isDate(brief[field]))
  for (const field of period) broken.add(field)
  const params = mended(brief.params, planParams, 'params', broken)
  const whole: PlanBrief = {
    ...brief,
    ...(period.length ? NO_DAYS : {}),
    timeZone: zone ? brief.timeZone : 'UTC',
    seed: Number.isFinite(brief.seed) ? brief.seed : 1,
    slots: number('slots', brief.slots) ?? 0,
    topics: once('topics', brief.topics, ({ id }) => id).map((topic) => ({
      ...topic,
      floor: number('floor', topic.floor ?? null),
      cap: number('cap', topic.cap ?? null),
    })),
    segments: once('segments', brief.segments, ({ id }) => id).map((segment) => ({
      ...segment,
      population: number('population', segment.population),
    })),
    channels: once('channels', brief.channels, ({ id }) => id),
    items: once('items', brief.items, ({ key }) => key),
    kept: placed('kept', brief.kept),
    others: placed('others', brief.others),
  }
  return { brief: whole, params, warnings: [...broken].map((field) => ({ code: 'brief-broken', field })) }
}

/** A period that is over before it began. */
const NO_DAYS = { now: new Date(0), from: new Date(0), to: new Date(-86_400_000 * 2) }
/** Shares and probabilities among the parameters. */
const UP_TO_1 = new Set(['alpha', 'lambda', 'explore'])

/** More than any day, week or year has of anything. */
const MOST = 10_000

const isDate = (date: Date) => Number.isFinite(date.getTime())

/** The wished numbers where they are numbers, else the usual ones. */
function mended<T extends object>(wished: Partial<T> | undefined, usual: T, path: string, broken: Set<string>): T {
  const entries = Object.entries(usual).map(([name, value]: [string, unknown]) => {
    const own: unknown = wished?.[name as keyof T]
    const at = `${path}.${name}`
    if (own === undefined) return [name, value]
    if (typeof value === 'object') return [name, mended(own as object, value as object, at, broken)]
    if (typeof own === 'number' && own >= 0 && own <= (UP_TO_1.has(name) ? 1 : MOST)) return [name, own]
    broken.add(at)
    return [name, value]
  })
  return Object.fromEntries(entries) as T
}
