import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { wantedRuns } from '../../media'
import { mayApprovePart, mayReturnPart, type PartCase } from '../../src/staff/partRules'
import type { ReadingAudio } from '../../src/lib/readingAudio'
import { rowOf } from '../access/rows'
import { SRT } from '../media/clips'
import { caseOf, county, type County } from '../support/county'
import { serve } from '../support/http'
import { testRuntime } from '../support/payload'

let product: Awaited<ReturnType<typeof testRuntime>>
let http: Awaited<ReturnType<typeof serve>>
let home: County
let yue: string
let cmn: string
const tokens: Record<string, string> = {}
const names = {
  editor: 'lan',
  otherEditor: 'bei',
  reviewer: 'shen',
  publisher: 'qian',
  townPublisher: 'nan',
  manager: 'ling',
  auditor: 'ji',
  admin: 'guan',
}

beforeAll(async () => {
  product = await testRuntime()
  home = await county(product)
  http = await serve(product)
  for (const [who, name] of Object.entries(names)) tokens[who] = await http.signIn(name)
  const variety = async (code: string, tag: string, name: string) =>
    (await product.payload.create({ collection: 'varieties', data: { code, tag, name } })).id
  yue = await variety('yue', 'yue-Hans-CN', '粤语')
  cmn = await variety('cmn', 'zh-Hans', '普通话')
})
afterAll(async () => {
  await http.close()
  await product.dispose()
})

const file = async () =>
  (
    await product.payload.create({
      collection: 'files',
      data: { office: home.south.id },
      file: rowOf.files!({} as never, '').file!,
    })
  ).id
const person = (who: keyof typeof names) => ({ ...home.people[who], collection: 'users' as const })
const post = (path: string, json: object, who?: string) =>
  http.call(`/api/staff/review/${path}`, { json, token: who && tokens[who] })
const look = async (path: string, who = 'reviewer') =>
  (await http.call(`/api/staff/review/${path}`, { token: tokens[who] })).body

/** A film of the south that is public, with the subtitles that a dialect needs. */
async function publicFilm(): Promise<string> {
  const data = {
    title: '要工钱',
    film: await file(),
    topic: home.topic.id,
    segments: [home.segment.id],
    summary: '说',
    office: home.south.id,
  }
  const { id } = await product.payload.create({ collection: 'videos', draft: true, data, user: person('editor') })
  const words = Buffer.from(SRT)
  const text = await product.payload.create({
    collection: 'files',
    data: { office: home.south.id },
    file: { data: words, size: words.length, mimetype: 'application/x-subrip', name: 'film.srt' },
  })
  await product.payload.create({
    collection: 'subtitles',
    data: { video: id, variety: cmn, file: text.id, origin: 'human', office: home.south.id },
    user: person('editor'),
  })
  await post(`videos/${id}/submit`, {}, 'editor')
  const { hash } = await look(`videos/${id}`)
  expect((await post(`videos/${id}/approve`, { hash }, 'publisher')).status).toBe(200)
  return id
}
const dub = async (video: string) =>
  (
    await product.payload.create({
      collection: 'tracks',
      data: { video, variety: yue, file: await file(), office: home.south.id },
      user: person('editor'),
      overrideAccess: false,
    })
  ).id

