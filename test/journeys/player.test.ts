import { afterAll, afterEach, beforeAll, expect, it, onTestFailed } from 'vitest'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Locator } from 'playwright-core'
import { axeViolations, openBrowser, type WatchedPage } from '../support/browser'
import { heardTone } from '../support/listening'
import { HERTZ, publishedFilm } from '../support/publishedFilm'
import { cueHeight, cueText } from '../support/subtitles'
import { until } from '../support/until'

const SECONDS = 40
let film: Awaited<ReturnType<typeof publishedFilm>>
let chromium: Awaited<ReturnType<typeof openBrowser>>
let page: WatchedPage

beforeAll(async () => {
  film = await publishedFilm({ seconds: SECONDS, size: '854x480', rate: 10 })
  chromium = await openBrowser()
})
afterAll(() => Promise.all([film?.dispose(), chromium?.close()]))
afterEach(() => page.context().close())

it('the language changes while it plays, is heard, and is remembered', async () => {
  await open('phone')
  await page.locator('[data-play]').tap()
  await hear(HERTZ.cmn)
  await page.getByRole('link', { name: '客家话' }).tap()
  await hear(HERTZ.hak)
  await page.goto(`${film.site.origin}/videos/wages`)
  expect(await page.locator('.tongues [aria-current]').innerText()).toBe('客家话')
  await page.locator('[data-play]').tap()
  await hear(HERTZ.hak)
  // The address is stronger than what is remembered.
  await page.goto(`${film.site.origin}/videos/wages?variety=cmn`)
  await page.locator('[data-play]').tap()
  await hear(HERTZ.cmn)
  expect(page.faults).toEqual([])
})

it('a language is tried for three seconds, and falls silent when the film begins', async () => {
  await open('phone', '', () => {
    const play = HTMLMediaElement.prototype.play
    HTMLMediaElement.prototype.play = function () {
      if (this instanceof HTMLAudioElement) Object.assign(window, { __sample: this })
      return play.call(this)
    }
  })
  const playing = () =>
    page.evaluate(() => {
      const { __sample: sample } = window as unknown as { __sample?: HTMLAudioElement }
      return Boolean(sample && !sample.paused && sample.currentTime > 0)
    })
  const sample = page.getByRole('button', { name: /试听 ?客家话/ })
  await sample.tap()
  await until(playing, 10_000)
  await pressed(sample, 'true')
  await page.locator('[data-play]').tap()
  await hear(HERTZ.cmn)
  await until(async () => !(await playing()), 5_000)
  await pressed(sample, 'false')
})

it('subtitles are on, change, grow, go off, and stay as chosen', async () => {
  await open('phone')
  await page.locator('[data-play]').tap()
  await until(async () => /先打 12348/.test(await shownCue()), 20_000)
  const small = await cueSize()
  await page.getByRole('group', { name: '字幕大小' }).getByRole('button', { name: '特大' }).tap()
  await until(async () => (await cueSize()) > small * 1.5, 5_000)
  const texts = page.getByRole('group', { name: '字幕', exact: true })
  await texts.getByRole('button', { name: '粤语' }).tap()
  await until(async () => /打電話先/.test(await shownCue()), 10_000)
  await texts.getByRole('button', { name: '关' }).tap()
  await until(async () => (await shownCue()) === '', 5_000)
  await page.reload()
  await page.locator('[data-play]').tap()
  await until(async () => (await time()) > 1, 20_000)
  expect(await shownCue()).toBe('')
  expect(await page.locator('#film').getAttribute('data-cues')).toBe('3')
})

