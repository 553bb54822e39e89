import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '../../src/payload-types'
import { renderItemPreview } from '../../src/site/preview'
import { caseOf, county, richText, type County } from '../support/county'
import { serve } from '../support/http'
import { testRuntime } from '../support/payload'

let runtime: Awaited<ReturnType<typeof testRuntime>>
let site: Awaited<ReturnType<typeof serve>>
let made: County
let article: Article

const approve = { context: { workflow: 'approve' } }
const page = async (path: string) => (await site.call(path, { headers: { accept: 'text/html' } })).text

beforeAll(async () => {
  runtime = await testRuntime()
  const { payload } = runtime
  made = await county(runtime)
  const statute = await payload.create({
    collection: 'statutes',
    data: { title: '中华人民共和国劳动合同法', shortTitle: '劳动合同法', slug: 'laodonghetongfa' },
  })
  const [seventh, eighth] = await Promise.all(
    ['第七条', '第八条'].map((label, index) =>
      payload.create({
        collection: 'provisions',
        data: {
          statute: statute.id,
          address: `laodonghetongfa/${7 + index}`,
          number: String(7 + index),
          order: 7 + index,
          heading: `劳动合同法${label}`,
          label,
          chapter: '第一章　总则',
          text: '用人单位自用工之日起即与劳动者建立劳动关系。\n第二款。',
        },
      }),
    ),
  )
  article = await payload.create({
    collection: 'articles',
    data: {
      ...caseOf(made),
      slug: 'wages',
      office: made.south.id,
      story: {
        root: {
          ...richText('').root,
          children: [
            paragraph([{ type: 'text', text: '<b>诉讼时效</b>三年，诉讼时效要记住', format: 0, version: 1 }]),
            paragraph([link('javascript:alert(1)', '坏链接'), link('/laws/laodonghetongfa', '好链接')]),
          ],
        },
      } as never,
      body: [
        { blockType: 'statuteQuote', provision: seventh!.id, plain: '上班就算数。' },
        {
          blockType: 'choice',
          scene: '老板说先干着。',
          options: [
            { text: '先干着', consequence: '以后难说清。', right: false },
            { text: '要合同', consequence: '这样稳当。', right: true, provision: eighth!.id },
          ],
        },
      ],
      _status: 'published',
    },
    ...approve,
  })
  site = await serve(runtime)
})
afterAll(async () => {
  await site?.close()
  await runtime?.dispose()
})

const paragraph = (children: unknown[]) => ({ type: 'paragraph', version: 1, children })
const link = (url: string, text: string) => ({
  type: 'link',
  version: 1,
  fields: { url },
  children: [{ type: 'text', text, format: 0, version: 1 }],
})

describe('an article', () => {
  it('shows answer before story, and story before law', async () => {
    const html = await page('/articles/wages')
    const places = ['<h1>', '答案：', '<p class="lede"', '事情经过', '法律怎么说', '第七条'].map((words) =>
      html.indexOf(words),
    )
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places[0]).toBeGreaterThan(0)
  })
  it('escapes what an editor wrote and follows no script link', async () => {
    const html = await page('/articles/wages')
    expect(html).toContain('&lt;b&gt;')
    expect(html).not.toContain('javascript:alert')
    expect(html).toContain('坏链接')
    expect(html).toContain('href="/laws/laodonghetongfa"')
  })
  it('explains a term of the law once', async () => {
    const html = await page('/articles/wages')
    expect(html.split('就是起诉的期限')).toHaveLength(2)
  })
  it('answers 选一选 without a script', async () => {
    expect(await page('/articles/wages')).not.toContain('这样稳当')
    const picked = await page('/articles/wages?pick=1-1')
    expect(picked).toContain('选对了。')
    expect(picked).toContain('/laws/laodonghetongfa/8')
  })
  it('sets no cookie and loads nothing from elsewhere', async () => {
    const answer = await site.call('/articles/wages', { headers: { accept: 'text/html' } })
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(answer.text).not.toMatch(/(src|href)="(https?:)?\/\/(?!localhost)[^"]*\.(js|css|woff)/)
  })
  it('is not public as a draft, and staff preview it with a bar', async () => {
    const draft = await runtime.payload.create({
      collection: 'articles',
      data: { ...caseOf(made), title: '还没审的', slug: 'unseen-draft' },
      draft: true,
    })
    expect((await site.call('/articles/unseen-draft')).status).toBe(404)
    const preview = await renderItemPreview(runtime, 'articles', draft, { edition: 'elder' })
    expect(preview).toContain('预览')
    expect(preview).toContain('class="elder"')
    expect(preview).not.toContain('data-beacon')
  })
})

describe('the law', () => {
  it('has a page for every article, with its neighbours and the cases that quote it', async () => {
    const html = await page('/laws/laodonghetongfa/7')
    expect(html).toContain('下一条：第八条')
    expect(html).toContain('/articles/wages')
    expect(html).toContain('<p>第二款。</p>')
  })
  it('has an anchor for every article', async () => expect(await page('/laws/laodonghetongfa')).toContain('id="7"'))
})

