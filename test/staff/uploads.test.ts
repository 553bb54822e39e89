import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sweep } from '../../media'
import { mediaOf } from '../../src/jobs/tasks/media'
import { finishUploads } from '../../src/staff'
import { refusal } from '../../src/staff/uploads/rules'
import { dub, film, SRT } from '../media/clips'
import { killChild, startChild } from '../support/child'
import { county } from '../support/county'
import { serve } from '../support/http'
import { testRuntime } from '../support/payload'
import { upload, type Outcome } from '../support/uploading'

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const idIn = (url: string) => url.split('/').at(-1)!
const MB = 1024 * 1024

let clips: string
let picture: Buffer
beforeAll(() => {
  clips = mkdtempSync(path.join(tmpdir(), 'mingbai-clips-'))
  picture = readFileSync(film(clips, 3, { size: '320x240', rate: 10 }))
})
afterAll(() => rmSync(clips, { recursive: true, force: true }))

describe('an upload', () => {
  let product: Awaited<ReturnType<typeof testRuntime>>
  let home: Awaited<ReturnType<typeof county>>
  let site: Awaited<ReturnType<typeof serve>>
  const tokens: Record<string, string> = {}
  beforeAll(async () => {
    product = await testRuntime({ UPLOAD_MAX_MB: '40' })
    home = await county(product)
    site = await serve(product)
    for (const name of ['lan', 'bei', 'shen', 'guan', 'xin']) tokens[name] = await site.signIn(name)
  })
  afterAll(async () => {
    await site.close()
    await product.dispose()
  })

  const send = (bytes: Buffer, more: Partial<Parameters<typeof upload>[1]> = {}) =>
    upload(bytes, { origin: site.origin, token: tokens.lan!, ...more })
  const stored = async ({ document }: Outcome) => {
    const doc = await product.payload.findByID({ collection: 'files', id: document!, depth: 0 })
    return { doc, bytes: readFileSync(path.join(product.env.DATA_DIR, 'uploads/files', doc.filename!)) }
  }
  const underWay = () => {
    const folder = path.join(product.env.DATA_DIR, 'tmp/uploads')
    return readdirSync(folder).filter((name) => !name.endsWith('.json'))
  }
  const raw = (method: string, url: string, headers: Record<string, string> = {}, body?: Buffer, who = 'lan') =>
    fetch(url, {
      method,
      headers: {
        authorization: `JWT ${tokens[who]}`,
        'tus-resumable': '1.0.0',
        ...(method === 'PATCH' ? { 'content-type': 'application/offset+octet-stream' } : {}),
        ...headers,
      },
      ...(body ? { body: new Uint8Array(body) } : {}),
    })

  it('plays from any place for staff, and for nobody else', async () => {
    const { doc, bytes } = await stored(await send(picture))
    const part = (headers: Record<string, string>) =>
      fetch(site.origin + doc.url!, { headers: { range: 'bytes=100-199', ...headers } })
    const answer = await part({ authorization: `JWT ${tokens.lan}` })
    expect(answer.status).toBe(206)
    expect(answer.headers.get('content-range')).toBe(`bytes 100-199/${bytes.length}`)
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes.subarray(100, 200))
    expect((await part({})).status).toBe(403)
  })

  it('in many pieces becomes one file, of its own office, with its bytes and what it is', async () => {
    const { doc, bytes } = await stored(await send(picture, { metadata: { filename: '工钱怎么要.mp4' } }))
    expect(sha256(bytes)).toBe(sha256(picture))
    expect(doc).toMatchObject({ kind: 'film', mimeType: 'video/mp4', note: '工钱怎么要.mp4', office: home.south.id })
    expect(doc.sha256).toBe(sha256(picture))
    expect(underWay()).toEqual([])
  })

  it('goes on where it stopped, and is offered until then to the colleague who began it', async () => {
    const half = await send(picture, { until: 128 * 1024 })
    const offered = await site.call('/api/staff/uploads', { token: tokens.lan })
    expect(offered.body.uploads).toMatchObject([{ filename: 'film.mp4', size: picture.length, offset: half.accepted }])
    expect((await site.call('/api/staff/uploads', { token: tokens.bei })).body.uploads).toEqual([])
    expect(half.url).toMatch(new RegExp(`^${site.origin}/api/staff/uploads/[0-9a-f]{32}$`))
    const { bytes } = await stored(await send(picture, { url: half.url }))
    expect(sha256(bytes)).toBe(sha256(picture))
    expect((await site.call('/api/staff/uploads', { token: tokens.lan })).body.uploads).toEqual([])
  })

  it('finished again and again is still one file', async () => {
    const { url, document } = await send(picture)
    const last = { 'upload-offset': String(picture.length - 10) }
    const repeated = await Promise.all([
      raw('PATCH', url, last, picture.subarray(-10)),
      raw('PATCH', url, last, picture.subarray(-10)),
      raw('HEAD', url),
    ])
    for (const answer of repeated) {
      expect(answer.status).toBeLessThan(300)
      expect(answer.headers.get('upload-document')).toBe(document)
      expect(answer.headers.get('upload-offset')).toBe(String(picture.length))
    }
    const { totalDocs } = await product.payload.count({
      collection: 'files',
      where: { upload: { equals: idIn(url) } },
    })
    expect(totalDocs).toBe(1)
  })

  it('works below a base path', async () => {
    const below = await serve({ ...product, env: { ...product.env, BASE_PATH: '/pufa' } })
    const outcome = await send(picture, { origin: below.origin, base: '/pufa' })
    await below.close()
    expect(new URL(outcome.url).pathname).toMatch(/^\/pufa\/api\/staff\/uploads\/[0-9a-f]{32}$/)
    expect(outcome.document).toBeTruthy()
  })

  it('belongs to the colleague who began it', async () => {
    const { url } = await send(picture, { until: 64 * 1024 })
    for (const [method, headers] of [
      ['HEAD', {}],
      ['PATCH', { 'upload-offset': '65536' }],
      ['DELETE', {}],
    ] as const)
      expect((await raw(method, url, headers, undefined, 'bei')).status).toBe(404)
    expect((await raw('DELETE', url)).status).toBe(204)
    expect((await raw('HEAD', url)).status).toBe(404)
    expect(underWay()).toEqual([])
  })

  it('is for editors and publishers who are signed in with a password of their own', async () => {
    expect(await upload(picture, { origin: site.origin })).toMatchObject({ status: 401, code: 'not-signed-in' })
    expect(await send(picture, { token: tokens.shen! })).toMatchObject({ status: 403, code: 'forbidden' })
    expect(await send(picture, { token: tokens.xin! })).toMatchObject({ status: 403, code: 'must-change-password' })
    expect(await send(picture, { token: tokens.guan! })).toMatchObject({ document: expect.any(String) })
  })

  it('from a foreign page is refused', async () => {
    const { url } = await send(picture, { until: 64 * 1024 })
    const foreign = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site', 'upload-offset': '65536' }
    const answer = await raw('PATCH', url, foreign, picture.subarray(65536))
    expect([answer.status, (await answer.json()).error.code]).toEqual([403, 'cross-origin'])
    await raw('DELETE', url)
  })

  it('that is too large, empty or without a length is refused before a byte is sent', async () => {
    const begin = (length: string | undefined, metadata = `filename ${btoa('film.mp4')}`) =>
      raw('POST', `${site.origin}/api/staff/uploads`, {
        ...(length === undefined ? {} : { 'upload-length': length }),
        'upload-metadata': metadata,
      })
    const large = await begin(String(41 * MB))
    expect([large.status, (await large.json()).error.code]).toEqual([413, 'media-too-large'])
    expect((await (await begin('0')).json()).error.code).toBe('media-empty')
    expect((await (await begin(undefined)).json()).error.code).toBe('bad-request')
    expect(
      (await (await begin('10', `filename ${btoa('a')},purpose ${btoa('nonsense')}`)).json()).error.details,
    ).toEqual({ faults: [expect.objectContaining({ path: 'purpose' })] })
  })

  it('in a piece of more than 16 MB is refused', async () => {
    const { url } = await send(picture, { until: 64 * 1024 })
    const answer = await raw('PATCH', url, { 'upload-offset': '65536' }, Buffer.alloc(16 * MB + 1)).catch(() => null)
    // The connection may be closed while we still send; the answer is then lost, the bytes are refused all the same.
    if (answer) expect([answer.status, (await answer.json()).error.code]).toEqual([413, 'too-large'])
    expect((await raw('HEAD', url)).headers.get('upload-offset')).toBe('65536')
    await raw('DELETE', url)
  })

  it('does not begin on a disk that could not hold it twice', () => {
    const limits = { mostMb: 4096, free: 2048 * MB }
    expect(refusal(100 * MB, limits)).toBeNull()
    expect(refusal(1000 * MB, limits)).toBe('media-disk-full')
    expect(refusal(4097 * MB, limits)).toBe('media-too-large')
  })

  it('is what its bytes say, whatever its name', async () => {
    const as = async (bytes: Buffer, filename: string, purpose: string) =>
      (await stored(await send(bytes, { metadata: { filename, purpose, filetype: 'text/plain' } }))).doc
    const named = await as(picture, 'film.txt', 'film')
    expect(named).toMatchObject({ kind: 'film', mimeType: 'video/mp4' })
    expect(named.filename).toMatch(/^film-[0-9a-f]{8}\.mp4$/)
    const sound = readFileSync(dub(clips, 1))
    expect(await as(sound, '配音.mp4', 'track')).toMatchObject({ kind: 'recording', mimeType: 'audio/mp4' })
    expect(await as(Buffer.from(SRT), 'zimu.doc', 'subtitle')).toMatchObject({
      kind: 'subtitle',
      mimeType: 'application/x-subrip',
    })
  })

  it.each([
    ['a picture named like a film', 'film', () => PNG, 'media-not-a-film'],
    ['words named like a film', 'film', () => Buffer.from('这不是一部影片。'.repeat(400)), 'media-not-a-film'],
    ['a film where a subtitle is wanted', 'subtitle', () => picture, 'subtitle-no-times'],
    ['a film that was cut off before it was sent', 'film', () => picture.subarray(0, 3000), 'media-broken'],
  ])('refuses %s in words, and keeps nothing of it', async (_what, purpose, bytes, code) => {
    const before = readdirSync(path.join(product.env.DATA_DIR, 'uploads/files'))
    const outcome = await send(bytes(), { metadata: { purpose, filetype: 'video/mp4' } })
    expect(outcome).toMatchObject({ status: 422, code })
    expect(readdirSync(path.join(product.env.DATA_DIR, 'uploads/files'))).toEqual(before)
    expect((await raw('HEAD', outcome.url)).status).toBe(404)
  })

  it('over plain REST follows the same rule', async () => {
    const post = async (bytes: Buffer, name: string, type: string) => {
      const form = new FormData()
      form.set('file', new Blob([new Uint8Array(bytes)], { type }), name)
      form.set('_payload', '{}')
      return site.call('/api/files', { method: 'POST', body: form, token: tokens.lan })
    }
    expect((await post(PNG, 'film.mp4', 'video/mp4')).status).toBe(422)
    expect((await post(picture, 'film.txt', 'text/plain')).body.doc).toMatchObject({
      kind: 'film',
      filename: 'film.mp4',
    })
  })

  it('that rests is swept after a week, not at a restart', async () => {
    const { url } = await send(picture, { until: 64 * 1024 })
    const media = await mediaOf(product)
    await sweep(media, { boot: true })
    await finishUploads(product)
    expect((await raw('HEAD', url)).status).toBe(200)
    const bytes = path.join(product.env.DATA_DIR, 'tmp/uploads', idIn(url))
    const past = new Date(Date.now() - 8 * 24 * 3_600_000)
    utimesSync(bytes, past, past)
    await sweep(media, { boot: false })
    expect((await raw('HEAD', url)).status).toBe(404)
    expect(existsSync(`${bytes}.json`)).toBe(false)
  })
})

