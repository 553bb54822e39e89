import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { collections } from '../../collections'
import { caseOf, county } from '../support/county'
import { testRuntime } from '../support/payload'
import { rowOf, type World } from './rows'

/**
 * Who may do what to every collection. `south` and `north` are rows of two township offices: `editor` belongs to the
 * south, `otherEditor` to the north, the others to the county above both. A collection that is missing here fails.
 */
const everyone = [
  'anonymous',
  'editor',
  'otherEditor',
  'reviewer',
  'publisher',
  'manager',
  'auditor',
  'admin',
  'newcomer',
] as const
type Who = (typeof everyone)[number]
const staff: Who[] = ['editor', 'otherEditor', 'reviewer', 'publisher', 'manager', 'auditor', 'admin']
const all: Who[] = [...everyone]
const desk: Who[] = ['publisher', 'admin']
const bosses: Who[] = ['manager', 'publisher', 'admin']
const south: Who[] = ['editor', 'publisher', 'admin']
const north: Who[] = ['otherEditor', 'publisher', 'admin']
const admin: Who[] = ['admin']
const none: Who[] = []

/** `create` is asked for the south; `read` is a row residents may see where there is such a state, else any row. */
type Rule = { read: Who[]; draft?: Who[]; create: Who[]; south: Who[]; north: Who[]; remove: Who[] }

const rules: Record<string, Rule> = {
  articles: { read: all, draft: staff, create: south, south, north, remove: desk },
  videos: { read: all, draft: staff, create: south, south, north, remove: desk },
  tracks: { read: staff, create: south, south, north, remove: south },
  subtitles: { read: staff, create: south, south, north, remove: south },
  readings: { read: staff, create: south, south, north, remove: south },
  images: { read: staff, create: south, south, north, remove: desk },
  files: { read: staff, create: south, south, north, remove: desk },
  loans: { read: staff, create: none, south: none, north: none, remove: none },
  campaigns: {
    read: all,
    draft: staff,
    create: [...south, 'manager'],
    south: [...south, 'manager'],
    north: [...north, 'manager'],
    remove: bosses,
  },
  deliveries: { read: staff, create: none, south: none, north: none, remove: admin },
  channels: { read: staff, create: bosses, south: bosses, north: bosses, remove: admin },
  links: { read: staff, create: ['editor', 'otherEditor', ...desk], south: admin, north: admin, remove: admin },
  figures: { read: staff, create: south, south, north, remove: desk },
  questions: {
    read: all,
    draft: staff,
    create: none,
    south: [...south, 'reviewer'],
    north: [...north, 'reviewer'],
    remove: desk,
  },
  signals: { read: staff, create: bosses, south: bosses, north: bosses, remove: bosses },
  topics: {
    read: all,
    create: ['manager', 'admin'],
    south: ['manager', 'admin'],
    north: ['manager', 'admin'],
    remove: admin,
  },
  segments: { read: all, create: bosses, south: bosses, north: bosses, remove: admin },
  varieties: { read: all, create: desk, south: desk, north: desk, remove: admin },
  series: { read: all, create: south, south, north, remove: desk },
  occasions: { read: staff, create: bosses, south: bosses, north: bosses, remove: bosses },
  holidays: { read: staff, create: bosses, south: bosses, north: bosses, remove: bosses },
  statutes: { read: all, create: desk, south: desk, north: desk, remove: admin },
  provisions: { read: all, create: desk, south: desk, north: desk, remove: admin },
  // A manager may change the limits only: limits.test.ts.
  offices: { read: all, create: admin, south: bosses, north: bosses, remove: admin },
  users: { read: staff, create: admin, south: admin, north: admin, remove: admin },
  audit: { read: ['auditor', 'admin'], create: none, south: none, north: none, remove: none },
  'media-steps': { read: staff, create: none, south: none, north: none, remove: none },
  kits: { read: staff, create: none, south: none, north: none, remove: none },
  credits: { read: staff, create: none, south: none, north: none, remove: none },
}

/** A change that means nothing, so that only the right to make it is measured. */
const touch: Record<string, object> = {
  articles: { source: 'x' },
  videos: { source: 'x' },
  tracks: { speaker: 'x' },
  subtitles: { origin: 'machine' },
  readings: { speaker: 'x' },
  images: { alt: 'x' },
  files: { note: 'x' },
  campaigns: { goal: 'x' },
  deliveries: { score: 1 },
  channels: { name: 'x' },
  links: { note: 'x' },
  figures: { source: 'x' },
  questions: { answer: 'x' },
  signals: { source: 'x' },
  topics: { order: 1 },
  segments: { order: 1 },
  varieties: { order: 1 },
  series: { about: 'x' },
  occasions: { source: 'x' },
  holidays: { source: 'x' },
  statutes: { adoption: 'x' },
  provisions: { chapter: 'x' },
  offices: { about: 'x' },
  users: { telephone: '1' },
  audit: { subject: 'x' },
  'media-steps': { percent: 1 },
  kits: { percent: 1 },
  loans: { form: 'case' },
  credits: { sent: 1 },
}
/** What makes a row one that residents see; without it the row is the `draft` one. */
const seen: Record<string, object> = {
  articles: { _status: 'published' },
  videos: { _status: 'published' },
  campaigns: { state: 'approved' },
  questions: { state: 'published' },
}

