import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { wantedRuns } from '../../media'
import { withheldFor } from '../../media/sources'
import { timedOf } from '../../media/renditions'
import { county, type County } from '../support/county'
import { serve } from '../support/http'
import { testRuntime } from '../support/payload'

let product: Awaited<ReturnType<typeof testRuntime>>
let site: Awaited<ReturnType<typeof serve>>
let home: County
const tokens: Record<string, string> = {}
const varieties: Record<string, string> = {}

beforeAll(async () => {
  product = await testRuntime()
  home = await county(product)
  site = await serve(product)
  for (const username of ['lan', 'shen', 'qian', 'nan']) tokens[username] = await site.signIn(username)
  for (const [code, tag, name] of [
    ['cmn', 'zh-Hans', '普通话'],
    ['hak', 'hak-Hans-CN', '客家话'],
    ['en', 'en', '英语'],
  ] as const)
    varieties[code] = (await product.payload.create({ collection: 'varieties', data: { code, tag, name } })).id
})
afterAll(async () => {
  await site.close()
  await product.dispose()
})
const asks = (dialectNeedsSubtitles: boolean) =>
  product.payload.updateGlobal({ slug: 'settings', data: { dialectNeedsSubtitles } })
beforeEach(() => asks(true))

const as = (who: string) => ({ token: tokens[who] })
const stored = async () => {
  const data = Buffer.from('1\n00:00:00,000 --> 00:00:01,000\n你好\n')
  const file = { data, name: 'a.srt', size: data.length, mimetype: 'application/x-subrip' }
  return (await product.payload.create({ collection: 'files', data: { office: home.south.id }, file })).id
}
const film = async (spoken?: string) =>
  (
    await site.call('/api/videos?draft=true', {
      ...as('lan'),
      json: {
        title: '工钱怎么要',
        film: await stored(),
        topic: home.topic.id,
        segments: [home.segment.id],
        summary: '三步',
        ...(spoken && { variety: varieties[spoken] }),
      },
    })
  ).body.doc.id as string
const add = async (collection: 'tracks' | 'subtitles', video: string, code: string, more: object = {}) =>
  (
    await site.call(`/api/${collection}`, {
      ...as('lan'),
      json: {
        video,
        variety: varieties[code],
        file: await stored(),
        ...(collection === 'subtitles' && { origin: 'human' }),
        ...more,
      },
    })
  ).body.doc.id as string
const review = (who: string, id: string, step: string, json: object = {}) =>
  site.call(`/api/staff/review/videos/${id}/${step}`, { ...as(who), json })
const standing = async (id: string, who = 'lan') => (await site.call(`/api/staff/review/videos/${id}`, as(who))).body
const published = async (id: string) => {
  const { body } = await review('lan', id, 'submit')
  return review('shen', id, 'approve', { hash: body.hash })
}

