import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { caseOf, county, PASSWORD, type County } from '../support/county'
import { serve } from '../support/http'
import { testRuntime } from '../support/payload'

let product: Awaited<ReturnType<typeof testRuntime>>
let site: Awaited<ReturnType<typeof serve>>
let home: County
const tokens: Record<string, string> = {}

beforeAll(async () => {
  product = await testRuntime()
  home = await county(product)
  site = await serve(product)
  for (const username of ['lan', 'bei', 'shen', 'shen2', 'qian', 'nan', 'guan'])
    tokens[username] = await site.signIn(username)
})
afterAll(async () => {
  await site.close()
  await product.dispose()
})
beforeEach(() => product.payload.updateGlobal({ slug: 'settings', data: { reviewStages: 1 } }))

const as = (who: string) => ({ token: tokens[who] })
const review = (who: string, id: string, step: string, json: object = {}, collection = 'articles') =>
  site.call(`/api/staff/review/${collection}/${id}/${step}`, { ...as(who), json })
const standing = async (who: string, id: string) => (await site.call(`/api/staff/review/articles/${id}`, as(who))).body
const publicRow = async (id: string) => (await site.call(`/api/articles/${id}?depth=0`)).body

/** Written through REST by the editor, as the form does. */
async function draft(who = 'lan', more = {}): Promise<string> {
  const { body } = await site.call('/api/articles?draft=true', { ...as(who), json: { ...caseOf(home), ...more } })
  return body.doc.id
}
async function handedIn(who = 'lan', more = {}) {
  const id = await draft(who, more)
  const { body } = await review(who, id, 'submit')
  return { id, hash: body.hash as string }
}
async function published(): Promise<string> {
  const { id, hash } = await handedIn()
  expect((await review('shen', id, 'approve', { hash })).status).toBe(200)
  return id
}

