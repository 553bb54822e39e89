import { pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import type { CollectionBeforeOperationHook, CollectionBeforeValidateHook } from 'payload'
import { CodedError } from '../../src/lib/errors'
import { isStrong } from '../../src/lib/passwordRule'
import { idOf } from './index'

const derive = promisify(pbkdf2)
/** What Payload spends on one password of a known account. */
const SPENT = { iterations: 600_000, bytes: 32 }

/** An unknown name costs as much as a known one, or the time of the answer would tell them apart. */
export const costsTheSame: CollectionBeforeOperationHook = async ({ operation, args, req }) => {
  if (operation !== 'login' || req.payloadAPI !== 'REST') return args
  const username = String((args as { data?: { username?: unknown } }).data?.username ?? '').toLowerCase()
  const { totalDocs } = await req.payload.count({ collection: 'users', where: { username: { equals: username } }, req })
  if (!totalDocs) await derive('no such account', 'no such salt', SPENT.iterations, SPENT.bytes, 'sha256')
  return args
}

/** Over the API: only passwords that will do, and one that was set by somebody else is changed at the next sign-in. */
export const goodPassword: CollectionBeforeValidateHook = ({ data, originalDoc, req }) => {
  const password = data?.password as unknown
  if (req.payloadAPI !== 'REST' || typeof password !== 'string' || !password) return data
  const username = String(data?.username ?? originalDoc?.username ?? '')
  if (!isStrong(password, username)) throw new CodedError('password-weak')
  return idOf(req.user) === idOf(originalDoc) ? data : { ...data, mustChangePassword: true }
}
