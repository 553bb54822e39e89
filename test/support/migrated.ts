import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { getPayload } from 'payload'
import type { Env } from '../../src/env'
import { hashOf } from '../../src/launch/hash.mjs'
import { makeConfig } from '../../src/makeConfig'
import { migrations } from '../../src/migrations'
import { CACHE } from './cache'

/**
 * Lays an empty database as the migrations leave it where the settings want a SQLite file and there is none. The
 * migrations run once; what they made is kept by the content of what decides it, and copied.
 */
export async function layMigrated(env: Env): Promise<void> {
  const file = env.DATABASE_URL.replace(/^file:/, '')
  if (file === env.DATABASE_URL || existsSync(file)) return
  const kept = path.join(CACHE, `${hashOf(['src/migrations', 'package-lock.json'])}.db`)
  if (!existsSync(kept)) await migrate(env, kept)
  copyFileSync(kept, file)
}

/** Two processes may do this at once: each makes its own file, and the last one stays. */
async function migrate(env: Env, to: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true })
  const [working, whole] = [path.join(CACHE, `${randomUUID()}.part`), path.join(CACHE, `${randomUUID()}.part`)]
  const config = makeConfig({ ...env, DATABASE_URL: `file:${working}` })
  const payload = await getPayload({ config, key: randomUUID() })
  await payload.db.migrate({ migrations: migrations as never })
  await (payload.db as unknown as Sqlite).client.execute({ sql: 'VACUUM INTO ?', args: [whole] })
  await payload.destroy()
  for (const more of ['', '-wal', '-shm']) rmSync(working + more, { force: true })
  renameSync(whole, to)
}
type Sqlite = { client: { execute(statement: { sql: string; args: string[] }): Promise<unknown> } }