describe('handing in and approving', () => {
  it('makes exactly the approved version public, signed by a second person', async () => {
    const { id, hash } = await handedIn()
    expect((await publicRow(id)).title).toBeUndefined()
    const answer = await review('shen', id, 'approve', { hash })
    expect(answer.body).toMatchObject({ stage: 'approved' })
    expect(await publicRow(id)).toMatchObject({ title: '老板不给工钱，怎么要？', _status: 'published' })
    const row = await product.payload.findByID({ collection: 'articles', id, depth: 0 })
    expect(row.review).toMatchObject({
      stage: 'approved',
      approvedBy: home.people.reviewer.id,
      approvedHash: hash,
      submittedBy: home.people.editor.id,
    })
    const { docs } = await product.payload.find({
      collection: 'audit',
      where: { subject: { equals: `articles/${id}` } },
    })
    expect(docs.map(({ action }) => action).sort()).toEqual(['review.approve', 'review.submit'])
  })

  it('tells what is missing, in the language of the reader, also inside blocks', async () => {
    const id = await draft('lan', { answer: '', verdict: null, body: [{ blockType: 'notice', text: '' }] })
    const chinese = await review('lan', id, 'submit')
    expect(chinese.body.error).toMatchObject({ code: 'incomplete' })
    const labels = chinese.body.error.details.missing.map(({ label }: { label: string }) => label)
    expect(labels).toEqual(['能不能（盖章）', '一句话答案（最多 40 字）', expect.stringContaining('提醒')])
    const english = await site.call(`/api/staff/review/articles/${id}/submit`, {
      ...as('lan'),
      json: {},
      headers: { 'accept-language': 'en' },
    })
    expect(english.body.error.details.missing[1].label).toBe('Answer (at most 40 characters)')
  })

  it('lets nobody approve their own work, whatever roles they hold', async () => {
    await product.payload.update({
      collection: 'users',
      id: home.people.townPublisher.id,
      data: { roles: ['publisher', 'editor', 'admin', 'reviewer'] },
    })
    const { id, hash } = await handedIn('nan')
    expect((await review('nan', id, 'approve', { hash })).body.error.code).toBe('own-approval')
  })

  it('counts everyone who changed the text as its writer', async () => {
    const id = await draft('lan')
    await site.call(`/api/articles/${id}?draft=true`, {
      ...as('qian'),
      method: 'PATCH',
      json: { answer: '能要回来。' },
    })
    const { body } = await review('lan', id, 'submit')
    expect((await review('qian', id, 'approve', { hash: body.hash })).body.error.code).toBe('own-approval')
    expect((await review('shen', id, 'approve', { hash: body.hash })).status).toBe(200)
  })

  it('does not let an administrator or an editor approve', async () => {
    const { id, hash } = await handedIn()
    expect((await review('guan', id, 'approve', { hash })).body.error.code).toBe('forbidden')
    expect((await review('bei', id, 'approve', { hash })).body.error.code).toBe('forbidden')
  })

  it('voids the hand-in by any edit and keeps the public version', async () => {
    const id = await published()
    await site.call(`/api/articles/${id}?draft=true`, { ...as('lan'), method: 'PATCH', json: { answer: '新的答案。' } })
    const second = await review('lan', id, 'submit')
    await site.call(`/api/articles/${id}?draft=true&autosave=true`, {
      ...as('lan'),
      method: 'PATCH',
      json: { answer: '又改了一次。' },
    })
    expect((await standing('shen', id)).stage).toBe('draft')
    expect((await review('shen', id, 'approve', { hash: second.body.hash })).body.error.code).toBe('not-handed-in')
    expect(await publicRow(id)).toMatchObject({ answer: '能要。先找劳动监察，再申请仲裁。' })
  })

  it('keeps a hand-in when an autosave brings the same content', async () => {
    const { id, hash } = await handedIn('lan', {
      steps: [{ text: '打 12333' }],
      body: [{ blockType: 'notice', text: '别闹' }],
    })
    const read = (await site.call(`/api/articles/${id}?draft=true&depth=0`, as('lan'))).body
    await site.call(`/api/articles/${id}?draft=true&autosave=true`, {
      ...as('lan'),
      method: 'PATCH',
      json: {
        ...read,
        callWhom: [],
        question: null,
        steps: [{ text: '打 12333' }],
        body: [{ blockType: 'notice', text: '别闹', blockName: null }],
      },
    })
    expect(await standing('shen', id)).toMatchObject({ stage: 'submitted', hash })
    expect((await review('shen', id, 'approve', { hash })).status).toBe(200)
  })

  it('refuses an approval of another version than the one that was read', async () => {
    const { id } = await handedIn()
    expect((await review('shen', id, 'approve', { hash: '0'.repeat(64) })).body.error.code).toBe('version-changed')
  })

  it('sends back with a reason that the writer reads, and takes it in again', async () => {
    const { id } = await handedIn()
    expect((await review('shen', id, 'return', {})).status).toBe(400)
    await review('shen', id, 'return', { reason: '第二步的电话不对' })
    expect(await standing('lan', id)).toMatchObject({
      stage: 'returned',
      returned: { reason: '第二步的电话不对', by: '沈细心' },
    })
    expect((await review('lan', id, 'submit')).status).toBe(200)
  })

  it('takes a public item down, by a publisher and with a reason, even when the latest draft has gaps', async () => {
    const id = await published()
    await site.call(`/api/articles/${id}?draft=true`, { ...as('lan'), method: 'PATCH', json: { answer: '' } })
    expect((await review('shen', id, 'withdraw', { reason: '法条改了' })).body.error.code).toBe('forbidden')
    expect((await review('qian', id, 'withdraw', { reason: '法条改了' })).status).toBe(200)
    expect((await publicRow(id)).title).toBeUndefined()
  })

  it('asks a different person for every stage and publishes with the last', async () => {
    await product.payload.updateGlobal({ slug: 'settings', data: { reviewStages: 2 } })
    const { id, hash } = await handedIn()
    expect((await review('shen', id, 'approve', { hash })).body).toMatchObject({ stage: 'submitted', signed: 1, of: 2 })
    expect((await publicRow(id)).title).toBeUndefined()
    expect((await review('shen', id, 'approve', { hash })).body.error.code).toBe('second-reviewer')
    expect((await review('qian', id, 'approve', { hash })).body).toMatchObject({ stage: 'approved' })
    const row = await product.payload.findByID({ collection: 'articles', id, depth: 0 })
    expect(row.review?.signoffs?.map(({ by }) => by)).toEqual([home.people.reviewer.id, home.people.publisher.id])
  })

  it('lets the colleague named on a one-person office approve it, although it lies outside their own', async () => {
    const outsider = await product.payload.create({
      collection: 'users',
      data: { username: 'wai', name: '外派审核', roles: ['reviewer'], office: home.north.id, password: PASSWORD },
    })
    const { id, hash } = await handedIn()
    const token = await site.signIn('wai')
    const asOutsider = () => site.call(`/api/staff/review/articles/${id}/approve`, { token, json: { hash } })
    expect((await asOutsider()).body.error.code).toBe('outside-office')
    await product.payload.update({ collection: 'offices', id: home.south.id, data: { reviewer: outsider.id } })
    expect((await asOutsider()).status).toBe(200)
  })

  it('refuses strangers and colleagues of other offices', async () => {
    const id = await draft()
    expect((await site.call(`/api/staff/review/articles/${id}/submit`, { json: {} })).status).toBe(401)
    expect((await review('bei', id, 'submit')).body.error.code).toBe('outside-office')
    expect((await review('lan', 'nothing', 'submit')).status).toBe(404)
  })
})

