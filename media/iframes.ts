import type { Segment } from './playlist'

/** A key picture inside a segment: where its packets lie, when it is shown (seconds of the stream's clock). */
export type KeyPicture = { at: number; offset: number; bytes: number; idr: boolean }
/** `tables`: how many bytes in front of the first picture tell a player what the segment holds. */
export type Scan = { tables: number; keys: KeyPicture[] }

/** Its name beside the playlist of the rendition. */
export const IFRAMES = 'iframes.m3u8'
const PACKET = 188
const CLOCK = 90_000

/**
 * Finds the key pictures of an MPEG-TS segment with picture only: packets that begin a picture (PES) and carry the
 * random access indicator (ISO 13818-1, 2.4.3.5). Read by us because only newer ffmpegs write I-frame playlists. Pure.
 */
export function scanSegment(segment: Uint8Array): Scan {
  const keys: KeyPicture[] = []
  let tables = segment.length
  let open: { at: number; offset: number; payload: Uint8Array[] } | undefined
  const close = (end: number) => {
    if (open)
      keys.push({ at: open.at, offset: open.offset, bytes: end - open.offset, idr: isIdr(Buffer.concat(open.payload)) })
    open = undefined
  }
  for (let offset = 0; offset + PACKET <= segment.length; offset += PACKET) {
    const packet = segment.subarray(offset, offset + PACKET)
    if (packet[0] !== 0x47) throw new Error('not an MPEG-TS segment')
    const adapted = packet[3]! & 0x20 ? 1 + packet[4]! : 0
    const payload = packet.subarray(4 + adapted)
    if (packet[1]! & 0x40 && isPicture(payload)) {
      close(offset)
      tables = Math.min(tables, offset)
      if (adapted > 1 && packet[5]! & 0x40) open = { at: stamp(payload), offset, payload: [payload] }
    } else if (open && !(packet[1]! & 0x40)) open.payload.push(payload)
  }
  close(segment.length)
  return { tables, keys }
}

/** The I-frame playlist of a rendition (RFC 8216 4.3.3.6): single pictures by byte range, for fast winding. Pure. */
export function iframePlaylist(scanned: { segment: Pick<Segment, 'uri' | 'duration'>; scan: Scan }[]): string {
  const duration = scanned.reduce((sum, { segment }) => sum + segment.duration, 0)
  const keys = scanned.flatMap(({ segment: { uri }, scan }) => scan.keys.map((key) => ({ ...key, uri })))
  const start = keys[0]?.at ?? 0
  const lengths = keys.map(({ at }, n) => (keys[n + 1]?.at ?? start + duration) - at)
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:6',
    `#EXT-X-TARGETDURATION:${Math.max(1, Math.round(Math.max(0, ...lengths)))}`,
    '#EXT-X-MEDIA-SEQUENCE:0',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    '#EXT-X-I-FRAMES-ONLY',
    `#EXT-X-MAP:URI="${scanned[0]?.segment.uri}",BYTERANGE="${scanned[0]?.scan.tables}@0"`,
    ...keys.flatMap(({ uri, offset, bytes }, n) => [
      `#EXTINF:${Math.max(0.001, lengths[n]!).toFixed(3)},`,
      `#EXT-X-BYTERANGE:${bytes}@${offset}`,
      uri,
    ]),
    '#EXT-X-ENDLIST',
    '',
  ].join('\n')
}

const isPicture = (pes: Uint8Array) => pes[0] === 0 && pes[1] === 0 && pes[2] === 1 && (pes[3]! & 0xf0) === 0xe0

/** The presentation time of a PES packet: 33 bits over five bytes. */
const stamp = (pes: Uint8Array) =>
  (((pes[9]! >> 1) & 7) * 2 ** 30 + (((pes[10]! << 7) | (pes[11]! >> 1)) << 15) + ((pes[12]! << 7) | (pes[13]! >> 1))) /
  CLOCK

/** An open group of pictures also begins with a key picture, but one that the next ones look past: only IDR (type 5) cuts cleanly. */
function isIdr(bytes: Uint8Array): boolean {
  for (let at = 0; at + 3 < bytes.length; at++) {
    if (bytes[at] || bytes[at + 1] || bytes[at + 2] !== 1) continue
    const type = bytes[at + 3]! & 0x1f
    if (type === 1 || type === 5) return type === 5
  }
  return false
}
