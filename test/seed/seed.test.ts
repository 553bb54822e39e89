import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CollectionSlug } from 'payload'
import { commissionsOf, readHolds, readSupply } from '../../campaigns'
import { prepare } from '../../src/seed'
import { stories } from '../../src/seed/articles'
import { clearDemo } from '../../src/seed/clear'
import { finishDemo } from '../../src/seed/later'
import { issueLogins } from '../../src/seed/staff'
import { welcome } from '../../src/seed/welcome'
import { campaignPanel } from '../../src/staff/campaignPanel'
import type { Staff } from '../../src/staff/staff'
import { latestVersion } from '../../src/staff/version'
import { testRuntime } from '../support/payload'

type Product = Awaited<ReturnType<typeof testRuntime>>

const kept = ['topics', 'segments', 'varieties', 'statutes', 'provisions', 'offices', 'users'] as const
const demo = ['articles', 'videos', 'tracks', 'subtitles', 'files', 'campaigns', 'deliveries'] as const
const more = [
  'links',
  'figures',
  'questions',
  'channels',
  'media-steps',
  'signals',
  'series',
  'occasions',
  'loans',
  'credits',
] as const

const countsOf = async ({ payload }: Product, names: readonly CollectionSlug[] = [...kept, ...demo, ...more]) =>
  Object.fromEntries(
    await Promise.all(names.map(async (collection) => [collection, (await payload.count({ collection })).totalDocs])),
  ) as Record<string, number>

/** The next writes of this kind succeed, then the process "dies" until `heal` is called. */
function dieAfter({ payload, events }: Product, method: 'create' | 'delete' | 'add', writes: number) {
  const target = { create: payload.db, delete: payload, add: events }[method] as unknown as Record<string, Write>
  const real = target[method]!.bind(target)
  let left = writes
  Object.assign(target, {
    [method]: (...args: unknown[]) => (left-- > 0 ? real(...args) : Promise.reject(new Error('killed'))),
  })
  return () => Object.assign(target, { [method]: real })
}
type Write = (...args: unknown[]) => Promise<unknown>

/** What the media steps write when the film is ready; the making itself is tested where it belongs. */
async function streamIsThere({ payload }: Product): Promise<void> {
  const { docs } = await payload.find({ collection: 'videos', depth: 0, limit: 1 })
  const files = { folder: '/media/streams/x', master: 'master.m3u8', fallback: 'film.mp4', poster: 'poster.jpg' }
  const size = { duration: 95, width: 1280, height: 720, bytes: 1, rungs: [], audio: [], subtitles: [], run: 'x' }
  await payload.db.updateOne({ collection: 'videos', id: docs[0]!.id, data: { stream: { ...files, ...size } } })
}

describe('an empty installation', () => {
  let product: Product
  beforeAll(async () => {
    product = await testRuntime({ DEMO: 'off' })
    await prepare(product)
  })
  afterAll(() => product.dispose())

  it('has topics, segments with sourced demand, varieties, doors and one administrator, and no demo', async () => {
    const { payload } = product
    expect(await countsOf(product)).toMatchObject({
      ...{ topics: 18, segments: 3, varieties: 17, channels: 2, users: 1, offices: 0, articles: 0, deliveries: 0 },
    })
    const { docs } = await payload.find({ collection: 'segments', depth: 0 })
    for (const { demand } of docs) {
      expect(demand!.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6)
      expect(demand!.every(({ source, date }) => source && date)).toBe(true)
    }
    expect((await payload.findGlobal({ slug: 'settings' })).demo).toBe(false)
  })

  it('prints the one-time passwords once, and they open the door', async () => {
    const { payload } = product
    const printed: string[] = []
    const [admin] = await welcome(product, 3000, (words) => printed.push(words))
    expect(printed.join()).toContain(admin!.password)
    const { user } = await payload.login({
      collection: 'users',
      data: { username: 'admin', password: admin!.password },
    })
    expect(user).toMatchObject({ username: 'admin', roles: ['admin'], mustChangePassword: true })
    expect(await welcome(product, 3000, () => undefined)).toEqual([])
  })

  it('makes new passwords when printing was cut off, and leaves a changed one alone', async () => {
    const { payload } = product
    const [first] = await issueLogins(payload)
    const [second] = await issueLogins(payload)
    expect(second!.password).not.toBe(first!.password)
    const { docs } = await payload.find({ collection: 'users', depth: 0 })
    await payload.update({
      collection: 'users',
      id: docs[0]!.id,
      data: { password: 'chosen by a person', mustChangePassword: false },
    })
    expect(await issueLogins(payload)).toEqual([])
  })

  it('never loads the demo later', async () => {
    await prepare({ ...product, env: { ...product.env, DEMO: true } })
    expect(await countsOf(product, ['articles', 'users'])).toEqual({ articles: 0, users: 1 })
  })
})

