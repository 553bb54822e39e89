import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { compile } from '../../src/build.mjs'
import { hashOf } from '../../src/launch/hash.mjs'
import { CACHE } from './cache'

const SOURCES = ['src', 'collections', 'media', 'campaigns', 'test', 'package-lock.json']
const HOUR = 3_600_000

/**
 * A TypeScript file of ours as a program for plain Node, kept by the content of all sources: a process that has to
 * translate the product first takes five seconds to start, this one starts in one. Its path.
 */
export async function compiled(file: string): Promise<string> {
  const name = path.basename(file, '.ts')
  const kept = path.join(CACHE, `${name}-${hashOf(SOURCES, file).slice(0, 16)}`)
  if (!existsSync(kept)) await keep(kept, name, file)
  return path.join(kept, `${name}.js`)
}

async function keep(kept: string, name: string, file: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true })
  const outdated = readdirSync(CACHE).filter((other) => other.startsWith(`${name}-`))
  for (const folder of outdated.map((other) => path.join(CACHE, other)))
    if (statSync(folder).mtimeMs < Date.now() - HOUR) rmSync(folder, { recursive: true, force: true })
  const fresh = mkdtempSync(path.join(CACHE, 'part-'))
  await compile(fresh, { [name]: file })
  try {
    renameSync(fresh, kept)
  } catch (error) {
    if (!existsSync(kept)) throw error // else another process was first, with the same
    rmSync(fresh, { recursive: true, force: true })
  }
}
