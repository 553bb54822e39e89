import type { Hold } from './capped'
import type { Day } from '../src/lib/zone'
import type { Evidence } from './brief'
import * as en from './wording/en'
import * as zh from './wording/zh'
import type { Together } from './wording/numbers'

/** Why a candidate is in a plan or not, why a plan is weaker than asked, why a delivery failed: codes with their numbers. */
export type Reason =
  | { code: 'demand'; topic: string; wanted: number; had: number | null }
  | { code: 'campaign-target'; topic: string; wanted: number }
  | { code: 'wish'; topic: string; wanted: number }
  | { code: 'floor'; topic: string; wanted: number }
  | { code: 'variety'; variety: string }
  | { code: 'form'; form: string }
  | { code: 'hours'; block: string }
  | { code: 'likes-channel'; channel: string }
  | { code: 'rank'; rank: number; of: number }
  | { code: 'moved' }
  | { code: 'occasion'; occasion: string }
  | { code: 'series'; series: string }
  | { code: 'again'; times: number }
  | { code: 'explored'; share?: number }
  // what was learned, with where it lies and of how many
  | ({ code: 'seen'; topic: string; segment: string } & Evidence)
  | ({ code: 'platform-seen'; topic: string; channel: string } & Evidence)
  | { code: 'opened'; channel: string; segment: string; block: string; opened: number; sends: number }
  // left out
  | { code: 'no-topic' }
  | { code: 'film-not-ready' }
  | { code: 'other-segment' }
  | { code: 'not-public' }
  | { code: 'banned' }
  | { code: 'allowed-again' }
  | { code: 'no-channel' }
  | { code: 'period-over' }
  | { code: 'no-budget' }
  | { code: 'topic-cap'; topic: string; cap: number }
  | { code: 'topic-enough'; topic: string; chosen: number; wanted: number }
  | { code: 'lower-score'; topic: string; chosen: number }
  | { code: 'no-slot' }
  | { code: 'no-time' }
  // warnings about the whole
  | { code: 'nothing-to-plan' }
  | { code: 'no-segments' }
  | { code: 'fewer'; wanted: number; placed: number }
  | { code: 'demand-missing'; segment: string }
  | { code: 'unknown-topic'; segment: string }
  | { code: 'population-missing'; segment: string }
  | { code: 'topic-without-items'; topic: string; segment: string; wanted: number }
  | { code: 'channel-no-quota'; channel: string }
  | { code: 'floor-over-cap'; topic: string; segment: string | null; floor: number; cap: number }
  | { code: 'floors-over-one'; segment: string | null; sum: number }
  | { code: 'caps-under-one'; segment: string | null; sum: number }
  | { code: 'target-over-cap'; topic: string; segment: string | null; wanted: number; cap: number }
  | { code: 'held-ahead'; topic: string; count: number; cap: number }
  // why a delivery is held back
  | ({ code: 'held' } & Hold)
  // about time: law weeks, series, market days, holidays, other campaigns
  | { code: 'occasion-over-cap'; occasion: string; topic: string; wanted: number; cap: number }
  | { code: 'occasions-together'; occasions: string[]; from: Day; to: Day }
  | { code: 'series-empty'; series: string; topic: string | null; segment: string; days: Day[] }
  | { code: 'series-skipped'; series: string; days: Day[] }
  | { code: 'period-past' }
  | { code: 'channel-no-days'; channel: string }
  | { code: 'channel-no-time'; channel: string }
  | { code: 'segment-no-time'; segment: string }
  | { code: 'channel-taken'; channel: string; campaigns: string[]; days: Day[] }
  | { code: 'holidays-unknown'; year: number }
  | { code: 'brief-broken'; field: string }
  // what stands against a time chosen by hand
  | Clash
  // why a piece should be made
  | { code: 'piece-short'; topic: string; segment: string; wanted: number; set: boolean; had: number }
  | { code: 'piece-count'; topic: string; segment: string; wanted: number; set: boolean; sent: number; of: number }
  | { code: 'piece-stock'; form: string; variety: string | null; count: number }
  | { code: 'piece-owed'; topic: string; segment: string; count: number }
  | { code: 'piece-unspoken'; topic: string; variety: string; count: number }
  // what a pin contradicts; it stays all the same
  | { code: 'pinned-many'; kept: number; slots: number }
  | { code: 'pinned-banned'; item: string; segment: string }
  | { code: 'pinned-withdrawn'; item: string }
  | { code: 'pinned-elsewhere'; item: string }
  | { code: 'pinned-past'; item: string }
  | { code: 'pinned-quota'; item: string; channel: string; sends: number; quota: number }
  | { code: 'pinned-close'; item: string; other: string }
  | { code: 'pinned-twice'; item: string; segment: string }
  | { code: 'pinned-outside'; item: string; day: Day }
  | { code: 'pinned-clash'; item: string; clash: Clash }
  | { code: 'pinned-cap'; topic: string; segment: string; cap: number }

