import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { takeLock } from '../../src/cli/lock'

let folder: string
const file = () => path.join(folder, 'mingbai.lock')
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'mingbai-lock-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const left = (holder: object) =>
  writeFileSync(file(), JSON.stringify({ born: '', host: hostname(), what: 'server', ...holder }))

it('is held by one, and free again when released', () => {
  const lock = takeLock(folder, 'server')
  expect(statSync(file()).mode & 0o777).toBe(0o600)
  expect(() => takeLock(folder, 'cli')).toThrow(expect.objectContaining({ code: 'already-running' }))
  lock.release()
  expect(existsSync(file())).toBe(false)
  takeLock(folder, 'cli').release()
})

it('names the process that holds it, as long as that lives', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  const { stdout } = spawnSync('cut', ['-d', ' ', '-f', '22', `/proc/${other.pid}/stat`])
  left({ pid: other.pid, born: stdout.toString().trim() })
  expect(() => takeLock(folder, 'cli')).toThrow(String(other.pid))
  other.kill('SIGKILL')
  await once(other, 'exit')
  takeLock(folder, 'cli').release()
})

it('is taken over from a pid that belongs to another process by now', () => {
  left({ pid: process.ppid, born: 'another time' })
  takeLock(folder, 'cli').release()
})

it('is taken over from another machine only after half a minute of silence', () => {
  left({ pid: 1, host: 'the-container-before' })
  expect(() => takeLock(folder, 'server')).toThrow(expect.objectContaining({ code: 'already-running' }))
  const long = new Date(Date.now() - 60_000)
  utimesSync(file(), long, long)
  takeLock(folder, 'server').release()
})

it('is taken over when a crash left it half written', () => {
  writeFileSync(file(), '{"pi')
  takeLock(folder, 'server').release()
})
