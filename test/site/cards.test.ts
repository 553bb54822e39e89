import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '../../src/payload-types'
import { drawCard } from '../../src/site/cards/draw'
import type { Card } from '../../src/site/cards/card'
import { halved } from '../media/pictures'
import { caseOf, county, type County } from '../support/county'
import { serve } from '../support/http'
import { testRuntime } from '../support/payload'

let runtime: Awaited<ReturnType<typeof testRuntime>>
let site: Awaited<ReturnType<typeof serve>>
let made: County
let article: Article
const approve = { context: { workflow: 'approve' } }
const page = async (address: string) => (await site.call(address, { headers: { accept: 'text/html' } })).text
const cardIn = (html: string) => new URL(/property="og:image" content="([^"]+)"/.exec(html)![1]!).pathname
const bytes = async (address: string) => Buffer.from(await (await fetch(site.origin + address)).arrayBuffer())
const kept = () => {
  const folder = path.join(runtime.env.DATA_DIR, 'cards')
  return existsSync(folder) ? readdirSync(folder).sort() : []
}

const written = async (title: string, slug: string, more: object = {}) =>
  runtime.payload.create({
    collection: 'articles',
    data: { ...caseOf(made, title), slug, office: made.south.id, _status: 'published', ...more },
    ...approve,
  })

beforeAll(async () => {
  runtime = await testRuntime()
  made = await county(runtime)
  article = await written('老板不给工钱，怎么要？', 'wages')
  await written('没签合同，算不算上班？', 'contract', { _status: 'draft' })
  site = await serve(runtime)
})
afterAll(async () => {
  await site?.close()
  await runtime?.dispose()
})

describe('the share card of an article', () => {
  it('is named by the page, has both shapes, and is drawn once', async () => {
    const html = await page('/articles/wages')
    const address = cardIn(html)
    expect(html).toContain('name="twitter:card" content="summary_large_image"')
    const square = /<img src="([^"]+-square\.jpg)"[^>]* hidden/.exec(html)![1]!
    for (const [where, size] of [
      [address, [1200, 630]],
      [square, [600, 600]],
    ] as const) {
      const answer = await fetch(site.origin + where)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
      expect(answer.headers.get('cache-control')).toMatch(/max-age=31536000, immutable/)
      const { width, height, format } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
      expect([[width, height], format]).toEqual([size, 'jpeg'])
    }
    expect(kept()).toEqual([address, square].map((where) => path.basename(where)).sort())
    writeFileSync(path.join(runtime.env.DATA_DIR, 'cards', path.basename(address)), 'kept')
    expect((await bytes(address)).toString()).toBe('kept')
    rmSync(path.join(runtime.env.DATA_DIR, 'cards'), { recursive: true })
    const [one, other] = await Promise.all([bytes(address), bytes(address)])
    expect(one.equals(other)).toBe(true)
  })
  it('is in the feeds and the structured data', async () => {
    const address = cardIn(await page('/articles/wages'))
    expect(await page('/articles/wages')).toContain(`"image":["${runtime.env.PUBLIC_URL}${address}"`)
    const feed = await site.call('/feeds/all.json')
    expect(feed.body.items[0].image).toBe(runtime.env.PUBLIC_URL + address)
    expect((await site.call('/feeds/all.xml')).text).toContain(
      `<media:thumbnail url="${runtime.env.PUBLIC_URL}${address}" height="630" width="1200"/>`,
    )
  })
  it('of a draft, of nothing and of a made-up address is not found, and nothing is written', async () => {
    const before = kept()
    for (const name of [
      'articles-contract-0123456789abcdef.jpg',
      'articles-nothing-0123456789abcdef.jpg',
      'articles-wages.jpg',
      'users-lan-0123456789abcdef.jpg',
      '..%2f..%2fmingbai.db',
    ])
      expect((await site.call(`/media/cards/${name}`)).status, name).toBe(404)
    expect(kept()).toEqual(before)
  })
  it('of an earlier wording leads to the one of today, which takes its place', async () => {
    const old = cardIn(await page('/articles/wages'))
    await bytes(old)
    await runtime.payload.update({
      collection: 'articles',
      id: article.id,
      data: { title: '包工头跑了，工钱找谁要？', _status: 'published' },
      ...approve,
    })
    runtime.epoch.bump()
    const now = cardIn(await page('/articles/wages'))
    expect(now).not.toBe(old)
    const answer = await site.call(old)
    expect([answer.status, answer.headers.get('location')]).toEqual([302, now])
    await bytes(now)
    expect(kept().filter((name) => !name.includes('square'))).toEqual([path.basename(now)])
  })
  it('is no longer given out when the item is withdrawn', async () => {
    await written('临时发一下', 'short-lived')
    const address = cardIn(await page('/articles/short-lived'))
    await bytes(address)
    const { docs } = await runtime.payload.find({ collection: 'articles', where: { slug: { equals: 'short-lived' } } })
    await runtime.payload.update({
      collection: 'articles',
      id: docs[0]!.id,
      data: { _status: 'draft' },
      context: { workflow: 'withdraw' },
    })
    expect((await site.call(address)).status).toBe(404)
  })
})

