import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idOf } from '../../collections/access'
import { county, type County } from '../support/county'
import { serve } from '../support/http'
import { testRuntime } from '../support/payload'

let product: Awaited<ReturnType<typeof testRuntime>>
let site: Awaited<ReturnType<typeof serve>>
let home: County
let cmn: string
const tokens: Record<string, string> = {}

beforeAll(async () => {
  product = await testRuntime()
  home = await county(product)
  site = await serve(product)
  for (const username of ['lan', 'bei', 'shen', 'qian']) tokens[username] = await site.signIn(username)
  cmn = await variety('cmn', 'zh-Hans', '普通话')
})
afterAll(async () => {
  await site.close()
  await product.dispose()
})

const SRT = '1\n00:00:01,000 --> 00:00:02,500\n老板不给工钱？\n\n2\n00:00:05,000 --> 00:00:04,000\n反了\n'
const CUES = [
  { start: 1000, end: 2500, text: '老板不给工钱，怎么办？' },
  { start: 3000, end: 4500, text: '先打 12333' },
]
const as = (who: string) => ({ token: tokens[who] })
const variety = async (code: string, tag: string, name: string) =>
  (await product.payload.create({ collection: 'varieties', data: { code, tag, name } })).id
const stored = async (text: string, name = 'a.srt') => {
  const data = Buffer.from(text)
  const file = { data, name, size: data.length, mimetype: 'application/x-subrip' }
  return (await product.payload.create({ collection: 'files', data: { office: home.south.id }, file })).id
}
const film = async () =>
  (
    await site.call('/api/videos?draft=true', {
      ...as('lan'),
      json: {
        title: '工钱怎么要',
        film: await stored('stand-in'),
        topic: home.topic.id,
        segments: [home.segment.id],
        summary: '三步',
      },
    })
  ).body.doc.id as string
const create = async (more: object = {}, headers = {}) =>
  site.call('/api/subtitles', {
    ...as('lan'),
    headers,
    json: { video: await film(), variety: cmn, origin: 'human', ...more },
  })
const subtitle = async (text: string | null = SRT) =>
  (await create(text === null ? {} : { file: await stored(text) })).body.doc.id as string
const sheet = (id: string, who = 'lan') => site.call(`/api/staff/subtitles/${id}/cues`, as(who))
const write = (id: string, version: string | null, cues: object[] = CUES, who = 'lan') =>
  site.call(`/api/staff/subtitles/${id}/cues`, { ...as(who), json: { version, cues } })
const row = (id: string) => product.payload.findByID({ collection: 'subtitles', id, depth: 0 })

describe('the cues of a subtitle', () => {
  it('are shown with what was left out and what to look at', async () => {
    const { status, body, headers } = await sheet(await subtitle())
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body).toMatchObject({
      cues: [{ start: 1000, end: 2500, text: '老板不给工钱？' }],
      left: [{ zh: '第 2 条时间写反了，已跳过' }],
      findings: [],
      mayChange: true,
      language: { tag: 'zh-Hans', direction: 'ltr' },
    })
  })

  it('are saved as a new file; the former one stays as it was', async () => {
    const id = await subtitle()
    const { version } = (await sheet(id)).body
    const { status, body } = await write(id, version, [...CUES].reverse())
    expect(status).toBe(200)
    expect(body.cues).toEqual(CUES)
    expect(body.version).not.toBe(version)
    expect(idOf((await row(id)).file)).toBe(body.version)
    const before = await product.payload.findByID({ collection: 'files', id: version })
    const after = await product.payload.findByID({ collection: 'files', id: body.version })
    expect(before.sha256).not.toBe(after.sha256)
    expect(after).toMatchObject({ mimeType: 'text/vtt', filename: expect.stringMatching(/\.vtt$/) })
    expect(idOf(after.office)).toBe(home.south.id)
  })

  it('can be begun from nothing', async () => {
    const id = await subtitle(null)
    expect((await sheet(id)).body).toMatchObject({ version: null, cues: [] })
    expect((await write(id, null)).body.cues).toEqual(CUES)
    expect((await write(id, null)).body.error.code).toBe('conflict')
  })

  it('are never covered by a colleague who began with an older version, not even at the same moment', async () => {
    const id = await subtitle()
    const { version } = (await sheet(id)).body
    const files = async () => (await product.payload.count({ collection: 'files' })).totalDocs
    const before = await files()
    const answers = await Promise.all([
      write(id, version, [CUES[0]!]),
      write(id, version, [CUES[1]!], 'qian'),
      write(id, version, CUES),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(await files()).toBe(before + 1)
    const won = answers.find(({ status }) => status === 200)!
    expect((await sheet(id)).body.cues).toEqual(won.body.cues)
  })

  it('are refused without words, with reversed times and as nonsense', async () => {
    const id = await subtitle()
    const { version } = (await sheet(id)).body
    const bad = async (cues: object[]) => (await write(id, version, cues)).body.error
    expect(await bad([CUES[0]!, { start: 5000, end: 4000, text: '反' }])).toMatchObject({
      code: 'subtitle-cue',
      details: { cue: 2, code: 'reversed' },
    })
    expect((await bad([{ start: 0, end: 1000, text: ' ' }])).code).toBe('subtitle-cue')
    expect((await bad([{ start: -1, end: 1000, text: '好' }])).code).toBe('bad-request')
    expect((await bad([])).code).toBe('bad-request')
    expect((await sheet(id)).body.version).toBe(version)
  })

  it('are for colleagues, and to be changed by those of the office', async () => {
    const id = await subtitle()
    const { version } = (await sheet(id)).body
    expect((await site.call(`/api/staff/subtitles/${id}/cues`)).status).toBe(401)
    expect((await sheet(id, 'bei')).body.mayChange).toBe(false)
    expect((await write(id, version, CUES, 'bei')).body.error.code).toBe('outside-office')
    expect((await write(id, version, CUES, 'shen')).body.error.code).toBe('forbidden')
    expect((await sheet('nothing')).status).toBe(404)
  })

  it('take ten thousand of them', async () => {
    const id = await subtitle()
    const { version } = (await sheet(id)).body
    const many = Array.from({ length: 10_000 }, (_, at) => ({
      start: at * 1000,
      end: at * 1000 + 900,
      text: `第${at}句`,
    }))
    const { status, body } = await write(id, version, many)
    expect(status).toBe(200)
    expect(body.cues).toHaveLength(10_000)
  })

  it('void the approval, the hand-in and make their writer a writer of the film', async () => {
    const id = await subtitle()
    const video = idOf((await row(id)).video)!
    const { body } = await site.call(`/api/staff/review/videos/${video}/submit`, { ...as('lan'), json: {} })
    await site.call(`/api/staff/review/videos/${video}/approve`, { ...as('shen'), json: { hash: body.hash } })
    const approved = await row(id)
    expect(approved.approvedAt).toBeTruthy()
    await write(id, idOf(approved.file), CUES, 'qian')
    expect(await row(id)).toMatchObject({ approvedAt: null, approvedHash: null, approvedFile: approved.file })
    const draft = await product.payload.findByID({ collection: 'videos', id: video, draft: true, depth: 0 })
    expect(draft.review).toMatchObject({ stage: 'draft', writers: [home.people.publisher.id] })
  })
})

describe('a file that is no subtitle', () => {
  it('is refused when it is chosen, in the language of the colleague', async () => {
    const file = await stored('没有时间')
    const { status, text } = await create({ file }, { 'accept-language': 'zh' })
    expect(status).toBe(422)
    expect(text).toContain('没有找到时间')
    expect((await create({ file }, { 'accept-language': 'en' })).text).toContain('No times')
  })
})
