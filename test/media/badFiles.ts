import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { written } from './clips'
import { ffmpeg } from './quick'

const run = (args: string[]) => execFileSync(ffmpeg, ['-v', 'error', '-y', ...args], { maxBuffer: 64 << 20 })
const picture = (seconds: number, size = '64x48', rate = 10) => `testsrc2=s=${size}:r=${rate}:d=${seconds}`
const inputs = (seconds: number, size?: string) => [
  ...['-f', 'lavfi', '-i', picture(seconds, size)],
  ...['-f', 'lavfi', '-i', `sine=440:d=${seconds}`],
]
const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac']

/** A film of a few kilobytes, its index at the end. */
export function tiny(folder: string, name = 'tiny.mp4', seconds = 2, more: string[] = []): Buffer {
  const file = path.join(folder, name)
  run([...inputs(seconds), ...h264, ...more, file])
  return readFileSync(file)
}

/** What a phone's browser records: no length, no index, a varying rate, VP8 or VP9 with Opus. */
export const recorded = (codec: 'libvpx' | 'libvpx-vp9', seconds = 2) =>
  run([
    ...inputs(seconds),
    ...['-vf', "select='not(eq(mod(n,5),3))'", '-vsync', 'vfr'],
    ...['-c:v', codec, '-deadline', 'realtime', '-c:a', 'libopus', '-f', 'webm', '-live', '1', 'pipe:1'],
  ])

/** A Matroska header and a VP8 picture that promise 12000 x 12000 pixels. */
export function enormous(): Buffer {
  const bytes = run([...inputs(1, '320x320').slice(0, 4), '-c:v', 'libvpx', '-f', 'webm', 'pipe:1'])
  const keyframe = bytes.indexOf(Buffer.from([0x9d, 0x01, 0x2a]))
  for (const at of [3, 5]) bytes.writeUInt16LE(12_000, keyframe + at)
  for (const id of [0xb0, 0xba]) bytes.writeUInt16BE(12_000, bytes.indexOf(Buffer.from([id, 0x82, 1, 64])) + 2)
  return bytes
}

/** Only timed text, no picture and no sound. */
export function onlyText(folder: string): Buffer {
  const srt = written(folder, 'text.srt', '1\n00:00:00,000 --> 00:00:02,000\n字\n')
  run(['-i', srt, '-c:s', 'mov_text', path.join(folder, 'text.mp4')])
  return readFileSync(path.join(folder, 'text.mp4'))
}

/** A recording whose only picture is its cover. */
export function withCover(folder: string): Buffer {
  const file = path.join(folder, 'cover.m4a')
  const cover = ['-map', '1:a', '-map', '0:v', '-frames:v', '1', '-c:v', 'png', '-disposition:v', 'attached_pic']
  run([...inputs(2), ...cover, '-c:a', 'aac', file])
  return readFileSync(file)
}

/** An index without a single frame: a fragmented film cut off after its header. */
export function noFrames(folder: string): Buffer {
  const bytes = tiny(folder, 'fragments.mp4', 1, ['-movflags', '+frag_keyframe+empty_moov'])
  return bytes.subarray(0, bytes.indexOf('moof') - 4)
}

/** Lets every header of a film state another length, in seconds; 0 is what a camera writes that lost its power. */
export function stating(film: Buffer, seconds: number): Buffer {
  const bytes = Buffer.from(film)
  const movieScale = bytes.readUInt32BE(bytes.indexOf('mvhd') + 16)
  for (const [box, scale, duration] of [
    ['mvhd', 16, 20],
    ['mdhd', 16, 20],
    ['tkhd', 0, 24],
    ['elst', 0, 12],
  ] as const)
    for (let at = seconds || box !== 'elst' ? bytes.indexOf(box) : -1; at > 0; at = bytes.indexOf(box, at + 4)) {
      const rate = scale ? bytes.readUInt32BE(at + scale) : movieScale
      bytes.writeUInt32BE(Math.min(0xffffffff, Math.round(rate * seconds)), at + duration)
    }
  return bytes
}

/** A film whose frames are said to lie in another file (an alias in `dref`), as QuickTime reference movies do. */
export function referring(film: Buffer, target: string): Buffer {
  const at = film.indexOf('dref')
  const name = Buffer.from(target)
  const entry = Buffer.alloc(12 + 150 + 4 + name.length + (name.length % 2) + 4)
  entry.writeUInt32BE(entry.length, 0)
  entry.write('alis', 4)
  entry.writeUInt16BE(2, 12 + 150)
  entry.writeUInt16BE(name.length, 12 + 152)
  name.copy(entry, 12 + 154)
  entry.writeUInt16BE(0xffff, entry.length - 4)
  const old = film.readUInt32BE(at + 12) // the entry that says "in this file"
  const whole = Buffer.concat([film.subarray(0, at + 12), entry, film.subarray(at + 12 + old)])
  const grown = entry.length - old
  for (const box of ['dref', 'dinf', 'minf', 'mdia', 'trak', 'moov']) {
    const header = whole.lastIndexOf(box, at) - 4
    whole.writeUInt32BE(whole.readUInt32BE(header) + grown, header)
  }
  return whole
}

/** Texts that tell a player to open something else: `target` is a file or an address; `natural` is how they are called. */
export const pointers: { what: string; natural: string; text: (target: string) => string }[] = [
  {
    what: 'an HLS playlist',
    natural: 'list.m3u8',
    text: (target) => `#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\n${target}\n#EXT-X-ENDLIST\n`,
  },
  {
    what: 'an HLS master',
    natural: 'list.m3u8',
    text: (target) => `#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n${target}\n`,
  },
  { what: 'a concat script', natural: 'list.ffconcat', text: (target) => `ffconcat version 1.0\nfile '${target}'\n` },
  {
    what: 'a DASH manifest',
    natural: 'list.mpd',
    text: (target) =>
      `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT2S"><Period><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1"><BaseURL>${target}</BaseURL></Representation></AdaptationSet></Period></MPD>`,
  },
  {
    what: 'an SDP description',
    natural: 'list.sdp',
    text: () =>
      'v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=x\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=video 5004 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\n',
  },
]
