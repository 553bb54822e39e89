import { lookup } from 'node:dns/promises'
import { request as http, type IncomingMessage } from 'node:http'
import { request as https } from 'node:https'
import { BlockList, isIP } from 'node:net'
import type { FailureCode } from './contract'

type Post = { url: string; body: string; headers: Record<string, string>; allowPrivate: boolean; timeoutMs?: number }
export type Answer = { status: number; body: string } | { fault: FailureCode; detail: string }

const MOST_READ = 64 * 1024

/**
 * Posts to an address that a person of an office typed in. The name is resolved once, every address of it is checked,
 * and the connection goes to the checked one: a name that turns private between check and call gains nothing (SSRF).
 * Redirects are not followed. Never throws.
 */
export async function postOut({ url, body, headers, allowPrivate, timeoutMs = 10_000 }: Post): Promise<Answer> {
  const target = parsed(url)
  if (!target) return { fault: 'no-address', detail: url }
  const host = target.hostname.replace(/^\[|\]$/g, '')
  let addresses: { address: string; family: number }[]
  try {
    addresses = await lookup(host, { all: true })
  } catch (error) {
    return { fault: 'unreachable', detail: codeOf(error) }
  }
  if (!allowPrivate && addresses.some(({ address }) => isPrivate(address)))
    return { fault: 'private-address', detail: host }
  const pinned = addresses[0]!

  return new Promise<Answer>((resolve) => {
    const send = target.protocol === 'https:' ? https : http
    const call = send(target, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      agent: false,
      lookup: (_host, options, done) =>
        options.all ? done(null, [pinned]) : done(null, pinned.address, pinned.family),
    })
    const timer = setTimeout(() => call.destroy(Object.assign(new Error('timeout'), { code: 'TIMEOUT' })), timeoutMs)
    const end = (answer: Answer) => {
      clearTimeout(timer)
      resolve(answer)
    }
    call.on('error', (error) => {
      const code = codeOf(error)
      end(code === 'TIMEOUT' ? { fault: 'timeout', detail: `${timeoutMs} ms` } : { fault: 'unreachable', detail: code })
    })
    call.on('response', (response) => {
      readSome(response).then(
        (text) => end({ status: response.statusCode ?? 0, body: text }),
        (error: unknown) => end({ fault: 'unreachable', detail: codeOf(error) }),
      )
    })
    call.end(body)
  })
}

/** Not for the open internet: loopback, private, link-local (with cloud metadata), shared, multicast, reserved. */
export function isPrivate(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  const plain = mapped ?? address
  const family = isIP(plain)
  if (family === 0) return true
  return blocked.check(plain, family === 4 ? 'ipv4' : 'ipv6')
}

const blocked = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  blocked.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 127],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  blocked.addSubnet(net, bits, 'ipv6')

function parsed(url: string): URL | null {
  if (!URL.canParse(url)) return null
  const target = new URL(url)
  return /^https?:$/.test(target.protocol) && !target.username && !target.password ? target : null
}

async function readSome(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let read = 0
  for await (const part of response as AsyncIterable<Buffer>) {
    parts.push(part)
    read += part.length
    if (read > MOST_READ) break
  }
  return Buffer.concat(parts).toString('utf8').slice(0, MOST_READ)
}

const codeOf = (error: unknown): string =>
  (error as { code?: string }).code ?? (error instanceof Error ? error.message : String(error))
