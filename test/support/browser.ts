import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { launchChromium } from './chromium'

/** A cheap Android phone, as most residents hold it. */
const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
  userAgent:
    'Mozilla/5.0 (Linux; Android 10; M2006C3LC) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/80.0.3987.99 Mobile Safari/537.36',
}
const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 } }

/** A page that remembers what went wrong on it: uncaught errors, console errors, answers of 500 and above. */
export type WatchedPage = Page & { faults: string[] }

type Where = { baseURL: string } & BrowserContextOptions

/** One Chromium for a journey. `close` ends it with every page. */
export async function openBrowser() {
  const browser = await launchChromium()
  return {
    browser,
    phone: (options: Where) => watched(browser, { ...PHONE, ...options }),
    desktop: (options: Where) => watched(browser, { ...DESKTOP, ...options }),
    close: () => browser.close(),
  }
}

async function watched(browser: Browser, options: BrowserContextOptions): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options })
  context.setDefaultTimeout(20_000)
  const page = Object.assign(await context.newPage(), { faults: [] as string[] })
  page.on('pageerror', (error) => page.faults.push(`page error: ${error.message}`))
  page.on('console', (message) => {
    // Chromium reports every failed load without saying which; the answer itself is judged below.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      page.faults.push(`console: ${message.text()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 500) page.faults.push(`${response.status()} ${response.url()}`)
  })
  return page
}

type Violation = { id: string; impact: string | null; nodes: string[] }

/** What axe-core finds on the page as it stands (WCAG 2.1 A and AA), with the places. */
export async function axeViolations(page: Page): Promise<Violation[]> {
  // Not as a script tag: the admin's policy allows no script without its nonce.
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
  return page.evaluate(async () => {
    type Result = { violations: { id: string; impact: string | null; nodes: { html: string }[] }[] }
    const { axe } = window as unknown as { axe: { run(root: Document, options: object): Promise<Result> } }
    const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })
    return violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ html }) => html) }))
  })
}
