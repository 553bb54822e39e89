import { createServer } from 'node:net'
import type { Env } from './env'
import { CodedError } from './lib/errors'

/** Throws EADDRINUSE or EACCES before anything is opened, so that a second start never touches the first one's database. */
export function portIsFree({ PORT, HOST }: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(PORT, HOST, () => probe.close(() => resolve()))
  })
}

/** What the person at the terminal reads when the product does not start: what is wrong and what to do. */
export function startFault(error: unknown): string {
  if (error instanceof CodedError && error.code === 'env-invalid') {
    const faults = (error.details?.faults as string[]) ?? []
    return [
      '环境变量有误，没有启动 / the environment is not valid, not started:',
      ...faults.map((fault) => `  - ${fault}`),
    ].join('\n')
  }
  if (error instanceof CodedError && error.code === 'already-running') return error.message
  const { code, port, path } = error as { code?: string; port?: number; path?: string }
  if (code === 'EADDRINUSE')
    return both(
      `端口 ${port} 已被占用，没有启动。换一个端口：PORT=${port! + 1} npm start`,
      `Port ${port} is in use, not started. Take another: PORT=${port! + 1} npm start`,
    )
  if (code === 'EACCES' && port)
    return both(`没有权限使用端口 ${port}，请用 1024 以上的端口。`, `Port ${port} is not allowed; take one above 1024.`)
  if (code && path && UNWRITABLE.has(code))
    return both(
      `数据目录写不进去：${path}（${code}）。请检查 DATA_DIR 和目录权限。`,
      `The data directory cannot be written: ${path} (${code}). Check DATA_DIR and its permissions.`,
    )
  return `没有启动 / not started: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}

const UNWRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT', 'EEXIST', 'ENOSPC'])

const both = (zh: string, en: string) => `${zh}\n${en}`
