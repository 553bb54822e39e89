import ffmpegOfNpm from '@ffmpeg-installer/ffmpeg'
import ffprobeOfNpm from '@ffprobe-installer/ffprobe'
import { ask } from './ffmpeg'

export type Tools = { ffmpeg: string; ffprobe: string; from: 'configured' | 'system' | 'npm'; version: string }
type Wanted = { FFMPEG_PATH?: string | undefined; FFPROBE_PATH?: string | undefined }

/** What the pipeline cannot do without, as `ffmpeg -encoders`, `-muxers` and `-filters` name it. */
const needed = { '-encoders': ['libx264', 'aac', 'png'], '-muxers': ['hls', 'mpegts', 'mp4'], '-filters': ['scale'] }

/**
 * The ffmpeg to use: the configured one, else the system's, else the build that npm brought (2018, but it does all we
 * ask). Judged by what it can do, not by its version number.
 */
export async function findTools(wanted: Wanted = {}): Promise<Tools | undefined> {
  const candidates: Omit<Tools, 'version'>[] = [
    ...(wanted.FFMPEG_PATH
      ? [{ ffmpeg: wanted.FFMPEG_PATH, ffprobe: wanted.FFPROBE_PATH ?? 'ffprobe', from: 'configured' as const }]
      : []),
    { ffmpeg: 'ffmpeg', ffprobe: wanted.FFPROBE_PATH ?? 'ffprobe', from: 'system' },
    npmTools(),
  ]
  for (const candidate of candidates) {
    const version = await capableVersion(candidate)
    if (version) return { ...candidate, version }
  }
  return undefined
}

export const npmTools = (): Omit<Tools, 'version'> => ({
  ffmpeg: ffmpegOfNpm.path,
  ffprobe: ffprobeOfNpm.path,
  from: 'npm',
})

/** Whether this ffmpeg has all the filters named. */
export async function can(ffmpeg: string, filters: string[]): Promise<boolean> {
  const words = new Set((await ask(ffmpeg, ['-hide_banner', '-filters'])).split(/\s+/))
  return filters.every((name) => words.has(name))
}

async function capableVersion({ ffmpeg, ffprobe }: Omit<Tools, 'version'>): Promise<string | undefined> {
  try {
    await ask(ffprobe, ['-version'])
    for (const [list, names] of Object.entries(needed)) {
      const words = new Set((await ask(ffmpeg, ['-hide_banner', list])).split(/\s+/))
      if (!names.every((name) => words.has(name))) return undefined
    }
    return /version (\S+)/.exec(await ask(ffmpeg, ['-version']))?.[1]
  } catch {
    return undefined // not there, or not able to run: the next candidate is tried
  }
}
