import ffmpegOfNpm from '@ffmpeg-installer/ffmpeg'
import ffprobeOfNpm from '@ffprobe-installer/ffprobe'
import { capabilitiesIn, missing, type Capabilities } from './capabilities'
import { ask, locate } from './ffmpeg'

export type Tools = {
  ffmpeg: string
  ffprobe: string
  from: 'configured' | 'system' | 'npm'
  version: string
  /** What this build can do, e.g. `tools.can.has('zscale')`. */
  can: Capabilities
}
type Candidate = Pick<Tools, 'ffmpeg' | 'ffprobe' | 'from'>
type Wanted = { FFMPEG_PATH?: string | undefined; FFPROBE_PATH?: string | undefined }

/**
 * The ffmpeg to use: the configured one, else the system's, else the build that npm brought (2018, but it does all we
 * ask). Judged by what it can do, not by its version number.
 */
export async function findTools(wanted: Wanted = {}): Promise<Tools | undefined> {
  const candidates: Candidate[] = [
    ...(wanted.FFMPEG_PATH
      ? [{ ffmpeg: wanted.FFMPEG_PATH, ffprobe: wanted.FFPROBE_PATH ?? 'ffprobe', from: 'configured' as const }]
      : []),
    { ffmpeg: 'ffmpeg', ffprobe: wanted.FFPROBE_PATH ?? 'ffprobe', from: 'system' },
    npmTools(),
  ]
  for (const candidate of candidates) {
    const tools = await tried(candidate)
    if (tools) return tools
  }
  return undefined
}

export const npmTools = (): Candidate => ({ ffmpeg: ffmpegOfNpm.path, ffprobe: ffprobeOfNpm.path, from: 'npm' })

/** A candidate with its version and what it can do; undefined when it does not run or lacks what every stream needs. */
export async function tried({ from, ...given }: Candidate): Promise<Tools | undefined> {
  try {
    const [ffmpeg, ffprobe] = [await locate(given.ffmpeg), await locate(given.ffprobe)]
    await ask(ffprobe, ['-version'])
    const list = (name: string) => ask(ffmpeg, ['-hide_banner', name])
    const can = capabilitiesIn({
      '-encoders': await list('-encoders'),
      '-muxers': await list('-muxers'),
      '-filters': await list('-filters'),
    })
    if (missing(can).some(({ must }) => must)) return undefined
    return { ffmpeg, ffprobe, from, version: /version (\S+)/.exec(await ask(ffmpeg, ['-version']))?.[1] ?? '?', can }
  } catch {
    return undefined // not there, or not able to run: the next candidate is tried
  }
}

/** What holds a stranger's film in check on this machine, besides its formats. */
export type Guards = { limits: boolean; endsWithUs: boolean }

/** Tries the guards instead of believing in them. */
export async function findGuards(): Promise<Guards> {
  const limits = await ask('sh', ['-c', 'ulimit -d; ulimit -f']).catch(() => '')
  const bound = await ask('setpriv', ['--pdeathsig', 'KILL', 'true']).catch(() => undefined)
  return { limits: /^\d+\s+\d+\s*$/.test(limits), endsWithUs: bound !== undefined }
}

/** Whether a tool that stays optional is at hand. */
export const atHand = (tool: string) =>
  locate(tool).then(
    () => true,
    () => false,
  )
