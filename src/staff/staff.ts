import type { NextFunction, Request, RequestHandler, Response } from 'express'
import type { z } from 'zod'
import { CodedError } from '../lib/errors'
import type { Role } from '../lib/roles'
import type { User } from '../payload-types'
import type { Runtime } from '../runtime'

export type Staff = User & { collection: 'users' }

/** The signed-in colleague of a request, by Payload's cookie or token. Throws `not-signed-in`, or `must-change-password` before the first password change. */
export async function signedIn(runtime: Runtime, req: Request): Promise<Staff> {
  const user = await sessionOf(runtime, req)
  if (user.mustChangePassword) throw new CodedError('must-change-password')
  return user
}

/** Whose session it is, also before the first password change: only for changing that password. */
export async function sessionOf({ payload }: Runtime, req: Request): Promise<Staff> {
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) if (typeof value === 'string') headers.set(name, value)
  const { user } = await payload.auth({ headers })
  if (!user) throw new CodedError('not-signed-in')
  return user as Staff
}

export function requireRole(user: Staff, ...wanted: Role[]): void {
  const mine = user.roles as Role[]
  if (!mine.includes('admin') && !wanted.some((role) => mine.includes(role))) throw new CodedError('forbidden')
}

/** A handler whose rejected promise reaches the error handler; its result is the JSON answer (undefined means it answered itself). */
export const action =
  (run: (req: Request, res: Response) => Promise<unknown>): RequestHandler =>
  (req: Request, res: Response, next: NextFunction) => {
    run(req, res)
      .then((body) => {
        if (body !== undefined && !res.headersSent) res.json(body)
      })
      .catch(next)
  }

/** Parses a request part with zod. Throws `bad-request` with the path of every fault. */
export function parse<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
  throw new CodedError('bad-request', undefined, { faults })
}
