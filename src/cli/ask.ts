import { request, type IncomingMessage } from 'node:http'
import path from 'node:path'
import { CodedError } from '../lib/errors'
import type { ErrorCode } from '../lib/errorCodes'
import type { Step } from './verbs'

/** A Unix socket's path may have about 100 bytes; a data directory with a longer one is reached from inside. */
export const socketOf = (dataDir: string) => {
  const full = path.resolve(dataDir, 'mingbai.sock')
  const near = path.relative(process.cwd(), full)
  return near.length < full.length ? near : full
}

/** What the server says, one JSON a line. */
export type Line =
  { progress: Step } | { result: unknown } | { error: { code: string; message: string; details?: unknown } }

/**
 * Asks the running server. Resolves to `{ absent: true }` when none listens.
 * @throws CodedError what the server answered.
 */
export async function askServer(dataDir: string, name: string, input: unknown, onProgress: (step: Step) => void) {
  const res = await new Promise<IncomingMessage | null>((resolve, reject) => {
    const req = request({ socketPath: socketOf(dataDir), path: `/${name}`, method: 'POST' }, resolve)
    req.once('error', (error: NodeJS.ErrnoException) =>
      ['ENOENT', 'ECONNREFUSED'].includes(error.code ?? '') ? resolve(null) : reject(error),
    )
    req.end(JSON.stringify(input))
  })
  if (!res) return { absent: true as const }
  let rest = ''
  for await (const chunk of res.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()!
    for (const line of lines) {
      const said = JSON.parse(line) as Line
      if ('progress' in said) onProgress(said.progress)
      else if ('result' in said) return { absent: false as const, result: said.result }
      else
        throw new CodedError(
          said.error.code as ErrorCode,
          said.error.message,
          said.error.details as Record<string, unknown>,
        )
    }
  }
  throw new CodedError('unavailable', '服务中途停了，请看服务的日志再试 / the server stopped before it answered')
}
