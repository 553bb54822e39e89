// `npm test`: sets up by itself, runs every kind of test, and counts. `--no-browser` leaves out the journeys.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bin, prepareEnvironment } from '../src/launch/environment.mjs'
import { install } from '../src/launch/install.mjs'
import { checkGenerated } from './support/generated.mjs'
import { seconds, step, vitest } from './support/runners.mjs'

const browser = !process.argv.includes('--no-browser')
prepareEnvironment()
process.env.CI ||= 'true'
if (!process.stdout.isTTY) process.env.NO_COLOR = '1'
install()

const scratch = mkdtempSync(path.join(tmpdir(), 'mingbai-tests-'))
const node = process.execPath
const runners = [
  ['format', () => step(bin('prettier'), ['--check', '--log-level', 'warn', '.'])],
  ['lint and import zones', () => step(bin('eslint'), ['.'])],
  ['types', () => step(bin('tsc'), ['--noEmit'])],
  ['generated files', () => checkGenerated()],
  ['unit and integration', () => vitest('unit', scratch)],
  ['the same on MongoDB', () => vitest('mongodb', scratch)],
  ...(browser
    ? [
        ['build', () => step(node, ['src/launch.mjs', 'build'])],
        ['browser journeys', () => vitest('journeys', scratch)],
      ]
    : []),
]

const started = performance.now()
const total = { passed: 0, failed: 0, skipped: 0 }
const lines = []
for (const [name, run] of runners) {
  console.log(`\n> ${name}`)
  const from = performance.now()
  const count = run()
  for (const key of Object.keys(total)) total[key] += count[key]
  lines.push(`${count.failed ? 'FAIL' : 'ok  '} ${name}: ${words(count)}, ${seconds(from)}`)
}
rmSync(scratch, { recursive: true, force: true })

console.log(`\n${lines.join('\n')}\n${seconds(started)} in all\n`)
process.exitCode = total.failed ? 1 : 0
console.log(words(total))

function words({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
}