describe('what is drawn on a card', () => {
  const card = (more: Partial<Card> = {}): Card => ({
    item: 'articles-x',
    title: '老板不给工钱',
    answer: '能要。先找劳动监察。',
    verdict: 'yes',
    film: null,
    site: '明白',
    office: '南溪司法所',
    picture: null,
    ...more,
  })
  const grey = async (jpeg: Buffer) => sharp(jpeg).greyscale().raw().toBuffer()
  const apart = (a: Buffer, b: Buffer) => a.filter((value, at) => Math.abs(value - b[at]!) > 60).length

  it('are the words themselves, not one box a character', async () => {
    // As many characters, all others: boxes for missing characters would look the same.
    const [one, other] = await Promise.all(
      ['老板不给工钱', '房东扣下押金'].map(async (title) => grey(await drawCard(card({ title }), 'wide'))),
    )
    expect(apart(one!, other!)).toBeGreaterThan(2000)
  })
  it('is drawn with our own font on a machine without any', () => {
    const config = path.join(runtime.env.DATA_DIR, 'no-fonts.conf')
    writeFileSync(config, '<?xml version="1.0"?><fontconfig></fontconfig>')
    const script = `import { drawn } from './src/lib/drawing'
      const svg = (words) => \`<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" font-family="Noto Sans SC"><text y="80" font-size="80">\${words}</text></svg>\`
      const [a, b] = await Promise.all(['明', '白'].map(async (words) => (await drawn(svg(words))).raw().toBuffer()))
      console.log(a.filter((value, at) => Math.abs(value - b[at]) > 60).length)`
    const said = execFileSync('npx', ['tsx', '--input-type=module', '-e', script], {
      env: { ...process.env, FONTCONFIG_FILE: config },
      encoding: 'utf8',
    })
    expect(Number(said)).toBeGreaterThan(500)
  })
  it('is the picture, cut around its focal point, over the question', async () => {
    const file = path.join(runtime.env.DATA_DIR, 'uploads', 'photo.png')
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, await halved(1600, 400))
    const at = async (x: number) => {
      const focal = { x, y: 50 }
      const jpeg = await drawCard(card({ verdict: null, picture: { of: 'images', file, focal } }), 'square', file)
      const one = await sharp(jpeg).extract({ left: 300, top: 100, width: 1, height: 1 }).raw().toBuffer()
      return [...one].map((value) => Math.round(value / 96))
    }
    expect([await at(0), await at(100)]).toEqual([
      [2, 0, 0],
      [0, 0, 2],
    ])
  })
  it.each(['wide', 'square'] as const)('fits into a %s card however long the title is', async (shape) => {
    const jpeg = await drawCard(card({ title: '村里承包地被征收了补偿款该怎么分'.repeat(5) }), shape)
    expect(jpeg.length).toBeLessThan(200 * 1024)
  })
})
