import type { Payload } from 'payload'
import { CodedError } from '../src/lib/errors'
import { changeIn } from '../src/lib/lease'
import type { Delivery } from '../src/payload-types'
import { holdCheck } from './holding'

type Act = { delivery: string; by: string; now: Date }

/** Sends a failed or uncertain delivery again, now. Throws `conflict` in any other state. */
export async function resend(payload: Payload, { delivery, now }: Act): Promise<void> {
  const { until, dueAt } = await read(payload, delivery)
  const span = until ? new Date(until).getTime() - new Date(dueAt).getTime() : null
  await change(payload, delivery, ['failed', 'uncertain'], {
    ...(span === null ? {} : { until: new Date(now.getTime() + span) }),
    state: 'planned',
    attempts: 0,
    error: null,
    dueAt: now,
    readyAt: now.getTime(),
  })
}

/** A person looked: it went out, or it did not. Throws `conflict` unless it is uncertain. */
export async function settle(
  payload: Payload,
  { delivery, by, now, wentOut }: Act & { wentOut: boolean },
): Promise<void> {
  const found: Parameters<typeof changeIn>[2] = wentOut
    ? { state: 'submitted', submittedAt: now, error: null }
    : { state: 'failed', error: { code: 'refused', detail: `settled by ${by}`, at: now.toISOString() } }
  await change(payload, delivery, ['uncertain'], found)
}

/** 已转发: the person who passed a handout on says so; only this submits it. Ticking twice changes nothing. Throws
 * `topic-held` while its topic is at its cap and nobody let it go. */
export async function passedOn(payload: Payload, { delivery: id, by, now }: Act): Promise<void> {
  const delivery = await read(payload, id)
  if (delivery.state === 'submitted') return
  const approved = typeof delivery.campaign === 'object' && delivery.campaign?.state === 'approved'
  if (!approved) throw new CodedError('approval-required', '这次活动的计划还没有批准。')
  if (await holdCheck(payload)(delivery, now)) {
    const place = { collection: 'deliveries', id, states: ['planned'] } as const
    if (!delivery.heldAt) await changeIn(payload, place, { heldAt: now })
    throw new CodedError('topic-held')
  }
  await change(payload, id, ['planned', 'failed', 'uncertain'], {
    state: 'submitted',
    submittedAt: now,
    forwardedAt: now,
    forwardedBy: by,
    error: null,
  })
}

async function change(payload: Payload, id: string, states: string[], data: Parameters<typeof changeIn>[2]) {
  await read(payload, id)
  if (!(await changeIn(payload, { collection: 'deliveries', id, states }, data)))
    throw new CodedError('conflict', '这条投放的状态已经变了，请刷新后再看。')
}

async function read(payload: Payload, id: string): Promise<Delivery> {
  const found = await payload.findByID({
    collection: 'deliveries',
    id,
    depth: 1,
    disableErrors: true,
    overrideAccess: true,
  })
  if (!found) throw new CodedError('not-found')
  return found
}
