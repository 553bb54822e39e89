/** One size of the picture. Rates in kbit/s; `peak` caps it, still pictures cost far less. */
export type Rung = {
  name: string
  width: number
  height: number
  frameRate: number
  peak: number
  profile: Profile
  level: number // H.264 level times ten: the most a decoder of this class of phone must do
}
export type Profile = 'baseline' | 'main' | 'high'

/**
 * Sizes for weak networks (norms 4.2), by the short side, so that portrait films get the same. The lowest keeps the
 * whole variant with sound under 192 kbit/s (Apple 9.21), for which it shows half the frames.
 */
const sizes: { short: number; peak: number; profile: Profile; level: number; half?: boolean }[] = [
  { short: 234, peak: 102, profile: 'baseline', level: 30, half: true },
  { short: 360, peak: 550, profile: 'main', level: 30 },
  { short: 480, peak: 1200, profile: 'main', level: 31 },
  { short: 720, peak: 3000, profile: 'high', level: 31 },
]
/** A source closer than this above a rung is not worth a rung of its own. */
const NEAR = 1.15
const SMALLEST = 32

/** The rungs for a source, smallest first: never larger than the source, at least two of them. Pure. */
export function ladder(source: { width: number; height: number; frameRate: number }): Rung[] {
  const short = Math.max(SMALLEST, Math.min(source.width, source.height))
  const fitting = sizes.filter((size) => size.short <= short)
  const top = fitting.at(-1)
  const next = sizes[fitting.length]
  if (next && short > (top?.short ?? 0) * NEAR)
    fitting.push({ ...next, short, peak: Math.round(next.peak * (short / next.short) ** 2) || 40, half: false })
  // A small source gets its own size twice, once at half the rate.
  if (fitting.length < 2) {
    const only = fitting[0]!
    if (only.half) fitting.push({ ...only, peak: only.peak * 2, half: false })
    else fitting.unshift({ ...only, peak: Math.round(only.peak / 2), half: true })
  }
  return fitting.map(({ short: side, peak, profile, level, half }, index) => ({
    name: fitting.filter((other) => other.short === side).length > 1 ? `${side}-${index}` : String(side),
    ...scaled(source, side),
    frameRate: half && source.frameRate > 20 ? source.frameRate / 2 : source.frameRate,
    peak,
    profile,
    level,
  }))
}

function scaled({ width, height }: { width: number; height: number }, short: number) {
  const factor = short / Math.min(width, height)
  return { width: even(width * factor), height: even(height * factor) }
}

/** H.264 in 4:2:0 has no odd sizes. */
const even = (length: number) => Math.max(2, Math.round(length / 2) * 2)