describe('addresses that lead nowhere', () => {
  it.each([
    '/nope',
    '/s/nope',
    '/laws/laodonghetongfa/999',
    '/feeds/nope.xml',
    '/l/nope',
    '/l/nope.svg',
    '/%00',
    '/%ff',
  ])('%s is a page with a search', async (path) => {
    const answer = await site.call(path, { headers: { accept: 'text/html' } })
    expect(answer.status).toBe(404)
    expect(answer.text).toContain('role="search"')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })
  it('says it to machines as JSON', async () => {
    const answer = await site.call('/nope', { headers: { accept: 'application/json' } })
    expect(answer.body.error.code).toBe('not-found')
  })
})

describe('finding', () => {
  it('finds articles and law by everyday words', async () => {
    expect(await page(`/search?q=${encodeURIComponent('不给工钱')}`)).toContain('/articles/wages')
    expect(await page(`/search?q=${encodeURIComponent('劳动关系')}`)).toContain('/laws/laodonghetongfa/7')
  })
  it('with nothing found, says whom to call', async () => {
    const html = await page(`/search?q=${encodeURIComponent('火星移民')}`)
    expect(html).toContain('没有找到')
    expect(html).toContain('tel:12348')
    expect(html).toContain('data-found="0"')
  })
  it('takes 关怀版 as a name of the elder edition', async () =>
    expect(await page(`/search?q=${encodeURIComponent('关怀版')}`)).toContain('打开长辈版'))
})

describe('a question', () => {
  const ask = (fields: Record<string, string>) =>
    site.call('/ask', {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    })
  const stored = async () => (await runtime.payload.find({ collection: 'questions', pagination: false })).docs

  it('is stored without numbers that name a person', async () => {
    const answer = await ask({ text: '我叫老王 13800138000，工钱没给', segment: made.segment.slug!, website: '' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/ask/thanks?s=${made.segment.slug}`])
    expect((await stored()).map(({ text }) => text)).toEqual(['我叫老王 ＊＊＊，工钱没给'])
  })
  it('of a machine that fills every field is not stored', async () => {
    expect((await ask({ text: 'buy now buy now', website: 'http://spam' })).status).toBe(303)
    expect(await stored()).toHaveLength(1)
  })
  it('too short is refused in words, too many are stopped', async () => {
    expect((await ask({ text: '啊' })).status).toBe(400)
    const answers = await Promise.all(Array.from({ length: 25 }, () => ask({ text: '一直在问的问题', website: 'x' })))
    expect(answers.some(({ status }) => status === 429)).toBe(true)
  })
})

describe('slots, feeds and links', () => {
  beforeAll(async () => {
    const { payload } = runtime
    const channel = (code: string, kind: 'site' | 'feed') =>
      payload.create({ collection: 'channels', data: { name: code, code, kind } })
    const [slot, feed] = [await channel('slot', 'site'), await channel('feed-all', 'feed')]
    const now = runtime.clock.now().getTime()
    const delivery = (code: string, channel: string, more: object) =>
      payload.create({
        collection: 'deliveries',
        data: {
          code,
          channel,
          item: { relationTo: 'articles', value: article.id },
          itemKey: `articles:${article.id}`,
          topic: made.topic.id,
          segment: made.segment.id,
          dueAt: new Date(now - 60_000).toISOString(),
          state: 'submitted',
          ...more,
        },
      })
    await delivery('d-slot', slot.id, { until: new Date(now + 3600_000).toISOString() })
    await delivery('d-feed', feed.id, {})
    await delivery('d-later', feed.id, { state: 'planned' })
    await payload.create({
      collection: 'links',
      data: { code: 'poster1', path: '/articles/wages', segment: made.segment.id, channel: slot.id },
    })
  })

  it("stands on the segment's page until its time is over", async () => {
    const path = `/s/${made.segment.slug}`
    expect(await page(path)).toContain('class="ruled lead"')
    runtime.clock.moveTo(new Date(runtime.clock.now().getTime() + 2 * 3600_000))
    expect(await page(path)).not.toContain('class="ruled lead"')
  })
  it('feeds name the delivery that brought the reader', async () => {
    const rss = await page(`/feeds/${made.segment.slug}.xml`)
    expect(rss).toMatch(/<link>[^<]*\/articles\/wages\?s=[\w-]+&amp;c=feed-all&amp;d=d-feed<\/link>/)
    const json = JSON.parse(await page(`/feeds/${made.segment.slug}.json`)) as { items: { title: string }[] }
    expect(json.items).toHaveLength(1)
  })
  it('a short link leads to its page with attribution, a delivery code to its item', async () => {
    const segment = made.segment.slug
    const link = await site.call('/l/poster1')
    expect([link.status, link.headers.get('location')]).toEqual([302, `/articles/wages?s=${segment}&c=slot`])
    const code = await site.call('/l/d-feed')
    expect(code.headers.get('location')).toBe(`/articles/wages?s=${segment}&c=feed-all&d=d-feed`)
    expect((await site.call('/l/poster1.svg')).text).toContain('<svg')
    expect((await site.call('/l/poster1.png')).headers.get('content-type')).toBe('image/png')
  })
})

it('tells search engines to stay away from demo data', async () => {
  await runtime.payload.updateGlobal({ slug: 'settings', data: { demo: true } })
  runtime.epoch.bump()
  expect(await page('/')).toContain('<meta name="robots" content="noindex"/>')
  expect(await page('/')).toContain('演示数据')
  expect(await page('/robots.txt')).toContain('Disallow: /\n')
})
