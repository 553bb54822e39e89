import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import { film } from '../media/clips'
import { axeViolations, openBrowser, type WatchedPage } from '../support/browser'
import { addColleague, changePassword, colleagueAt, OWN_PASSWORD, type Colleague } from '../support/colleagues'
import { startServer, type BuiltServer } from '../support/server'
import { printedPasswords, signIn } from '../support/staff'
import { until } from '../support/until'

/** An editor writes a subtitle beside the film, in the built admin, as a person does: by keys and by mouse. */
describe('the cue editor', () => {
  let server: BuiltServer
  let chromium: Awaited<ReturnType<typeof openBrowser>>
  let editor: Colleague
  let page: WatchedPage
  let subtitle: string
  const folder = mkdtempSync(path.join(tmpdir(), 'mingbai-cues-'))
  const SRT = [
    '1\n00:00:00,500 --> 00:00:02,500\n欠薪先打劳动监察电话，再去仲裁委申请仲裁',
    '2\n00:00:02,500 --> 00:00:03,000\n他们会来查账的，',
    '3\n00:00:06,000 --> 00:00:05,000\n反了',
    '4\n00:00:04,000 --> 00:00:06,000\n不用花一分钱',
  ].join('\n\n')

  beforeAll(async () => {
    const picture = new Uint8Array(readFileSync(film(folder, 8, { size: '320x180', rate: 10 })))
    ;[server, chromium] = await Promise.all([startServer(), openBrowser()])
    await changePassword(server.url, 'admin', printedPasswords(server.log()).admin!)
    const admin = await colleagueAt(server.url, 'admin')
    const office = await admin.create('offices', { name: '青石县司法局', level: 'county', slug: 'qingshi' })
    const person = { username: 'xiaolan', name: '蓝小月', roles: ['editor'], office: office.id }
    await addColleague(server.url, admin, person)
    editor = await colleagueAt(server.url, 'xiaolan')
    const [cmn, made, text] = await Promise.all([
      editor.first('varieties', 'code', 'cmn'),
      editor.upload('film.mp4', 'video/mp4', picture),
      editor.upload('film.srt', 'application/x-subrip', new TextEncoder().encode(SRT)),
    ])
    const video = await editor.create('videos?draft=true', { title: '加班费怎么要？', film: made.id, variety: cmn.id })
    const rest = { video: video.id, variety: cmn.id, origin: 'human' }
    subtitle = (await editor.create('subtitles', { ...rest, file: text.id })).id
    await until(async () => (await editor.get(`/api/staff/films/${video.id}/progress`)).state === 'done', 120_000)
    page = await chromium.desktop({ baseURL: server.url })
    await signIn(page, 'xiaolan', OWN_PASSWORD)
    await page.getByRole('heading', { name: /现在要做的/ }).waitFor()
  })
  afterAll(async () => {
    await Promise.all([server?.dispose(), chromium?.close()])
    rmSync(folder, { recursive: true, force: true })
  })

  const text = (number: number) => page.getByLabel(`第 ${number} 条文字`)
  const texts = () =>
    page.locator('.mb-cues__row textarea').evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value))
  const open = async () => {
    onTestFailed(() => keep('failed'))
    await page.goto(`/admin/collections/subtitles/${subtitle}`)
    await text(1).waitFor()
  }
  const keep = async (name: string) => {
    const file = path.join(process.env.PICTURES ?? tmpdir(), `mingbai-cues-${name}.png`)
    await page.screenshot({ path: file, fullPage: true })
  }

  it('shows the cues with their findings, what was left out, and the words on the picture', async () => {
    await open()
    expect(await texts()).toHaveLength(3)
    await page.getByText('第 3 条时间写反了，已跳过').waitFor()
    await page.getByText('和下一条只隔 0 毫秒').waitFor()
    await page.getByRole('button', { name: '3', exact: true }).click()
    await page.locator('.mb-cues__words', { hasText: '不用花一分钱' }).waitFor()
    if (process.env.PICTURES) await keep('open')
    const serious = (await axeViolations(page)).filter(({ nodes }) => nodes.some((html) => html.includes('mb-cues')))
    expect(serious).toEqual([])
  })

  it('mends by machine what a machine can mend', async () => {
    await page.getByRole('button', { name: /都改好/ }).click()
    await expect.poll(async () => (await texts())[0]).toBe('欠薪先打劳动监察电话\n再去仲裁委申请仲裁')
    expect((await texts())[1]).toBe('他们会来查账的')
    await page.keyboard.press('Control+Z') // the button has gone, the keys have not
    await expect.poll(async () => (await texts())[1]).toBe('他们会来查账的，')
  })

  it('splits at the cursor, merges, takes back, and nudges a time by keys', async () => {
    await open()
    await text(1).click()
    await page.keyboard.press('Control+Home')
    for (let sign = 0; sign < 11; sign++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Control+Enter')
    await until(async () => (await texts()).length === 4, 5000)
    expect((await texts()).slice(0, 2)).toEqual(['欠薪先打劳动监察电话，', '再去仲裁委申请仲裁'])
    await text(3).click()
    await page.getByRole('button', { name: '和下一条合并' }).click()
    await expect.poll(texts).toEqual(['欠薪先打劳动监察电话，', '再去仲裁委申请仲裁', '他们会来查账的，\n不用花一分钱'])
    await page.keyboard.press('Control+Z')
    await expect.poll(texts).toHaveLength(4)
    await page.getByLabel('第 1 条开始').click()
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => page.getByLabel('第 1 条开始').inputValue()).toBe('00:00:00.600')
  })

  it('offers unsaved work after a reload', async () => {
    await text(4).fill('不收您一分钱')
    await until(() => page.evaluate(() => JSON.stringify({ ...localStorage }).includes('不收您一分钱')), 10_000)
    await open()
    await page.getByRole('button', { name: '恢复' }).click()
    await expect.poll(async () => (await texts())[3]).toBe('不收您一分钱')
  })

  it('saves a new file, which is there after a reload and stays when the form itself is saved', async () => {
    const before = (await editor.first('subtitles', 'id', subtitle)).file
    await page.getByRole('button', { name: '保存字幕' }).click()
    await page
      .getByText(/字幕已保存/)
      .first()
      .waitFor()
    const after = (await editor.first('subtitles', 'id', subtitle)).file
    expect(after).not.toBe(before)
    await page.locator('#field-origin .rs__control').click()
    await page.locator('.rs__option').getByText('机器', { exact: true }).click()
    const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.ok())
    await page.locator('#action-save').dispatchEvent('click')
    await saved
    await open()
    expect(await texts()).toEqual(['欠薪先打劳动监察电话，', '再去仲裁委申请仲裁', '他们会来查账的，', '不收您一分钱'])
    expect(await editor.first('subtitles', 'id', subtitle)).toMatchObject({ file: after, origin: 'machine' })
    expect(page.faults).toEqual([])
  })

  it('stays quick with ten thousand cues', async () => {
    const { version } = await editor.get(`/api/staff/subtitles/${subtitle}/cues`)
    const cues = Array.from({ length: 10_000 }, (_, at) => ({
      start: at * 1000,
      end: at * 1000 + 900,
      text: `第${at}句`,
    }))
    await editor.post(`/api/staff/subtitles/${subtitle}/cues`, { version, cues })
    await open()
    expect((await texts()).length).toBeLessThan(40)
    await page.locator('.mb-cues__list').evaluate((list) => (list.scrollTop = list.scrollHeight))
    await text(10_000).fill('最后一句')
    await page.getByRole('button', { name: '保存字幕' }).click()
    await page
      .getByText(/字幕已保存/)
      .first()
      .waitFor()
    expect((await editor.get(`/api/staff/subtitles/${subtitle}/cues`)).cues.at(-1).text).toBe('最后一句')
    expect(page.faults).toEqual([])
  })
})
