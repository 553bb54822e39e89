import { open } from 'node:fs/promises'
import { z } from 'zod'
import { CodedError } from '../src/lib/errors'
import type { FileKind } from '../src/lib/fileKinds'
import { decodeSubtitle, parseCues } from '../src/lib/subtitles'
import { inspect } from './ffmpeg'
import { probe } from './probe'
import { readBytes } from './storage'
import type { Tools } from './tools'

export type Identity = { kind: FileKind; mimeType: string; ending: string }

const HEAD = 4096
/** Ten thousand cues are under 2 MB; a longer text is none. */
const LONGEST_SUBTITLE = 8 << 20

/**
 * What a file is, read from its bytes and never from its name.
 * Throws what `probe` throws for everything that is no film, recording, subtitle, text or PDF, and `media-no-ffmpeg`.
 */
export async function identify(tools: Tools | undefined, file: string): Promise<Identity> {
  const { head, size } = await headOf(file)
  if (!size) throw new CodedError('media-empty')
  const signs = Buffer.from(head).toString('latin1')
  if (signs.startsWith('%PDF-')) return { kind: 'pdf', mimeType: 'application/pdf', ending: 'pdf' }
  if (isText(head)) return textIn(file, size)
  if (!tools) throw new CodedError('media-no-ffmpeg')
  return recordingIn(tools, file, signs)
}

async function recordingIn(tools: Tools, file: string, signs: string): Promise<Identity> {
  const found = await probe(tools, file, 'film')
  const shown = container.parse(await inspect(tools.ffprobe, file, ['-show_format']))
  const [film, recording] = endingsOf(shown.format.format_name, signs)
  const kind = found.video ? 'film' : 'recording'
  const ending = kind === 'film' ? film : recording
  return { kind, ending, mimeType: mimeTypes[ending]![kind === 'film' ? 0 : 1] }
}

const container = z.object({ format: z.object({ format_name: z.string() }) })

/** The usual ending of a film and of a recording in each container, as ffprobe names them. */
function endingsOf(format: string, signs: string): [string, string] {
  if (format.startsWith('mov,')) return signs.startsWith('ftypqt', 4) ? ['mov', 'm4a'] : ['mp4', 'm4a']
  if (format.startsWith('matroska')) return signs.includes('webm') ? ['webm', 'webm'] : ['mkv', 'mka']
  const same = { avi: 'avi', flv: 'flv', mp3: 'mp3', wav: 'wav', aac: 'aac', flac: 'flac', amr: 'amr' }
  if (format in same) return Array(2).fill(same[format as keyof typeof same]) as [string, string]
  if (format.startsWith('asf')) return ['wmv', 'wma']
  if (format.startsWith('ogg')) return ['ogv', 'ogg']
  if (format.startsWith('aiff')) return ['aif', 'aif']
  if (format.startsWith('caf')) return ['caf', 'caf']
  return format.startsWith('mpegts') ? ['ts', 'ts'] : ['mpg', 'mpg']
}

const mimeTypes: Record<string, [film: string, recording: string]> = {
  mp4: ['video/mp4', 'audio/mp4'],
  mov: ['video/quicktime', 'audio/mp4'],
  m4a: ['video/mp4', 'audio/mp4'],
  mkv: ['video/x-matroska', 'audio/x-matroska'],
  mka: ['video/x-matroska', 'audio/x-matroska'],
  webm: ['video/webm', 'audio/webm'],
  avi: ['video/x-msvideo', 'audio/x-msvideo'],
  flv: ['video/x-flv', 'audio/x-flv'],
  wmv: ['video/x-ms-wmv', 'audio/x-ms-wma'],
  wma: ['video/x-ms-wmv', 'audio/x-ms-wma'],
  ogv: ['video/ogg', 'audio/ogg'],
  ogg: ['video/ogg', 'audio/ogg'],
  ts: ['video/mp2t', 'audio/mp2t'],
  mpg: ['video/mpeg', 'audio/mpeg'],
  mp3: ['video/mpeg', 'audio/mpeg'],
  wav: ['video/x-wav', 'audio/wav'],
  aac: ['video/aac', 'audio/aac'],
  flac: ['video/x-flac', 'audio/flac'],
  amr: ['video/3gpp', 'audio/amr'],
  aif: ['video/x-aiff', 'audio/aiff'],
  caf: ['video/x-caf', 'audio/x-caf'],
}

async function textIn(file: string, size: number): Promise<Identity> {
  const plain: Identity = { kind: 'text', mimeType: 'text/plain', ending: 'txt' }
  if (size > LONGEST_SUBTITLE) return plain
  const text = decodeSubtitle(await readBytes(file))
  if (!parseCues(text).length) return plain
  return text.trimStart().startsWith('WEBVTT')
    ? { kind: 'subtitle', mimeType: 'text/vtt', ending: 'vtt' }
    : { kind: 'subtitle', mimeType: 'application/x-subrip', ending: 'srt' }
}

/** Recordings have control bytes in their first kilobytes, texts of any encoding used here have none but UTF-16. */
function isText(head: Uint8Array): boolean {
  const [a, b] = head
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true
  return !head.some((byte) => byte < 9 || (byte > 13 && byte < 27))
}

async function headOf(file: string) {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return { head: buffer.subarray(0, bytesRead), size }
  } finally {
    await handle.close()
  }
}
