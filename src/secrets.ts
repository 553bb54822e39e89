import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Env } from './env'

/**
 * Makes the data directory and the secrets kept in it, and hands them to the process:
 * Next reads its own module graph and its environment later than we do.
 */
export function ensureSecrets(env: Env): Env & { PAYLOAD_SECRET: string } {
  mkdirSync(path.join(env.DATA_DIR, 'tmp'), { recursive: true })
  const secret = env.PAYLOAD_SECRET ?? kept(env, 'secret', () => randomBytes(32).toString('hex'))
  process.env.PAYLOAD_SECRET = secret
  process.env.DATABASE_URL = env.DATABASE_URL
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = kept(env, 'actions-key', () => randomBytes(32).toString('base64'))
  return { ...env, PAYLOAD_SECRET: secret }
}

function kept(env: Env, name: string, make: () => string): string {
  const file = path.join(env.DATA_DIR, name)
  try {
    // `wx` fails when another start made it first: then that one counts.
    writeFileSync(file, make(), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}
