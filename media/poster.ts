import { writeFile } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import { CodedError } from '../src/lib/errors'
import { cropAround, pictureForms, type Focal } from '../src/lib/pictures'
import { path } from './storage'

const LONGEST = 640
/** A poster must not cost more than the page around it (norms 4.2). */
const MOST_BYTES = 40 * 1024
const MOST_PIXELS = 120_000_000
type Shape = { width: number; height: number }

/** What `writePoster` leaves in its folder: JPEG for every player, and the same picture smaller for those who know it. */
export const posterFiles = { poster: 'poster.jpg', posterForms: ['poster.avif', 'poster.webp'] }

/**
 * The poster of a film from a frame or an uploaded cover: in the shape of the film, so that nothing on the page moves
 * when it comes, at most 640 pixels on the longer side, each file at most 40 KB. Throws `media-cover`.
 */
export async function writePoster(source: string, shape: Shape, folder: string, focal?: Focal): Promise<void> {
  try {
    const picture = sharp(source, { limitInputPixels: MOST_PIXELS }).autoOrient()
    const { autoOrient: whole } = await picture.metadata()
    const scale = Math.min(1, LONGEST / Math.max(shape.width, shape.height))
    const pixels = await picture
      .extract(cropAround(whole, shape, focal))
      .resize({ width: Math.round(shape.width * scale), height: Math.round(shape.height * scale), fit: 'fill' })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    const from = () => sharp(pixels.data, { raw: pixels.info })
    const { avif, webp, jpeg } = pictureForms
    await Promise.all([
      fit((quality) => from().jpeg({ ...jpeg, quality }), 78, path.join(folder, 'poster.jpg')),
      fit((quality) => from().webp({ ...webp, quality }), webp.quality, path.join(folder, 'poster.webp')),
      fit((quality) => from().avif({ ...avif, quality }), avif.quality, path.join(folder, 'poster.avif')),
    ])
  } catch (error) {
    throw new CodedError('media-cover', undefined, undefined, { cause: error })
  }
}

const STEPS = [1, 0.85, 0.7, 0.54, 0.38]

async function fit(draw: (quality: number) => Sharp, quality: number, target: string): Promise<void> {
  for (const step of STEPS) {
    const bytes = await draw(Math.round(quality * step)).toBuffer()
    if (bytes.length <= MOST_BYTES || step === STEPS.at(-1)) return await writeFile(target, bytes)
  }
}

/** A small JPEG of a frame, for an editor to choose from. */
export const writeCandidate = (frame: string, target: string) =>
  sharp(frame)
    .resize({ width: 320, height: 320, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 70, mozjpeg: true })
    .toFile(target)
