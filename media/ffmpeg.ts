import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import command from 'fluent-ffmpeg'
import { promisify } from 'node:util'

/** One input file and the flags in front of it. */
type Input = { file: string; flags?: string[]; own?: boolean }
type Output = { file: string; flags: string[] }
export type Encode = {
  inputs: Input[]
  filters?: string[]
  outputs: Output[]
  /** Working directory: relative output names keep machine paths out of playlists. */
  cwd?: string
  /** Seconds after which the process is ended. */
  limit: number
  signal?: AbortSignal | undefined
  onProgress?: ((seconds: number) => void) | undefined
  /** Where the process writes its id, so that a restart can end an orphan. */
  pidFile?: string | undefined
}

/** Why ffmpeg ended without success. `output` is the end of what it said, for the log. */
export class FfmpegError extends Error {
  constructor(
    message: string,
    readonly output: string,
    readonly reason: 'failed' | 'limit' | 'aborted',
  ) {
    super(message)
  }
}

/**
 * A film is a stranger's file: only `file:` and only containers that hold their own data. Playlists (HLS, DASH, concat)
 * could name other files or addresses, so they are not on the list.
 */
const CONTAINERS =
  'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,flv,asf,mpeg,mpegts,mpegvideo,ogg,mp3,wav,w64,aac,flac,amr,aiff,caf,ac3,h264,hevc'
const guarded = ['-protocol_whitelist', 'file', '-format_whitelist', CONTAINERS]
const NICE = 10
const TAIL = 25

/** Runs one ffmpeg at low priority and resolves when it ended well. A crash after whole-looking output is still a failure. */
export function encode(ffmpeg: string, work: Encode): Promise<void> {
  if (work.signal?.aborted) return Promise.reject(new FfmpegError('aborted', '', 'aborted'))
  const run = command({ timeout: work.limit, niceness: NICE, stdoutLines: TAIL, ...(work.cwd && { cwd: work.cwd }) })
  run.setFfmpegPath(ffmpeg)
  for (const { file, flags = [], own } of work.inputs)
    run.input(file).inputOptions([...(own ? [] : guarded), ...flags.flatMap(split)])
  if (work.filters?.length) run.complexFilter(work.filters)
  for (const { file, flags } of work.outputs) run.output(file).outputOptions(flags.flatMap(split))

  return new Promise((resolve, reject) => {
    const stop = () => run.kill('SIGKILL')
    const settle = (end: () => void) => {
      work.signal?.removeEventListener('abort', stop)
      end()
    }
    work.signal?.addEventListener('abort', stop, { once: true })
    run.on('start', () => {
      const { pid } = (run as unknown as { ffmpegProc: { pid?: number } }).ffmpegProc
      if (work.pidFile && pid) writeFileSync(work.pidFile, String(pid))
      if (work.signal?.aborted) stop() // cancelled while fluent-ffmpeg was still asking for capabilities
    })
    run.on('progress', ({ timemark }: { timemark?: string }) => {
      const seconds = secondsOf(timemark)
      if (seconds !== undefined) work.onProgress?.(seconds)
    })
    run.on('end', () => settle(resolve))
    run.on('error', (error: Error, _out: string | null, said: string | null) =>
      settle(() => {
        const reason = work.signal?.aborted ? 'aborted' : error.message.includes('timeout') ? 'limit' : 'failed'
        reject(new FfmpegError(error.message, said ?? '', reason))
      }),
    )
    run.run()
  })
}

/** What ffprobe says about a file, as parsed JSON. Throws FfmpegError when the file cannot be read as a film or recording. */
export async function inspect(ffprobe: string, file: string, show: string[]): Promise<unknown> {
  return JSON.parse(await told(ffprobe, file, ['-of', 'json', ...show]))
}

/** The same as lines of fields: a tenth of the memory for what is asked of every packet. */
export async function listed(ffprobe: string, file: string, show: string[]): Promise<string[][]> {
  const lines = (await told(ffprobe, file, ['-of', 'csv=p=0', ...show])).split('\n')
  return lines.filter((line) => line.trim()).map((line) => line.trim().split(','))
}

async function told(ffprobe: string, file: string, flags: string[]): Promise<string> {
  try {
    return await ask(ffprobe, [...guarded, '-v', 'error', ...flags, file])
  } catch (error) {
    const said = (error as { stderr?: string }).stderr ?? ''
    throw new FfmpegError(String((error as Error).message), said, 'failed')
  }
}

/** Runs a tool to its end and returns what it printed. */
export async function ask(tool: string, flags: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(tool, flags, { timeout: 60_000, maxBuffer: 64 << 20 })
  return stdout
}

/** `-b:v 300k` is one flag with its value; file names with spaces come as separate entries and stay whole. */
const split = (flag: string) => {
  const at = flag.startsWith('-') ? flag.indexOf(' ') : -1
  return at < 0 ? [flag] : [flag.slice(0, at), flag.slice(at + 1)]
}

function secondsOf(timemark: string | undefined): number | undefined {
  const parts = /^(\d+):(\d+):(\d+(?:\.\d+)?)$/.exec(timemark ?? '')
  return parts ? Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3]) : undefined
}
