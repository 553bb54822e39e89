import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { openBrowser } from './support/browser'
import { startServer } from './support/server'

/**
 * Takes the pictures of the README from the built product with the demo county: `npm run screenshots`, after `npm run
 * build`. Small palette PNGs; look at every one of them before they are committed.
 */
const FOLDER = 'docs/screenshots'
const PASSWORD = 'yi-zhang-ming-bai-zhi-2026'

await mkdir(FOLDER, { recursive: true })
const server = await startServer({ env: { DEMO: 'on' } })
const browser = await openBrowser()
try {
  const phone = await browser.phone({ baseURL: server.url })
  const desktop = await browser.desktop({ baseURL: server.url })
  await public_(phone, '/', 'home')
  await public_(desktop, '/', 'home-desktop')
  await public_(phone, '/s/youth', 'segment')
  await public_(phone, '/articles/police-call-transfer', 'article')
  await public_(desktop, '/articles/hiring-risk-list', 'risk-list-desktop', 'section.risks')
  await public_(phone, '/articles/lend-bank-card', 'choice', 'section.choice')
  await public_(phone, '/articles/police-call-transfer?edition=elder', 'elder')
  await public_(phone, '/laws/fandianxinwangluozhapianfa/31', 'law')

  await signIn(desktop, 'bianji')
  await staff(desktop, '/admin', 'desk')
  const { id } = await draft(desktop)
  await staff(desktop, `/admin/collections/articles/${id}`, 'hand-in')
  await signIn(desktop, 'lingdao')
  await signIn(phone, 'lingdao')
  await said('engagement')
  await staff(desktop, '/admin/report', 'report-desktop')
  await staff(phone, '/admin/report', 'report')
  await staff(desktop, '/admin/report', 'report-languages', 'text=按语种')
  // The film is being made all the while, and the plan waits for it.
  await said('planned campaign')
  await staff(desktop, '/admin/plan', 'calendar')
  await staff(desktop, `/admin/collections/campaigns/${await campaign(desktop, 'winter')}`, 'plan', '.mb-plan')
  await film(phone, 'film')
  await film(desktop, 'film-desktop')
  await playing(phone, 'film-playing')
  await public_(phone, `/videos/three-calls/transcript?q=${encodeURIComponent('转钱')}`, 'transcript')
  const village = await browser.phone({ baseURL: server.url })
  await signIn(village, 'bianji')
  await public_(village, '/api/staff/shoot', 'shoot')
} finally {
  await browser.close()
  await server.dispose()
}

async function public_(page: Page, where: string, name: string, at?: string): Promise<void> {
  await page.goto(where, { waitUntil: 'load' })
  await keep(page, name, at)
}

/** The admin goes on fetching for a while; its panels are there when the network has been quiet. */
async function staff(page: Page, where: string, name: string, at?: string): Promise<void> {
  await page.goto(where, { waitUntil: 'load' })
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await page.waitForTimeout(1500)
  await keep(page, name, at)
}

/** `at`: what the picture is of, when it does not stand at the top of the page. */
async function keep(page: Page, name: string, at?: string): Promise<void> {
  if (at)
    await page
      .locator(at)
      .first()
      .evaluate((place) => place.scrollIntoView({ block: 'start', behavior: 'instant' }))
  const picture = await page.screenshot({ type: 'png' })
  const width = Math.min(1280, (page.viewportSize()?.width ?? 1280) * 2)
  const file = path.join(FOLDER, `${name}.png`)
  await sharp(picture)
    .resize({ width, withoutEnlargement: true })
    .png({ palette: true, colours: 64, effort: 10 })
    .toFile(file)
  console.log(file)
}

/** The first sign-in as a person makes it: with the printed password, which is changed. */
async function signIn(page: Page, username: string): Promise<void> {
  const printed = new RegExp(`${username}\\s+([a-z0-9]{4}(?:-[a-z0-9]{4}){2})`).exec(server.log())?.[1]
  const origin = { origin: server.url }
  for (const password of [printed, PASSWORD]) {
    const login = await page.request.post('/api/users/login', { headers: origin, data: { username, password } })
    if (!login.ok()) continue
    if (password === PASSWORD) return
    const data = { current: password, password: PASSWORD }
    const changed = await page.request.post('/api/staff/colleagues/me/password', { headers: origin, data })
    if (!changed.ok()) throw new Error(await changed.text())
  }
}

async function campaign(page: Page, slug: string): Promise<string> {
  const found = await page.request.get(`/api/campaigns?where[slug][equals]=${slug}&depth=0`)
  const { docs } = (await found.json()) as { docs: { id: string }[] }
  if (!docs[0]) throw new Error(`there is no campaign ${slug}`)
  return docs[0].id
}

async function draft(page: Page): Promise<{ id: string }> {
  const ids = async (collection: string) => {
    const found = await page.request.get(`/api/${collection}?limit=3&sort=order`)
    return ((await found.json()) as { docs: { id: string }[] }).docs.map(({ id }) => id)
  }
  const [topic] = await ids('topics')
  const made = await page.request.post('/api/articles?draft=true', {
    headers: { origin: server.url },
    data: {
      title: '彩礼给了没领证，能要回来吗？',
      form: 'case',
      verdict: 'depends',
      answer: '没领证一般能要回，花掉的要扣除。',
      topic,
      segments: (await ids('segments')).slice(1, 2),
    },
  })
  if (!made.ok()) throw new Error(await made.text())
  return ((await made.json()) as { doc: { id: string } }).doc
}

/** The film with its first slide on the screen instead of an empty frame. */
async function film(page: Page, name: string): Promise<void> {
  await page.goto('/videos/three-calls', { waitUntil: 'load' })
  await page.locator('video').waitFor()
  await page.waitForTimeout(1500)
  await keep(page, name)
}

/** The words around a film that runs: tongues, samples, picture, subtitles. */
async function playing(page: Page, name: string): Promise<void> {
  await page.locator('[data-play]').tap()
  await page.locator('[data-row=subtitle]').waitFor()
  await page.waitForTimeout(4000)
  await keep(page, name, '#film')
}

/** Waits until the server has said that this part of the demo county is there. */
async function said(step: string): Promise<void> {
  const line = `"step":"${step}"`
  for (let second = 0; second < 240; second++) {
    if (server.log().includes(line)) return
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
  throw new Error(`"${step}" of the demo was not there in four minutes:\n${server.log().slice(-2000)}`)
}
