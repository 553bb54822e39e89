import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest'
import { openBrowser, type WatchedPage } from '../support/browser'
import { colleagueAt, OWN_PASSWORD, type Colleague } from '../support/colleagues'
import { oneSidedCounty } from '../support/oneSidedCounty'
import { startServer, type BuiltServer } from '../support/server'
import { xlsx } from '../support/sheets'
import { signIn } from '../support/staff'
import { until } from '../support/until'

/* A manager hears what people need, steers the plan of the winter campaign by it, and an editor makes what is missing. */
let server: BuiltServer
let chromium: Awaited<ReturnType<typeof openBrowser>>
let manager: Colleague
let page: WatchedPage
let campaign: string
let elderly: string
beforeAll(async () => {
  const county = await oneSidedCounty()
  ;({ campaign, elderly } = county)
  ;[server, chromium] = await Promise.all([startServer(county), openBrowser()])
  manager = await colleagueAt(server.url, 'lingdao')
  await enter('lingdao')
})
afterAll(() => Promise.all([server?.dispose(), chromium?.close()]))

const SOURCE = '12348 三季度来电'
const rows = () => page.locator('.mb-plan__days li')
async function enter(name: string) {
  page = await chromium.desktop({ baseURL: server.url })
  await signIn(page, name, OWN_PASSWORD)
  await page.getByRole('heading', { name: /现在要做的/ }).waitFor()
}
const facts = async (at: number) => ({
  title: (await rows().nth(at).locator('a').first().textContent())!,
  time: (await rows().nth(at).locator('time').getAttribute('datetime'))!,
})
const button = (name: string) => page.getByRole('button', { name, exact: true })
const planned = async () => {
  const { docs } = await manager.get(
    `/api/deliveries?depth=0&limit=100&where[campaign][equals]=${campaign}&where[state][equals]=planned`,
  )
  return docs as { id: string; itemKey: string; dueAt: string; topic: string; pinned: boolean }[]
}

it('imports what people need from a spreadsheet: shown first, then taken, and the segment has its demand', async () => {
  lookAtFailure('import')
  await page.goto('/admin/collections/signals')
  const buffer = await xlsx([
    ['青石县 2026 年第三季度'],
    ['主题', '人群', '数量', '来源', '日期', '类别'],
    ['电信网络诈骗', '老年人', 60, SOURCE, '2026-09-30', '咨询'],
    ['消费维权', '老年人', 30, SOURCE, '2026-09-30', '咨询'],
    ['婚姻家庭', '老年人', 10, SOURCE, '2026-09-30', '咨询'],
    ['劳动与欠薪', '', 20, SOURCE, '2026-09-30', '咨询'],
    ['没有的主题', '老年人', 5, SOURCE, '2026-09-30', '咨询'],
  ])
  await page
    .getByRole('region', { name: '从表格导入' })
    .locator('input[type=file]')
    .setInputFiles({ name: '三季度.xlsx', mimeType: 'application/octet-stream', buffer })
  await page.getByText('新的 4 行，已有 0 行，不收 1 行').waitFor()
  await page.getByText('没有“没有的主题”这个主题').waitFor()
  const signals = async () => (await manager.get('/api/signals?depth=0')).totalDocs as number
  expect(await signals()).toBe(0)
  await button('导入 4 行').click()
  await page.getByText('导入了 4 行').first().waitFor()
  expect(await signals()).toBe(4)

  await page.goto(`/admin/collections/segments/${elderly}`)
  const demand = page.getByRole('region', { name: '需求从哪儿来' })
  const first = demand.locator('.mb-demand__topics li').first()
  await first.waitFor()
  expect(await first.textContent()).toMatch(/电信网络诈骗 每 100 份需求里约 \d+ 份，多半在 \d+ 到 \d+ 之间/)
  expect(page.faults).toEqual([])
})

it('sees the mismatch, plans, and the plan is nearer to what people need', async () => {
  lookAtFailure('mismatch')
  await page.goto(`/admin/collections/campaigns/${campaign}`)
  await button('排一排').click()
  await page
    .getByText(/排好了，一共 10 次/)
    .first()
    .waitFor()
  const sides = page.locator('.mb-plan__rulers figcaption')
  await sides.nth(1).waitFor()
  const [before, after] = await sides.allTextContents()
  expect(before).toMatch(/婚姻家庭发得太多/)
  const wrong = (words: string) => Number(/有 (\d+) 条/.exec(words)![1])
  expect(wrong(before!)).toBeGreaterThan(50)
  // Fourteen topics have nothing to send yet, so their part of the need stays open.
  expect(wrong(after!)).toBeLessThan(wrong(before!) - 15)
  expect(page.faults).toEqual([])
})

