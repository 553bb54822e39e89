import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import HLS from 'hls-parser'

HLS.setOptions({ silent: true })

export type Master = HLS.types.MasterPlaylist
export type Packet = { at: number; key: boolean; offset: number }
export type Measured = { uri: string; duration: number; bytes: number; kinds: string[]; packets: Packet[] }
export type Rendition = {
  uri: string
  text: string
  target: number
  vod: boolean
  seconds: number
  segments: Measured[]
}
/** A stream as it lies on the disk: every playlist parsed, every segment measured by ffprobe. */
export type OnDisk = { folder: string; master: string; renditions: Map<string, Rendition> }

export function readStream(folder: string): OnDisk {
  const playlists = readdirSync(folder, { recursive: true }).map(String)
  const renditions = playlists.filter((file) => file.endsWith('.m3u8') && file !== 'master.m3u8')
  return {
    folder,
    master: readFileSync(path.join(folder, 'master.m3u8'), 'utf8'),
    renditions: new Map(renditions.map((uri) => [uri, readRendition(folder, uri)])),
  }
}

export function parseMaster(text: string): Master {
  const parsed = HLS.parse(text)
  if (!parsed.isMasterPlaylist) throw new Error('not a multivariant playlist')
  return parsed
}

function readRendition(folder: string, uri: string): Rendition {
  const text = readFileSync(path.join(folder, uri), 'utf8')
  const parsed = HLS.parse(text)
  if (parsed.isMasterPlaylist) throw new Error(`${uri} is not a media playlist`)
  const segments = parsed.segments.map(({ uri: name, duration, byterange }) => {
    const file = path.join(folder, path.dirname(uri), name)
    const measured = name.endsWith('.ts') && !byterange ? packetsOf(file) : { kinds: [], packets: [] }
    return { uri: name, duration, bytes: byterange?.length ?? statSync(file).size, ...measured }
  })
  return {
    uri,
    text,
    segments,
    target: parsed.targetDuration,
    vod: parsed.playlistType === 'VOD' && parsed.endlist,
    seconds: segments.reduce((sum, { duration }) => sum + duration, 0),
  }
}

/** What ffprobe finds in a segment. The system's ffprobe: the one npm brings crashes on MPEG-TS. */
function packetsOf(file: string): { kinds: string[]; packets: Packet[] } {
  const entries = 'stream=codec_type:packet=pts_time,flags,pos'
  const said = execFileSync('ffprobe', ['-v', 'error', '-of', 'json', '-show_entries', entries, file]).toString()
  const { streams, packets } = JSON.parse(said) as {
    streams: { codec_type: string }[]
    packets: { pts_time: string; flags: string; pos?: string }[]
  }
  return {
    kinds: streams.map(({ codec_type }) => codec_type),
    packets: packets.map(({ pts_time, flags, pos }) => ({
      at: Number(pts_time),
      key: flags.includes('K'),
      offset: Number(pos),
    })),
  }
}
