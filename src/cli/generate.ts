import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { generateImportMap, getPayload } from 'payload'
import { generateTypes } from 'payload/node'
import config from '../payload.config'

/**
 * `npm run generate`: rewrites types and import map and, with `--migration <name>`, writes a migration from the last committed one.
 * The launcher names an empty scratch database; the results are committed.
 */
async function generate(argv: string[]): Promise<void> {
  const sanitized = await config
  await generateTypes(sanitized, { log: true })
  const importMap = path.resolve('src/app/(payload)/admin/importMap.js')
  if (!existsSync(importMap)) writeFileSync(importMap, 'export const importMap = {}\n')
  await generateImportMap(sanitized, { force: true, log: true })
  const named = argv.indexOf('--migration')
  if (named < 0) return
  const payload = await getPayload({ config: sanitized })
  await payload.db.createMigration({ migrationName: argv[named + 1] ?? 'change', payload, skipEmpty: true })
}

await generate(process.argv.slice(2))
process.exit(0)
