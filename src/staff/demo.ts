import express, { Router } from 'express'
import { z } from 'zod'
import { CodedError } from '../lib/errors'
import type { Runtime } from '../runtime'
import { clearDemo } from '../seed/clear'
import { clearingWord } from '../seed/clearingWord'
import { action, parse, requireRole, signedIn } from './staff'

const confirmation = z.object({ word: z.string().trim().max(40) })

/** Takes the demo county out, for an administrator who has typed the word. */
export function demoRouter(runtime: Runtime): Router {
  const router = Router()
  router.post(
    '/clear',
    express.json({ limit: '1kb' }),
    action(async (req) => {
      const me = await signedIn(runtime, req)
      requireRole(me, 'admin')
      if (parse(confirmation, req.body).word !== clearingWord) throw new CodedError('bad-request')
      const settings = await runtime.payload.findGlobal({ slug: 'settings', depth: 0 })
      if (!settings.demo) throw new CodedError('conflict')
      return { cleared: await clearDemo(runtime, me) }
    }),
  )
  return router
}
