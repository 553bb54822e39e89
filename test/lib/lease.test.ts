import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeIf, claim, finish, renew } from '../../src/lib/lease'
import { testRuntime } from '../support/payload'

let product: Awaited<ReturnType<typeof testRuntime>>
let video: string
beforeAll(async () => {
  product = await testRuntime()
  video = String((await product.payload.create({ collection: 'videos', draft: true, data: { title: '样片' } })).id)
})
afterAll(() => product.dispose())

const now = new Date('2026-11-22T09:00:00Z')
const later = new Date('2026-11-22T09:01:01Z')
let runs = 0

async function steps(count: number, data: Record<string, unknown> = {}) {
  const run = `run-${++runs}`
  for (let order = 0; order < count; order++)
    await product.payload.create({
      collection: 'media-steps',
      data: { video, run, order, step: 'probe', state: 'waiting', ...data },
    })
  return run
}

const take = (run: string, owner: string, at = now, limit = 10, states = ['waiting']) =>
  claim(product.payload, {
    collection: 'media-steps',
    states,
    claimed: 'running',
    where: { run },
    owner,
    now: at,
    ttlMs: 60_000,
    limit,
  })

describe('claim', () => {
  it('gives every row to exactly one of many claimers that ask at once', async () => {
    const run = await steps(120)
    const claims = await Promise.all(Array.from({ length: 30 }, (_, n) => take(run, `owner-${n}`, now, 7)))
    const ids = claims.flat().map(({ id }) => id)
    expect(ids).toHaveLength(120)
    expect(new Set(ids).size).toBe(120)
    expect(Math.max(...claims.map((rows) => rows.length))).toBeLessThanOrEqual(7)
  })

  it('counts the tries and keeps the lease until it runs out', async () => {
    const run = await steps(1)
    expect(await take(run, 'first')).toMatchObject([{ attempts: 1 }])
    expect(await take(run, 'second', now, 1, ['waiting', 'running'])).toEqual([])
    expect(await take(run, 'second', later, 1, ['waiting', 'running'])).toMatchObject([{ attempts: 2 }])
  })

  it('leaves rows whose time has not come', async () => {
    const run = await steps(1, { readyAt: later.getTime() })
    expect(await take(run, 'early')).toEqual([])
    expect(await take(run, 'late', later)).toHaveLength(1)
  })

  it('matches relations, and nothing at all on an empty list', async () => {
    const run = await steps(2)
    const ask = (where: Record<string, string | string[]>) =>
      claim(product.payload, {
        collection: 'media-steps',
        states: ['waiting'],
        claimed: 'running',
        where: { run, ...where },
        owner: 'me',
        now,
        ttlMs: 1000,
        limit: 5,
      })
    expect(await ask({ video: [] })).toEqual([])
    expect(await ask({ video: [video] })).toHaveLength(2)
  })
})

describe('finish and renew', () => {
  it('writes only for the owner, and gives the row back', async () => {
    const run = await steps(1)
    const id = (await take(run, 'me'))[0]!.id
    const held = { collection: 'media-steps' as const, id }
    expect(await finish(product.payload, { ...held, owner: 'somebody else' }, { state: 'done' })).toBe(false)
    expect(
      await finish(product.payload, { ...held, owner: 'me' }, { state: 'done', output: { ok: 1 }, endedAt: now }),
    ).toBe(true)
    const row = await product.payload.findByID({ collection: 'media-steps', id })
    expect(row).toMatchObject({ state: 'done', output: { ok: 1 }, endedAt: now.toISOString(), leaseOwner: null })
    expect(await finish(product.payload, { ...held, owner: 'me' }, { state: 'failed' })).toBe(false)
  })

  it('prolongs a running lease, and says when it was lost', async () => {
    const run = await steps(1)
    const id = (await take(run, 'me'))[0]!.id
    const held = { collection: 'media-steps' as const, id, owner: 'me' }
    expect(await renew(product.payload, held, { now: later, ttlMs: 60_000 }, { percent: 40 })).toBe(true)
    expect(await take(run, 'thief', later, 1, ['running'])).toEqual([])
    const muchLater = new Date(later.getTime() + 60_000)
    expect(await take(run, 'thief', muchLater, 1, ['running'])).toHaveLength(1)
    expect(await renew(product.payload, held, { now: muchLater, ttlMs: 60_000 })).toBe(false)
  })
})

describe('a conditional change', () => {
  it('is written by one of many that saw the same row, also when what they saw was nothing', async () => {
    const { payload } = product
    const variety = await payload.create({
      collection: 'varieties',
      data: { code: 'cmn', tag: 'zh-Hans', name: '普通话' },
    })
    const { id } = await payload.create({
      collection: 'subtitles',
      data: { video, variety: variety.id, origin: 'human' },
    })
    const files = await Promise.all(
      [1, 2].map((name) => {
        const data = Buffer.from('1\n00:00:01,000 --> 00:00:02,000\n好\n')
        const file = { data, name: `${name}.srt`, size: data.length, mimetype: 'application/x-subrip' }
        return payload.create({ collection: 'files', data: {}, file })
      }),
    )
    const [first, second] = files.map((file) => file.id)
    const write = (seen: string | null, file: string) => changeIf(payload, 'subtitles', { id, file: seen }, { file })
    const written = await Promise.all([write(null, first!), write(null, second!)])
    expect(written.filter(Boolean)).toHaveLength(1)
    const row = await payload.findByID({ collection: 'subtitles', id, depth: 0 })
    expect(row.file).toBe(written[0] ? first : second)
    expect(await write(null, first!)).toBe(false)
    expect(await write(row.file as string, first!)).toBe(true)
  })
})
