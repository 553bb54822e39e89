import { wordReason, type Language, type Reason, type StoredPlan } from '../../campaigns'
import type { Campaign } from '../payload-types'

type Names = (id: string) => string
export type LeftOutItem = {
  item: string
  title: string
  reasons: string[]
  /** What a colleague ruled out and may allow again; without a segment it is for all. */
  bans: { segment: string | null; name: string }[]
}

/**
 * What is not in the plan and why: the bans as they stand now, first, then what the last planning left out. Null before
 * there is anything to tell.
 */
export function leftOut(campaign: Campaign, title: (item: string) => string, names: Names, language: Language) {
  const plan = campaign.plan as StoredPlan | null
  const bans = new Map<string, LeftOutItem['bans']>()
  const everybody = language === 'en' ? 'everybody' : '所有人群'
  for (const { itemKey, segmentKey } of campaign.bans ?? []) {
    const ban = { segment: segmentKey ?? null, name: segmentKey ? names(segmentKey) : everybody }
    bans.set(itemKey, [...(bans.get(itemKey) ?? []), ban])
  }
  if (!plan && !bans.size) return null
  const listed = new Map((plan?.excluded.items ?? []).map((one) => [one.item, one]))
  const say = (name: string, reason: Reason) =>
    `${name}${language === 'en' ? ': ' : '：'}${wordReason(reason, names, language)}`
  const line = (item: string): LeftOutItem => {
    const own = bans.get(item) ?? []
    const reasons = listed.get(item)?.reasons ?? []
    const others = reasons
      .filter(({ reason }) => reason.code !== 'banned')
      .map(({ reason, segments }) => say(segments.map(names).join(language === 'en' ? ', ' : '、'), reason))
    const ruled = own.map(({ name }) => say(name, { code: 'banned' }))
    const lifted = !own.length && reasons.some(({ reason }) => reason.code === 'banned')
    const allowed = lifted ? [wordReason({ code: 'allowed-again' }, names, language)] : []
    return {
      item,
      title: title(item),
      reasons: [...ruled, ...allowed, ...others],
      bans: own,
    }
  }
  const rest = [...listed.keys()].filter((item) => !bans.has(item))
  return { more: plan?.excluded.more ?? 0, items: [...bans.keys(), ...rest].map(line) }
}
