import sharp from 'sharp'
import { wrapEvenly } from '../../src/lib/wrap'
import { fontFile } from './fonts'
import type { Platform } from './platforms'

const PAPER = '#FAF7F0'
const INK = '#1B1A17'

/**
 * The cover for one platform: the film's poster and its question in large type on paper, in exactly the asked size.
 * No code and no mark on it: some platforms refuse those. Upright covers carry the words below, flat ones at the side.
 */
export async function makeCover(
  poster: string,
  title: string,
  { width, height, mostBytes }: Platform['cover'],
  target: string,
): Promise<void> {
  const flat = width / height > 1.5
  const margin = Math.round(Math.min(width, height) * 0.07)
  const place = flat
    ? { width: Math.round(width * 0.55), height }
    : { width, height: Math.round(Math.min(height * 0.6, width * 0.85)) }
  const room = flat
    ? { width: width - place.width - margin * 2, height: height - margin * 2 }
    : { width: width - margin * 2, height: height - place.height - margin * 2 }
  const picture = await sharp(poster, { limitInputPixels: 50_000_000 })
    .rotate()
    .resize({ ...place, fit: 'cover', position: 'attention' })
    .toBuffer()
  const words = await titled(title, room)
  const left = flat ? place.width + margin : margin
  const top = flat
    ? Math.round((height - words.height) / 2)
    : place.height + Math.round((room.height - words.height) / 2) + margin
  const whole = await sharp({ create: { width, height, channels: 3, background: PAPER } })
    .composite([
      { input: picture, left: 0, top: 0 },
      { input: words.data, left, top },
    ])
    .png()
    .toBuffer()
  for (const quality of [88, 76, 64]) {
    const { size } = await sharp(whole).jpeg({ quality, mozjpeg: true }).toFile(target)
    if (size <= mostBytes) return
  }
}

/** The title as large as the room allows. The font is named by its file: no font of the system is needed. */
async function titled(title: string, room: { width: number; height: number }) {
  for (let size = Math.round(room.width / 6); ; size = Math.floor(size * 0.9)) {
    const lines = wrapEvenly(title.replace(/\s+/gu, ' '), Math.max(4, Math.floor(room.width / size) - 1))
    const { data, info } = await sharp({
      text: {
        text: `<span foreground="${INK}">${lines.map(markup).join('\n')}</span>`,
        font: `Noto Sans SC Bold ${size}`,
        fontfile: fontFile('bold'),
        dpi: 72,
        spacing: Math.round(size * 0.1),
        rgba: true,
      },
    })
      .png()
      .toBuffer({ resolveWithObject: true })
    if ((info.height <= room.height && info.width <= room.width) || size < 16) return { data, height: info.height }
  }
}

const markup = (line: string) => line.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
