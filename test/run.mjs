// `npm test`: sets up by itself, runs every kind of test, and counts. `--no-browser` leaves out the journeys.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bin, prepareEnvironment } from '../src/launch/environment.mjs'
import { install } from '../src/launch/install.mjs'
import { checkGenerated } from './support/generated.mjs'
import { step, vitest } from './support/runners.mjs'

const browser = !process.argv.includes('--no-browser')
prepareEnvironment()
process.env.CI ||= 'true'
if (!process.stdout.isTTY) process.env.NO_COLOR = '1'
install()

const scratch = mkdtempSync(path.join(tmpdir(), 'mingbai-tests-'))
const node = process.execPath
const started = performance.now()
const total = { passed: 0, failed: 0, skipped: 0 }
const lines = []
const files = []

// Two cores: the journeys mostly wait for a browser, and what computes goes on aside, with the time they leave. The
// generated files come first, because the check puts others in their place for a moment.
const aside = { aside: true }
await Promise.all([
  during('generated files', () => checkGenerated()),
  during('format', () => step(bin('prettier'), ['--check', '--log-level', 'warn', '.'])),
])
await Promise.all([
  inTurn([
    ['types', () => step(bin('tsc'), ['--noEmit'], aside)],
    ['lint and import zones', () => step(bin('eslint'), ['.'], aside)],
    ['unit and integration', () => vitest('unit', scratch, aside)],
    ['the same on MongoDB', () => vitest('mongodb', scratch, aside)],
  ]),
  browser &&
    inTurn([
      ['build', () => step(node, ['src/launch.mjs', 'build'])],
      ['browser journeys', () => vitest('journeys', scratch)],
    ]),
])
rmSync(scratch, { recursive: true, force: true })

files.sort((a, b) => b.ms - a.ms)
console.log('\nThe slowest files:')
for (const { name, project, ms } of files.slice(0, 10))
  console.log(`${(ms / 1000).toFixed(0).padStart(5)} s  ${project}  ${path.relative('.', name)}`)
console.log(`\n${lines.join('\n')}\n${seconds(started)} in all\n`)
process.exitCode = total.failed ? 1 : 0
console.log(words(total))

async function inTurn(runners) {
  for (const [name, run] of runners) await during(name, run)
}

async function during(name, run) {
  const from = performance.now()
  console.log(`> ${name} …`)
  const { said = '', files: those = [], ...count } = await run()
  for (const key of Object.keys(total)) total[key] += count[key]
  lines.push(`${count.failed ? 'FAIL' : 'ok  '} ${name}: ${words(count)}, ${seconds(from)}`)
  files.push(...those)
  console.log(`\n> ${name}\n${said}${lines.at(-1)}`)
}

function words({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
}

function seconds(from) {
  return `${((performance.now() - from) / 1000).toFixed(0)} s`
}
