import { chmodSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { CodedError, errorBody } from '../lib/errors'
import { socketOf, type Line } from './ask'
import type { Product } from './product'
import { runVerb } from './verbs'

const LONGEST = 64 * 1024
/**
 * The server's side door for the operator: the file system says who may use it (mode 0600), so no password is asked.
 * One verb a request, answered line by line as NDJSON: progress, then a result or an error.
 */
export async function listenSocket(product: Product): Promise<{ close(): Promise<void> }> {
  const file = socketOf(product.env.DATA_DIR)
  rmSync(file, { force: true }) // we hold the lock: whoever left it here is gone
  const server = createServer((req, res) => void answer(product, req, res))
  const before = process.umask(0o177)
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(file, resolve))
    chmodSync(file, 0o600)
  } catch (error) {
    // A file system without sockets, or too long a path: the site is worth more than the side door.
    product.log.warn({ err: error }, 'the command line cannot reach this server; stop it to run a verb')
    return { close: () => Promise.resolve() }
  } finally {
    process.umask(before)
  }
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(product: Product, req: IncomingMessage, res: ServerResponse) {
  const say = (line: Line) => void res.write(`${JSON.stringify(line)}\n`)
  res.writeHead(200, { 'content-type': 'application/x-ndjson' })
  try {
    const name = decodeURIComponent(req.url ?? '/').slice(1)
    const result = await runVerb(product, name, JSON.parse(await bodyOf(req)), (progress) => say({ progress }))
    say({ result })
  } catch (error) {
    if (!(error instanceof CodedError)) product.log.error({ err: error, verb: req.url }, 'verb failed')
    say(errorBody(error))
  }
  res.end()
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of req.setEncoding('utf8')) {
    body += chunk
    if (body.length > LONGEST) throw new CodedError('too-large')
  }
  return body || '{}'
}
