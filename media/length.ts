import { encode } from './ffmpeg'
import type { Tools } from './tools'

export const LONGEST_HOURS = 3
export const SHORTEST = 0.2

/** By how many seconds two recordings of one film, or two statements about one, may differ. */
export const tolerance = (duration: number) => 2 + duration * 0.02

/** What the headers of a file say about its length, in seconds. */
export type Stated = { whole: number | undefined; part: number | undefined }

/**
 * Whether headers can be believed: they say something, it is a length we take, and they do not contradict each other.
 * Recordings made in a browser carry none, broken or hostile ones any. Pure.
 */
export function credible({ whole, part }: Stated): boolean {
  const all = [whole, part].filter((length) => length !== undefined)
  if (!all.length || !all.every((length) => length >= SHORTEST && fits(length))) return false
  return Math.max(...all) - Math.min(...all) <= tolerance(Math.max(...all))
}

export const fits = (length: number) => length <= LONGEST_HOURS * 3600

/** Seconds of a recording by its packets, read once without decoding. `kind` says which of its streams counts. */
export async function measure(tools: Tools, file: string, kind: 'film' | 'track'): Promise<number> {
  let seconds = 0
  await encode(tools.ffmpeg, {
    inputs: [{ file }],
    outputs: [{ file: '-', flags: [`-map 0:${kind === 'film' ? 'V' : 'a'}:0`, '-c copy', '-f null'] }],
    limit: 600,
    onProgress: (at) => (seconds = at),
  })
  return seconds
}