let product: Awaited<ReturnType<typeof testRuntime>>
let world: World
beforeAll(async () => {
  product = await testRuntime()
  world = await build()
})
afterAll(() => product.dispose())

async function build(): Promise<World> {
  const { payload } = product
  const home = await county(product)
  const file = await payload.create({ collection: 'files', data: {}, file: rowOf.files!({} as World, '').file! })
  const variety = await payload.create({ collection: 'varieties', data: { name: '话', tag: 'hak-a', code: 'a' } })
  const statute = await payload.create({ collection: 'statutes', data: { title: '法', shortTitle: '法', slug: 'fa' } })
  const channel = await payload.create({ collection: 'channels', data: { name: '群', code: 'qun', kind: 'handout' } })
  const article = await payload.create({
    collection: 'articles',
    draft: true,
    data: { ...caseOf(home), office: home.south.id },
  })
  const known = {
    ...home,
    file: file.id,
    films: {},
    articles: {},
    variety: variety.id,
    statute: statute.id,
    channel: channel.id,
    article: article.id,
  }
  const films: Record<string, string> = {}
  for (const office of [home.south.id, home.north.id])
    films[office] = (
      await payload.create({ collection: 'videos', draft: true, data: rowOf.videos!(known, office).data as never })
    ).id
  const articles: Record<string, string> = {}
  for (const office of [home.south.id, home.north.id])
    articles[office] = (
      await payload.create({ collection: 'articles', draft: true, data: { ...caseOf(home), office } })
    ).id
  return { ...known, films, articles }
}

const personOf = (who: Who) => (who === 'anonymous' ? null : { ...world.people[who], collection: 'users' as const })
const as = (who: Who) => ({ overrideAccess: false, user: personOf(who), depth: 0 }) as const

async function make(collection: CollectionSlug, office: string, more: object = {}): Promise<string> {
  const { data, file } = rowOf[collection]!(world, office)
  const context = { workflow: 'approve' }
  const row = await product.payload.create({ collection, data: { ...data, ...more } as never, file, context, depth: 0 })
  return String(row.id)
}

/** Whether the attempt was let through. A refusal is "forbidden" or "not there"; anything else is a fault of the test. */
async function allowed(attempt: () => Promise<unknown>): Promise<boolean> {
  try {
    await attempt()
    return true
  } catch (error) {
    const status = (error as { status?: number }).status
    if (status === 403 || status === 404) return false
    throw error
  }
}

async function whoMay(attempt: (who: Who) => Promise<unknown>): Promise<Who[]> {
  const may: Who[] = []
  for (const who of everyone) if (await allowed(() => attempt(who))) may.push(who)
  return may
}
const sorted = (who: Who[]) => everyone.filter((one) => who.includes(one))

it('knows a rule for every collection', () => {
  expect(Object.keys(rules).sort()).toEqual(collections.map(({ slug }) => slug).sort())
})

describe.each(Object.keys(rules) as CollectionSlug[])('%s', (collection) => {
  const rule = rules[collection]!
  const api = () => product.payload

  it('is read by whom it may be', async () => {
    const id = await make(collection, world.south.id, seen[collection])
    expect(await whoMay((who) => api().findByID({ collection, id, ...as(who) }))).toEqual(sorted(rule.read))
    if (!rule.draft) return
    const draft = await make(collection, world.south.id)
    expect(await whoMay((who) => api().findByID({ collection, id: draft, ...as(who) }))).toEqual(sorted(rule.draft))
  })

  it('is created by whom it may be', async () => {
    const create = (who: Who) => {
      const { data, file } = rowOf[collection]!(world, world.south.id)
      return api().create({ collection, data: data as never, file, draft: true, ...as(who) })
    }
    expect(await whoMay(create)).toEqual(sorted(rule.create))
  })

  it('is changed only inside the own office and those below it', async () => {
    for (const place of ['south', 'north'] as const) {
      const id = collection === 'offices' ? world[place].id : await make(collection, world[place].id)
      const change = (who: Who) =>
        api().update({ collection, id, data: touch[collection] as never, draft: true, ...as(who) })
      expect(await whoMay(change), place).toEqual(sorted(rule[place]))
    }
  })

  it('is changed in bulk only where it may be changed one by one', async () => {
    const ids = [await make(collection, world.south.id), await make(collection, world.north.id)]
    if (collection === 'offices') ids.splice(0, 2, world.south.id, world.north.id)
    for (const who of everyone) {
      const where = { id: { in: ids } }
      const bulk = () => api().update({ collection, where, data: touch[collection] as never, draft: true, ...as(who) })
      const changed = await bulk().then(
        ({ docs }) => docs.map(({ id }) => String(id)).sort(),
        (error: { status?: number }) => (error.status === 403 ? [] : Promise.reject(error)),
      )
      const may = ids.filter((_, place) => rule[place === 0 ? 'south' : 'north'].includes(who))
      expect(changed, who).toEqual(may.sort())
    }
  })

  it('is deleted by whom it may be', async () => {
    const may: Who[] = []
    for (const who of everyone) {
      const id = await make(collection, world.south.id)
      if (await allowed(() => api().delete({ collection, id, ...as(who) }))) may.push(who)
    }
    expect(may).toEqual(sorted(rule.remove))
  })
})
