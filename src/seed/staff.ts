import type { Payload } from 'payload'
import type { Role } from '../lib/roles'
import { findByKey, idsBy } from './keyed'
import { oneTimePassword } from './passwords'

export type Colleague = { username: string; name: string; roles: Role[]; office?: string; telephone?: string }
/** What the terminal prints once. */
export type Login = { username: string; name: string; roles: Role[]; password: string }

export const firstAdministrator: Colleague = { username: 'admin', name: '管理员', roles: ['admin'] }

/** Makes the accounts that are missing. Whoever has one keeps it. The password is nobody's yet: `issueLogins` sets the one that is printed. */
export async function ensureStaff(payload: Payload, colleagues: Colleague[]): Promise<void> {
  const offices = colleagues.some(({ office }) => office) ? await idsBy(payload, 'offices', 'slug') : undefined
  for (const { office, ...colleague } of colleagues) {
    if (await findByKey(payload, 'users', { username: colleague.username })) continue
    await payload.create({
      collection: 'users',
      data: {
        ...colleague,
        ...(office ? { office: offices!(office) } : {}),
        password: oneTimePassword(),
        mustChangePassword: true,
      },
      depth: 0,
    })
  }
}

/**
 * Fresh one-time passwords for everyone who has never changed theirs. Made when they are about to be printed and not
 * before: a start that dies in between leaves nobody locked out.
 */
export async function issueLogins(payload: Payload): Promise<Login[]> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { mustChangePassword: { equals: true } },
    sort: 'createdAt',
    depth: 0,
    pagination: false,
  })
  const logins: Login[] = []
  for (const { id, username, name, roles } of docs) {
    const password = oneTimePassword()
    await payload.update({ collection: 'users', id, data: { password, mustChangePassword: true }, depth: 0 })
    logins.push({ username: username ?? '', name, roles, password })
  }
  return logins
}
