import { mkdirSync, readFileSync, statSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'
import { CodedError } from '../lib/errors'

const BEAT = 5_000
const SILENT = 30_000

type Holder = { pid: number; born: string; host: string; what: 'server' | 'cli' }
export type Lock = { release(): void }

/** SQLite: the database is a file that one process opens. A MongoDB server takes any number. */
export const ownsItsFile = (env: { DATABASE_URL: string }): boolean => env.DATABASE_URL.startsWith('file:')

/**
 * One process a SQLite database: server or command line. A lock left behind by a crash is taken over: its process is
 * gone (on this machine), or it has not been touched for half a minute (another container on the same volume).
 * @throws CodedError `already-running`, with the pid of the holder.
 */
export function takeLock(dataDir: string, what: Holder['what']): Lock {
  mkdirSync(dataDir, { recursive: true })
  const file = path.join(dataDir, 'mingbai.lock')
  const mine: Holder = { pid: process.pid, born: bornAt(process.pid), host: hostname(), what }
  for (let tries = 0; ; tries++) {
    try {
      writeFileSync(file, JSON.stringify(mine), { flag: 'wx', mode: 0o600 }) // `wx`: only one can make it
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = read(file)
    if (tries >= 3 || (holder && alive(holder, file))) throw refused(dataDir, holder)
    remove(file)
  }
  const beat = setInterval(() => {
    const now = new Date()
    if (read(file)?.pid === mine.pid) utimesSync(file, now, now)
  }, BEAT).unref()
  const release = () => {
    clearInterval(beat)
    process.off('exit', release)
    const holder = read(file)
    if (holder?.pid === mine.pid && holder.born === mine.born) remove(file)
  }
  process.on('exit', release)
  return { release }
}

function refused(dataDir: string, holder: Holder | null) {
  const who = holder ? `${holder.what === 'server' ? '服务' : '命令行'}，进程 ${holder.pid}` : '另一个进程'
  return new CodedError(
    'already-running',
    `数据目录 ${dataDir} 正被使用（${who}）。先停下它，再启动。/ ${dataDir} is in use (pid ${holder?.pid ?? '?'}); stop that process first.`,
    { ...holder },
  )
}

function alive(holder: Holder, file: string): boolean {
  if (holder.host !== hostname()) return Date.now() - statSync(file).mtimeMs < SILENT
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return bornAt(holder.pid) === holder.born // else the pid was given to somebody else since
}

/** Start of a process in clock ticks since boot, where the system tells; a reused pid has another. */
function bornAt(pid: number): string {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return fields.slice(fields.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return '' // no /proc on this system: the pid alone has to do
  }
}

function read(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return null // gone meanwhile, or half written by a crash
  }
}

function remove(file: string) {
  try {
    unlinkSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
