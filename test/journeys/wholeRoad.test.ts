import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import { dub, film, SRT } from '../media/clips'
import { openBrowser, type WatchedPage } from '../support/browser'
import { addColleague, changePassword, colleagueAt, OWN_PASSWORD, type Colleague } from '../support/colleagues'
import { casesDir, hasContent, lawsDir, NO_CONTENT } from '../support/content'
import { countClicks, heardTone } from '../support/listening'
import { startServer, type BuiltServer } from '../support/server'
import { until } from '../support/until'
import { printedPasswords, signIn } from '../support/staff'

/*
 * The whole road on real cases, in the order of a county's own first week. Every step needs the one before it.
 * Without the real cases beside the project there is nothing to walk on: then it is skipped and says so.
 */
const road = hasContent ? describe : describe.skip
if (!hasContent) console.warn(`the whole road is skipped: ${NO_CONTENT}`)

const FILM_SECONDS = 14
const HERTZ = { cmn: 440, hak: 880 }

road('the whole road on real cases', () => {
  let server: BuiltServer
  let chromium: Awaited<ReturnType<typeof openBrowser>>
  let admin: Colleague, editor: Colleague, reviewer: Colleague
  const folder = mkdtempSync(path.join(tmpdir(), 'mingbai-road-'))
  const cases: { id: string; title: string; topic: string | null; linked: number }[] = []
  const made: Record<
    'article' | 'video' | 'campaign' | 'delivery' | 'channel' | 'segment',
    { id: string; slug: string; code: string; dueAt: string }
  > = {} as never

  const deliveries: Delivery[] = []
  const sent: Sent[] = []
  const links: string[] = []
  const recordings: Record<string, Uint8Array<ArrayBuffer>> = {}

  beforeAll(async () => {
    // Made before the server runs: this process stands still meanwhile and would not notice a closed connection.
    recordings.film = bytes(film(folder, FILM_SECONDS, { size: '480x270', rate: 12 }))
    recordings.hak = bytes(dub(folder, FILM_SECONDS, HERTZ.hak))
    ;[server, chromium] = await Promise.all([startServer(), openBrowser()])
    await changePassword(server.url, 'admin', printedPasswords(server.log()).admin!)
    admin = await colleagueAt(server.url, 'admin')
    const county = await admin.create('offices', {
      name: '青石县司法局',
      level: 'county',
      slug: 'qingshi',
      telephone: '0600-5550001',
    })
    const town = await admin.create('offices', {
      name: '南溪司法所',
      level: 'township',
      slug: 'nanxi',
      parent: county.id,
      telephone: '0600-5550002',
    })
    await addColleague(server.url, admin, { username: 'xiaolan', name: '蓝小月', roles: ['editor'], office: town.id })
    await addColleague(server.url, admin, {
      username: 'laoshen',
      name: '沈细心',
      roles: ['reviewer', 'publisher'],
      office: county.id,
    })
    ;[editor, reviewer] = [await colleagueAt(server.url, 'xiaolan'), await colleagueAt(server.url, 'laoshen')]
  })
  afterAll(async () => {
    await Promise.all([server?.dispose(), chromium?.close()])
    rmSync(folder, { recursive: true, force: true })
  })

  const mingbai = (...args: string[]) =>
    JSON.parse(
      execFileSync(process.execPath, ['dist/cli.js', ...args, '--json'], {
        encoding: 'utf8',
        env: { ...process.env, NODE_ENV: 'production', DATA_DIR: server.dataDir },
      }),
    )

  it('imports the statutes and the cases through the running server', () => {
    const laws = mingbai('import', 'laws', lawsDir)
    expect(laws.rejected).toEqual([])
    expect(laws.files).toBe(16)
    const report = mingbai('import', 'cases', casesDir, '--office', 'nanxi')
    expect(report).toMatchObject({ files: 31, created: 31, rejected: [] })
    expect(report.citations.linked).toBeGreaterThan(0)
    cases.push(...report.drafts)
    // Twice is safe.
    expect(mingbai('import', 'cases', casesDir)).toMatchObject({ created: 0, unchanged: 31 })
  })

  it('lets an editor complete an imported case and hand it in within 25 clicks and 10 minutes', async () => {
    // One of the last imported: it stands on the first page of the list.
    const draft = cases.slice(-8).find(({ topic }) => topic)!
    const page = await chromium.desktop({ baseURL: server.url })
    lookAtFailure(page, 'editor')
    const clicks = await countClicks(page)
    const started = Date.now()
    await signIn(page, 'xiaolan', OWN_PASSWORD)
    await page.getByRole('heading', { name: /现在要做的/ }).waitFor()
    await page.getByRole('link', { name: '内容', exact: true }).first().click()
    await page.getByRole('link', { name: draft.title }).first().click()

    await page.locator('#field-title').click()
    await page.locator('#field-title').fill('公司不给加班费，能要吗？')
    await choose(page, 'verdict', '能')
    await page.locator('#field-answer').click()
    await page.locator('#field-answer').fill('能要。先找劳动监察，再申请仲裁。')
    await choose(page, 'segments', '青年人')
    await page.getByRole('button', { name: '送审' }).click()
    await page
      .getByText(/已送审/)
      .first()
      .waitFor()

    const spent = (Date.now() - started) / 1000
    console.log(`from sign-in to hand-in: ${await clicks()} clicks, ${spent.toFixed(0)} s by machine`)
    expect(await clicks()).toBeLessThanOrEqual(25)
    expect(spent).toBeLessThan(600)
    expect(page.faults).toEqual([])
    made.article = await editor.first('articles', 'id', draft.id)
    expect(made.article).toMatchObject({ review: { stage: 'submitted' } })
    // Not public before a colleague has read it.
    expect((await fetch(`${server.url}/articles/${made.article.slug}`)).status).toBe(404)
  })

  it('becomes public when a colleague approves exactly that version', async () => {
    const page = await chromium.desktop({ baseURL: server.url })
    lookAtFailure(page, 'reviewer')
    await signIn(page, 'laoshen', OWN_PASSWORD)
    await page.getByRole('heading', { name: '等您审核' }).waitFor()
    await page.getByRole('link', { name: '去审' }).first().click()
    await page.getByRole('button', { name: '通过', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '通过', exact: true }).click()
    await page
      .getByText(/已通过，居民看得到了/)
      .first()
      .waitFor()
    expect(page.faults).toEqual([])
    const answer = await fetch(`${server.url}/articles/${made.article.slug}`)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('先找劳动监察，再申请仲裁')
  })

  it('makes a film with two spoken languages into a stream by real ffmpeg', async () => {
    const picture = await editor.upload('film.mp4', 'video/mp4', recordings.film!)
    const voice = await editor.upload('hak.m4a', 'audio/mp4', recordings.hak!)
    const [topic, segment, cmn, hak] = await Promise.all([
      editor.first('articles', 'id', made.article.id).then((article) => article.topic),
      editor.first('segments', 'slug', 'youth'),
      editor.first('varieties', 'code', 'cmn'),
      editor.first('varieties', 'code', 'hak'),
    ])
    made.segment = segment
    const { id } = await editor.create('videos?draft=true', {
      title: '加班费怎么要？',
      film: picture.id,
      topic,
      segments: [segment.id],
      variety: cmn.id,
      summary: '三步要回加班费。',
    })
    await editor.create('tracks', { video: id, variety: hak.id, file: voice.id, speaker: '邱水生' })
    // Nobody hands in a dialect without standard-Chinese subtitles.
    const text = await editor.upload('film.srt', 'application/x-subrip', new TextEncoder().encode(SRT))
    await editor.create('subtitles', { video: id, variety: cmn.id, file: text.id, origin: 'human' })
    await until(async () => (await editor.get(`/api/staff/films/${id}/progress`)).state === 'done', 120_000)
    await editor.post(`/api/staff/review/videos/${id}/submit`)
    const { hash } = await reviewer.get(`/api/staff/review/videos/${id}`)
    await reviewer.post(`/api/staff/review/videos/${id}/approve`, { hash })
    made.video = await editor.first('videos', 'id', id)
    await until(
      async () => (await (await fetch(`${server.url}/videos/${made.video.slug}`)).text()).includes('客家'),
      60_000,
    )
  })

  it('plans a campaign, and a colleague approves the plan', async () => {
    made.channel = await editor.first('channels', 'code', 'site')
    const campaign = await editor.create('campaigns', {
      title: '加班费讲明白',
      goal: '让年轻人知道加班费怎么要',
      from: new Date(Date.now() + 24 * 3600e3).toISOString(),
      to: new Date(Date.now() + 5 * 24 * 3600e3).toISOString(),
      slots: 4,
      segments: [made.segment.id],
      channels: [made.channel.id],
      items: [
        { relationTo: 'articles', value: made.article.id },
        { relationTo: 'videos', value: made.video.id },
      ],
    })
    const panel = await editor.post(`/api/staff/campaigns/${campaign.id}/plan`)
    expect(panel.days.flatMap((day: { deliveries: unknown[] }) => day.deliveries).length).toBeGreaterThan(0)
    const approved = await reviewer.post(`/api/staff/campaigns/${campaign.id}/approve`, { planHash: panel.planHash })
    expect(approved.state).toBe('approved')
    made.campaign = campaign
  })

  it('delivers on time: once the clock has come there, the segment page carries the deliveries', async () => {
    const rows = () =>
      editor.get(`/api/deliveries?depth=0&limit=50&sort=dueAt&where[campaign][equals]=${made.campaign.id}`)
    const before: Delivery[] = (await rows()).docs
    expect(new Set(before.map(({ state }) => state))).toEqual(new Set(['planned']))
    expect(await deliveredLinks(server.url)).toEqual([])

    // From one due time to the next: what was missed by days is not sent any more (the misfire rule).
    for (const { code, dueAt } of before) {
      await server.moveClock(new Date(new Date(dueAt).getTime() + 60_000))
      const link = (await deliveredLinks(server.url)).find((href) => href.includes(`d=${code}`))
      expect(link, `the segment page shows delivery ${code}`).toBeTruthy()
      links.push(link!)
    }
    deliveries.push(...(await rows()).docs)
    expect(deliveries.map(({ state }) => state)).toEqual(before.map(() => 'submitted'))
  })

  it('is read, played and heard in another dialect on a cheap phone, and every event arrives', async () => {
    const delivered = (kind: string) => links.find((href) => href.startsWith(`/${kind}/`))!
    const phone = async () => {
      const page = await chromium.phone({ baseURL: server.url })
      lookAtFailure(page, 'phone')
      await page.exposeFunction('__sent', (body: string) => sent.push(...JSON.parse(body).events))
      await page.addInitScript(() => {
        const really = navigator.sendBeacon.bind(navigator)
        navigator.sendBeacon = (to, body) => {
          void (window as unknown as { __sent(body: string): void }).__sent(String(body))
          return really(to, body)
        }
      })
      return page
    }

    // To read takes a minute: the clock of this phone is turned on by two.
    const reading = await phone()
    await reading.clock.install()
    await reading.goto(delivered('articles'))
    await reading.getByText('先找劳动监察，再申请仲裁').first().waitFor()
    await reading.locator('article').evaluate((text) => scrollTo(0, text.getBoundingClientRect().height * 0.6))
    await reading.clock.runFor(120_000)
    await until(async () => sent.some(({ type }) => type === 'read'), 30_000)
    expect(reading.faults).toEqual([])

    const page = await phone()
    await page.goto('/s/youth')
    await page.goto(delivered('videos'))
    await page.locator('[data-play]').tap()
    await until(async () => near(await heardTone(page), HERTZ.cmn), 30_000)
    await until(async () => sent.some(({ type }) => type === 'start'), 30_000)
    await page.getByRole('link', { name: /客家/ }).tap()
    await until(async () => near(await heardTone(page), HERTZ.hak), 30_000)
    await until(async () => sent.some(({ type }) => type === 'complete'), 60_000)
    await page.goto('/') // leaving the page sends what is left
    expect(page.faults).toEqual([])

    const codes = new Set(deliveries.map(({ code }) => code))
    const attributed = () => sent.filter(({ delivery }) => delivery)
    await until(async () => attributed().length > 3, 10_000)
    expect(attributed().filter(({ delivery }) => !codes.has(delivery!))).toEqual([])
  })

  it('reports exactly these events', async () => {
    const count = (type: string) => sent.filter((event) => event.type === type).length
    const names = { views: 'view', reads: 'read', starts: 'start', completions: 'complete' }
    await until(async () => {
      const { total } = await reviewer.get('/api/staff/report')
      return Object.entries(names).every(([name, type]) => total[name] === count(type))
    }, 20_000)
    const report = await reviewer.get('/api/staff/report')
    expect(report.films).toMatchObject([{ id: made.video.id, starts: 1, plays: 1, completions: 1 }])
    expect(report.delivered.total).toBe(deliveries.length)
    const page = await chromium.phone({ baseURL: server.url })
    lookAtFailure(page, 'report')
    await signIn(page, 'laoshen', OWN_PASSWORD)
    await page.getByRole('heading', { name: /现在要做的/ }).waitFor()
    await page.goto('/admin/report')
    await page.locator('main h1, .mb-report h1, h1').first().waitFor()
    expect(page.faults).toEqual([])
  })
})

type Delivery = { code: string; state: string; dueAt: string }
type Sent = { id: string; type: string; delivery?: string }

const near = (heard: number, wanted: number) => Math.abs(heard - wanted) < 40

/** The links of the segment's page that belong to a delivery. */
async function deliveredLinks(url: string): Promise<string[]> {
  const page = await (await fetch(`${url}/s/youth`)).text()
  const hrefs = [...page.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'))
  return hrefs.filter((href) => /[?&]d=/.test(href))
}

const bytes = (file: string) => new Uint8Array(readFileSync(file))

/** Chooses from one of Payload's select or relation fields, as a person does: open it, take the option. */
async function choose(page: WatchedPage, field: string, option: string) {
  await page.locator(`#field-${field} .rs__control`).click()
  await page.locator('.rs__option').getByText(option, { exact: true }).first().click()
}

function lookAtFailure(page: WatchedPage, name: string) {
  onTestFailed(async () => {
    const file = path.join(tmpdir(), `mingbai-failed-${name}.png`)
    await page.screenshot({ path: file, fullPage: true }).then(() => console.error(`see ${file}`, page.faults))
  })
}
