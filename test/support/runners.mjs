import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import path from 'node:path'
import { bin } from '../../src/launch/environment.mjs'

/** A runner that counts as one test: it ends with 0 or it has failed. */
export async function step(command, args, options) {
  const { status, said } = await run(command, args, options)
  return { ...one(status === 0), said }
}

export const one = (passed) => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 })

/**
 * One vitest project, counted from its own report, with the time of every file. A file that does not load, or a runner
 * that breaks, has failed.
 */
export async function vitest(project, scratch, options) {
  const report = path.join(scratch, `${project}.json`)
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { status, said } = await run(bin('vitest'), args, options)
  if (!existsSync(report)) return { ...one(false), said }
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const count = countOf(testResults)
  if (status !== 0 && count.failed === 0) count.failed = 1
  if (count.passed + count.failed === 0) count.failed = 1
  const files = testResults.map(({ name, startTime, endTime }) => ({ name, project, ms: endTime - startTime }))
  return { ...count, said, files }
}

/** Runs to its end. What it says is kept: several run at the same time, and each is to be read in one piece. */
export function run(command, args, { aside = false, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    if (aside && child.pid) setPriority(child.pid, 10)
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text))
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, said }))
  })
}

function countOf(testResults) {
  const count = { passed: 0, failed: 0, skipped: 0 }
  for (const file of testResults) {
    const before = count.failed
    for (const { status } of file.assertionResults)
      count[status === 'passed' || status === 'failed' ? status : 'skipped'] += 1
    if (file.status === 'failed' && count.failed === before) count.failed += 1
  }
  return count
}
