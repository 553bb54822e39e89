import { writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { CodedError } from '../src/lib/errors'

const WIDTH = 640
/** A poster must not cost more than the page around it (norms 4.2). */
const MOST_BYTES = 40 * 1024

/** A JPEG of at most 40 KB and 640 pixels on the longer side from a frame or an uploaded cover. Throws `media-cover`. */
export async function makePoster(source: string, target: string): Promise<void> {
  try {
    for (const quality of [78, 66, 54, 42, 30]) {
      const jpeg = await sharp(source, { limitInputPixels: 50_000_000 })
        .rotate()
        .resize({ width: WIDTH, height: WIDTH, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality, mozjpeg: true })
        .toBuffer()
      if (jpeg.length <= MOST_BYTES || quality === 30) return await writeFile(target, jpeg)
    }
  } catch (error) {
    throw new CodedError('media-cover', undefined, undefined, { cause: error })
  }
}