describe('nobody publishes through the API', () => {
  const refused = (answer: { status: number }) => expect(answer.status).toBe(403)

  for (const who of ['nan', 'guan']) {
    it(`refuses ${who} to create a published item`, async () => {
      refused(await site.call('/api/articles', { ...as(who), json: { ...caseOf(home), _status: 'published' } }))
      const quiet = await site.call('/api/articles?draft=true', {
        ...as(who),
        json: { ...caseOf(home), _status: 'published', review: { stage: 'approved' } },
      })
      expect(quiet.body.doc).toMatchObject({ _status: 'draft', review: { stage: 'draft' } })
    })

    it(`refuses ${who} to publish an own draft by status, by flag, or in bulk`, async () => {
      const id = await draft(who)
      const patch = (query: string, json: object) =>
        site.call(`/api/articles${query}`, { ...as(who), method: 'PATCH', json })
      refused(await patch(`/${id}`, { _status: 'published' }))
      refused(await patch(`/${id}?draft=true`, { _status: 'published' }))
      refused(await patch(`/${id}?publishAllLocales=true`, { _status: 'published' }))
      await patch(`?where[id][equals]=${id}`, { _status: 'published' })
      await patch(`?where[id][equals]=${id}&draft=true`, { _status: 'published', title: '改了' })
      await patch(`/${id}`, { review: { stage: 'approved', approvedHash: 'x' } })
      const row = await product.payload.findByID({ collection: 'articles', id, depth: 0, draft: true })
      expect(row).toMatchObject({ _status: 'draft', review: { stage: 'draft' } })
      expect((await publicRow(id)).title).toBeUndefined()
    })

    it(`refuses ${who} to change or unpublish the public row`, async () => {
      const id = await published()
      const patch = (query: string, json: object) =>
        site.call(`/api/articles/${id}${query}`, { ...as(who), method: 'PATCH', json })
      refused(await patch('', { title: '绕过去了' }))
      refused(await patch('', { _status: 'draft' }))
      refused(await patch('?unpublishAllLocales=true', { _status: 'draft' }))
      expect((await patch('?draft=true', { title: '只是草稿' })).status).toBe(200)
      // The latest version is a draft now: the public row must stay out of reach all the same.
      refused(await patch('', { title: '再绕一次' }))
      refused(await patch('', { _status: 'draft' }))
      refused(await patch('?draft=false', {}))
      expect(await publicRow(id)).toMatchObject({ title: '老板不给工钱，怎么要？' })
    })

    it(`refuses ${who} to restore a published version, but restores it as a draft`, async () => {
      const id = await published()
      await site.call(`/api/articles/${id}?draft=true`, { ...as(who), method: 'PATCH', json: { title: '新写的' } })
      const { docs } = (await site.call(`/api/articles/versions?where[parent][equals]=${id}&limit=20`, as(who))).body
      const old = docs.find(({ version }: { version: { _status: string } }) => version._status === 'published').id
      refused(await site.call(`/api/articles/versions/${old}`, { ...as(who), json: {} }))
      await review('qian', id, 'withdraw', { reason: '先撤下' })
      refused(await site.call(`/api/articles/versions/${old}`, { ...as(who), json: {} }))
      expect((await publicRow(id)).title).toBeUndefined()
      const restored = await site.call(`/api/articles/versions/${old}?draft=true`, { ...as(who), json: {} })
      expect(restored.status).toBe(200)
      const row = await product.payload.findByID({ collection: 'articles', id, depth: 0, draft: true })
      expect(row).toMatchObject({ _status: 'draft', title: '老板不给工钱，怎么要？', review: { stage: 'draft' } })
      expect((await publicRow(id)).title).toBeUndefined()
    })

    it(`makes a copy by ${who} a draft of the own office without the old sign-offs`, async () => {
      const id = await published()
      refused(await site.call(`/api/articles/${id}/duplicate?draft=false`, { ...as(who), json: {} }))
      const { body } = await site.call(`/api/articles/${id}/duplicate`, { ...as(who), json: {} })
      const row = await product.payload.findByID({ collection: 'articles', id: body.doc.id, depth: 0, draft: true })
      expect(row).toMatchObject({ _status: 'draft', office: who === 'guan' ? home.bureau.id : home.south.id })
      expect(row.review).toMatchObject({
        stage: 'draft',
        writers: [home.people[who === 'guan' ? 'admin' : 'townPublisher'].id],
      })
      expect(row.review?.approvedBy ?? null).toBeNull()
      expect(row.review?.signoffs ?? []).toEqual([])
    })
  }
})

