import { z } from 'zod'
import { readNames, whatIf, wordReason, wordWarnings, type Language, type WhatIf } from '../../campaigns'
import type { Runtime } from '../runtime'
import { readHeard } from './heard'
import { readLearned } from './learned'
import { mixFigure } from './mixFigure'

/** Shares of the campaign by topic; what they leave open follows demand. */
export const wishedTargets = z
  .array(z.object({ topic: z.string().min(1).max(64), share: z.number().min(0).max(1) }))
  .max(100)
  .refine((rows) => rows.reduce((sum, { share }) => sum + share, 0) <= 1.0001, 'more than 100 %')
  .refine((rows) => new Set(rows.map(({ topic }) => topic)).size === rows.length, 'a topic twice')
export type WishedTargets = z.infer<typeof wishedTargets>

/** Beyond this a list of changes is not read any more. */
const MOST_SHOWN = 12

export type WhatIfAnswer = Awaited<ReturnType<typeof answerWhatIf>>

/** The two plans side by side, in the reader's words. Nothing is written. */
export async function answerWhatIf(runtime: Runtime, campaign: string, targets: WishedTargets, language: Language) {
  const { payload, clock, env } = runtime
  const [heard, learned] = await Promise.all([readHeard(runtime), readLearned(runtime)])
  const [names, made] = await Promise.all([
    readNames(payload, language),
    whatIf(payload, { campaign, targets, now: clock.now(), timeZone: env.SITE_TIMEZONE, heard, learned }),
  ])
  const topics = Object.keys(made.needed).filter((topic) => made.now[topic] || made.then[topic])
  return {
    now: side(made, 'now', names, language),
    then: side(made, 'then', names, language),
    topics: topics.map((topic) => ({ name: names(topic), now: made.now[topic] ?? 0, then: made.then[topic] ?? 0 })),
    reach: reachWords(made.reach, language),
    held: heldWords(made.held, language),
    changes: made.changes.slice(0, MOST_SHOWN).map(({ kind, item, segment, reasons }) => ({
      kind,
      title: made.title(item),
      segment: names(segment),
      why: reasons.map((reason) => wordReason(reason, names, language)).join(language === 'en' ? '; ' : '；'),
    })),
    more: Math.max(0, made.changes.length - MOST_SHOWN),
    warnings: wordWarnings(made.warnings, (id) => title(made, names, id), language),
  }
}

const title = (made: WhatIf, names: (id: string) => string, id: string) =>
  id.includes(':') ? made.title(id) : names(id)

function side(made: WhatIf, which: 'now' | 'then', names: (id: string) => string, language: Language) {
  const rows = Object.entries(made.needed).map(([topic, wanted]) => ({
    name: names(topic),
    ours: made[which][topic] ?? 0,
    wanted,
  }))
  const en = language === 'en'
  const ours = {
    now: en ? 'With the targets as they are' : '照现在的配比发的',
    then: en ? 'With the new targets' : '照新的配比发的',
  }[which]
  const labels = { ours, wanted: en ? 'What people need' : '群众要的' }
  return {
    ...mixFigure(rows, made.distinct[which], labels, language),
    total: rows.reduce((sum, row) => sum + row.ours, 0),
  }
}

/** Null where nothing would be held either way. */
function heldWords({ now, then }: WhatIf['held'], language: Language): string | null {
  if (!now && !then) return null
  return language === 'en'
    ? `Held back by a cap when their time comes: about ${now} now, about ${then} with the new targets.`
    : `主题过了上限，到时会被压住的：现在大约 ${now} 条，改了以后大约 ${then} 条。`
}

function reachWords(reach: number | null, language: Language): string {
  const en = language === 'en'
  if (reach === null)
    return en
      ? 'Expected reach cannot be compared: no segment has a population, or nothing is planned now.'
      : '预计触达比不了：人群没有填人口，或现在一条也没排。'
  const percent = Math.round(reach * 100)
  const basis = en
    ? 'By how well items suit people, times how many people: for comparing only, not a count of plays.'
    : '按内容合不合这群人、乘上人数来估，只用来比较，不是播放量。'
  if (!percent)
    return en ? `Expected effective reach: about the same. ${basis}` : `预计有效触达：和现在差不多。${basis}`
  const sign = percent > 0 ? '+' : '−'
  const amount = `${sign}${Math.abs(percent)}%`
  return en ? `Expected effective reach: ${amount} against now. ${basis}` : `预计有效触达：相对现在 ${amount}。${basis}`
}
