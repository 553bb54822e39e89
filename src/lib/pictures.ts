/** One list for every picture residents get: which forms, how hard they are pressed, and which widths the pages use. */
export const pictureForms = {
  // Effort 2: an upload must not keep a person waiting; the last few percent cost seconds.
  avif: { quality: 50, effort: 2 },
  webp: { quality: 72 },
  jpeg: { quality: 74, mozjpeg: true },
} as const
export type PictureForm = keyof typeof pictureForms

/** A phone's width, and twice that for sharp screens; the text column of a desktop is 612 pixels wide. */
export const pictureWidths = { small: 480, large: 960 } as const

export const pictureEnding: Record<PictureForm, string> = { avif: 'avif', webp: 'webp', jpeg: 'jpg' }

/** Every size of a picture as the collection names it; a plain `small` is WebP. */
export const pictureSizes = Object.entries(pictureWidths).flatMap(([size, width]) =>
  (Object.keys(pictureForms) as PictureForm[]).map((form) => ({
    name: form === 'webp' ? size : `${size}${form === 'avif' ? 'Avif' : 'Jpeg'}`,
    size,
    width,
    form,
  })),
)

/** What of the image folder is public: our own sizes. The stored original never matches (`takePicture` names it). */
export const publicPicture = /(\.(small|large)\.(avif|webp|jpg)|-\d+x\d+\.webp)$/

type Box = { width: number; height: number }
/** What an editor marked as the point that matters, in percent from the top left corner. */
export type Focal = { x: number; y: number }

/** The largest part of a picture in the shape of `shape` with the focal point as near to its middle as the edges allow. Pure. */
export function cropAround(
  picture: Box,
  shape: Box,
  { x, y }: Focal = { x: 50, y: 50 },
): Box & Record<'left' | 'top', number> {
  const scale = Math.min(picture.width / shape.width, picture.height / shape.height)
  const width = Math.max(1, Math.round(shape.width * scale))
  const height = Math.max(1, Math.round(shape.height * scale))
  const place = (length: number, part: number, percent: number) =>
    Math.round(Math.min(Math.max((length * percent) / 100 - part / 2, 0), length - part))
  return { width, height, left: place(picture.width, width, x), top: place(picture.height, height, y) }
}
