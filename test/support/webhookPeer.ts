import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'

export const SECRET = `whsec_${Buffer.from('a webhook secret for tests only').toString('base64')}`

type Answer = { status: number; body?: string; headers?: Record<string, string>; hangUp?: boolean }

/** A partner's endpoint on loopback that really checks signatures. `answer` decides what it says to the next calls. */
export async function webhookPeer() {
  const seen: { id: string; body: { type: string; data: Record<string, never> } }[] = []
  const forged: string[] = []
  let answer: (call: number) => Answer = () => ({ status: 200, body: '{"id":"kept-1"}' })
  let calls = 0
  const server = createServer((req, res) => {
    const parts: Buffer[] = []
    req.on('data', (part: Buffer) => parts.push(part))
    req.on('end', () => {
      const raw = Buffer.concat(parts).toString()
      const id = String(req.headers['webhook-id'])
      try {
        verify(raw, req.headers as Record<string, string>)
        seen.push({ id, body: JSON.parse(raw) })
      } catch {
        forged.push(id)
      }
      const { status, body, headers, hangUp } = answer(++calls)
      if (hangUp) return void req.socket.destroy()
      res.writeHead(status, headers).end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    seen,
    forged,
    says: (next: typeof answer) => void (answer = next),
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

/** The signature is checked by the library's own verifier; its five-minute window is about the wall clock, so the test's moved clock is undone. */
function verify(raw: string, headers: Record<string, string>) {
  const at = new Date(Number(headers['webhook-timestamp']) * 1000)
  const expected = new Webhook(SECRET).sign(headers['webhook-id']!, at, raw)
  if (expected !== headers['webhook-signature']) throw new Error('bad signature')
}
