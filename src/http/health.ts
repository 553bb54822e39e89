import { Router } from 'express'
import { constants } from 'node:fs'
import { access, statfs } from 'node:fs/promises'
import type { Runtime } from '../runtime'

const LEAST_FREE_BYTES = 200 * 1024 * 1024

/** `/healthz`: the process answers. `/readyz`: it can do its work; 503 with reasons otherwise. */
export function health({ payload, env }: Runtime): Router {
  const router = Router()
  router.get('/healthz', (_req, res) => void res.set('cache-control', 'no-store').json({ status: 'ok' }))
  router.get('/readyz', async (_req, res) => {
    const checks = {
      database: await holds(() => payload.count({ collection: 'topics' })),
      disk: await holds(() => disk(env.DATA_DIR)),
    }
    const reasons = Object.entries(checks).flatMap(([name, fault]) => (fault ? [{ name, fault }] : []))
    res.status(reasons.length ? 503 : 200).set('cache-control', 'no-store')
    res.json({ status: reasons.length ? 'unavailable' : 'ok', reasons })
  })
  return router
}

async function disk(folder: string) {
  await access(folder, constants.W_OK)
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < LEAST_FREE_BYTES) throw new Error('less than 200 MB free')
}

async function holds(check: () => Promise<unknown>): Promise<string | null> {
  return check().then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
}
