import type { Shape } from './layout'
import type { Platform } from './platforms'

/** Why a platform is left out of a kit. */
export type LeftOut = { id: string; reason: 'too-long' | 'too-heavy' }
export type Budget = { kbps: number; targets: Platform[]; leftOut: LeftOut[] }

/** Speech on other platforms: AAC-LC, mono, as loud as in the stream. */
export const SOUND_KBPS = 96
/** A picture of 720 lines under this is mud: rather no file for that platform than one nobody can read. */
const LEAST_KBPS = 500
const MOST_KBPS = 2500
/** Container, and what the encoder's buffer may take above its ceiling. */
const USABLE = 0.93

/**
 * The picture's ceiling in kbit/s for one shape, so that a film of `seconds` fits the strictest platform that takes it
 * at all, and who is left out and why. Constant quality stays below the ceiling where it can. Pure.
 */
export function budget(seconds: number, shape: Shape, all: readonly Platform[]): Budget {
  const leftOut: LeftOut[] = []
  const targets = all
    .filter((platform) => platform.shape === shape)
    .filter((platform) => {
      const reason =
        seconds > platform.mostSeconds
          ? 'too-long'
          : pictureKbps(platform, seconds) < LEAST_KBPS
            ? 'too-heavy'
            : undefined
      if (reason) leftOut.push({ id: platform.id, reason })
      return !reason
    })
  const kbps = Math.min(MOST_KBPS, ...targets.map((platform) => pictureKbps(platform, seconds)))
  return { kbps, targets, leftOut }
}

const pictureKbps = ({ mostBytes }: Platform, seconds: number) =>
  Math.floor((mostBytes * 8 * USABLE) / 1000 / Math.max(1, seconds)) - SOUND_KBPS
