import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { CodedError } from '../lib/errors'

const MOST_BYTES = 32 * 1024
const ACCEPTED = /^(application\/json|text\/plain)\s*(;|$)/i

/** The JSON of a request. Throws `unsupported-type`, `too-large`, `bad-request`. */
export async function readBody(req: IncomingMessage): Promise<unknown> {
  if (!ACCEPTED.test(req.headers['content-type'] ?? '')) throw new CodedError('unsupported-type')
  if (req.headers['content-encoding']) throw new CodedError('unsupported-type')
  if (Number(req.headers['content-length'] ?? 0) > MOST_BYTES) throw new CodedError('too-large')
  const text = await bytes(req)
  try {
    if (!isUtf8(text)) throw new SyntaxError('not UTF-8')
    return JSON.parse(text.toString('utf8'))
  } catch (cause) {
    const faults = [{ index: -1, path: '', message: 'must be JSON in UTF-8' }]
    throw new CodedError('bad-request', undefined, { faults }, { cause })
  }
}

function bytes(req: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    req.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > MOST_BYTES) {
        req.pause()
        return reject(new CodedError('too-large'))
      }
      chunks.push(chunk)
    })
    req.on('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)))
    req.on('error', reject)
    req.on('aborted', () => reject(new CodedError('bad-request')))
  })
}

/** Whose request it is, behind as many proxies as the operator said; never written down. */
export function clientAddress(req: IncomingMessage, proxies: number): string {
  const own = req.socket.remoteAddress ?? ''
  if (!proxies) return own
  const forwarded = String(req.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  return forwarded.at(-proxies) ?? forwarded[0] ?? own
}
