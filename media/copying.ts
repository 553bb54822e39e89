import { listed } from './ffmpeg'
import type { Profile, Rung } from './ladder'
import { peakRate, type Segment } from './playlist'
import type { Picture } from './probe'
import type { Tools } from './tools'
import { KEYFRAME_SECONDS, SEGMENT_SECONDS } from './transcode'

/** Whether the film's own picture serves as a rung as it is, or why not. */
export type Copy = { copy: true } | { copy: false; reason: Reason }
type Reason =
  | (
      | 'format'
      | 'turned'
      | 'size'
      | 'profile'
      | 'frame-rate' // as the film describes itself
    )
  | (
      | 'unreadable'
      | 'edited'
      | 'start'
      | 'keyframes'
      | 'rate' // as its packets are
    )
  | 'outcome' // as it came out beside the others
export type Packet = { at: number; bytes: number; key: boolean; discarded: boolean }

/** H.264 profiles a rung of each class may have; plain Baseline allows what phones cannot decode. */
const allowed: Record<Profile, string[]> = {
  baseline: ['Constrained Baseline'],
  main: ['Constrained Baseline', 'Main'],
  high: ['Constrained Baseline', 'Main', 'High'],
}

/** What the description of a picture says already, before its packets are read. Pure. */
export function fitsByForm(picture: Picture, rung: Rung): Copy {
  const { coded, width, height, frameRate } = picture
  if (coded?.codec !== 'h264' || coded.pixels !== 'yuv420p') return no('format')
  if (!coded.upright) return no('turned')
  if (width !== rung.width || height !== rung.height) return no('size')
  if (!allowed[rung.profile].includes(coded.profile) || coded.level > rung.level) return no('profile')
  if (!coded.steady || frameRate !== rung.frameRate) return no('frame-rate')
  return { copy: true }
}

/** Whether packets cut into the same segments as the encoded rungs and stay below the peak of theirs. Pure. */
export function fitsByPackets(packets: readonly Packet[], rung: Rung): Copy {
  const frame = 1 / rung.frameRate
  const shown = [...packets].sort((a, b) => a.at - b.at)
  if (shown.some(({ discarded }) => discarded)) return no('edited')
  if (!shown[0] || Math.abs(shown[0].at) > frame / 4) return no('start')
  if (shown.some(({ at }, n) => n > 0 && Math.abs(at - shown[n - 1]!.at - frame) > frame / 4)) return no('frame-rate')

  const segments: Segment[] = []
  let lastKey = 0
  for (const { at, key, bytes } of shown) {
    if (key) lastKey = at
    // The first picture at or after the cut begins a segment of every encoded rung.
    const cuts = at >= segments.length * SEGMENT_SECONDS - PRINTED
    if ((cuts && !key) || at - lastKey > KEYFRAME_SECONDS - frame / 2) return no('keyframes')
    if (cuts) segments.push({ uri: '', duration: 0, bytes: 0 })
    const segment = segments.at(-1)!
    segment.duration += frame
    segment.bytes += bytes
  }
  return peakRate(segments) > rung.peak * 1000 ? no('rate') : { copy: true }
}

/** The packets of the picture in the order they are stored. Reads the file once, decodes nothing. */
export async function readPackets(tools: Tools, film: string): Promise<Packet[]> {
  const show = ['-select_streams', 'V:0', '-show_entries', 'packet=pts_time,size,flags']
  return (await listed(tools.ffprobe, film, show)).map(([at, bytes, flags = '']) => ({
    at: Number(at),
    bytes: Number(bytes),
    key: flags.includes('K'),
    discarded: flags.includes('D'),
  }))
}

/** Times are printed with six digits. */
const PRINTED = 0.000_001
const no = (reason: Reason): Copy => ({ copy: false, reason })
