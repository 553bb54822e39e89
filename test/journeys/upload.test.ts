import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest'
import { film, written } from '../media/clips'
import { axeViolations, openBrowser, type WatchedPage } from '../support/browser'
import { addColleague, changePassword, colleagueAt, OWN_PASSWORD, type Colleague } from '../support/colleagues'
import { startServer, type BuiltServer } from '../support/server'
import { printedPasswords, signIn } from '../support/staff'

/** A township colleague on a bad line: films on the phone, uploads at the desk, is cut off, goes on. */
const folder = mkdtempSync(path.join(tmpdir(), 'mingbai-upload-'))
const PICTURES = process.env.UPLOAD_PICTURES
let server: BuiltServer
let chromium: Awaited<ReturnType<typeof openBrowser>>
let editor: Colleague
let picture: string

beforeAll(async () => {
  picture = padded(film(folder, 3, { size: '320x240', rate: 10 }), 12 << 20)
  ;[server, chromium] = await Promise.all([startServer(), openBrowser()])
  await changePassword(server.url, 'admin', printedPasswords(server.log()).admin!)
  const admin = await colleagueAt(server.url, 'admin')
  const office = await admin.create('offices', { name: '南溪司法所', level: 'township', slug: 'nanxi' })
  await addColleague(server.url, admin, { username: 'lan', name: '蓝小月', roles: ['editor'], office: office.id })
  editor = await colleagueAt(server.url, 'lan')
})
afterAll(async () => {
  await Promise.all([server?.dispose(), chromium?.close()])
  rmSync(folder, { recursive: true, force: true })
})

it('films on the phone and hands in while the upload still runs', async () => {
  // axe goes in as an inline script, which the policy of the page rightly forbids.
  const page = await chromium.phone({ baseURL: server.url, bypassCSP: true })
  lookAtFailure(page, 'shoot')
  await page.goto('/api/staff/shoot')
  await page.waitForURL(/\/admin\/login/)
  await page.locator('input[name=username]').fill('lan')
  await page.locator('input[name=password]').fill(OWN_PASSWORD)
  await page.locator('form button[type=submit]').click()
  await page.waitForURL(/\/api\/staff\/shoot$/)
  await page.getByRole('heading', { name: '拍一条' }).waitFor()
  expect(await axeViolations(page)).toEqual([])
  await keep(page, 'shoot-1')

  const line = await lineOf(page)
  await line.slow(1 << 20)
  await page.locator('#album').setInputFiles(picture)
  await page.getByRole('button', { name: '送审' }).click()
  await page.getByText('还差：题目、主题、给谁看、一句话').waitFor()
  await page.getByLabel('题目').fill('老板不给工钱，怎么要？')
  await page.getByLabel('主题').selectOption({ index: 1 })
  await page.locator('.tick').first().click()
  await page.getByLabel('一句话').fill('教您三步要回工钱。')
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('button', { name: '送审' }).click()
  await page.getByText('影片传完就自动送审').waitFor()
  await keep(page, 'shoot-2')
  await line.fast()
  await page.getByRole('heading', { name: '已送审，等同事审核' }).waitFor({ timeout: 60_000 })
  await keep(page, 'shoot-3')

  const video = await editor.first('videos', 'title', '老板不给工钱，怎么要？')
  expect(video.review.stage).toBe('submitted')
  await page.getByRole('link', { name: '看这条影片' }).click()
  await page.waitForURL(new RegExp(`/admin/collections/videos/${video.id}`))
  expect(page.faults).toEqual([])
})

