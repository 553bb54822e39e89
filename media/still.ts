import { createRequire } from 'node:module'
import sharp from 'sharp'
import { CodedError } from '../src/lib/errors'
import { path } from './storage'

const LONG = 1280
const SHORT = 720
/** A still needs few frames; with fewer than this, players take long to start. */
export const STILL_RATE = 5
const [PAPER, INK, INDIGO] = ['#FAF7F0', '#1B1A17', '#1F4E5F']
const WORDS = '只有声音，请听'
const FONT = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'

/** The picture of a film that is sound only, as PNG: the chosen cover on paper, upright when it is, else a card that says so. */
export async function makeStill(cover: string | undefined, target: string): Promise<{ width: number; height: number }> {
  try {
    const picture = cover ? await onPaper(cover) : await card()
    const { width, height } = await picture.flatten({ background: PAPER }).png().toFile(target)
    return { width, height }
  } catch (error) {
    throw new CodedError('media-failed', undefined, undefined, { cause: error })
  }
}

async function onPaper(cover: string) {
  const open = () => sharp(cover, { limitInputPixels: 50_000_000 })
  const { width, height } = (await open().metadata()).autoOrient
  const size = height > width ? { width: SHORT, height: LONG } : { width: LONG, height: SHORT }
  return open()
    .rotate()
    .resize({ ...size, fit: 'contain', background: PAPER })
}

async function card() {
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="${LONG}" height="${SHORT}" fill="none">
    <rect width="100%" height="100%" fill="${PAPER}"/>
    <path d="M96 100H1184M96 592H1184M96 598H1184" stroke="${INK}" stroke-width="2"/>
    <g transform="translate(526 180)" stroke="${INDIGO}" stroke-width="14" stroke-linecap="round" stroke-linejoin="round">
      <path d="M0 80v80h48l66 58V22L48 80z"/><path d="M152 78a60 60 0 0 1 0 84M188 42a110 110 0 0 1 0 156"/>
    </g></svg>`
  // The font is a file of ours: a server without Chinese fonts would draw boxes.
  const fontfile = createRequire(path.resolve('x')).resolve(FONT)
  const text = `<span foreground="${INK}">${WORDS}</span>`
  const words = await sharp({ text: { text, font: 'Noto Sans SC 40', fontfile, rgba: true, dpi: 96 } })
    .png()
    .toBuffer({ resolveWithObject: true })
  const left = Math.round((LONG - words.info.width) / 2)
  return sharp(Buffer.from(drawn)).composite([{ input: words.data, top: 484, left }])
}
