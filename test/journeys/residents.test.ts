import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openBrowser } from '../support/browser'

const demo = inject('demo')
let chromium: Awaited<ReturnType<typeof openBrowser>>
beforeAll(async () => void (chromium = await openBrowser()))
afterAll(() => chromium?.close())

it.each([
  '/no-such-page',
  '/articles/no-such-article',
  '/laws/no-such-law/10',
  '/%00',
  '/%ff',
  '/articles/%ff',
  '/s/%00',
])('answers %s with a 404 page that has a search and a way home', async (address) => {
  // Chromium itself rewrites a bad escape in the address bar; the raw request is what a broken link sends.
  const answer = await fetch(demo + address, { headers: { accept: 'text/html' } })
  expect(answer.status).toBe(404)
  const page = await chromium.phone({ baseURL: demo, javaScriptEnabled: false })
  await page.setContent(await answer.text())
  await page.getByRole('heading', { name: '没有这一页' }).waitFor()
  expect(await page.locator('form[role=search] input[name=q], form input[name=q]').count()).toBeGreaterThan(0)
  expect(await page.getByRole('link', { name: '回首页' }).getAttribute('href')).toBe('/')
  await page.context().close()
})

it('carries the elder edition through every link, without a script', async () => {
  const page = await chromium.phone({ baseURL: demo, javaScriptEnabled: false })
  await page.goto('/')
  await page.getByRole('link', { name: '长辈版' }).tap()
  for (let step = 0; step < 3; step++) {
    expect(await page.locator('html').getAttribute('class')).toBe('elder')
    const inside = await page
      .locator('main a[href^="/"]')
      .evaluateAll((links) =>
        links
          .map((link) => link.getAttribute('href')!)
          .filter((href) => !/^\/(l|media|feeds)\/|\.(xml|json|ics|svg|png)/.test(href)),
      )
    expect(inside.length).toBeGreaterThan(0)
    expect(inside.filter((href) => !/[?&]edition=elder\b/.test(href))).toEqual([])
    await page.goto(inside[0]!)
  }
  expect(page.faults).toEqual([])
})

it('reads without a script: from the home page to an article with its answer, its law and a telephone', async () => {
  const page = await chromium.phone({ baseURL: demo, javaScriptEnabled: false })
  await page.goto('/')
  const article = page.locator('main a[href^="/articles/"]').first()
  const title = (await article.innerText()).trim()
  await article.tap()
  expect(await page.locator('h1').innerText()).toContain(title.split('\n')[0]!.trim().slice(0, 6))
  expect(await page.locator('a[href^="tel:"]').count()).toBeGreaterThan(0)
  expect(await page.locator('a[href^="/laws/"]').count()).toBeGreaterThan(0)
  const { width, scroll } = await page.evaluate(() => ({
    width: innerWidth,
    scroll: document.documentElement.scrollWidth,
  }))
  expect(scroll).toBeLessThanOrEqual(width)
})

it('finds a law by everyday words, without a script', async () => {
  const page = await chromium.phone({ baseURL: demo, javaScriptEnabled: false })
  await page.goto('/')
  await page.locator('input[name=q]').first().fill('工资')
  await page.locator('input[name=q]').first().press('Enter')
  await page.waitForURL(/\/search\?.*q=/)
  expect(await page.locator('main a[href^="/articles/"], main a[href^="/laws/"]').count()).toBeGreaterThan(0)
})
