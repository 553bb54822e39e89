import type { RequestHandler } from 'express'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { handleEndpoints } from 'payload'
import { createApp } from '../../src/http/app'
import type { Runtime } from '../../src/runtime'
import { PASSWORD } from './county'

/** The real Express app over real HTTP; Payload's REST answers by its own handler, without a Next build. */
export async function serve(runtime: Runtime) {
  const rest: RequestHandler = (req, res, next) => {
    const headers = new Headers()
    for (const [name, value] of Object.entries(req.headers)) if (typeof value === 'string') headers.set(name, value)
    const hasBody = req.method !== 'GET' && req.method !== 'HEAD'
    const request = new Request(`http://localhost${req.originalUrl}`, {
      method: req.method,
      headers,
      ...(hasBody ? { body: Readable.toWeb(req) as never, duplex: 'half' } : {}),
    } as RequestInit)
    handleEndpoints({ config: runtime.payload.config, payloadInstanceCacheKey: keyOf(runtime), request })
      .then(async (answer) => {
        res.status(answer.status)
        answer.headers.forEach((value, name) => res.appendHeader(name, value))
        res.end(Buffer.from(await answer.arrayBuffer()))
      })
      .catch(next)
  }
  const server = createServer(createApp(runtime, rest))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const call = async (path: string, init: RequestInit & { token?: string; json?: unknown } = {}) => {
    const { token, json, ...rest } = init
    const answer = await fetch(origin + path, {
      redirect: 'manual',
      ...rest,
      ...(json === undefined ? {} : { method: rest.method ?? 'POST', body: JSON.stringify(json) }),
      headers: {
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `JWT ${token}` } : {}),
        ...rest.headers,
      },
    })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, text, body: parsed(text) }
  }
  return {
    origin,
    call,
    signIn: async (username: string, password = PASSWORD): Promise<string> => {
      const { body } = await call('/api/users/login', { json: { username, password } })
      return (body as { token: string }).token
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

/** Under which key Payload keeps this instance: its REST handler would otherwise start a second one. */
function keyOf({ payload }: Runtime): string | undefined {
  const kept = (globalThis as { _payload?: Map<string, { payload: unknown }> })._payload
  return [...(kept ?? [])].find(([, entry]) => entry.payload === payload)?.[0]
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
function parsed(text: string): any {
  try {
    return JSON.parse(text)
  } catch {
    return null // a page, not JSON
  }
}
