import { CodedError } from '../lib/errors'
import type { Role } from '../lib/roles'
import { oneTimePassword } from '../seed/passwords'
import type { Product } from './product'

type NewUser = { username: string; name?: string; roles: Role[]; office?: string }
export type Login = { username: string; password: string; signInAt: string }

/** An account with a one-time password, to be changed at the first sign-in. Throws `user-exists`. */
export async function createUser(product: Product, { name, username, ...rest }: NewUser): Promise<Login> {
  if (await find(product, username)) throw new CodedError('user-exists', `用户名 ${username} 已经有人用了`)
  const password = oneTimePassword()
  const data = { ...rest, username, name: name ?? username, password, mustChangePassword: true }
  const { id } = await product.payload.create({ collection: 'users', data, overrideAccess: true })
  await note(product, 'user.create', id)
  return login(product, username, password)
}

/** A fresh one-time password; ends a lock-out too. Throws `no-such-user`. */
export async function resetPassword(product: Product, username: string): Promise<Login> {
  const user = await find(product, username)
  if (!user) throw new CodedError('no-such-user', `没有用户名 ${username}`)
  const password = oneTimePassword()
  await product.payload.update({
    ...{ collection: 'users', id: user.id, overrideAccess: true },
    data: { password, mustChangePassword: true, loginAttempts: 0, lockUntil: null },
  })
  await note(product, 'user.reset', user.id)
  return login(product, username, password)
}

const login = ({ env }: Product, username: string, password: string): Login => ({
  ...{ username, password, signInAt: `${env.PUBLIC_URL}/admin` },
})

async function find({ payload }: Product, username: string) {
  const { docs } = await payload.find({
    ...{ collection: 'users', where: { username: { equals: username } }, limit: 1, depth: 0, overrideAccess: true },
  })
  return docs[0]
}

/** The command line has no signed-in colleague: whoever has the shell has the machine, and the log says so. */
const note = ({ payload }: Product, action: string, id: string) =>
  payload.create({
    ...{ collection: 'audit', overrideAccess: true },
    data: { action, actorName: '命令行', subject: `users/${id}` },
  })
