import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, inject, it, onTestFailed } from 'vitest'
import { openBrowser, type WatchedPage } from '../support/browser'
import { colleagueAt, OWN_PASSWORD, type Colleague } from '../support/colleagues'
import { signIn } from '../support/staff'
import { until } from '../support/until'

/* A manager steers the plan of the demo county's winter campaign, and an editor makes what is missing. */
const demo = inject('demo')
let chromium: Awaited<ReturnType<typeof openBrowser>>
let manager: Colleague
let page: WatchedPage
let campaign: string
beforeAll(async () => {
  chromium = await openBrowser()
  manager = await colleagueAt(demo, 'lingdao')
  // The demo county goes on being loaded while the product serves already.
  await until(async () => (await manager.first('campaigns', 'slug', 'winter'))?.state === 'planned', 220_000)
  campaign = (await manager.first('campaigns', 'slug', 'winter')).id
  await enter('lingdao')
})
afterAll(() => chromium?.close())

const rows = () => page.locator('.mb-plan__days li')
async function enter(name: string) {
  page = await chromium.desktop({ baseURL: demo })
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
  await expect
    .poll(async () => (await manager.first('campaigns', 'id', campaign)).targets, { timeout: 20_000 })
    .toMatchObject([{ topic: topic.id, share: 0.6 }])
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
