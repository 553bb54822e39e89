import express, { Router } from 'express'
import { z } from 'zod'
import { CodedError } from '../lib/errors'
import { isStrong } from '../lib/passwordRule'
import { roles } from '../lib/roles'
import type { Runtime } from '../runtime'
import { oneTimePassword } from '../seed/passwords'
import { recordAudit } from './audit'
import { slipPage } from './slip'
import { action, parse, requireRole, sessionOf, signedIn } from './staff'

const change = z.object({ current: z.string().min(1).max(256), password: z.string().max(256) })
const colleague = z.object({
  name: z.string().trim().min(1).max(40),
  username: z
    .string()
    .trim()
    .regex(/^[a-z0-9][a-z0-9._-]{1,31}$/i),
  roles: z.array(z.enum(roles)).min(1),
  office: z.string().min(1).nullable(),
  telephone: z.string().max(40).optional(),
})
const slip = z.object({
  name: z.string().max(40),
  username: z.string().max(64),
  password: z.string().max(64),
  language: z.enum(['zh', 'en']).default('zh'),
})

/** Accounts without mail: a one-time password is shown once, printed on a slip, and changed at the first sign-in. */
export function colleaguesRouter(runtime: Runtime): Router {
  const router = Router()
  const body = express.json({ limit: '16kb' })
  router.post(
    '/me/password',
    body,
    action(async (req) => {
      const me = await sessionOf(runtime, req)
      const { current, password } = parse(change, req.body)
      await confirmPassword(runtime, me.username, current)
      if (password === current || !isStrong(password, me.username)) throw new CodedError('password-weak')
      await setPassword(runtime, me.id, password, false, me)
      await recordAudit(runtime, me, { action: 'colleague.password', subject: `users/${me.id}` })
      return { changed: true }
    }),
  )
  router.post(
    '/',
    body,
    action(async (req, res) => {
      const me = await signedIn(runtime, req)
      requireRole(me, 'admin')
      const data = parse(colleague, req.body)
      await refuseTaken(runtime, data.username)
      const password = oneTimePassword()
      const made = await runtime.payload.create({
        collection: 'users',
        data: { ...data, password, mustChangePassword: true },
        depth: 0,
      })
      await recordAudit(runtime, me, {
        action: 'colleague.add',
        subject: `users/${made.id}`,
        details: { roles: data.roles, office: data.office },
      })
      res.status(201)
      return shownOnce(runtime, made, password)
    }),
  )
  router.post(
    '/slip',
    express.urlencoded({ extended: false, limit: '4kb' }),
    action(async (req, res) => {
      requireRole(await signedIn(runtime, req), 'admin')
      const page = await slipPage(runtime.env, parse(slip, req.body))
      res.set('cache-control', 'no-store').type('html').send(page)
    }),
  )
  router.post(
    '/:id/reset',
    body,
    action(async (req) => {
      const me = await signedIn(runtime, req)
      requireRole(me, 'admin')
      const id = parse(z.string().min(1).max(64), req.params.id)
      const found = await runtime.payload.findByID({ collection: 'users', id, depth: 0, disableErrors: true })
      if (!found) throw new CodedError('not-found')
      const password = oneTimePassword()
      await setPassword(runtime, id, password, true)
      await recordAudit(runtime, me, { action: 'colleague.reset', subject: `users/${id}` })
      return shownOnce(runtime, found, password)
    }),
  )
  return router
}

/** Payload counts the wrong tries and locks the account. */
async function confirmPassword({ payload }: Runtime, username: string, password: string) {
  await payload.login({ collection: 'users', data: { username, password }, depth: 0 }).catch((error: unknown) => {
    throw new CodedError('password-wrong', undefined, undefined, { cause: error })
  })
}

/** Payload ends all sessions of the account except the one of `by`. */
async function setPassword({ payload }: Runtime, id: string, password: string, mustChange: boolean, by?: object) {
  await payload.update({
    collection: 'users',
    id,
    data: { password, mustChangePassword: mustChange, loginAttempts: 0, lockUntil: null },
    depth: 0,
    ...(by ? { user: by as never } : {}),
  })
}

async function refuseTaken({ payload }: Runtime, username: string) {
  const { totalDocs } = await payload.count({
    collection: 'users',
    where: { username: { equals: username.toLowerCase() } },
  })
  if (totalDocs) throw new CodedError('name-taken')
}

const shownOnce = (
  { env }: Runtime,
  { id, name, username }: { id: string; name: string; username: string },
  password: string,
) => ({
  id,
  name,
  username,
  password,
  signIn: `${env.PUBLIC_URL}/admin`,
})
