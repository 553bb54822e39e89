import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { claim, finish, renew, type Claimed } from '../src/lib/lease'
import type { Log } from '../src/lib/log'
import { addDays, instantOf, minutesOf, wallClock, within } from '../src/lib/zone'
import type { Channel as ChannelRow, Delivery } from '../src/payload-types'
import type { Channel, FailureCode, Outcome } from './channels/contract'
import { channels as table, type ChannelTable } from './channels/table'
import { approved, holdCheck } from './holding'
import { channelKinds } from './lifecycle'
import { idOf } from './officeMix'
import { pack } from './parcel'

type Context = {
  payload: Payload
  now: () => Date
  log: Pick<Log, 'warn' | 'info'>
  publicUrl: string
  timeZone: string
  channels?: ChannelTable
}
export type Dispatched = {
  submitted: number
  failed: number
  retried: number
  uncertain: number
  postponed: number
  held: number
}

/** A claim outlives the slowest answer of a channel. */
const LEASE_MS = 60_000
const MISSED_MS = 48 * 3_600_000
/** When a held one is looked at again: often enough to go soon, not so often that many of them fill every tick. */
const HELD_MS = 5 * 60_000
/** Waits before the second and the third try (Standard Webhooks); after that a person decides. */
const BACK_OFF_MS = [5_000, 5 * 60_000]
/** One after another, each at most 10 s: the lease of the last must not run out while the first are sent. */
const AT_ONCE = 5

/**
 * Hands every due delivery of an approved campaign to its channel, once. Rows whose dispatcher died are asked for again
 * where the channel takes an idempotency key, and are `uncertain` where it does not. What would break the cap of its topic
 * is held back. After downtime: no flood, quiet hours and daily quotas hold, and what is more than 48 hours late waits for a
 * person.
 */
