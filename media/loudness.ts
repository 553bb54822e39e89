import type { Loudness } from '../src/lib/loudness'
import { encode, type Encode } from './ffmpeg'
import type { Tools } from './tools'

/** What ebur128 heard: LUFS and dBTP; -Infinity is silence. */
export type Measured = { integrated: number; truePeak: number }
/** How a recording is brought to the target. `quiet`: hardly any sound, left as it is. */
export type Levelling = { filter: string; gain: number; quiet: boolean }
type Heard = Pick<Encode, 'inputs' | 'limit' | 'signal' | 'onProgress' | 'pidFile'> & {
  /** Filters that make what will be heard out of the first input. */
  chain: string
  seconds?: number | undefined
}

/** Below this stands an empty room: raising it would only make noise. */
const GATE = -50
const NEAR = 0.2
/** By how many dB speech coded at our low rate may overshoot what was held. */
const OVERSHOOT = 2
const MOST_TURNS = 4

/**
 * First pass: measures (EBU R128) and decides how the second one levels. One gain for the whole recording keeps its
 * dynamics; where that would push peaks over the ceiling a limiter holds them, and the loudness it takes away is
 * measured and given back, since a one-shot estimate misses the target on short and peaky recordings.
 */
export async function levelling(tools: Tools, heard: Heard, { target, peak }: Loudness): Promise<Levelling> {
  const found = await measure(tools, heard)
  if (!(found.integrated > GATE)) return { filter: '', gain: 0, quiet: true }
  let gain = target - found.integrated
  if (found.truePeak + gain <= peak) return { filter: volume(gain), gain, quiet: false }
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const { integrated } = await measure(tools, { ...heard, chain: heard.chain + limited(gain, peak) })
    if (Math.abs(target - integrated) <= NEAR) break
    gain += target - integrated
  }
  return { filter: limited(gain, peak), gain, quiet: false }
}

/** Loudness of what a chain of filters makes of a recording. */
export async function measure(tools: Tools, { chain, seconds, ...run }: Heard): Promise<Measured> {
  const meter = `${chain},ebur128=peak=true:framelog=verbose[sound]`
  const said = await encode(tools.ffmpeg, {
    ...run,
    filters: [meter],
    outputs: [{ file: '-', flags: ['-map [sound]', ...(seconds ? [`-t ${seconds.toFixed(3)}`] : []), '-f null'] }],
  })
  return summaryOf(said)
}

/** Reads the summary that ebur128 prints at the end. Pure. */
export function summaryOf(said: string): Measured {
  const summary = said.slice(said.lastIndexOf('Summary:'))
  const number = (pattern: RegExp) => {
    const found = Number(pattern.exec(summary)?.[1])
    return Number.isFinite(found) ? found : -Infinity // `-inf` and `nan`: silence
  }
  const integrated = number(/I:\s+(\S+) LUFS/)
  return { integrated: integrated <= -70 ? -Infinity : integrated, truePeak: number(/Peak:\s+(\S+) dBFS/) }
}

const volume = (gain: number) => `,volume=${gain.toFixed(2)}dB`

/** Four times the rate: peaks between the samples are held too. */
const limited = (gain: number, peak: number) =>
  `${volume(gain)},aresample=176400,alimiter=limit=${(10 ** ((peak - OVERSHOOT) / 20)).toFixed(4)}:attack=2:release=60:level=0,aresample=44100`