it('uploads into the film field over a line that breaks in the middle', async () => {
  const page = await chromium.desktop({ baseURL: server.url })
  lookAtFailure(page, 'field')
  await signIn(page, 'lan', OWN_PASSWORD)
  await page.getByRole('link', { name: '拍一条' }).waitFor()
  await keep(page, 'desk')
  await page.goto('/admin/collections/videos/create')
  await page.locator('.mb-up__zone label').waitFor()
  await keep(page, 'field-1')

  const line = await lineOf(page)
  await line.slow(2 << 20)
  await page.locator('.mb-up__input').setInputFiles(picture)
  await expect.poll(async () => page.locator('.mb-up__row progress').getAttribute('value')).not.toBe('0')
  await keep(page, 'field-2')
  await line.cut()
  await page.getByText('网络断了，正在自动重连').first().waitFor({ timeout: 30_000 })
  await keep(page, 'field-3')
  await line.fast()
  await page.locator('.mb-up').waitFor({ state: 'detached', timeout: 60_000 })
  await page.locator('.file-details, .upload-relationship-details').first().waitFor()
  await keep(page, 'field-4')

  const id = () => new URL(page.url()).pathname.split('/').at(-1)!
  await expect
    .poll(async () => (await editor.get(`/api/videos/${id()}?draft=true&depth=1`)).film?.sha256, { timeout: 30_000 })
    .toBe(sha256(picture))
  expect(page.faults).toEqual([])
})

it('offers what a closed tab left unfinished, and takes several files at once', async () => {
  const page = await chromium.desktop({ baseURL: server.url })
  lookAtFailure(page, 'many')
  page.on('dialog', (dialog) => void dialog.accept())
  await signIn(page, 'lan', OWN_PASSWORD)
  await page.getByRole('heading', { name: /现在要做的/ }).waitFor()
  await page.goto('/admin/collections/files')
  await page.locator('.mb-up__zone label').waitFor()
  const line = await lineOf(page)
  await line.slow(2 << 20)
  await page.locator('.mb-up__input').setInputFiles(picture)
  // One piece has arrived whole.
  await expect
    .poll(async () => Number(await page.locator('.mb-up__row progress').getAttribute('value')), { timeout: 30_000 })
    .toBeGreaterThan(40)
  await page.reload()
  await page.getByText('上次没传完的').waitFor()
  await line.fast()
  await keep(page, 'many-1')

  const text = written(folder, 'zimu.txt', '1\n00:00:00,000 --> 00:00:01,000\n您好\n')
  const words = written(folder, 'jia.mp4', '这不是影片。'.repeat(100))
  await page.locator('.mb-up__input').setInputFiles([picture, text, words])
  await expect.poll(() => page.locator('.mb-up__row.is-done').count(), { timeout: 60_000 }).toBe(2)
  await page.locator('.mb-up__row.is-failed').getByText('不是能播放的影片').first().waitFor()
  await keep(page, 'many-2')
  expect(await editor.first('files', 'note', 'zimu.txt')).toMatchObject({ kind: 'subtitle' })
  expect(await editor.get('/api/staff/uploads')).toEqual({ uploads: [] })
  expect(page.faults).toEqual([])
})

/** The line of a page: slow (bytes a second upwards), cut, fast again. */
async function lineOf(page: WatchedPage) {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const set = (offline: boolean, upload: number) =>
    session.send('Network.emulateNetworkConditions', {
      ...{ offline, latency: 0, downloadThroughput: -1, uploadThroughput: upload },
    })
  return { slow: (bytes: number) => set(false, bytes), cut: () => set(true, 0), fast: () => set(false, -1) }
}

/** A film as large as one from a phone, without the time to encode one: a free box at its end. */
function padded(file: string, bytes: number): string {
  const box = Buffer.alloc(bytes)
  box.writeUInt32BE(bytes)
  box.write('free', 4)
  return written(folder, '村口说法.mp4', Buffer.concat([readFileSync(file), box]))
}

const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

async function keep(page: WatchedPage, name: string) {
  if (PICTURES) await page.screenshot({ path: path.join(PICTURES, `${name}.png`), fullPage: true })
}

function lookAtFailure(page: WatchedPage, name: string) {
  onTestFailed(async () => {
    await page.screenshot({ path: path.join(tmpdir(), `mingbai-upload-${name}.png`) })
    console.error(page.url(), page.faults)
  })
}
