import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { table, type Row } from './table'

/** `npm run bench [-- page|beacon|media|planner]`: ratios within one run on this machine; absolute numbers are only for the record. */
const benches = ['page', 'beacon', 'media', 'planner']
const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const unknown = asked.filter((name) => !benches.includes(name))
if (unknown.length) {
  console.error(`unknown bench: ${unknown.join(', ')}; there are ${benches.join(', ')}`)
  process.exit(2)
}
const chosen = asked.length ? asked : benches
if (chosen.some((name) => name !== 'media') && spawnSync('wrk', ['-v']).error) {
  console.error('wrk is missing: apt-get install wrk')
  process.exit(1)
}

for (const name of chosen) {
  const file = new URL(`./${name}.ts`, import.meta.url)
  if (!existsSync(file)) {
    console.log(`${name}: not there yet`)
    continue
  }
  const { run } = (await import(file.href)) as { run(): Promise<Row[] | string | void> }
  const result = await run()
  if (result) console.log(`\n${typeof result === 'string' ? result : table(name, result)}`)
}
process.exit(0)