describe('a film in a dialect', () => {
  it.each(['lan', 'nan', 'qian'])(
    'is not handed in by %s without standard-Chinese subtitles, and says why',
    async (who) => {
      const id = await film('hak')
      expect((await standing(id, who)).may.submit).toBe('subtitles-required')
      const { status, body } = await review(who, id, 'submit')
      expect([status, body.error.code]).toEqual([422, 'subtitles-required'])
      expect(body.error.message).toContain('普通话字幕')
    },
  )

  it('goes public with subtitles approved in the same breath', async () => {
    const id = await film('hak')
    await add('subtitles', id, 'cmn')
    expect((await published(id)).body).toMatchObject({ stage: 'approved' })
    expect(await wantedRuns(product.payload, id)).not.toHaveProperty('withheld')
  })

  it('is not helped by subtitles in the dialect, or by one that nobody has written yet', async () => {
    const id = await film('hak')
    await add('subtitles', id, 'hak')
    await add('subtitles', id, 'cmn', { file: null })
    expect((await review('lan', id, 'submit')).body.error.code).toBe('subtitles-required')
  })

  it('counts every dub, but neither standard Chinese nor English', async () => {
    const id = await film()
    await add('tracks', id, 'en')
    expect((await standing(id)).may.submit).toBeNull()
    await add('tracks', id, 'hak')
    expect((await standing(id)).may.submit).toBe('subtitles-required')
  })

  it('is not approved when the site begins to ask after the hand-in', async () => {
    await asks(false)
    const id = await film('hak')
    const { body } = await review('lan', id, 'submit')
    await asks(true)
    expect((await standing(id, 'shen')).may.approve).toBe('subtitles-required')
    expect((await review('shen', id, 'approve', { hash: body.hash })).body.error.code).toBe('subtitles-required')
    await asks(false)
    expect((await review('shen', id, 'approve', { hash: body.hash })).status).toBe(200)
  })

  it('keeps its public stream when the subtitle is taken away later, and says why', async () => {
    const id = await film()
    await add('tracks', id, 'hak')
    const text = await add('subtitles', id, 'cmn')
    await published(id)
    expect((await wantedRuns(product.payload, id)).public?.sources.tracks).toHaveLength(1)
    await site.call(`/api/subtitles/${text}`, { ...as('lan'), method: 'DELETE' })
    const wanted = await wantedRuns(product.payload, id)
    expect(wanted).toMatchObject({ withheld: 'subtitles-required' })
    expect(wanted.public).toBeUndefined()
    expect(wanted.preview).toBeDefined()
    const { body } = await site.call(`/api/staff/films/${id}/progress`, as('lan'))
    expect(body.withheld.zh).toContain('普通话字幕')
  })
})

describe('a subtitle', () => {
  it('without text stops the hand-in of its film by name', async () => {
    const id = await film()
    await add('subtitles', id, 'cmn', { file: null })
    const { body } = await review('lan', id, 'submit')
    expect(body.error.code).toBe('incomplete')
    expect(body.error.details.missing).toMatchObject([{ path: 'captions', label: '普通话字幕' }])
  })

  it('that wants another look stops nothing, and the reviewer is told', async () => {
    const id = await film()
    const hasty = Buffer.from('1\n00:00:00,000 --> 00:00:00,300\n太快了，根本来不及读\n')
    const file = { data: hasty, name: 'fast.srt', size: hasty.length, mimetype: 'application/x-subrip' }
    const made = await product.payload.create({ collection: 'files', data: { office: home.south.id }, file })
    const text = await add('subtitles', id, 'cmn', { file: made.id })
    expect((await review('lan', id, 'submit')).status).toBe(200)
    expect((await standing(id, 'shen')).subtitlesToMend).toEqual([{ id: text, name: '普通话', count: 1 }])
  })
})

describe('pure rules of the stream', () => {
  const variety = (code: string, tag: string) => ({ variety: { code, tag, name: code } }) as never
  const [cmn, yue] = [variety('cmn', 'zh-Hans'), variety('yue', 'yue-Hans-CN')]
  const own = (cmn as { variety: never }).variety

  it('withhold a dialect that cannot be read', () => {
    expect(withheldFor({ own, tracks: [yue], subtitles: [] })).toBe('subtitles-required')
    expect(withheldFor({ own, tracks: [yue], subtitles: [cmn] })).toBeUndefined()
    expect(withheldFor({ own, tracks: [], subtitles: [] })).toBeUndefined()
  })
  it('show standard Chinese by default, wherever it stands', () => {
    const hant = variety('hant', 'zh-Hant')
    const shown = (subtitles: never[]) =>
      timedOf({ subtitles, own: (yue as { variety: never }).variety } as never).find((text) => text.default)?.variety
        .code
    expect(shown([yue, hant, cmn])).toBe('cmn')
    expect(shown([hant, yue])).toBe('yue')
    expect(shown([hant])).toBe('hant')
  })
})
