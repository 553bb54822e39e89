import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workKit } from '../../media'
import { publicFilm, unzip } from '../media/kits'
import { pipeline, type Pipeline } from '../media/pipeline'
import { serve } from '../support/http'
import { writeFileSync } from 'node:fs'
import path from 'node:path'

type Shown = { state: string; mayPack: boolean; voices: Voice[] }
type Voice = { variety: string; state: string; synthetic: boolean; kit: string | null; made: { href: string } | null }

describe('kits over HTTP', { timeout: 120_000 }, () => {
  let product: Pipeline
  let site: Awaited<ReturnType<typeof serve>>
  let video: string
  let home: Awaited<ReturnType<typeof publicFilm>>['home']
  const tokens: Record<string, string> = {}
  beforeAll(async () => {
    product = await pipeline()
    ;({ id: video, home } = await publicFilm(product))
    site = await serve(product.runtime)
    for (const name of ['lan', 'bei', 'shen', 'qian', 'xin']) tokens[name] = await site.signIn(name)
  }, 120_000)
  afterAll(async () => {
    await site.close()
    await product.dispose()
  })

  const look = async (who: string) => {
    const { status, body } = await site.call(`/api/staff/kits/of/${video}`, { token: tokens[who] })
    return { status, body: body as Shown }
  }
  const pack = (who: string | undefined, variety: string) =>
    site.call(`/api/staff/kits/of/${video}`, { json: { variety }, ...(who && { token: tokens[who] }) })
  const voice = async (who: string, variety: string) =>
    (await look(who)).body.voices.find((one) => one.variety === variety)!

  it('shows the approved voices of a public film, to colleagues only', async () => {
    const { body } = await look('lan')
    expect(body).toMatchObject({
      state: 'public',
      mayPack: true,
      voices: [
        { variety: 'cmn', state: 'none', synthetic: false },
        { variety: 'hak', state: 'none', synthetic: false },
        { variety: 'yue', state: 'none', synthetic: true },
      ],
    })
    expect((await look('nobody')).status).toBe(401)
    expect((await look('shen')).body.mayPack).toBe(false)
  })

  it.each([
    [undefined, 'hak', 401, 'not-signed-in'],
    ['xin', 'hak', 403, 'must-change-password'],
    ['shen', 'hak', 403, 'forbidden'],
    ['lan', 'wuu', 409, 'kit-no-voice'],
    ['lan', '', 400, 'bad-request'],
  ])('refuses to pack for %s in %j with %i', async (who, variety, status, code) => {
    const answer = await pack(who, variety)
    expect([answer.status, answer.body.error.code]).toEqual([status, code])
  })

  it('packs for the office of who asks, and gives the ZIP to that office and those above, in ranges', async () => {
    expect((await pack('lan', 'hak')).body.voices[1]).toMatchObject({ state: 'waiting' })
    expect((await voice('bei', 'hak')).state).toBe('none') // another office has a kit of its own
    await workKit(product.media, { publicUrl: 'https://pufa.example.cn', timeZone: 'Asia/Shanghai' })
    const { state, made } = await voice('lan', 'hak')
    expect(state).toBe('done')
    const fetched = (who: string | undefined, headers: Record<string, string> = {}) =>
      fetch(site.origin + made!.href, { headers: { ...headers, ...(who && { authorization: `JWT ${tokens[who]}` }) } })
    const codes = await Promise.all(
      [undefined, 'xin', 'bei', 'lan', 'qian'].map(async (who) => (await fetched(who)).status),
    )
    expect(codes).toEqual([401, 403, 403, 200, 200])
    const whole = await fetched('lan')
    expect(whole.headers.get('content-disposition')).toMatch(/^attachment; .*filename\*=UTF-8''.*\.zip$/)
    const bytes = Buffer.from(await whole.arrayBuffer())
    const file = path.join(product.clips, 'fetched.zip')
    writeFileSync(file, bytes)
    expect(Object.keys(await unzip(file))).toContain('说明.txt')
    const range = { range: 'bytes=100-199', 'if-range': whole.headers.get('etag')! }
    const part = await fetched('lan', range)
    expect([part.status, Buffer.from(await part.arrayBuffer())]).toEqual([206, bytes.subarray(100, 200)])
    expect((await site.call('/api/staff/kits/nothing/kit.zip', { token: tokens.lan })).status).toBe(404)
  })

  it('stands on the hand-out of a delivery in its variety, as long as it is up to date', async () => {
    const channel = await product.payload.create({
      collection: 'channels',
      data: { name: '群', code: 'qun', kind: 'handout' },
    })
    const { id } = await product.payload.create({
      collection: 'deliveries',
      data: {
        code: 'd1',
        item: { relationTo: 'videos', value: video },
        itemKey: `videos:${video}`,
        topic: home.topic.id,
        segment: home.segment.id,
        channel: channel.id,
        variety: product.varieties.hak,
        dueAt: product.clock.now().toISOString(),
        office: home.south.id,
        state: 'planned',
      },
    })
    const handout = async () => (await site.call(`/api/staff/deliveries/${id}/handout`, { token: tokens.lan })).text
    expect(await handout()).toContain((await voice('lan', 'hak')).made!.href)
    await product.payload.update({
      collection: 'videos',
      id: video,
      data: { title: '老板不给工钱，三步怎么要？' },
      context: { workflow: 'approve' },
    })
    expect((await voice('lan', 'hak')).state).toBe('stale')
    expect(await handout()).not.toContain('kit.zip')
  })

  it('is cancelled by the own office only', async () => {
    await pack('lan', 'cmn')
    const { kit } = await voice('lan', 'cmn')
    const cancel = (who: string) => site.call(`/api/staff/kits/${kit}/cancel`, { method: 'POST', token: tokens[who] })
    expect([(await cancel('bei')).status, (await cancel('shen')).status]).toEqual([403, 403])
    expect((await cancel('lan')).status).toBe(200)
    expect((await voice('lan', 'cmn')).state).toBe('cancelled')
  })

  it('is not handed out any more once the film is withdrawn', async () => {
    const { made } = await voice('lan', 'hak')
    const context = { workflow: 'withdraw' }
    await product.payload.update({ collection: 'videos', id: video, data: { _status: 'draft' }, context })
    expect((await look('lan')).body).toMatchObject({ state: 'not-public', voices: [] })
    const answer = await site.call(made!.href, { token: tokens.lan })
    expect([answer.status, answer.body.error.code]).toEqual([409, 'kit-not-public'])
    expect((await pack('lan', 'hak')).body.error.code).toBe('kit-not-public')
  })
})
