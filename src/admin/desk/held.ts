import type { PayloadRequest, Where } from 'payload'
import { readNames, type Hold } from '../../../campaigns'
import { idOf } from '../../../collections/access'
import { holdWords } from '../../staff/held'
import { languageOf } from '../say'
import type { Actionable } from '../plan/DeliveryActions'

export type HeldLine = { href: string; delivery: Actionable }
export type HeldBack = { lines: HeldLine[]; total: number }

const none = { move: false, pin: false, ban: false, resend: false, settle: false, holdBack: false }

/** Deliveries of my offices that are held back because their topic is at its cap, the longest waiting first. */
export async function readHeld(
  req: PayloadRequest,
  inScope: Where,
  holds: ReadonlyMap<string, Hold>,
  mayLetGo: boolean,
): Promise<HeldBack> {
  if (!holds.size) return { lines: [], total: 0 }
  const { docs, totalDocs } = await req.payload.find({
    ...{ collection: 'deliveries', where: { and: [inScope, { id: { in: [...holds.keys()] } }] } },
    ...{ depth: 1, limit: 8, sort: 'dueAt', req, overrideAccess: false },
  })
  const names = await readNames(req.payload, languageOf(req.i18n.language))
  const lines = docs.map((row) => ({
    href: `/admin/collections/campaigns/${idOf(row.campaign)}`,
    delivery: {
      ...{ id: row.id, at: row.dueAt, title: typeof row.item.value === 'object' ? row.item.value.title : '' },
      ...{ handout: false, pinned: Boolean(row.pinned), letGo: null },
      held: holdWords(holds.get(row.id), names, languageOf(req.i18n.language)),
      may: { ...none, cancel: true, letGo: mayLetGo },
    },
  }))
  return { lines, total: totalDocs }
}
