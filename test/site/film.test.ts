import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishedFilm } from '../support/publishedFilm'

let film: Awaited<ReturnType<typeof publishedFilm>>
beforeAll(async () => {
  film = await publishedFilm({ seconds: 4 })
}, 240_000)
afterAll(() => film?.dispose())

const page = async (path: string) => {
  const { status, text } = await film.site.call(path, { headers: { accept: 'text/html' } })
  expect(status).toBe(200)
  return text
}

describe('the page of a film', () => {
  it('plays without a script: controls, an MP4, subtitles, nothing by itself', async () => {
    const html = await page('/videos/wages')
    expect(html).toMatch(/<video controls="" preload="none"[^>]* playsInline="" /)
    for (const name of ['webkit-playsinline', 'x5-playsinline', 'x5-video-player-type="h5"', 'x5-video-orientation'])
      expect(html).toContain(name)
    expect(html).not.toMatch(/autoplay|x5-video-player-fullscreen/i)
    expect(html).toMatch(/<source src="\/media\/streams\/[\w-]+\/fallback.mp4"/)
    expect(html.match(/<track /g)).toHaveLength(2)
  })
  it('hides what needs a script until the script shows it', async () => {
    const html = await page('/videos/wages')
    const buttons = html.slice(html.indexOf('id="film"'), html.indexOf('film.')).match(/<button[^>]*>/g) ?? []
    expect(buttons.filter((button) => !/hidden|value=/.test(button))).toEqual([])
    expect(html.match(/data-row="\w+" hidden/g)).toHaveLength(4)
  })
  it('offers the languages as links, with who speaks, three seconds to hear, and which voice is a machine', async () => {
    const html = await page('/videos/wages')
    expect(html).toMatch(/href="\/videos\/wages\?variety=hak"[^>]*><span[^>]*lang="hak-Hans-CN">客家话/)
    expect(html).toContain('<small>邱水生，机器合成的声音</small>')
    const samples = [...html.matchAll(/data-sample="([^"]+)"/g)].map(([, src]) => src!)
    expect(samples).toHaveLength(2)
    const { status, headers } = await film.site.call(samples[0]!)
    expect([status, headers.get('content-type')]).toEqual([200, 'audio/mp4'])
    expect(html).toContain('试听<span class="unseen">客家话</span>')
    expect(await page('/videos/wages?variety=hak')).toMatch(/data-variety="hak" data-sound="[^"]*hak/)
  })
  it('says how long it is and what it weighs, also by ear alone', async () =>
    expect(await page('/videos/wages')).toContain('4 秒，约 6 兆；只听声音约 1 兆'))
  it('runs on scripts of under 9 KB; hls.js comes when somebody presses play', async () => {
    const scripts = (await page('/videos/wages')).matchAll(/<script src="([^"]+)"/g)
    const texts = await Promise.all([...scripts].map(([, src]) => film.site.call(src!)))
    expect(texts).toHaveLength(2)
    expect(texts.reduce((sum, { text }) => sum + gzipSync(text).length, 0)).toBeLessThan(9_000)
  })
  it('leads to its transcript, for people and for search engines', async () => {
    const html = await page('/videos/wages?edition=elder')
    expect(html).toContain('href="/videos/wages/transcript?edition=elder"')
    expect(html).toMatch(/"transcript":"[^"]*\/videos\/wages\/transcript"/)
  })
})

describe('the transcript', () => {
  it('reads line by line, and every line leads to its time in the film', async () => {
    const html = await page('/videos/wages/transcript?edition=elder')
    expect(html).toContain('href="/videos/wages?edition=elder&amp;t=2#film"')
    expect(html).toMatch(/0:02<\/time><span[^>]*>第 2 句，先打 12348</)
  })
  it('is searched without a script: hits are marked and counted', async () => {
    const html = await page(`/videos/wages/transcript?q=${encodeURIComponent('12348')}`)
    expect(html).toContain('找到 4 处“12348”')
    expect(html.match(/<mark>12348<\/mark>/g)).toHaveLength(4)
    expect(await page('/videos/wages/transcript?q=%3Cb%3E')).toContain('没有找到“&lt;b&gt;”')
  })
  it('keeps edition, segment and language while searching', async () => {
    const html = await page('/videos/wages/transcript?edition=elder&variety=yue&s=elderly')
    for (const hidden of ['edition" value="elder', 'variety" value="yue', 's" value="elderly'])
      expect(html).toContain(`<input type="hidden" name="${hidden}"/>`)
  })
  it('is offered in every language the film has a subtitle in', async () => {
    const html = await page('/videos/wages/transcript?variety=yue')
    expect(html).toContain('第 2 句，打電話先')
    expect(html).toMatch(/<a href="\/videos\/wages\/transcript\?variety=yue" aria-current="true">/)
  })
})
