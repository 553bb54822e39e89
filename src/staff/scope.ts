import type { Payload } from 'payload'
import { below } from '../../campaigns'
import { idOf } from '../../collections/access'
import { CodedError } from '../lib/errors'
import type { Role } from '../lib/roles'
import type { Staff } from './staff'

/** Throws `outside-office` unless the office is the colleague's own or below it. Administrators act everywhere. */
export async function requireOffice(payload: Payload, me: Staff, office: unknown): Promise<void> {
  if (!(await reaches(payload, me, office))) throw new CodedError('outside-office')
}

export async function reaches(payload: Payload, me: Staff, office: unknown): Promise<boolean> {
  const wanted = idOf(office)
  if ((me.roles as Role[]).includes('admin') || !wanted) return true
  const own = idOf(me.office)
  return own !== null && (await inScopeOf(payload, own)).has(wanted)
}

/** An office and every office below it. */
export async function inScopeOf(payload: Payload, office: string): Promise<Set<string>> {
  const { docs } = await payload.find({
    collection: 'offices',
    depth: 0,
    pagination: false,
    select: { parent: true },
    overrideAccess: true,
  })
  return below(docs, office)
}
