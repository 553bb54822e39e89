import type { Payload } from 'payload'
import { readLent, type Lent } from '../../../campaigns'
import { idOf } from '../../../collections/access'
import type { Label } from '../../lib/labels'
import { originalOf } from '../../staff/lendingOf'

export type LendingLine = { href: string; title: string; words: Label }
export type LendingLines = { lent: LendingLine[]; changed: LendingLine[] }

const AT_MOST = 8

/** What others borrowed of my offices, with what came of it; and what we borrowed whose original is no longer the same. */
export async function readLending(payload: Payload, scope: string[], writes: boolean): Promise<LendingLines> {
  const mine = { in: scope }
  const [out, into] = await Promise.all([
    readLent(payload, { and: [{ lender: mine }, { office: { not_in: scope } }] }),
    writes ? readLent(payload, { and: [{ office: mine }, { lender: { not_in: scope } }] }) : [],
  ])
  const changed = await Promise.all(into.map((one) => changedLine(payload, one)))
  const byItem = new Map<string, Lent[]>()
  for (const one of out) byItem.set(one.loan.itemKey, [...(byItem.get(one.loan.itemKey) ?? []), one])
  const lines = [...byItem].map(async ([itemKey, lent]) => {
    const deliveries = lent.reduce((sum, one) => sum + one.deliveries, 0)
    return {
      deliveries,
      href: hrefOf(itemKey),
      title: (await originalOf({ payload }, lent[0]!.loan)).title,
      words: {
        zh: `被 ${lent.length} 个所借用，投放 ${deliveries} 次`,
        en: `borrowed by ${lent.length} offices, delivered ${deliveries} times`,
      },
    }
  })
  const lent = (await Promise.all(lines)).sort((a, b) => b.deliveries - a.deliveries)
  return { lent: lent.slice(0, AT_MOST), changed: changed.flat().slice(0, AT_MOST) }
}

async function changedLine(payload: Payload, { loan }: Lent): Promise<LendingLine[]> {
  const { title, state } = await originalOf({ payload }, loan)
  if (state === 'same') return []
  const draft = idOf(loan.draft)
  const words =
    state === 'changed'
      ? { zh: '原文后来改过，看看要不要跟着改', en: 'the original has changed' }
      : { zh: '原文已经撤下，核对还能不能用', en: 'the original was taken down' }
  return [{ href: hrefOf(draft ? `articles:${draft}` : loan.itemKey), title, words }]
}

const hrefOf = (itemKey: string) => `/admin/collections/${itemKey.replace(':', '/')}`
