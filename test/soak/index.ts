import { run as kills } from './kills'
import { run as longFilm } from './longFilm'
import { run as mutants } from './mutants'
import { table, type Round } from './table'

/** `npm run soak [-- mutants|kills|long]`: the long forms of the fault tests; `npm test` runs a short one of each. */
const soaks: Record<string, () => Promise<Round[]>> = { mutants, kills, long: longFilm }

const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const unknown = asked.filter((name) => !soaks[name])
if (unknown.length) {
  console.error(`unknown soak: ${unknown.join(', ')}; there are ${Object.keys(soaks).join(', ')}`)
  process.exit(2)
}
const rounds: Round[] = []
for (const name of asked.length ? asked : Object.keys(soaks)) {
  const began = performance.now()
  try {
    rounds.push(...(await soaks[name]!()))
  } catch (error) {
    console.error(error)
    rounds.push({ what: name, rounds: '', found: String(error).slice(0, 100), verdict: 'FAIL' })
  }
  console.log(`${name}: ${Math.round((performance.now() - began) / 1000)} s`)
}
console.log(`\n${table(rounds)}`)
process.exit(rounds.some(({ verdict }) => verdict === 'FAIL') ? 1 : 0)