describe('a film and its parts', () => {
  let films = 0
  const file = (name: string) => ({
    name,
    data: Buffer.from('1\n00:00:00,000 --> 00:00:01,000\n你好\n'),
    mimetype: 'text/plain',
    size: 38,
  })

  async function film() {
    const upload = (name: string) =>
      product.payload.create({ collection: 'files', data: { office: home.south.id }, file: file(name) })
    const original = await upload('film.srt')
    const { body } = await site.call('/api/videos?draft=true', {
      ...as('lan'),
      json: {
        title: '工钱怎么要',
        film: original.id,
        topic: home.topic.id,
        segments: [home.segment.id],
        summary: '三步',
      },
    })
    const variety = await product.payload.create({
      collection: 'varieties',
      data: { name: '客家话', tag: `hak-x${++films}`, code: `hak${films}` },
    })
    return { id: body.doc.id as string, variety: variety.id, upload }
  }

  it('goes public with the subtitles its reviewer saw, pinned to their files', async () => {
    const { id, variety, upload } = await film()
    let woken = ''
    product.wake = (job) => void (woken = job)
    const text = await upload('a.srt')
    const subtitle = await site.call('/api/subtitles', {
      ...as('lan'),
      json: { video: id, variety, file: text.id, origin: 'human' },
    })
    const { body } = await review('lan', id, 'submit', {}, 'videos')
    expect((await review('shen', id, 'approve', { hash: body.hash }, 'videos')).status).toBe(200)
    const row = await product.payload.findByID({ collection: 'subtitles', id: subtitle.body.doc.id, depth: 0 })
    expect(row).toMatchObject({ approvedBy: home.people.reviewer.id, approvedFile: text.id })
    expect(woken).toBe('media')
  })

  it('voids the hand-in when a subtitle is added, and counts who added it as a writer', async () => {
    const { id, variety, upload } = await film()
    const { body } = await review('lan', id, 'submit', {}, 'videos')
    const text = await upload('b.srt')
    await site.call('/api/subtitles', { ...as('qian'), json: { video: id, variety, file: text.id, origin: 'human' } })
    expect((await review('shen', id, 'approve', { hash: body.hash }, 'videos')).body.error.code).toBe('not-handed-in')
    const again = await review('lan', id, 'submit', {}, 'videos')
    expect((await review('qian', id, 'approve', { hash: again.body.hash }, 'videos')).body.error.code).toBe(
      'own-approval',
    )
  })

  it('keeps the stream that the pipeline made when a later draft is approved', async () => {
    const { id } = await film()
    const first = await review('lan', id, 'submit', {}, 'videos')
    await review('shen', id, 'approve', { hash: first.body.hash }, 'videos')
    await product.payload.db.updateOne({
      collection: 'videos',
      id,
      data: { stream: { folder: '/media/streams/x' } },
      req: {} as never,
    })
    await site.call(`/api/videos/${id}?draft=true`, { ...as('lan'), method: 'PATCH', json: { summary: '四步' } })
    const second = await review('lan', id, 'submit', {}, 'videos')
    await review('shen', id, 'approve', { hash: second.body.hash }, 'videos')
    const row = await product.payload.findByID({ collection: 'videos', id, depth: 0 })
    expect(row).toMatchObject({ summary: '四步', stream: { folder: '/media/streams/x' } })
  })
})
