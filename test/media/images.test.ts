import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorCodes } from '../../src/lib/errorCodes'
import { cropAround } from '../../src/lib/pictures'
import type { Image } from '../../src/payload-types'
import { caseOf, county, type County } from '../support/county'
import { serve } from '../support/http'
import { testRuntime } from '../support/payload'
import { animated, bomb, cmykJpeg, cutOff, drawing, halved, phonePhoto, pixel } from './pictures'

let runtime: Awaited<ReturnType<typeof testRuntime>>
let site: Awaited<ReturnType<typeof serve>>
let made: County
let token: string
const folder = () => path.join(runtime.env.DATA_DIR, 'uploads', 'images')
const stored = () => (existsSync(folder()) ? readdirSync(folder()).sort() : [])
const temporary = () => {
  const tmp = path.join(runtime.env.DATA_DIR, 'tmp')
  // The folder of unfinished uploads stands there from the start.
  return existsSync(tmp) ? readdirSync(tmp, { recursive: true }).filter((entry) => entry !== 'uploads') : []
}

const upload = (data: Buffer, name: string, type: string, language = 'zh') => {
  const form = new FormData()
  form.append('_payload', JSON.stringify({ alt: '图' }))
  form.append('file', new Blob([new Uint8Array(data)], { type }), name)
  return site.call('/api/images', { method: 'POST', body: form, token, headers: { 'accept-language': language } })
}
const taken = async (data: Buffer, name: string, type: string): Promise<Image> => {
  const answer = await upload(data, name, type)
  expect(answer.status, answer.text).toBe(201)
  return answer.body.doc
}
const colour = async (source: string | Buffer, left: number, top: number) => {
  const bytes = await sharp(source).extract({ left, top, width: 1, height: 1 }).removeAlpha().raw().toBuffer()
  return [...bytes].map((value) => Math.round(value / 64))
}
const RED = [3, 0, 0]
const BLUE = [0, 0, 3]

beforeAll(async () => {
  runtime = await testRuntime()
  made = await county(runtime)
  site = await serve(runtime)
  token = await site.signIn('lan')
})
afterAll(async () => {
  await site?.close()
  await runtime?.dispose()
})