it('a line of the transcript leads to its time, and the film offers to go on where it was left', async () => {
  await open('phone', '/transcript')
  await page.getByRole('link', { name: /第 21 句/ }).tap()
  await page.waitForURL(/t=21#film$/)
  await page.getByRole('button', { name: '从 21 秒放起' }).tap()
  await until(async () => (await time()) > 22, 20_000)
  expect(await time()).toBeLessThan(30)
  await page.locator('video').evaluate((video: HTMLVideoElement) => video.pause())
  await page.goto(`${film.site.origin}/videos/wages`)
  await page.getByRole('button', { name: /^从 2\d 秒接着放$/ }).waitFor()
  await page.getByRole('button', { name: '从头放' }).tap()
  await until(async () => (await time()) > 0.5, 20_000)
  expect(await time()).toBeLessThan(10)
})

it('goes on where it was left also where only the MP4 plays', async () => {
  await open('phone', '?t=21', () => delete (window as { MediaSource?: unknown }).MediaSource)
  await page.getByRole('button', { name: '从 21 秒放起' }).tap()
  await until(async () => (await time()) > 22, 20_000)
  expect(await page.locator('video').evaluate((video: HTMLVideoElement) => video.currentSrc)).toMatch(/fallback\.mp4$/)
  await until(async () => /先打 12348/.test(await shownCue()), 10_000)
  await page.getByRole('link', { name: '客家话' }).tap()
  await page.getByText('换不了语言').waitFor()
})

it('obeys the keyboard in the film, and leaves the rest of the page alone', async () => {
  await open('desktop')
  await page.keyboard.press('k')
  expect(await paused()).toBe(true)
  await page.locator('[data-play]').click()
  await until(async () => (await time()) > 0.3, 20_000)
  await page.keyboard.press('k')
  expect(await paused()).toBe(true)
  await page.keyboard.press('Space')
  await until(async () => !(await paused()), 5_000)
  await page.keyboard.press('k')
  const before = await time()
  await page.keyboard.press('ArrowRight')
  await until(async () => Math.abs((await time()) - before - 5) < 0.5, 5_000)
  await page.keyboard.press('ArrowLeft')
  await until(async () => Math.abs((await time()) - before) < 0.5, 5_000)
  await page.keyboard.press('>')
  await pressed(page.getByRole('button', { name: '快些' }), 'true')
  expect(await page.locator('video').evaluate((video: HTMLVideoElement) => video.playbackRate)).toBe(1.25)
  await page.keyboard.press('c')
  await until(async () => (await shownCue()) === '', 5_000)
  await pressed(page.getByRole('button', { name: '关' }), 'true')
  await page.keyboard.press('f')
  await until(() => page.evaluate(() => document.fullscreenElement !== null), 5_000)
  await page.keyboard.press('f')
  await page.getByRole('button', { name: '更快' }).focus()
  await page.keyboard.press('Space')
  expect(await paused()).toBe(true)
  expect(await page.locator('video').evaluate((video: HTMLVideoElement) => video.playbackRate)).toBe(1.5)
})

it('is heard without its picture, in the chosen language, and the picture comes back at the same place', async () => {
  await open('phone', '?variety=hak')
  const pictures: string[] = []
  page.on('request', (request) => /\/v\/.*\.ts$/.test(request.url()) && pictures.push(request.url()))
  await page.getByRole('button', { name: '只听声音' }).tap()
  await hear(HERTZ.hak)
  expect(pictures).toEqual([])
  await page.getByRole('link', { name: '普通话' }).tap()
  await hear(HERTZ.cmn)
  const left = await time()
  await page.getByRole('button', { name: /清楚些/ }).tap()
  await until(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth > 0), 20_000)
  expect(await time()).toBeGreaterThan(left - 0.5)
  await hear(HERTZ.cmn)
  expect(page.faults).toEqual([])
})

it('says so when the network is gone, and goes on from there', async () => {
  await open('phone')
  await page.route(/hls/, (route) => route.abort())
  await page.locator('[data-play]').tap()
  await page.getByRole('button', { name: '重试' }).waitFor()
  await page.unroute(/hls/)
  await page.getByRole('button', { name: '重试' }).tap()
  await until(async () => (await time()) > 0.5, 20_000)
  await page.route(/\.(ts|m3u8)$/, (route) => route.abort())
  await jumpTo(34)
  await page.getByRole('button', { name: '重试' }).waitFor({ timeout: 30_000 })
  await page.unroute(/\.(ts|m3u8)$/)
  await page.getByRole('button', { name: '重试' }).tap()
  await until(async () => (await time()) > 34.5, 20_000)
  await page.getByRole('button', { name: '重试' }).waitFor({ state: 'hidden' })
})

