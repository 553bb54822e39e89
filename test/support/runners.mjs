import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { bin } from '../../src/launch/environment.mjs'

/** A runner that counts as one test: it ends with 0 or it has failed. */
export function step(command, args) {
  return one(spawnSync(command, args, { stdio: 'inherit' }).status === 0)
}

export const one = (passed) => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 })

/** One vitest project, counted from its own report. A file that does not load, or a runner that breaks, has failed. */
export function vitest(project, scratch) {
  const report = path.join(scratch, `${project}.json`)
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { status } = spawnSync(bin('vitest'), args, { stdio: 'inherit' })
  if (!existsSync(report)) return one(false)
  const count = countOf(JSON.parse(readFileSync(report, 'utf8')))
  if (status !== 0 && count.failed === 0) count.failed = 1
  if (count.passed + count.failed === 0) count.failed = 1
  return count
}

function countOf({ testResults }) {
  const count = { passed: 0, failed: 0, skipped: 0 }
  for (const file of testResults) {
    const before = count.failed
    for (const { status } of file.assertionResults)
      count[status === 'passed' || status === 'failed' ? status : 'skipped'] += 1
    if (file.status === 'failed' && count.failed === before) count.failed += 1
  }
  return count
}

export const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(0)} s`