describe('the rules', () => {
  const part = (more: Partial<PartCase> = {}): PartCase => ({
    hash: 'h',
    approvedHash: null,
    returned: false,
    writers: ['w'],
    offices: ['o'],
    officeReviewers: [],
    obstacle: null,
    me: { id: 'r', roles: ['reviewer'], scope: ['o'] },
    ...more,
  })
  const me = (more: Partial<PartCase['me']>) => ({ me: { ...part().me, ...more } })
  it.each<[string, Partial<PartCase>, string | null]>([
    ['a reviewer of the office', {}, null],
    ['its uploader', me({ id: 'w' }), 'own-approval'],
    ['an editor', me({ roles: ['editor'] }), 'forbidden'],
    ['an administrator without a reviewing role', me({ roles: ['admin'] }), 'forbidden'],
    ['a reviewer of another office', me({ scope: ['x'] }), 'outside-office'],
    ['a reviewer named for the office', { ...me({ scope: [] }), officeReviewers: ['r'] }, null],
    ['anybody, once it is approved', { approvedHash: 'h' }, 'already-decided'],
    ['who sent it back, thinking again', { returned: true }, null],
    ['anybody while it is not made', { obstacle: 'reading-not-ready' }, 'reading-not-ready'],
  ])('%s', (_who, more, verdict) => expect(mayApprovePart(part(more))).toBe(verdict))
  it('lets an uploader who reviews take back the own part', () => {
    expect(mayReturnPart(part(me({ id: 'w' })))).toBeNull()
    expect(mayReturnPart(part({ returned: true }))).toBe('already-decided')
  })
})

describe('a dub added to a public film', () => {
  let video: string
  let track: string
  beforeEach(async () => {
    video = await publicFilm()
    track = await dub(video)
  })
  const publicTracks = async () => (await wantedRuns(product.payload, video)).public!.sources.tracks.map(({ id }) => id)

  it('is not heard before it is approved, and then without the film being reviewed again', async () => {
    expect(await publicTracks()).toEqual([])
    const before = await look(`tracks/${track}`)
    expect(before).toMatchObject({ approved: null, returned: null, may: { approve: null, return: null } })
    const { status, body } = await post(`tracks/${track}/approve`, { hash: before.hash }, 'reviewer')
    expect([status, body.approved.by]).toEqual([200, '沈细心'])
    expect(await publicTracks()).toEqual([track])
    const film = await look(`videos/${video}`)
    expect([film.stage, film.changedSinceApproval]).toEqual(['approved', false])
    const audit = await product.payload.find({ collection: 'audit', where: { action: { equals: 'part.approve' } } })
    expect(audit.docs.map(({ subject }) => subject)).toContain(`tracks/${track}`)
  })

  it.each<[string | undefined, string, number]>([
    [undefined, 'approve', 401],
    ['editor', 'approve', 403],
    ['otherEditor', 'approve', 403],
    ['manager', 'approve', 403],
    ['auditor', 'approve', 403],
    ['admin', 'approve', 403],
    ['editor', 'return', 403],
    ['admin', 'return', 403],
    ['reviewer', 'approve', 200],
    ['publisher', 'approve', 200],
    ['townPublisher', 'approve', 200],
    ['reviewer', 'return', 200],
  ])('%s may %s: %i', async (who, step, expected) => {
    const { hash } = await look(`tracks/${track}`)
    const answer = await post(`tracks/${track}/${step}`, step === 'approve' ? { hash } : { reason: '声音太小' }, who)
    expect(answer.status).toBe(expected)
  })

  it('is not approved by who changed it, nor on a hash of yesterday', async () => {
    const { hash } = await look(`tracks/${track}`)
    await product.payload.update({
      collection: 'tracks',
      id: track,
      data: { speaker: '阿珍' },
      user: person('publisher'),
    })
    expect((await post(`tracks/${track}/approve`, { hash }, 'reviewer')).body.error.code).toBe('version-changed')
    const now = await look(`tracks/${track}`)
    expect((await post(`tracks/${track}/approve`, { hash: now.hash }, 'publisher')).body.error.code).toBe(
      'own-approval',
    )
  })

  it('that was sent back says why, stays out when the film is approved, and is open again with a new file', async () => {
    await post(`tracks/${track}/return`, { reason: '念错了电话' }, 'reviewer')
    expect((await look(`tracks/${track}`)).returned).toMatchObject({ reason: '念错了电话', by: '沈细心' })
    await post(`videos/${video}/submit`, {}, 'editor')
    const { hash } = await look(`videos/${video}`)
    expect((await post(`videos/${video}/approve`, { hash }, 'reviewer')).status).toBe(200)
    expect(await publicTracks()).toEqual([])
    await product.payload.update({
      collection: 'tracks',
      id: track,
      data: { file: await file() },
      user: person('editor'),
    })
    expect(await look(`tracks/${track}`)).toMatchObject({ returned: null, may: { approve: null } })
  })

  it('keeps its approved recording for residents while a new one waits', async () => {
    const { hash } = await look(`tracks/${track}`)
    await post(`tracks/${track}/approve`, { hash }, 'reviewer')
    await product.payload.update({
      collection: 'tracks',
      id: track,
      data: { file: await file() },
      user: person('editor'),
    })
    expect(await publicTracks()).toEqual([track])
    expect((await look(`tracks/${track}`)).approved).toBeNull()
  })

  it('cannot be created approved over the API', async () => {
    const { body } = await http.call('/api/tracks', {
      token: tokens.editor!,
      json: {
        video,
        variety: yue,
        file: await file(),
        approvedBy: home.people.reviewer.id,
        approvedAt: '2026-01-01',
        writers: [],
      },
    })
    expect(body.doc).toMatchObject({ approvedBy: null, approvedAt: null })
    expect((await look(`tracks/${body.doc.id}`)).may.approve).toBeNull()
    expect(await publicTracks()).toEqual([])
  })
})

