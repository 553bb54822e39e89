import { cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { createClient } from '@libsql/client'
import { CodedError } from '../lib/errors'
import { ownsItsFile } from './lock'
import type { Product } from './product'
import type { Step } from './verbs'

/** Folders of the data directory that cannot be made again. Temporary files and the logs of a run are not. */
const KEPT = ['uploads', 'media', 'streams']
const SECRETS = ['secret', 'actions-key']

export type Backup = { folder: string; databases: string[]; folders: string[]; bytes: number }

/**
 * Copies databases (`VACUUM INTO`: consistent while residents read and write), uploads, films and secrets into a new
 * folder below `to`. It appears under its name only when it is whole. MongoDB is backed up with `mongodump`.
 */
export async function backUp({ env, clock }: Product, to: string, onProgress: (step: Step) => void): Promise<Backup> {
  const stamp = clock.now().toISOString().replace(/[-:]/g, '').slice(0, 15)
  const folder = path.resolve(to, `mingbai-${stamp}`)
  if (await exists(folder)) throw new CodedError('conflict', `已经有 ${folder}`)
  const half = `${folder}.unfinished`
  await mkdir(half, { recursive: true, mode: 0o700 })
  const entries = await readdir(env.DATA_DIR)
  const databases = entries.filter((name) => name.endsWith('.db'))
  if (ownsItsFile(env) && !databases.length)
    throw new CodedError('not-found', `数据目录 ${env.DATA_DIR} 里没有数据库文件`)
  const folders = KEPT.filter((name) => entries.includes(name))
  const secrets = SECRETS.filter((name) => entries.includes(name))
  const total = databases.length + folders.length + secrets.length
  let done = 0
  try {
    for (const name of databases) {
      await vacuumInto(path.join(env.DATA_DIR, name), path.join(half, name))
      onProgress({ done: ++done, total, file: name })
    }
    for (const name of [...folders, ...secrets]) {
      await cp(path.join(env.DATA_DIR, name), path.join(half, name), { recursive: true, preserveTimestamps: true })
      onProgress({ done: ++done, total, file: name })
    }
    const bytes = await sizeOf(half)
    await rename(half, folder)
    return { folder, databases, folders, bytes }
  } catch (error) {
    await rm(half, { recursive: true, force: true })
    throw error
  }
}

/** A connection of its own: WAL readers do not hold up the writer. */
async function vacuumInto(from: string, into: string) {
  const client = createClient({ url: `file:${path.resolve(from)}` })
  try {
    await client.execute('PRAGMA busy_timeout = 10000')
    await client.execute({ sql: 'VACUUM INTO ?', args: [into] })
  } finally {
    client.close()
  }
}

const exists = (file: string) => stat(file).then(Boolean, () => false)

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const sizes = await Promise.all(
    files.map(async (entry) => (await stat(path.join(entry.parentPath, entry.name))).size),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
