import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../support/browser'
import { startServer, type BuiltServer } from '../support/server'
import { chooseOwnPassword, printedPasswords, signIn } from '../support/staff'

let server: BuiltServer
let chromium: Awaited<ReturnType<typeof openBrowser>>
beforeAll(async () => {
  ;[server, chromium] = await Promise.all([startServer(), openBrowser()])
})
afterAll(() => Promise.all([server?.dispose(), chromium?.close()]))

it('prints a one-time password that opens nothing but the choice of an own one', async () => {
  const { admin } = printedPasswords(server.log())
  expect(admin).toBeTruthy()
  const page = await chromium.desktop({ baseURL: server.url })
  await signIn(page, 'admin', admin!)
  await page.getByRole('heading', { name: /先换成自己的密码/ }).waitFor()
  // Nothing else opens, neither by address nor over REST.
  await page.goto('/admin/collections/articles')
  await page.getByRole('heading', { name: /先换成自己的密码/ }).waitFor()
  expect((await page.request.get('/api/deliveries')).status()).toBe(403)

  await chooseOwnPassword(page, admin!, 'Shan-Qu 2026')
  await page.goto('/admin')
  await page.getByRole('navigation').getByText('工作台').first().waitFor()
  expect((await page.request.get('/api/deliveries')).status()).toBe(200)
  expect(page.faults).toEqual([])
})

it('takes the new password from then on and the printed one no more', async () => {
  const { admin } = printedPasswords(server.log())
  const page = await chromium.desktop({ baseURL: server.url })
  const login = (password: string) => page.request.post('/api/users/login', { data: { username: 'admin', password } })
  expect((await login(admin!)).status()).toBe(401)
  expect((await login('Shan-Qu 2026')).status()).toBe(200)
})

it('refuses a weak password with words a person can act on', async () => {
  const page = await chromium.desktop({ baseURL: server.url })
  await page.request.post('/api/users/login', { data: { username: 'admin', password: 'Shan-Qu 2026' } })
  const answer = await page.request.post('/api/staff/colleagues/me/password', {
    data: { current: 'Shan-Qu 2026', password: 'short' },
    headers: { origin: server.url },
  })
  expect(answer.status()).toBe(422)
  expect((await answer.json()).error.code).toBe('password-weak')
})
