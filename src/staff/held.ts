import { readHolds, readNames, wordReason, type Hold, type Names, type Language, type Reason } from '../../campaigns'
import type { Role } from '../lib/roles'
import type { Delivery } from '../payload-types'
import type { Runtime } from '../runtime'

/** Whether they may send what its topic's cap holds back. An administrator keeps accounts and lets nothing go. */
export const mayLetGo = ({ roles }: { roles?: Role[] | null }) =>
  (roles ?? []).some((role) => role === 'publisher' || role === 'manager')

/** Who let it go, when and why. */
export const letGoOf = ({ letGoAt, letGoBy, letGoWhy }: Delivery) =>
  letGoAt ? { at: letGoAt, by: letGoBy ?? '', why: letGoWhy ?? '' } : null

/** Why a delivery is held back, in words with the numbers; null when it is not. */
export const holdWords = (hold: Hold | undefined, names: Names, language: Language): string | null =>
  hold ? wordReason({ code: 'held', ...hold }, names, language) : null

export async function readHoldWords({ payload, clock }: Runtime, delivery: string, language: Language) {
  return holdWords((await readHolds(payload, clock.now())).get(delivery), await readNames(payload, language), language)
}

/** One warning a topic about what will be held when its time comes; what is held already says so itself. */
export function heldAhead(ahead: ReadonlyMap<string, Hold>, held: ReadonlyMap<string, Hold>): Reason[] {
  const topics = new Map<string, { count: number; cap: number }>()
  for (const [id, { topic, cap }] of ahead)
    if (!held.has(id)) topics.set(topic, { count: (topics.get(topic)?.count ?? 0) + 1, cap })
  return [...topics].map(([topic, numbers]) => ({ code: 'held-ahead', topic, ...numbers }))
}
