import { expect } from 'vitest'

export const OWN_PASSWORD = 'He-Tian 2026!'

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Answer = any

export type Colleague = Awaited<ReturnType<typeof colleagueAt>>

/** A colleague who works over the API of a running server, with the rights of the account and no more. */
export async function colleagueAt(url: string, username: string, password = OWN_PASSWORD) {
  const signedIn = await send(url, '/api/users/login', { json: { username, password } })
  expect(signedIn.status, JSON.stringify(signedIn.body)).toBe(200)
  const headers = { authorization: `JWT ${signedIn.body.token as string}`, 'accept-language': 'zh' }
  const ok = async (path: string, init: Init = {}): Promise<Answer> => {
    const { status, body } = await send(url, path, { ...init, headers })
    expect(status, `${path}: ${JSON.stringify(body)}`).toBeLessThan(300)
    return body
  }
  return {
    username,
    get: (path: string) => ok(path),
    post: (path: string, json: object = {}) => ok(path, { json }),
    create: async (collection: string, data: object): Promise<Answer> =>
      (await ok(`/api/${collection}${collection.includes('?') ? '&' : '?'}depth=0`, { json: data })).doc,
    first: async (collection: string, field: string, value: string): Promise<Answer> =>
      (await ok(`/api/${collection}?depth=0&limit=1&draft=true&where[${field}][equals]=${encodeURIComponent(value)}`))
        .docs[0],
    upload: async (name: string, type: string, bytes: Uint8Array<ArrayBuffer>): Promise<Answer> => {
      const form = new FormData()
      form.set('file', new Blob([bytes], { type }), name)
      form.set('_payload', '{}')
      return (await ok('/api/files', { form })).doc
    },
  }
}

/** Adds a colleague as an administrator does, and lets them choose their own password at the first sign-in. */
export async function addColleague(
  url: string,
  admin: Colleague,
  person: { username: string; roles: string[]; name: string; office: string },
) {
  const { password } = await admin.post('/api/staff/colleagues', person)
  await changePassword(url, person.username, password)
}

export async function changePassword(url: string, username: string, oneTime: string) {
  const newcomer = await colleagueAt(url, username, oneTime)
  await newcomer.post('/api/staff/colleagues/me/password', { current: oneTime, password: OWN_PASSWORD })
}

type Init = { json?: object; form?: FormData; headers?: Record<string, string> }

async function send(
  url: string,
  path: string,
  { json, form, headers }: Init,
): Promise<{ status: number; body: Answer }> {
  const answer = await fetch(url + path, {
    method: json || form ? 'POST' : 'GET',
    headers: { ...headers, ...(json ? { 'content-type': 'application/json' } : {}) },
    body: form ?? (json ? JSON.stringify(json) : undefined),
  })
  const text = await answer.text()
  try {
    return { status: answer.status, body: JSON.parse(text) }
  } catch {
    return { status: answer.status, body: text } // a page, shown in the failing assertion
  }
}