describe('a server killed in the middle of an upload', { timeout: 180_000 }, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mingbai-kill-'))
  const start = () => startChild<{ origin: string; token: string }>('test/support/uploadServer.ts', [folder])
  let running: Awaited<ReturnType<typeof start>>
  beforeAll(async () => void (running = await start()))
  afterAll(async () => {
    await killChild(running.child)
    rmSync(folder, { recursive: true, force: true })
  })
  const again = async () => {
    await killChild(running.child)
    running = await start()
  }
  const kept = () => readdirSync(path.join(folder, 'uploads/files'))
  const content = (name: string) => sha256(readFileSync(path.join(folder, 'uploads/files', name)))

  it('goes on at the byte it had after the next start', async () => {
    const { url } = await upload(picture, { ...running.hello, until: 128 * 1024 })
    await again()
    const moved = `${running.hello.origin}${new URL(url).pathname}`
    const { document } = await upload(picture, { ...running.hello, url: moved })
    expect(document).toBeTruthy()
    expect(kept().map(content)).toEqual([sha256(picture)])
  })

  it('makes the document at the next start when only that was missing, and clears half a copy away', async () => {
    const { url } = await upload(picture, { ...running.hello, until: 64 * 1024 })
    const id = idIn(url)
    await killChild(running.child)
    // All bytes had arrived, and the copy under the final name was half done.
    writeFileSync(path.join(folder, 'tmp/uploads', id), picture)
    writeFileSync(path.join(folder, `uploads/files/film-${id.slice(0, 8)}.mp4`), picture.subarray(0, 5000))
    await again()
    expect(kept().map(content)).toEqual([sha256(picture), sha256(picture)])
    const moved = `${running.hello.origin}${new URL(url).pathname}`
    const once = await upload(picture, { ...running.hello, url: moved })
    expect(once.document).toBeTruthy()
    expect(kept()).toHaveLength(2)
  })
})

/** One pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
