/** A tenth of a second of sound. */
const FRAME = 0.1
/** A voice at the site's loudness is far above this part of full scale (-40 dB), breath and room are below. */
const VOICE = 0.01
const MOSTLY = 0.6

/**
 * Where a voice begins in a stretch of mono samples (-1..1 as 16 bit): the first place from which most of `seconds` is
 * voiced, else where it is loudest. Seconds from the start of the stretch; undefined when all is silent. Pure.
 */
export function speechAt(samples: Int16Array, rate: number, seconds: number): number | undefined {
  const size = Math.round(rate * FRAME)
  const levels = Array.from({ length: Math.floor(samples.length / size) }, (_, at) =>
    levelOf(samples.subarray(at * size, (at + 1) * size)),
  )
  const wide = Math.min(levels.length, Math.round(seconds / FRAME))
  if (!wide) return undefined
  let best: { at: number; sum: number } | undefined
  for (let at = 0; at + wide <= levels.length; at++) {
    const window = levels.slice(at, at + wide)
    const voiced = window.filter((level) => level > VOICE).length
    if (window[0]! > VOICE && voiced >= wide * MOSTLY) return at * FRAME
    const sum = voiced && window.reduce((total, level) => total + level, 0)
    if (sum > (best?.sum ?? 0)) best = { at, sum }
  }
  return best && best.at * FRAME
}

function levelOf(frame: Int16Array): number {
  let sum = 0
  for (const value of frame) sum += value * value
  return Math.sqrt(sum / frame.length) / 32768
}