/** What stands against a time chosen by hand. */
export type Clash =
  | { code: 'clash-full'; channel: string; day: Day; quota: number; campaigns: string[] }
  | { code: 'clash-close'; channel: string; item: string }
  | { code: 'clash-again'; segment: string; day: Day }
  | { code: 'clash-quiet'; channel: string }
  | { code: 'clash-closed'; segment: string }
  | { code: 'clash-market'; channel: string; day: Day }
  | { code: 'clash-holiday'; channel: string; day: Day }

export type ReasonCode = Reason['code']
export type Language = 'zh' | 'en'
/** The name of a topic, segment, channel or variety by id; of an item by its key. */
export type Names = (id: string) => string

const languages = { zh, en }

/** What a form of an item is called. */
export const forms: Record<Language, Record<string, string>> = { zh: zh.forms, en: en.forms }

/** A day as people say it, without its year. */
export const dayWords = (day: Day, language: Language) => languages[language].dayWords(day)

/** A reason in words; an unknown code of an older plan is shown as it is. */
export function wordReason(reason: Reason, names: Names, language: Language): string {
  const word = languages[language].words[reason.code] as ((r: Reason, n: Names) => string) | undefined
  return word ? word(reason, names) : reason.code
}

type Group = [Reason, ...Reason[]]

/** The warnings of a plan in few words: of one kind one sentence, of topics one a segment. In the order they first come. */
export function wordWarnings(warnings: readonly Reason[], names: Names, language: Language): string[] {
  const { together, list } = languages[language]
  const groups = new Map<string, Group>()
  warnings.forEach((warning, n) => {
    const key = groupOf(warning, n)
    const group = groups.get(key)
    if (group) group.push(warning)
    else groups.set(key, [warning])
  })
  return [...groups.values()].map((group) => {
    const [first] = group
    if (group.length === 1) return wordReason(first, names, language)
    const word = together[first.code as keyof Together] as ((rs: Group, n: Names) => string) | undefined
    if (word) return word(group, names)
    const ids = group.map((one) => String(one[listed[one.code] as keyof Reason]))
    return wordReason(first, () => list(ids.map(names)), language)
  })
}

function groupOf(warning: Reason, n: number): string {
  if (warning.code in listed) return warning.code
  if (!(warning.code in zh.together)) return `${n}`
  return 'segment' in warning ? `${warning.code} ${warning.segment}` : warning.code
}

/** Warnings that differ in one name only: the names are listed in the same sentence. */
const listed: Partial<Record<ReasonCode, 'segment' | 'channel'>> = {
  ...{ 'demand-missing': 'segment', 'unknown-topic': 'segment', 'population-missing': 'segment' },
  'segment-no-time': 'segment',
  ...{ 'channel-no-quota': 'channel', 'channel-no-days': 'channel', 'channel-no-time': 'channel' },
}
