import sharp from 'sharp'

/** One frame of a film as a person would judge it: where it stands, and whether there is anything to see. */
export type Frame = {
  file: string
  /** Second of the film. */
  at: number
  /** 0 (black) to 255. */
  brightness: number
  /** How far the greys lie apart: next to nothing on an empty picture. */
  contrast: number
  sharpness: number
  /** The frame as 32 x 18 greys: alike frames lie a few shades apart at most, two slides of text more than five. */
  small: number[]
}

const MOST = 6
const DARK = 18
const BLANK = 10
/** Two frames fewer shades apart on average are the same picture to a person. */
const ALIKE = 4
const SMALL = { width: 32, height: 18 }

/** What of a film may be its poster: at most six frames in the order of the film, none empty, no two alike. Pure. */
export function candidates(frames: Frame[], most = MOST): Frame[] {
  const seen = frames.filter(({ brightness, contrast }) => brightness > DARK && contrast > BLANK)
  const kept: Frame[] = []
  // A film of nothing but darkness still needs a poster: then the least dark frame.
  for (const frame of best(seen.length ? seen : best(frames).slice(0, 1)))
    if (!kept.some((other) => apart(frame, other) < ALIKE)) kept.push(frame)
  if (kept.length <= most) return kept.sort(inOrder)
  // Spread over the film: the best of each part first, then the best of what is left.
  const end = Math.max(...kept.map(({ at }) => at)) + 0.001
  const part = ({ at }: Frame) => Math.floor((at / end) * most)
  const first = kept.filter((frame, index) => kept.findIndex((other) => part(other) === part(frame)) === index)
  const rest = kept.filter((frame) => !first.includes(frame))
  return [...first, ...rest].slice(0, most).sort(inOrder)
}

/** The poster when nobody chose: the frame with most to see. Pure. */
export const bestOf = (frames: Frame[]): Frame | undefined => best(frames)[0]

/** Reads a frame from its file. */
export async function lookAt(file: string, at: number): Promise<Frame> {
  // Through a buffer: `stats` looks at the input and would not see that it is grey now.
  const { data, info } = await sharp(file).greyscale().raw().toBuffer({ resolveWithObject: true })
  const grey = sharp(data, { raw: info })
  const { channels, sharpness } = await grey.clone().stats()
  const small = await grey
    .clone()
    .resize({ ...SMALL, fit: 'fill' })
    .raw()
    .toBuffer()
  const { mean, stdev } = channels[0]!
  return { file, at, brightness: mean, contrast: stdev, sharpness, small: [...small] }
}

const inOrder = (a: Frame, b: Frame) => a.at - b.at
const best = (frames: Frame[]) => [...frames].sort((a, b) => worth(b) - worth(a) || inOrder(a, b))

/** Clear, neither dark nor glaring. Sharpness grows without end on noise, hence the root. */
const worth = ({ brightness, contrast, sharpness }: Frame) =>
  contrast * (1 - Math.abs(brightness - 130) / 200) + Math.sqrt(Math.max(0, sharpness))

const apart = (a: Frame, b: Frame) =>
  a.small.reduce((sum, grey, at) => sum + Math.abs(grey - b.small[at]!), 0) / a.small.length
