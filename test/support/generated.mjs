import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { one } from './runners.mjs'

const FILES = ['src/payload-types.ts', 'src/app/(payload)/admin/importMap.js']
const MIGRATIONS = 'src/migrations'

/**
 * Types, import map and migrations must be what the collections make of them. They are generated once more and compared;
 * the working tree is left as it was, so that the check says what is missing and changes nothing.
 */
export function checkGenerated() {
  const before = contents()
  const { status } = spawnSync(process.execPath, ['src/launch.mjs', 'generate', '--migration', 'drift'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error' },
  })
  const after = contents()
  const stale = [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file))
  for (const file of stale)
    if (before.has(file)) writeFileSync(file, before.get(file))
    else rmSync(file)
  if (stale.length)
    console.error(`out of date, run "npm run generate" (with "-- --migration <name>"): ${stale.join(', ')}`)
  return one(status === 0 && stale.length === 0)
}

function contents() {
  const migrations = readdirSync(MIGRATIONS).map((name) => path.join(MIGRATIONS, name))
  return new Map([...FILES, ...migrations].map((file) => [file, readFileSync(file, 'utf8')]))
}
