import type { Payload } from 'payload'
import { CodedError } from '../src/lib/errors'
import { changeIn } from '../src/lib/lease'
import type { Hold } from './capped'
import { readHolds } from './holding'

type Act = { delivery: string; now: Date }

/**
 * 放行: a person sends a held delivery although its topic is at its cap. Reason, name and time stay on the row; it goes with
 * the next tick, once. Throws `not-found`, and `conflict` when it is not held back (any more).
 * @returns what stood against it
 */
export async function letGo(payload: Payload, { delivery: id, by, why, now }: Act & { by: string; why: string }) {
  const { heldAt } = await read(payload, id)
  const hold: Hold | undefined = (await readHolds(payload, now)).get(id)
  if (!hold) throw new CodedError('conflict', '这条现在没有压着：还没到时间，或者已经轮到它了。')
  const given = { letGoAt: now, letGoBy: by, letGoWhy: why, readyAt: now.getTime(), ...(heldAt ? {} : { heldAt: now }) }
  await change(payload, id, given)
  return hold
}

/** Takes that back while it has not gone out. Throws `conflict` when it has. */
export async function holdBack(payload: Payload, { delivery: id }: Pick<Act, 'delivery'>): Promise<void> {
  if (!(await read(payload, id)).letGoAt) return
  await change(payload, id, { letGoAt: null, letGoBy: null, letGoWhy: null })
}

async function change(payload: Payload, id: string, data: Parameters<typeof changeIn>[2]) {
  if (!(await changeIn(payload, { collection: 'deliveries', id, states: ['planned'] }, data)))
    throw new CodedError('conflict', '这条已经投放或取消。')
}

async function read(payload: Payload, id: string) {
  const found = await payload.findByID({ collection: 'deliveries', id, depth: 0, disableErrors: true })
  if (!found) throw new CodedError('not-found')
  return found
}
