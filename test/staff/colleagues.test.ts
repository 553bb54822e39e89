import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isStrong } from '../../src/lib/passwordRule'
import { caseOf, county, PASSWORD, type County } from '../support/county'
import { serve } from '../support/http'
import { testRuntime } from '../support/payload'

let product: Awaited<ReturnType<typeof testRuntime>>
let site: Awaited<ReturnType<typeof serve>>
let home: County
let admin: string
let editor: string

beforeAll(async () => {
  product = await testRuntime()
  home = await county(product)
  site = await serve(product)
  admin = await site.signIn('guan')
  editor = await site.signIn('lan')
})
afterAll(async () => {
  await site.close()
  await product.dispose()
})

const NEW = 'Xiaoman.2026'

describe('the first sign-in', () => {
  it('gives no power but to change the password', async () => {
    const token = await site.signIn('xin')
    expect((await site.call('/api/users/me', { token })).body.user.mustChangePassword).toBe(true)
    expect((await site.call('/api/articles?draft=true', { token, json: caseOf(home) })).status).toBe(403)
    expect((await site.call('/api/users', { token })).body.docs).toHaveLength(1)
    expect((await site.call('/api/deliveries', { token })).status).toBe(403)
    const own = `/api/users/${home.people.newcomer.id}`
    expect((await site.call(own, { token, method: 'PATCH', json: { mustChangePassword: false } })).status).toBe(403)
    const review = await site.call('/api/staff/review/articles/x', { token })
    expect(review.body.error.code).toBe('must-change-password')
  })

  it('ends with an own, good password, and the session goes on', async () => {
    const token = await site.signIn('xin')
    const change = (json: object) => site.call('/api/staff/colleagues/me/password', { token, json })
    expect((await change({ current: 'wrong', password: NEW })).body.error.code).toBe('password-wrong')
    expect((await change({ current: PASSWORD, password: 'short' })).body.error.code).toBe('password-weak')
    expect((await change({ current: PASSWORD, password: PASSWORD })).body.error.code).toBe('password-weak')
    expect((await change({ current: PASSWORD, password: NEW })).body).toEqual({ changed: true })
    expect((await site.call('/api/articles?draft=true', { token, json: caseOf(home) })).status).toBe(201)
    expect(await site.signIn('xin')).toBeUndefined()
    expect(await site.signIn('xin', NEW)).toBeTruthy()
  })
})

describe('a new colleague', () => {
  const add = (json: object, token = admin) => site.call('/api/staff/colleagues', { token, json })
  const person = (username: string) => ({ name: '新来的', username, roles: ['editor'], office: home.south.id })

  it('gets a one-time password that is shown once', async () => {
    const { status, body } = await add(person('xinlai'))
    expect(status).toBe(201)
    const token = await site.signIn('xinlai', body.password)
    expect((await site.call('/api/users/me', { token })).body.user.mustChangePassword).toBe(true)
    expect((await add(person('xinlai'))).body.error.code).toBe('name-taken')
  })

  it('is added by an administrator only', async () => {
    expect((await add(person('hacker'), editor)).status).toBe(403)
    const reset = await site.call(`/api/staff/colleagues/${home.people.admin.id}/reset`, { token: editor, json: {} })
    expect(reset.status).toBe(403)
  })

  it('takes a slip along with name, password and a code to scan', async () => {
    const slip = (token?: string) =>
      site.call('/api/staff/colleagues/slip', {
        method: 'POST',
        token,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ name: '<b>新来的</b>', username: 'xinlai', password: 'abcd-efgh' }).toString(),
      })
    const { text, headers } = await slip(admin)
    expect(text).toContain('abcd-efgh')
    expect(text).toContain('&lt;b&gt;新来的')
    expect(text).toContain('<svg')
    expect(headers.get('cache-control')).toBe('no-store')
    expect((await slip()).status).toBe(401)
  })

  it('gets a fresh one after a reset, and the old sessions end', async () => {
    const token = await site.signIn('bei')
    const reset = await site.call(`/api/staff/colleagues/${home.people.otherEditor.id}/reset`, {
      token: admin,
      json: {},
    })
    expect((await site.call('/api/users/me', { token })).body.user ?? null).toBeNull()
    expect(await site.signIn('bei')).toBeUndefined()
    expect(await site.signIn('bei', reset.body.password)).toBeTruthy()
  })
})

describe('nobody raises themselves', () => {
  it('by roles, office or the first-sign-in mark', async () => {
    const own = `/api/users/${home.people.editor.id}`
    await site.call(own, {
      token: editor,
      method: 'PATCH',
      json: { roles: ['admin'], office: home.bureau.id, name: '局长' },
    })
    const row = await product.payload.findByID({ collection: 'users', id: home.people.editor.id, depth: 0 })
    expect(row).toMatchObject({ roles: ['editor'], office: home.south.id, name: '蓝小月' })
  })

  it('by moving rows in or out of an office, or acting on those of another', async () => {
    const mine = (await site.call('/api/articles?draft=true', { token: editor, json: caseOf(home) })).body.doc.id
    const patch = (id: string, json: object) =>
      site.call(`/api/articles/${id}?draft=true`, { token: editor, method: 'PATCH', json })
    expect((await patch(mine, { office: home.north.id })).status).toBe(403)
    expect((await patch(mine, { office: null })).status).toBe(403)
    const theirs = await product.payload.create({
      collection: 'articles',
      draft: true,
      data: { ...caseOf(home), office: home.north.id },
    })
    expect((await patch(theirs.id, { office: home.south.id })).status).toBe(403)
    const film = await product.payload.create({
      collection: 'videos',
      draft: true,
      data: { title: '别人的', office: home.north.id } as never,
    })
    const dub = await site.call('/api/tracks', { token: editor, json: { video: film.id } })
    expect(dub.status).toBe(403)
    const bulk = await site.call(`/api/articles?where[title][exists]=true&draft=true`, {
      token: editor,
      method: 'PATCH',
      json: { source: '改' },
    })
    expect(
      bulk.body.docs.map(({ office }: { office: { id: string } | string }) =>
        typeof office === 'string' ? office : office.id,
      ),
    ).not.toContain(home.north.id)
  })

  it('by naming their own reviewer', async () => {
    const town = await site.signIn('nan')
    const patch = (id: string, token: string) =>
      site.call(`/api/offices/${id}`, {
        token,
        method: 'PATCH',
        json: { reviewer: home.people.townPublisher.id, about: 'x' },
      })
    await patch(home.south.id, town)
    expect((await patch(home.north.id, town)).status).toBe(403)
    const row = await product.payload.findByID({ collection: 'offices', id: home.south.id, depth: 0 })
    expect(row.reviewer ?? null).toBeNull()
  })
})

it('accepts only passwords of ten characters and three kinds, without the user name', () => {
  expect(isStrong('Abcdefgh12', 'lan')).toBe(true)
  expect(isStrong('abcdefghij12', 'lan')).toBe(false)
  expect(isStrong('Abc12', 'lan')).toBe(false)
  expect(isStrong('Guanliyuan-1', 'guanliyuan')).toBe(false)
})
