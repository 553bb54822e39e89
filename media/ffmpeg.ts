import { execFile, type SpawnOptions } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import command from 'fluent-ffmpeg'
import { promisify } from 'node:util'
import { bareEnvironment, confined, fewThreads, ofOurs, ofStrangers, probed } from './confine'
import { overflow, type Overflow } from './room'

/** One input file and the flags in front of it. `own`: written by us, such as a playlist of ours. */
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

/** What a process used up. */
export type Limit = 'time' | 'memory' | Overflow

/** Why ffmpeg ended without success. `output` is the end of what it said, for the log; `limit` is set when the reason is. */
export class FfmpegError extends Error {
  constructor(
    message: string,
    readonly output: string,
    readonly reason: 'failed' | 'limit' | 'aborted',
    readonly limit?: Limit,
  ) {
    super(message)
  }
}

const TAIL = 25
const WATCH_MS = 2000
const PROBE_SECONDS = 60

/**
 * Runs one ffmpeg at low priority and within limits; resolves with the end of what it said when it ended well. A crash
 * after whole-looking output is still a failure.
 */
export function encode(ffmpeg: string, work: Encode): Promise<string> {
  if (work.signal?.aborted) return Promise.reject(new FfmpegError('aborted', '', 'aborted'))
  const folder = work.cwd ?? folderOf(work.outputs)
  const cwd = folder ?? tmpdir()
  const run = confine(command({ stdoutLines: TAIL, cwd }), ffmpeg)
  for (const { file, flags = [], own } of work.inputs)
    run
      .input(address(file, flags, cwd))
      .inputOptions([...(own ? ofOurs : [...ofStrangers, ...fewThreads]), ...flags.flatMap(split)])
  if (work.filters?.length) run.complexFilter(work.filters)
  for (const { file, flags } of work.outputs) run.output(file).outputOptions([...fewThreads, ...flags.flatMap(split)])

  return new Promise((resolve, reject) => {
    let used: Limit | undefined
    let stopped = false
    const stop = (limit?: Limit) => {
      used ??= limit
      stopped = true
      run.kill('SIGKILL')
    }
    const abort = () => stop()
    const clock = setTimeout(() => stop('time'), work.limit * 1000)
    const watch = setInterval(() => {
      const over = folder && overflow(folder)
      if (over) stop(over)
    }, WATCH_MS)
    const settle = (end: () => void) => {
      clearTimeout(clock)
      clearInterval(watch)
      work.signal?.removeEventListener('abort', abort)
      end()
    }
    work.signal?.addEventListener('abort', abort, { once: true })
    run.on('start', () => {
      const { pid } = run.ffmpegProc
      if (work.pidFile && pid) writeFileSync(work.pidFile, String(pid))
      if (stopped) stop() // while fluent-ffmpeg was still asking for capabilities, nothing could be ended
    })
    run.on('progress', ({ timemark }: { timemark?: string }) => {
      const seconds = secondsOf(timemark)
      if (seconds !== undefined) work.onProgress?.(seconds)
    })
    run.on('end', (_out: string | null, said: string | null) => settle(() => resolve(said ?? '')))
    run.on('error', (error: Error, _out: string | null, said: string | null) =>
      settle(() => {
        const limit = used ?? limitIn(`${error.message} ${said ?? ''}`)
        const reason = work.signal?.aborted ? 'aborted' : limit ? 'limit' : 'failed'
        reject(new FfmpegError(error.message, said ?? '', reason, limit))
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
    return await ask(ffprobe, [...probed, '-v', 'error', ...flags, address(file)])
  } catch (error) {
    const { stderr = '', message, killed } = error as Error & { stderr?: string; killed?: boolean }
    const limit = killed ? 'time' : limitIn(stderr)
    throw new FfmpegError(message, stderr, limit ? 'limit' : 'failed', limit)
  }
}

/** Runs a tool to its end, within limits, and returns what it printed. */
export async function ask(tool: string, flags: string[]): Promise<string> {
  const { command: shell, before } = confined(tool)
  const within = { timeout: PROBE_SECONDS * 1000, killSignal: 'SIGKILL', maxBuffer: 64 << 20 } as const
  const { stdout } = await promisify(execFile)(shell, [...before, ...flags], {
    ...within,
    cwd: tmpdir(),
    env: bareEnvironment,
  })
  return stdout
}

/** The whole path of a tool that the operator named or that stands on the path. Throws when there is none. */
export async function locate(tool: string): Promise<string> {
  if (path.isAbsolute(tool)) return tool
  const { stdout } = await promisify(execFile)('sh', ['-c', 'command -v -- "$1"', 'sh', tool])
  return path.resolve(stdout.trim())
}

/** fluent-ffmpeg spawns the tool itself; this hands it the confining shell and the bare environment. */
function confine(run: command.FfmpegCommand, ffmpeg: string) {
  const { command: shell, before } = confined(ffmpeg)
  const fluent = run.setFfmpegPath(shell) as unknown as Fluent
  const spawn = fluent._spawnFfmpeg.bind(fluent)
  fluent._spawnFfmpeg = (args, options, ...rest) =>
    typeof options === 'function'
      ? spawn([...before, ...args], { env: bareEnvironment }, options, ...rest)
      : spawn([...before, ...args], { ...options, env: bareEnvironment }, ...rest)
  return fluent
}

type Fluent = command.FfmpegCommand & {
  ffmpegProc: { pid?: number }
  _spawnFfmpeg(args: string[], options: SpawnOptions | (() => void), ...rest: unknown[]): void
}

/** Always a whole path behind `file:`, so that no name is read as a flag, an address or a numbered series. */
const address = (file: string, flags: string[] = [], cwd = '') =>
  flags.some((flag) => /^-f lavfi$/.test(flag)) ? file : `file:${path.resolve(cwd, file)}`

const folderOf = ([first]: Output[]) => (first && path.isAbsolute(first.file) ? path.dirname(first.file) : undefined)

/** What the tool or the system said when a limit was reached. */
const limitIn = (said: string): Limit | undefined =>
  /SIGXFSZ|File too large/.test(said)
    ? 'output'
    : /Cannot allocate memory|malloc of size|Out of memory/i.test(said)
      ? 'memory'
      : undefined

/** `-b:v 300k` is one flag with its value; file names with spaces come as separate entries and stay whole. */
const split = (flag: string) => {
  const at = flag.startsWith('-') ? flag.indexOf(' ') : -1
  return at < 0 ? [flag] : [flag.slice(0, at), flag.slice(at + 1)]
}

function secondsOf(timemark: string | undefined): number | undefined {
  const parts = /^(\d+):(\d+):(\d+(?:\.\d+)?)$/.exec(timemark ?? '')
  return parts ? Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3]) : undefined
}