describe('a photo from a phone', () => {
  let image: Image
  beforeAll(async () => {
    image = await taken(await phonePhoto(), '照片 IMG_01.webp.JPG', 'image/jpeg')
  })

  it('is stored as AVIF, WebP and JPEG in the widths of the pages', () => {
    const { sizes } = image as unknown as { sizes: Record<string, { width: number; height: number; mimeType: string }> }
    const all = Object.values(sizes).map(({ width, height, mimeType }) => `${width}x${height} ${mimeType}`)
    const forms = ['avif', 'jpeg', 'webp'].map((form) => `image/${form}`)
    expect(all.sort()).toEqual(
      [480, 800].flatMap((width) => forms.map((form) => `${width}x${width * 1.5} ${form}`)).sort(),
    )
  })
  it('stands as the camera was held, and no file says where or by whom it was taken', async () => {
    expect(stored()).toHaveLength(7)
    for (const name of stored()) {
      const file = path.join(folder(), name)
      const { width, height, exif, orientation, xmp } = await sharp(file).metadata()
      expect([height! > width!, exif, orientation, xmp]).toEqual([true, undefined, undefined, undefined])
      expect(readFileSync(file).includes('Zhang San')).toBe(false)
      expect([await colour(file, 20, 20), await colour(file, 20, height! - 20)]).toEqual([RED, BLUE])
    }
  })
  it('is served in its sizes for good, the original to nobody but staff', async () => {
    const { filename, sizes } = image as Image & { sizes: { smallAvif: { filename: string } } }
    const small = await fetch(`${site.origin}/media/images/${encodeURIComponent(sizes.smallAvif.filename)}`)
    expect([small.status, small.headers.get('content-type')]).toEqual([200, 'image/avif'])
    expect(small.headers.get('cache-control')).toMatch(/immutable/)
    expect((await site.call(`/media/images/${encodeURIComponent(filename!)}`)).status).toBe(404)
    const own = `/api/images/file/${encodeURIComponent(filename!)}`
    expect((await site.call(own)).status).toBe(403)
    expect((await site.call(own, { token })).status).toBe(200)
    expect((await site.call(`/api/images/${image.id}`)).status).toBe(403)
  })
  it('is shown on a page by name, size and words, and comes when it is looked at', async () => {
    await runtime.payload.create({
      collection: 'articles',
      data: { ...caseOf(made), slug: 'covered', cover: image.id, office: made.south.id, _status: 'published' },
      context: { workflow: 'approve' },
    })
    const { text } = await site.call('/articles/covered', { headers: { accept: 'text/html' } })
    const picture = /<picture>.*?<\/picture>/s.exec(text)![0]
    expect(picture.match(/type="[^"]+"/g)).toEqual(['type="image/avif"', 'type="image/webp"'])
    expect(picture).toMatch(/\.small\.avif 480w, \S+\.large\.avif 800w" sizes="/)
    expect(picture).toMatch(/<img src="[^"]+\.small\.jpg".* alt="图" width="800" height="1200" loading="lazy"/)
  })
})

describe('an odd picture', () => {
  it.each([
    ['in print colours', cmykJpeg, 'print.jpg', 'image/jpeg', 'image/jpeg'],
    ['that moves (GIF)', () => animated('gif'), 'moves.gif', 'image/gif', 'image/png'],
    ['that moves (WebP)', () => animated('webp'), 'moves.webp', 'image/webp', 'image/jpeg'],
    ['under another name', () => halved(), 'photo.jpg', 'image/jpeg', 'image/png'],
    ['of one pixel', pixel, 'pixel.png', 'image/png', 'image/png'],
  ])('%s becomes one still picture in screen colours', async (_what, make, name, type, kept) => {
    const image = await taken(await make(), name, type)
    expect(image.mimeType).toBe(kept)
    const { space, pages, format } = await sharp(path.join(folder(), image.filename!)).metadata()
    expect([space, pages, `image/${format}`]).toEqual(['srgb', undefined, kept])
    const { smallJpeg } = image.sizes as unknown as Record<string, { filename: string }>
    const whole = await sharp(path.join(folder(), smallJpeg!.filename)).metadata()
    expect([whole.space, whole.channels]).toEqual(['srgb', 3])
  })
})

describe('a picture is refused, and nothing of it stays, when it', () => {
  it.each([
    ['claims 100,000 x 100,000', bomb, 'big.png', 'image/png', 'image-too-large'],
    ['is a drawing', () => drawing, 'drawing.svg', 'image/svg+xml', 'image-vector'],
    ['is a drawing called PNG', () => drawing, 'drawing.png', 'image/png', 'image-vector'],
    ['was cut off', cutOff, 'cut.jpg', 'image/jpeg', 'media-broken'],
    ['is a text called JPEG', () => Buffer.from('hello, county'), 'text.jpg', 'image/jpeg', 'image-kind'],
    ['is empty', () => Buffer.alloc(0), 'empty.jpg', 'image/jpeg', 'media-empty'],
  ] as const)('%s', async (_what, make, name, type, code) => {
    const before = stored()
    const rows = (await runtime.payload.count({ collection: 'images' })).totalDocs
    for (const language of ['zh', 'en'] as const) {
      const answer = await upload(await make(), name, type, language)
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.text).toContain(errorCodes[code][language])
    }
    expect(stored()).toEqual(before)
    expect(temporary()).toEqual([])
    expect((await runtime.payload.count({ collection: 'images' })).totalDocs).toBe(rows)
  })
})

describe('a crop', () => {
  it('keeps the focal point as near to its middle as the edges allow', () => {
    const wide = { width: 1000, height: 500 }
    expect(cropAround(wide, { width: 1, height: 1 })).toEqual({ width: 500, height: 500, left: 250, top: 0 })
    expect(cropAround(wide, { width: 1, height: 1 }, { x: 90, y: 10 }).left).toBe(500)
    expect(cropAround(wide, { width: 1200, height: 630 }, { x: 0, y: 0 })).toEqual({
      width: 952,
      height: 500,
      left: 0,
      top: 0,
    })
  })
})
