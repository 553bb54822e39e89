import { availableParallelism, totalmem } from 'node:os'

const MEGABYTE = 1024 ** 2
/** What one process may take of the machine, in bytes. An 8K film in four sizes takes 1.9 GB, a 4K film 0.6. */
export const MOST_MEMORY = Math.min(3072 * MEGABYTE, totalmem() / 2)
export const MOST_FILE = 6144 * MEGABYTE
/** One 8K picture; a header that promises more is a bomb. */
export const MOST_PIXELS = 8192 * 4352
/** ffprobe may look at more, so that the reason can be told. */
const PROBED_PIXELS = MOST_PIXELS * 8
const MOST_THREADS = 8
const MOST_STREAMS = 100

/**
 * A film is a stranger's file: only `file:` and only containers that hold their own data. Playlists (HLS, DASH, concat,
 * SDP), numbered pictures and subtitle formats could name other files or addresses, so they are not on the list.
 */
const CONTAINERS =
  'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,flv,asf,mpeg,mpegts,mpegvideo,ogg,mp3,wav,w64,aac,flac,amr,aiff,caf,ac3,h264,hevc'

const onlyFiles = ['-protocol_whitelist', 'file']
/** In front of a file of ours (a playlist we have written). */
export const ofOurs = onlyFiles
/** In front of a file that somebody uploaded. */
export const ofStrangers = strangers(MOST_PIXELS)
export const probed = strangers(PROBED_PIXELS)

function strangers(pixels: number): string[] {
  return [
    ...onlyFiles,
    ...['-format_whitelist', CONTAINERS],
    ...['-max_pixels', String(pixels)],
    ...['-max_streams', String(MOST_STREAMS)],
    ...['-max_alloc', String(Math.floor(MOST_MEMORY / 4))],
  ]
}

/** On a large machine every codec would start a thread a core, each with frames of its own. */
export const fewThreads = availableParallelism() > MOST_THREADS ? ['-threads', String(MOST_THREADS)] : []

/** The whole environment of a tool: no home, no proxy, no secret of ours. */
export const bareEnvironment = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/opt/homebrew/bin',
} as unknown as NodeJS.ProcessEnv // its type insists on NODE_ENV

/**
 * Limits set by the shell hold from the first instruction and on every Unix, without a package. `setpriv` (util-linux)
 * ends the tool when we die, kill -9 included; where it is missing the boot sweep ends orphans by their noted id.
 */
const SCRIPT = `{ ulimit -c 0; ulimit -d "$1"; ulimit -f "$2"; } 2>/dev/null
shift 2
setpriv --pdeathsig KILL true 2>/dev/null && set -- setpriv --pdeathsig KILL "$@"
exec nice -n 10 "$@"`

/** How to start a tool so that it cannot harm the site: command and the arguments that come before its own. */
export function confined(tool: string): { command: string; before: string[] } {
  if (process.platform === 'win32') return { command: tool, before: [] }
  const [memory, file] = [Math.floor(MOST_MEMORY / 1024), Math.floor(MOST_FILE / 512)]
  return { command: 'sh', before: ['-c', SCRIPT, 'sh', String(memory), String(file), tool] }
}
