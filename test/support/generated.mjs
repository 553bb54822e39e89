import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { one, run } from './runners.mjs'

const FILES = ['src/payload-types.ts', 'src/app/(payload)/admin/importMap.js']
const MIGRATIONS = 'src/migrations'

/**
 * Types, import map and migrations must be what the collections make of them. They are generated once more and compared;
 * the working tree is left as it was, so that the check says what is missing and changes nothing.
 */
export async function checkGenerated() {
  const before = contents()
  const env = { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error' }
  const generate = ['src/launch.mjs', 'generate', '--migration', 'drift']
  const { status, said } = await run(process.execPath, generate, { env })
  const after = contents()
  const stale = [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file))
  for (const file of stale)
    if (before.has(file)) writeFileSync(file, before.get(file))
    else rmSync(file)
  const current = status === 0 && stale.length === 0
  const wanted = `out of date, run "npm run generate" (with "-- --migration <name>"): ${stale.join(', ')}\n`
  return { ...one(current), said: `${status === 0 ? '' : said}${stale.length ? wanted : ''}` }
}

function contents() {
  const migrations = readdirSync(MIGRATIONS).map((name) => path.join(MIGRATIONS, name))
  return new Map([...FILES, ...migrations].map((file) => [file, readFileSync(file, 'utf8')]))
}