describe('a reading of an article', () => {
  let article: string
  let slug: string
  let reading: string
  const page = async (edition = '') => {
    product.epoch.bump()
    return (await http.call(`/articles/${encodeURIComponent(slug)}${edition}`)).text
  }
  const audio = (textHash: string): ReadingAudio => ({
    ...{ folder: '/media/streams/abc', uri: 'reading.mp3', duration: 95, bytes: 760_000 },
    ...{ textHash, synthetic: true, quiet: false },
  })
  /** As the engine leaves it; how it gets there is tested beside the engine. */
  const finished = async (id: string) => {
    const { textHash } = await product.payload.findByID({ collection: 'readings', id, depth: 0 })
    await product.payload.db.updateOne({ collection: 'readings', id, data: { state: 'done', audio: audio(textHash!) } })
  }
  const publish = async () => {
    await post(`articles/${article}/submit`, {}, 'editor')
    const { hash } = await look(`articles/${article}`)
    expect((await post(`articles/${article}/approve`, { hash }, 'reviewer')).status).toBe(200)
  }

  beforeAll(async () => {
    const data = { ...caseOf(home, '工钱怎么要？'), office: home.south.id }
    const made = await product.payload.create({ collection: 'articles', draft: true, data, user: person('editor') })
    article = made.id
    slug = made.slug!
    await publish()
    const { docs } = await product.payload.find({ collection: 'articles', where: { id: { equals: article } } })
    slug = docs[0]!.slug!
    reading = (
      await product.payload.create({
        collection: 'readings',
        data: { article, variety: yue, file: await file(), state: 'waiting', office: home.south.id },
        user: person('editor'),
      })
    ).id
  })

  it('cannot be approved before it is made', async () => {
    const { hash } = await look(`readings/${reading}`)
    const answer = await post(`readings/${reading}/approve`, { hash }, 'reviewer')
    expect([answer.status, answer.body.error.code]).toEqual([409, 'reading-not-ready'])
  })

  it('is heard by residents once it is approved, in both editions, as a plain link', async () => {
    await finished(reading)
    expect(await page()).not.toContain('reading.mp3')
    const { hash } = await look(`readings/${reading}`)
    expect((await post(`readings/${reading}/approve`, { hash }, 'editor')).status).toBe(403)
    expect((await post(`readings/${reading}/approve`, { hash }, 'reviewer')).status).toBe(200)
    const standard = await page()
    expect(standard).toMatch(
      /<a href="\/media\/streams\/abc\/reading.mp3" data-reading="true"[^>]*><span data-word="true">听这篇/,
    )
    expect(standard).toContain('声音是机器合成的')
    const elder = await page('?edition=elder')
    expect(elder).toContain('reading.mp3')
    expect(elder).not.toContain('data-listen')
  })

  it('stays while a draft is written, goes when the article says something else, and cannot be approved then', async () => {
    await product.payload.update({
      collection: 'articles',
      id: article,
      draft: true,
      data: { answer: '要得回。' },
      user: person('editor'),
    })
    expect(await page()).toContain('reading.mp3')
    await publish()
    expect(await page()).not.toContain('reading.mp3')
    expect(await page('?edition=elder')).toContain('data-listen')
    const { body } = await http.call(`/api/staff/readings/of/${article}`, { token: tokens.editor! })
    expect(body.readings).toMatchObject([{ fresh: false, offered: false, variety: '粤语' }])
    await product.payload.update({
      collection: 'readings',
      id: reading,
      data: { speaker: '阿珍' },
      user: person('editor'),
    })
    expect((await look(`readings/${reading}`)).may.approve).toBe('reading-stale')
  })

  it('gives its script to staff as text, and to nobody else', async () => {
    const { text, status, headers } = await http.call(`/api/staff/readings/${reading}/script.txt`, {
      token: tokens.manager!,
    })
    expect([status, headers.get('content-disposition')]).toEqual([200, 'attachment; filename=script.txt'])
    expect(text).toContain('法律服务热线，电话 12348。')
    expect((await http.call(`/api/staff/readings/${reading}/script.txt`)).status).toBe(401)
    expect((await http.call(`/api/readings/${reading}`)).status).toBe(403)
  })

  it('is asked of a machine by editors of the office, where the machine knows the variety', async () => {
    const { payload } = product
    const other = await payload.create({
      collection: 'varieties',
      data: { code: 'nan', tag: 'nan-Hans-CN', name: '闽南话', voice: '阿月' },
    })
    const ask = (who: string, variety: string) =>
      http.call(`/api/staff/readings/of/${article}/machine`, { json: { variety }, token: tokens[who]! })
    const overview = async () => (await http.call(`/api/staff/readings/of/${article}`, { token: tokens.editor! })).body
    const offers = async () => (await overview()).varieties.find(({ id }: { id: string }) => id === other.id).machine
    expect(await offers()).toBe(false)
    expect((await ask('editor', other.id)).body.error.code).toBe('speech-none')
    await payload.updateGlobal({
      slug: 'settings',
      data: { media: { speechCommand: 'say {text} {out} {voice}' } } as never,
    })
    expect(await offers()).toBe(true)
    expect((await ask('reviewer', other.id)).status).toBe(403)
    expect((await ask('otherEditor', other.id)).status).toBe(403)
    expect((await ask('editor', other.id)).status).toBe(200)
    expect((await ask('editor', other.id)).status).toBe(200)
    const { readings } = await overview()
    expect(readings.filter(({ machine }: { machine: boolean }) => machine)).toMatchObject([
      { state: 'waiting', synthetic: true },
    ])
  })

  it('the command is seen and written by administrators alone', async () => {
    const settings = async (who?: string) =>
      (await http.call('/api/globals/settings', { token: who && tokens[who] })).body
    expect((await settings('admin')).media.speechCommand).toBe('say {text} {out} {voice}')
    expect((await settings('publisher')).media.speechCommand).toBeUndefined()
    expect((await settings()).media.speechCommand).toBeUndefined()
    const change = (who: string, speechCommand: string) =>
      http.call('/api/globals/settings', { json: { media: { speechCommand } }, token: tokens[who]! })
    await change('publisher', 'evil {text} {out}')
    expect((await settings('admin')).media.speechCommand).toBe('say {text} {out} {voice}')
    expect((await change('admin', 'say {text}')).status).toBe(400)
  })
})
