import { daysBetween, type Day } from '../src/lib/zone'
import type { BriefOccasion, BriefTopic, PlanBrief } from './brief'
import type { Reason } from './reasons'

/** Day of the plan -> the occasion it belongs to, by topic. */
export type Windows = ReadonlyMap<string, ReadonlyMap<number, string>>

/**
 * The topics with floors raised by the law weeks that the period meets. A floor holds for the days of the occasion: of a
 * campaign that lasts four times as long it is a quarter. It never breaks a cap: then the cap holds, with a warning.
 */
export function raiseFloors(brief: PlanBrief): { topics: BriefTopic[]; warnings: Reason[] } {
  const period = daysBetween(brief.from, brief.to, brief.timeZone)
  const warnings: Reason[] = []
  const met = (brief.occasions ?? []).map((occasion) => ({
    ...occasion,
    floor: shareOf(occasion.floor),
    part: period.length ? period.filter((day) => isIn(day, occasion)).length / period.length : 0,
  }))
  const topics = brief.topics.map((topic) => {
    const cap = typeof topic.cap === 'number' && Number.isFinite(topic.cap) ? Math.max(0, topic.cap) : 1
    const raised = met
      .filter(({ topics: about, part }) => part > 0 && about.includes(topic.id))
      .reduce((sum, { id, floor, part }) => {
        if (floor > cap) warnings.push({ code: 'occasion-over-cap', occasion: id, topic: topic.id, wanted: floor, cap })
        return sum + Math.min(floor, cap) * part
      }, 0)
    return raised > (topic.floor ?? 0) ? { ...topic, floor: Math.min(raised, cap) } : topic
  })
  return { topics, warnings: [...warnings, ...together(met, period)] }
}

/** Where deliveries of each topic belong among the days that are left: those of its occasions. */
export function windowsOf({ occasions = [] }: PlanBrief, days: readonly Day[]): Windows {
  const windows = new Map<string, Map<number, string>>()
  for (const occasion of occasions)
    days.forEach((day, n) => {
      if (!isIn(day, occasion)) return
      for (const topic of occasion.topics) {
        const window = windows.get(topic) ?? new Map<number, string>()
        if (!window.has(n)) window.set(n, occasion.id)
        windows.set(topic, window)
      }
    })
  return windows
}

const isIn = (day: Day, { from, to }: BriefOccasion) => from <= day && day <= to

const shareOf = (floor: number | null) =>
  typeof floor === 'number' && Number.isFinite(floor) ? Math.min(1, Math.max(0, floor)) : 0

/** Occasions that meet at the same time, each group once: a person should know that they share the days. */
function together(met: readonly (BriefOccasion & { part: number })[], period: readonly Day[]): Reason[] {
  const [first, last] = [period[0], period.at(-1)]
  const groups: { occasions: string[]; from: Day; to: Day; end: Day }[] = []
  for (const { id, from, to } of met.filter(({ part }) => part > 0).sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const group = groups.at(-1)
    if (!group || from > group.end) groups.push({ occasions: [id], from, to, end: to })
    else {
      // The days that are shared: from the second beginning to the last but one end.
      group.from = group.occasions.length === 1 ? from : group.from
      group.to = group.occasions.length === 1 ? min(to, group.end) : max(group.to, min(to, group.end))
      group.end = max(group.end, to)
      group.occasions.push(id)
    }
  }
  return groups
    .filter(({ occasions }) => new Set(occasions).size > 1)
    .map(({ occasions, from, to }) => ({
      code: 'occasions-together',
      occasions,
      from: max(from, first!),
      to: min(to, last!),
    }))
    .filter(({ from, to }) => from <= to) as Reason[]
}

const min = (a: Day, b: Day) => (a < b ? a : b)
const max = (a: Day, b: Day) => (a > b ? a : b)