describe('the demo county', { timeout: 240_000 }, () => {
  let product: Product
  let complete: Record<string, number>
  let withoutFilm: Record<string, number>
  beforeAll(async () => {
    product = await testRuntime({ DEMO: 'on' })
    for (const writes of [1, 12, 60, 25, 40, 150]) {
      const heal = dieAfter(product, 'create', writes)
      await expect(prepare(product)).rejects.toThrow('killed')
      heal()
    }
    await prepare(product)
    const heal = dieAfter(product, 'add', 3)
    await expect(finishDemo(product)).rejects.toThrow('killed')
    heal()
    await finishDemo(product)
    withoutFilm = await countsOf(product, ['campaigns'])
    await streamIsThere(product)
    await finishDemo(product)
    complete = await countsOf(product)
  }, 240_000)
  afterAll(() => product.dispose())

  it('is complete although the first start was killed six times', () => {
    expect(complete).toMatchObject({
      ...{ topics: 18, segments: 3, varieties: 17, offices: 3, users: 6, articles: 12, videos: 1, tracks: 2 },
      ...{
        subtitles: 1,
        files: 4,
        campaigns: 2,
        channels: 6,
        series: 1,
        occasions: 11,
        questions: 3,
        statutes: 8,
        'media-steps': 8,
      },
    })
    expect(complete.links).toBe(complete.deliveries)
  })

  it('is the same after another start', async () => {
    const events = await product.events.size()
    await prepare(product)
    await finishDemo({ ...product })
    expect(await countsOf(product)).toEqual(complete)
    expect(await product.events.size()).toBe(events)
  })

  it('shows only articles that somebody else approved, bound to the version residents read', async () => {
    const { payload } = product
    for (const collection of ['articles', 'videos'] as const) {
      const { docs } = await payload.find({ collection, depth: 0, pagination: false })
      for (const { id, _status, review } of docs) {
        expect(_status).toBe('published')
        expect(review).toMatchObject({
          stage: 'approved',
          approvedHash: (await latestVersion(payload, collection, id)).hash,
        })
        expect(review!.writers).not.toContain(review!.approvedBy)
      }
    }
  })

  it('cites only provisions that are there, with their text', async () => {
    const { docs } = await product.payload.find({ collection: 'articles', depth: 2, pagination: false })
    const cited = docs.flatMap(({ body }) =>
      (body ?? []).flatMap((block) => {
        if (block.blockType === 'statuteQuote') return [block.provision]
        if (block.blockType === 'choice') return block.options.map(({ provision }) => provision)
        return block.blockType === 'risks' ? block.rows.map(({ provision }) => provision) : []
      }),
    )
    expect(cited.length).toBeGreaterThan(40)
    for (const provision of cited) expect(provision).toMatchObject({ text: expect.stringMatching(/.{8,}/) })
  })

  it('has a plan for the manager to approve, made by the planner once the film can be shown', async () => {
    expect(withoutFilm).toEqual({ campaigns: 1 })
    const { docs } = await product.payload.find({ collection: 'campaigns', sort: 'slug', depth: 1 })
    expect(docs.map(({ slug, state }) => [slug, state])).toEqual([
      ['autumn', 'approved'],
      ['winter', 'planned'],
    ])
    const planned = await product.payload.count({
      collection: 'deliveries',
      where: { and: [{ campaign: { equals: docs[1]!.id } }, { state: { equals: 'planned' } }] },
    })
    expect(planned.totalDocs).toBeGreaterThan(10)
    const { excluded } = docs[1]!.plan as unknown as { excluded: { byCode: Record<string, number> } }
    expect(excluded.byCode).not.toHaveProperty('film-not-ready')
    const film = { itemKey: { contains: 'videos:' } }
    const ofFilm = { and: [{ campaign: { equals: docs[1]!.id } }, film] }
    expect((await product.payload.count({ collection: 'deliveries', where: ofFilm })).totalDocs).toBeGreaterThan(0)
  })

  it('has passed its kits on, but for two at most, and nothing went out while people sleep', async () => {
    const { docs } = await product.payload.find({
      ...{ collection: 'deliveries', where: { dueAt: { less_than: new Date().toISOString() } }, depth: 1 },
      pagination: false,
    })
    const kits = docs.filter(({ channel }) => typeof channel === 'object' && channel.kind === 'handout')
    const waiting = kits.filter(({ forwardedAt }) => !forwardedAt)
    expect(kits.length).toBeGreaterThan(40)
    expect(waiting.length).toBeLessThanOrEqual(2)
    expect(waiting.every(({ state }) => state === 'planned')).toBe(true)
    expect(kits.every((kit) => waiting.includes(kit) || (kit.forwardedBy && kit.state === 'submitted'))).toBe(true)
  })

  it('shows one delivery about marriage that the county’s cap holds back, and nothing else that it holds', async () => {
    const holds = [...(await readHolds(product.payload, product.clock.now()))]
    expect(holds).toMatchObject([[expect.anything(), { cap: 0.4, segment: null }]])
    const delivery = await product.payload.findByID({ collection: 'deliveries', id: holds[0]![0], depth: 1 })
    expect(delivery).toMatchObject({ topic: { slug: 'marriage-family' }, office: { slug: 'wanghe' } })
  })

  it('shows the manager each of its campaigns, the past one with all that went out', async () => {
    const { payload } = product
    const manager = (await payload.find({ collection: 'users', where: { username: { equals: 'lingdao' } } })).docs[0]!
    const { docs } = await payload.find({ collection: 'campaigns', sort: 'slug', depth: 0 })
    const panels = docs.map(({ id }) => campaignPanel(product, manager as Staff, String(id), 'zh'))
    const [past, coming] = await Promise.all(panels)
    expect(past!.days.flatMap(({ deliveries }) => deliveries).length).toBeGreaterThan(150)
    expect(past!.held).toBe(1)
    expect(coming!.days.flatMap(({ deliveries }) => deliveries).every(({ why }) => why.length)).toBe(true)
  })

  it('goes without leaving anything of itself, also when the clearing is killed, and keeps what is the county’s own', async () => {
    const { payload, events } = product
    const [office] = (await payload.find({ collection: 'offices', where: { slug: { equals: 'hetian' } } })).docs
    await payload.update({ collection: 'offices', id: office!.id, data: { telephone: '0571-87654321' } })
    await payload.updateGlobal({ slug: 'settings', data: { siteName: '我们县明白网' } })
    const topic = (await payload.find({ collection: 'topics', limit: 1 })).docs[0]!
    const own = await payload.create({
      collection: 'articles',
      draft: true,
      data: { title: '我们自己写的', topic: topic.id } as never,
    })
    const { docs: doors } = await payload.find({ collection: 'channels', where: { code: { equals: 'rongmei' } } })
    await payload.create({ collection: 'series', data: { name: '我们的栏目', channel: doors[0]!.id } })
    const { docs: offices } = await payload.find({ collection: 'offices', sort: 'slug', depth: 0 })
    const lend = (collection: 'articles' | 'videos', item: string, draft?: string) =>
      payload.create({
        collection: 'loans',
        data: {
          ...{
            key: `${collection}:${item}`,
            itemKey: `${collection}:${item}`,
            item: { relationTo: collection, value: item },
          },
          ...{ lender: offices[0]!.id, office: offices[1]!.id, draft },
        } as never,
      })
    const demoArticles = (await payload.find({ collection: 'articles', where: { id: { not_equals: own.id } } })).docs
    const copy = await payload.create({
      collection: 'articles',
      draft: true,
      data: { title: '照演示改写的', topic: topic.id, borrowedFrom: demoArticles[0]!.id } as never,
    })
    await lend('articles', demoArticles[0]!.id, copy.id)
    await lend('videos', (await payload.find({ collection: 'videos' })).docs[0]!.id)
    await lend('articles', own.id)
    const supply = await readSupply(payload, { now: product.clock.now(), timeZone: product.env.SITE_TIMEZONE })
    for (const office of [null, offices[1]!.id]) await commissionsOf(payload, supply, { office, count: 1 })
    expect(await countsOf(product, ['loans', 'credits'])).toEqual({ loans: 3, credits: 2 })
    const admin = (await payload.find({ collection: 'users', where: { username: { equals: 'admin' } } })).docs[0]!

    const heal = dieAfter(product, 'delete', 3)
    await expect(clearDemo(product, admin)).rejects.toThrow('killed')
    heal()
    await prepare(product)

    expect(await countsOf(product, [...demo, ...more])).toEqual({
      ...Object.fromEntries([...demo, ...more].map((name) => [name, 0])),
      ...{ articles: 2, channels: 3, series: 1, occasions: 11, loans: 1, credits: 0 },
    })
    expect(await countsOf(product, kept)).toEqual(Object.fromEntries(kept.map((name) => [name, complete[name]])))
    expect(await payload.findGlobal({ slug: 'settings' })).toMatchObject({ demo: false, siteName: '我们县明白网' })
    expect(await events.size()).toBe(0)
    const left = await payload.find({ collection: 'offices', sort: 'slug' })
    expect(left.docs.map(({ telephone }) => telephone ?? null)).toEqual(['0571-87654321', null, null])
    expect(left.docs.flatMap(({ limits }) => limits ?? [])).toEqual([])
    const trail = await payload.find({ collection: 'audit', where: { action: { contains: 'demo.clear' } }, depth: 0 })
    expect(trail.docs.map(({ action }) => action).sort()).toEqual(['demo.clear.begun', 'demo.clear.done'])

    await prepare(product)
    await finishDemo({ ...product })
    expect(await countsOf(product, ['articles'])).toEqual({ articles: 2 })
    expect(await events.size()).toBe(0)
  })
})

describe('the articles of the demo', () => {
  it.each(stories)('$title', ({ title, answer, question, steps, form, verdict, segments }) => {
    expect([...title].length).toBeLessThanOrEqual(20)
    expect(title).toMatch(/？$/)
    expect([...answer].length).toBeLessThanOrEqual(40)
    expect([...(question ?? '')].length).toBeLessThanOrEqual(200)
    expect(steps.length).toBeGreaterThanOrEqual(3)
    expect(Boolean(verdict)).toBe(form === 'case')
    expect(segments.length).toBeGreaterThan(0)
  })

  it('are twelve, over at least six topics, with a choice for youth and a risk list for business owners', () => {
    expect(stories).toHaveLength(12)
    expect(new Set(stories.map(({ topic }) => topic)).size).toBeGreaterThanOrEqual(6)
    const with_ = (type: string) => stories.filter(({ body }) => body.some((block) => block.type === type))
    expect(with_('choice').some(({ segments }) => segments.includes('youth'))).toBe(true)
    expect(with_('risks').some(({ segments }) => segments.includes('business'))).toBe(true)
  })
})
