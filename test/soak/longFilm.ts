import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pipeline, type Pipeline } from '../media/pipeline'
import { judged, type Round } from './table'

/** Memory may grow by this factor from a film of 20 minutes to one of three hours, once the index is taken off. */
const FLAT = 1.1
/** The fallback MP4 has its index in front: until the end ffmpeg keeps an entry for every packet of sound, in MB. */
const index = (seconds: number) => (seconds * (44_100 / 1024) * 96) / 1024 ** 2

/** A constant picture of 20 minutes and of three hours: right length, flat memory. */
export async function run(): Promise<Round[]> {
  const product = await pipeline()
  try {
    const short = await convert(product, 20 * 60)
    const long = await convert(product, 3 * 3600)
    const flat = long.peak - index(3 * 3600) <= (short.peak - index(20 * 60)) * FLAT
    const true20 = Math.abs(short.duration - 20 * 60) < 2
    const true3h = Math.abs(long.duration - 3 * 3600) < 2
    return [
      judged('film of 20 minutes', 1, `${short.duration} s, ${short.state}, ffmpeg at most ${short.peak} MB`, true20),
      judged('film of 3 hours', 1, `${long.duration} s, ${long.state}, ffmpeg at most ${long.peak} MB`, true3h && flat),
    ]
  } finally {
    await product.dispose()
  }
}

async function convert(product: Pipeline, seconds: number) {
  const file = path.join(product.clips, `constant-${seconds}.mp4`)
  const inputs = ['-f', 'lavfi', '-i', `color=teal:s=160x120:r=1:d=${seconds}`, '-f', 'lavfi', '-i', 'anullsrc=r=8000']
  const codecs = ['-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'aac', '-t', String(seconds)]
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...inputs, ...codecs, file])
  const video = await product.video(file)
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, ...toolsOf(process.pid).map(residentPeak))), 100)
  await product.work()
  clearInterval(watch)
  const { state } = await product.status(video)
  return { state, duration: (await product.streamOf(video))?.duration ?? 0, peak }
}

const toolsOf = (parent: number) =>
  readdirSync('/proc').filter((pid) => new RegExp(`\\(ffmpeg\\) \\w ${parent} `).test(read(`/proc/${pid}/stat`)))

const residentPeak = (pid: string) =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024)

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // gone between listing and looking
  }
}