it('follows a number of the plan to the row it came from, by clicking', async () => {
  lookAtFailure('trace')
  await page.locator('summary', { hasText: '需求从哪儿来' }).click()
  await page.getByRole('link', { name: /电信网络诈骗 \d+%/ }).click()
  await page.waitForURL(/collections\/signals\?/)
  const cells = page.locator('table tbody tr')
  await page.getByText('电信网络诈骗').first().waitFor()
  await until(async () => (await cells.count()) === 1, 20_000)
  await cells.first().locator('a').first().click()
  await page.waitForURL(/collections\/signals\/[\w-]+/)
  const source = page.locator('#field-source')
  await source.waitFor()
  expect(await source.inputValue()).toBe(SOURCE)
  expect(page.faults).toEqual([])
})

it('reads why each delivery stands there, and pins one', async () => {
  lookAtFailure('pin')
  await page.goto(`/admin/collections/campaigns/${campaign}`)
  await rows().first().waitFor()
  expect(await rows().first().locator('small').textContent()).toMatch(/群众要的有 \d+% 是/)
  const pin = rows().nth(2).getByRole('button', { name: '钉住' })
  // By keyboard, as everything here.
  await pin.focus()
  await page.keyboard.press('Enter')
  await rows().nth(2).getByText('已钉住').waitFor()
  expect((await planned()).filter(({ pinned }) => pinned)).toHaveLength(1)
})

it('rules one out and plans the rest: the pinned one stayed, the other is gone and says why', async () => {
  lookAtFailure('ban')
  const pinned = await facts(2)
  const banned = await facts(0)
  await rows().nth(0).getByRole('button', { name: '不要排它' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('这次活动谁都不排').click()
  await dialog.getByRole('button', { name: '不要排它' }).click()
  await page.getByText('不排它了').first().waitFor()
  await button('重新排其余的').click()
  await page
    .getByText(/排好了，一共 \d+ 次/)
    .first()
    .waitFor()
  const titles = await rows().locator('div > a:first-child').allTextContents()
  expect(titles).not.toContain(banned.title)
  const kept = page.locator('.mb-plan__days li', { hasText: '已钉住' })
  expect(await kept.locator('a').first().textContent()).toBe(pinned.title)
  expect(await kept.locator('time').getAttribute('datetime')).toBe(pinned.time)
  await page.getByText(/没排进去的 \d+ 件/).click()
  const left = page.locator('.mb-plan__left li', { hasText: banned.title })
  await left.getByText('同事说过不要排它').waitFor()
  await left.getByRole('button', { name: '允许再排' }).click()
  await left.getByText('又允许排了').waitFor()
  expect(page.faults).toEqual([])
})

it('tries another target, compares, leaves it, tries again and uses it', async () => {
  lookAtFailure('what-if')
  const before = await planned()
  await page.getByText('改一改主题配比').click()
  const input = page.getByRole('spinbutton', { name: '消费维权' })
  await input.fill('60')
  await input.press('Enter')
  await page
    .getByText(/改了以后：\d+ 次/)
    .first()
    .waitFor()
  await page.getByText(/预计有效触达/).waitFor()
  expect(await page.locator('.mb-plan .mb-whatif svg').count()).toBe(2)
  expect(await planned()).toEqual(before)
  await button('不用了').click()
  expect(await input.inputValue()).toBe('')
  await input.fill('60')
  await button('看看会怎样').click()
  await button('用这个方案').click()
  const topic = await manager.first('topics', 'name', '消费维权')
  const saved = async () => (await manager.first('campaigns', 'id', campaign)).targets as object[]
  await until(async () => (await saved()).length > 0, 20_000)
  expect(await saved()).toMatchObject([{ topic: topic.id, share: 0.6 }])
  await rows().first().waitFor()
  await page.getByText('改一改主题配比').click()
  expect(await page.getByRole('spinbutton', { name: '消费维权' }).inputValue()).toBe('60')
  expect(page.faults).toEqual([])
})

it('takes what the desk says is missing, and lands in the draft', async () => {
  lookAtFailure('commission')
  await enter('bianji')
  const panel = page.getByRole('region', { name: '该做什么' })
  const first = panel.locator('li').first()
  const title = (await first.locator('span').first().textContent())!
  expect(await first.locator('small').textContent()).toMatch(/要的 \d+% 是.+条/)
  await first.getByRole('button').click()
  await page.waitForURL(/\/admin\/collections\/(articles|videos)\/[\w-]+/)
  const field = page.locator('#field-title')
  await field.waitFor()
  expect(await field.inputValue()).toBe(`${title}（待写）`)
  expect(page.faults).toEqual([])
})

function lookAtFailure(name: string) {
  onTestFailed(async () => {
    const file = path.join(tmpdir(), `mingbai-failed-${name}.png`)
    await page.screenshot({ path: file, fullPage: true }).then(() => console.error(`see ${file}`, page.faults))
  })
}
