import type { CollectionBeforeValidateHook } from 'payload'
import { CodedError } from '../../src/lib/errors'
import { isStrong } from '../../src/lib/passwordRule'
import { idOf } from './index'

/** Over the API: only passwords that will do, and one that was set by somebody else is changed at the next sign-in. */
export const goodPassword: CollectionBeforeValidateHook = ({ data, originalDoc, req }) => {
  const password = data?.password as unknown
  if (req.payloadAPI !== 'REST' || typeof password !== 'string' || !password) return data
  const username = String(data?.username ?? originalDoc?.username ?? '')
  if (!isStrong(password, username)) throw new CodedError('password-weak')
  return idOf(req.user) === idOf(originalDoc) ? data : { ...data, mustChangePassword: true }
}