export async function dispatchDue(context: Context): Promise<Dispatched> {
  const { payload } = context
  const table = context.channels ?? defaultTable
  const owner = randomUUID()
  const done: Dispatched = { submitted: 0, failed: 0, retried: 0, uncertain: 0, postponed: 0, held: 0 }
  const doors = await readDoors(payload, table)
  const campaigns = await approved(payload)
  const held = holdCheck(payload, owner)
  const lease = () => ({
    collection: 'deliveries' as const,
    owner,
    now: context.now(),
    ttlMs: LEASE_MS,
    limit: AT_ONCE,
  })

  for (;;) {
    const lost = await claim(payload, { ...lease(), states: ['claimed'], claimed: 'claimed' })
    for (const row of lost) await settleLost(row)
    if (lost.length < AT_ONCE) break
  }
  for (;;) {
    const due = await claim(payload, {
      ...lease(),
      states: ['planned'],
      claimed: 'claimed',
      where: { campaign: campaigns, channel: [...doors.keys()] },
    })
    for (const row of due) await send(row)
    if (due.length < AT_ONCE) break
  }
  return done

  async function settleLost(row: Claimed) {
    const delivery = await read(row.id)
    const door = delivery && doors.get(idOf(delivery.channel))
    if (door?.channel.idempotent) return send(row)
    await end(row, { state: 'uncertain', error: { code: 'lost-answer' } })
    done.uncertain += 1
  }

  async function send(row: Claimed) {
    const delivery = await read(row.id)
    if (!delivery) return
    const stays = await stillApproved(payload, delivery)
    if (stays !== 'approved') return void (await end(row, { state: stays, attempts: row.attempts - 1 }))
    const now = context.now()
    const door = doors.get(idOf(delivery.channel))
    if (!door) return fail(row, 'channel-off')
    if (now.getTime() - new Date(delivery.dueAt).getTime() > MISSED_MS)
      return fail(row, wasHeld(delivery) ? 'held-too-long' : 'missed')
    const wait = await mustWait(door.row, now)
    if (wait) {
      done.postponed += 1
      return void (await end(row, { state: 'planned', readyAt: wait.getTime(), attempts: row.attempts - 1 }))
    }
    // What its channel may have already is only asked for again; holding it would make a lie of it.
    if (!delivery.handedAt && (await held(delivery, now))) return hold(row, delivery, now)
    const parcel = await pack(payload, delivery, context)
    if (!parcel) return fail(row, 'item-withdrawn')
    if (!(await renew(payload, ours(row), { now: context.now(), ttlMs: LEASE_MS }, { handedAt: now }))) return lost(row)
    const outcome = await door.channel.deliver(parcel, { now }).catch((error: unknown): Outcome => {
      context.log.warn({ err: error, delivery: delivery.code }, 'channel failed unexpectedly')
      return { state: 'failed', code: 'refused', detail: error instanceof Error ? error.message : '', retry: true }
    })
    await record(row, door.row, outcome)
  }

  async function record(row: Claimed, channel: ChannelRow, outcome: Outcome) {
    if (outcome.state === 'submitted') {
      done.submitted += 1
      const externalId = outcome.externalId ?? null
      return void (await end(row, { state: 'submitted', submittedAt: context.now(), externalId, error: null }))
    }
    const { code, detail, retry, disable } = outcome
    const wait = BACK_OFF_MS[row.attempts - 1]
    if (disable) {
      await payload.update({ collection: 'channels', id: channel.id, data: { enabled: false }, depth: 0 })
      doors.delete(String(channel.id))
    }
    if (!retry || wait === undefined) return fail(row, code, detail)
    done.retried += 1
    const error = { code, detail, attempts: row.attempts }
    await end(row, { state: 'planned', readyAt: context.now().getTime() + wait, error })
  }

  /** Its topic is at its cap: it stays planned, costs no try, and goes by itself once there is room. */
  async function hold(row: Claimed, { heldAt, dueAt }: Delivery, now: Date) {
    done.held += 1
    const readyAt = now.getTime() + HELD_MS
    const since = heldAt && heldAt >= dueAt ? heldAt : now
    await end(row, { state: 'planned', readyAt, attempts: row.attempts - 1, heldAt: since })
  }

  async function fail(row: Claimed, code: FailureCode, detail?: string) {
    done.failed += 1
    await end(row, {
      state: 'failed',
      error: { code, detail, attempts: row.attempts, at: context.now().toISOString() },
    })
  }

  async function end(row: Claimed, data: Parameters<typeof finish>[2]) {
    if (!(await finish(payload, ours(row), { ...data, handedAt: null }))) lost(row)
  }

  function ours({ id }: Claimed) {
    return { collection: 'deliveries' as const, id, owner }
  }

  function lost(row: Claimed) {
    context.log.warn({ delivery: row.id }, 'the lease of a delivery was lost')
  }

  async function read(id: string): Promise<Delivery | null> {
    return payload.findByID({ collection: 'deliveries', id, depth: 0, disableErrors: true, overrideAccess: true })
  }

  /** Quiet hours and daily quotas hold also when catching up: the instant to try again, or null to go ahead. */
  async function mustWait(channel: ChannelRow, now: Date): Promise<Date | null> {
    const { timeZone } = context
    const { day, minutes } = wallClock(now, timeZone)
    const from = minutesOf(channel.quietFrom)
    const to = minutesOf(channel.quietTo)
    if (within(minutes, from, to)) return instantOf(to! > minutes ? day : addDays(day, 1), to!, timeZone)
    if (channel.dailyQuota === null || channel.dailyQuota === undefined) return null
    const { totalDocs } = await payload.count({
      collection: 'deliveries',
      where: {
        and: [
          { channel: { equals: channel.id } },
          { state: { equals: 'submitted' } },
          { submittedAt: { greater_than_equal: instantOf(day, 0, timeZone).toISOString() } },
        ],
      },
      overrideAccess: true,
    })
    if (totalDocs < channel.dailyQuota) return null
    return instantOf(addDays(day, 1), Math.max(9 * 60, to ?? 0), timeZone)
  }
}

const defaultTable: ChannelTable = table
type Door = { row: ChannelRow; channel: Channel }

async function readDoors(payload: Payload, table: ChannelTable): Promise<Map<string, Door>> {
  const { docs } = await payload.find({
    collection: 'channels',
    where: { kind: { in: channelKinds.filter((kind) => table[kind].automatic) } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  const on = docs.filter(({ enabled }) => enabled !== false)
  return new Map(on.map((row) => [String(row.id), { row, channel: table[row.kind] }]))
}

/** Held back since it came due; an earlier time is of before it was moved. */
const wasHeld = ({ heldAt, letGoAt, dueAt }: Delivery) => Boolean(heldAt && !letGoAt && heldAt >= dueAt)

/** A re-plan or a cancellation may have come between the claim and now. */
async function stillApproved(payload: Payload, { campaign }: Delivery): Promise<'approved' | 'planned' | 'cancelled'> {
  if (!campaign) return 'cancelled'
  const id = idOf(campaign)
  const found = await payload.findByID({
    collection: 'campaigns',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })
  if (!found || found.state === 'cancelled') return 'cancelled'
  return found.state === 'approved' ? 'approved' : 'planned'
}
