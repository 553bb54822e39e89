import type { CampaignState, DeliveryState } from './lifecycle'

/** What a person reads of a delivery: derived from its row and the time, never stored. */
export type DeliveryStatus =
  | 'planned'
  | 'due'
  | 'held'
  | 'overdue'
  | 'sending'
  | 'retrying'
  | 'submitted'
  | 'showing'
  | 'failed'
  | 'uncertain'
  | 'cancelled'

type Row = {
  state: DeliveryState
  dueAt: string | Date
  until?: string | Date | null
  attempts?: number | null
}

/** After so long a handout nobody passed on is called overdue. */
const OVERDUE_MS = 24 * 3_600_000

/** `held`: that its topic is at its cap now (capped.ts), which only the deliveries of its office can tell. */
export function deliveryStatus({ state, dueAt, until, attempts }: Row, now: Date, held = false): DeliveryStatus {
  if (state === 'claimed') return 'sending'
  if (state === 'submitted') return until && new Date(until) > now ? 'showing' : 'submitted'
  if (state !== 'planned') return state
  const late = now.getTime() - new Date(dueAt).getTime()
  if (late < 0) return 'planned'
  if (held) return 'held'
  if ((attempts ?? 0) > 0) return 'retrying'
  return late > OVERDUE_MS ? 'overdue' : 'due'
}

export const deliveryStatusLabels: Record<DeliveryStatus, { zh: string; en: string }> = {
  planned: { zh: '已排期', en: 'Planned' },
  due: { zh: '到时间了', en: 'Due' },
  held: { zh: '主题发多了，先压着', en: 'Held back: topic at its cap' },
  overdue: { zh: '过了时间', en: 'Overdue' },
  sending: { zh: '正在投放', en: 'Being sent' },
  retrying: { zh: '没成功，马上再试', en: 'Trying again' },
  submitted: { zh: '已投放', en: 'Submitted' },
  showing: { zh: '正在展示', en: 'Showing' },
  failed: { zh: '没有成功', en: 'Failed' },
  uncertain: { zh: '待确认', en: 'Uncertain' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
}

export type CampaignStatus = 'draft' | 'awaiting-approval' | 'waiting' | 'running' | 'finished' | 'cancelled'
export type Progress = { status: CampaignStatus; total: number; out: number; failed: number; uncertain: number }

/** Where a campaign stands, from its state and the states of its deliveries. */
export function campaignProgress(state: CampaignState, rows: readonly Pick<Row, 'state'>[]): Progress {
  const live = rows.filter((row) => row.state !== 'cancelled')
  const number = (wanted: DeliveryState) => live.filter((row) => row.state === wanted).length
  const [out, failed, uncertain] = [number('submitted'), number('failed'), number('uncertain')]
  const open = number('planned') + number('claimed')
  const approved = open > 0 ? (out > 0 ? 'running' : 'waiting') : 'finished'
  const names = { draft: 'draft', planned: 'awaiting-approval', approved, cancelled: 'cancelled' } as const
  return { status: names[state], total: live.length, out, failed, uncertain }
}