it('goes on by itself when the phone is back in the network', async () => {
  await open('phone')
  await page.locator('[data-play]').tap()
  await until(async () => (await time()) > 0.5, 20_000)
  await page.context().setOffline(true)
  await jumpTo(34)
  await page.getByText('网断了').waitFor({ timeout: 30_000 })
  await page.context().setOffline(false)
  await until(async () => (await time()) > 34.5, 20_000)
  await page.getByRole('button', { name: '重试' }).waitFor({ state: 'hidden' })
})

it('plays over 200 kbit/s without standing still, with the smallest picture', async () => {
  await open('phone')
  const session = await page.context().newCDPSession(page)
  const throughput = 200_000 / 8
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 100,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  })
  const pictures = new Set<string>()
  page.on('request', (request) => {
    const rung = /\/v\/(\w+)\/\d+\.ts$/.exec(request.url())
    if (rung) pictures.add(rung[1]!)
  })
  await page.locator('video').evaluate((video: HTMLVideoElement) => {
    video.addEventListener('playing', () => video.addEventListener('waiting', () => (video.dataset.stalls = 'yes')), {
      once: true,
    })
  })
  await page.locator('[data-play]').tap()
  // Into the second piece: the first one is played, the next has come in time.
  await until(async () => (await time()) > 8, 90_000)
  expect(await page.locator('video').getAttribute('data-stalls')).toBeNull()
  expect([...pictures]).toEqual(['234'])
})

it.each([
  { edition: 'standard', least: 44, scheme: 'light' as const },
  { edition: 'elder', least: 60, scheme: 'dark' as const },
])('every word of the $edition edition is large enough, named, and readable in the $scheme', async (look) => {
  const query = look.edition === 'elder' ? '?edition=elder' : ''
  for (const at of ['', '/transcript']) {
    await open('phone', at + query, undefined, look.scheme)
    if (!at) await page.locator('[data-play]').tap()
    if (!at) await until(async () => (await time()) > 0.5, 20_000)
    expect(await axeViolations(page)).toEqual([])
    const low = await page
      .locator('#film a, #film button, .transcript a, .tongues a')
      .evaluateAll(
        (words, least) =>
          words.filter((word) => word.clientHeight && word.getBoundingClientRect().height < least - 0.5).map(String),
        look.least,
      )
    expect(low).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    if (!at) await page.context().close()
  }
})

async function open(
  on: 'phone' | 'desktop',
  rest = '',
  before?: () => void,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<void> {
  page = await chromium[on]({ baseURL: film.site.origin, colorScheme, bypassCSP: true })
  const opened = page
  onTestFailed(async () => {
    const file = path.join(tmpdir(), `mingbai-failed-player-${Date.now()}.png`)
    await opened.screenshot({ path: file }).then(
      () => console.error(`see ${file}`, opened.faults),
      () => undefined,
    )
  })
  if (before) await page.addInitScript(before)
  await page.goto(`/videos/wages${rest}`)
}

/** The browser tells of a change when it gets to it; what is shown follows then. */
const pressed = (button: Locator, value: string) =>
  until(async () => (await button.getAttribute('aria-pressed')) === value, 5_000)
const hear = (hertz: number) => until(async () => Math.abs((await heardTone(page)) - hertz) < 40, 30_000)
const time = () => page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)
const paused = () => page.locator('video').evaluate((video: HTMLVideoElement) => video.paused)
const jumpTo = (seconds: number) =>
  page.locator('video').evaluate((video: HTMLVideoElement, at) => void (video.currentTime = at), seconds)
const shownCue = () => cueText(page)
const cueSize = () => cueHeight(page)
