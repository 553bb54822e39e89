/** A segment of a rendition as measured on disk. */
export type Segment = { uri: string; duration: number; bytes: number }
export type PictureRendition = {
  uri: string
  width: number
  height: number
  frameRate: number
  codec: string
  segments: Segment[]
  /** Its key pictures alone, for fast winding. */
  iframes: { uri: string; segments: Segment[] }
}
type Tongue = { uri: string; tag: string; name: string; default: boolean }
export type SoundRendition = Tongue & { channels: number; segments: Segment[] }
export type TextRendition = Tongue

export const AAC = 'mp4a.40.2'
/** Apple 4.5, as far as it is true: our texts hold what is said, nobody vouches for music and noises. */
const SPOKEN_WORDS = '"public.accessibility.transcribes-spoken-dialog"'
/** Phones on a weak network start here; players step up from it. */
const START_SHORT_SIDE = 360

/**
 * The multivariant playlist. Written by us because no ffmpeg writes AVERAGE-BANDWIDTH, FRAME-RATE or real NAMEs
 * (norms 4.5). Attributes by RFC 8216bis and Apple's authoring specification 9.1-9.15.
 */
export function multivariant(pictures: PictureRendition[], sounds: SoundRendition[], texts: TextRendition[]): string {
  const lines = ['#EXTM3U', '#EXT-X-VERSION:6', '#EXT-X-INDEPENDENT-SEGMENTS']
  for (const sound of sounds) lines.push(media('AUDIO', 'sound', sound, { CHANNELS: `"${sound.channels}"` }))
  for (const text of texts)
    lines.push(media('SUBTITLES', 'text', text, { FORCED: 'NO', CHARACTERISTICS: SPOKEN_WORDS }))
  const groups = {
    ...(sounds.length && { AUDIO: '"sound"' }),
    ...(texts.length && { SUBTITLES: '"text"' }),
    'CLOSED-CAPTIONS': 'NONE',
  }
  for (const picture of startFirst(pictures)) {
    const { peak, average } = bandwidth(picture, sounds)
    lines.push(
      attributes('#EXT-X-STREAM-INF', {
        BANDWIDTH: peak,
        'AVERAGE-BANDWIDTH': average,
        CODECS: `"${[picture.codec, ...(sounds.length ? [AAC] : [])].join(',')}"`,
        RESOLUTION: `${picture.width}x${picture.height}`,
        'FRAME-RATE': picture.frameRate.toFixed(3),
        ...groups,
      }),
      picture.uri,
    )
  }
  const heard = sounds.find((sound) => sound.default)
  // Where even the lowest picture does not get through, the words still do.
  if (heard) {
    const { peak, average } = bandwidth({ segments: [] }, sounds)
    const rates = { BANDWIDTH: peak, 'AVERAGE-BANDWIDTH': average }
    lines.push(attributes('#EXT-X-STREAM-INF', { ...rates, CODECS: `"${AAC}"`, ...groups }), heard.uri)
  }
  for (const { iframes, codec, width, height } of pictures) {
    const { peak, average } = bandwidth(iframes, [])
    lines.push(
      attributes('#EXT-X-I-FRAME-STREAM-INF', {
        BANDWIDTH: peak,
        'AVERAGE-BANDWIDTH': average,
        CODECS: `"${codec}"`,
        RESOLUTION: `${width}x${height}`,
        URI: quoted(iframes.uri),
      }),
    )
  }
  return lines.join('\n') + '\n'
}

/** Peak and average bit/s of a variant: its picture with the heaviest of its sounds. */
export function bandwidth(picture: { segments: Segment[] }, sounds: { segments: Segment[] }[]) {
  const most = (rate: (segments: Segment[]) => number) => Math.max(0, ...sounds.map((sound) => rate(sound.segments)))
  return {
    peak: Math.ceil(peakRate(picture.segments) + most(peakRate)),
    average: Math.ceil(averageRate(picture.segments) + most(averageRate)),
  }
}

/** The largest rate of any run of segments between 0.5 and 1.5 target durations long (RFC 8216bis 4.4.6.2). */
export function peakRate(segments: Segment[]): number {
  const target = Math.round(Math.max(0, ...segments.map(({ duration }) => duration)))
  let peak = 0
  segments.forEach((_, from) => {
    let seconds = 0
    let bytes = 0
    for (const segment of segments.slice(from)) {
      seconds += segment.duration
      bytes += segment.bytes
      if (seconds > target * 1.5) break
      if (seconds >= target * 0.5) peak = Math.max(peak, (bytes * 8) / seconds)
    }
  })
  return peak || averageRate(segments)
}

export function averageRate(segments: Segment[]): number {
  const seconds = durationOf(segments)
  return seconds ? (segments.reduce((sum, { bytes }) => sum + bytes, 0) * 8) / seconds : 0
}

export const durationOf = (segments: Segment[]) => segments.reduce((sum, { duration }) => sum + duration, 0)

/**
 * CODECS of a segment (RFC 6381: profile, constraints and level in hex), read from the first sequence parameter set.
 * Not asked of ffprobe: the one npm ships crashes on every MPEG-TS.
 */
export function avcCodec(segment: Uint8Array): string {
  for (let at = 0; at + 6 < segment.length; at++)
    if (segment[at] === 0 && segment[at + 1] === 0 && segment[at + 2] === 1 && (segment[at + 3]! & 0x1f) === 7)
      return `avc1.${Buffer.from(segment.subarray(at + 4, at + 7)).toString('hex')}`
  throw new Error('a segment without H.264 parameters')
}

/** Names and lengths of the segments in a media playlist, and the bytes where it names ranges of a file. */
export function readSegments(playlist: string): { uri: string; duration: number; range?: number }[] {
  const entries = /#EXTINF:([\d.]+),[^\n]*\n(?:#EXT-X-BYTERANGE:(\d+)@\d+\n)?([^#\n]+)/g
  return [...playlist.matchAll(entries)].map(([, duration, range, uri]) => ({
    uri: uri!.trim(),
    duration: Number(duration),
    ...(range && { range: Number(range) }),
  }))
}

/** A subtitle is one segment over the whole film; its target may be as long (Apple 5.7). */
export function subtitlePlaylist(uri: string, duration: number): string {
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:3',
    `#EXT-X-TARGETDURATION:${Math.ceil(duration)}`,
    '#EXT-X-MEDIA-SEQUENCE:0',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    `#EXTINF:${duration.toFixed(3)},`,
    uri,
    '#EXT-X-ENDLIST',
    '',
  ].join('\n')
}

function media(type: 'AUDIO' | 'SUBTITLES', group: string, tongue: Tongue, more: Record<string, string>): string {
  return attributes('#EXT-X-MEDIA', {
    TYPE: type,
    'GROUP-ID': `"${group}"`,
    NAME: quoted(tongue.name),
    LANGUAGE: quoted(tongue.tag),
    DEFAULT: tongue.default ? 'YES' : 'NO',
    // A dialect is chosen by a person; only the default may be picked by the phone's language.
    AUTOSELECT: tongue.default || type === 'SUBTITLES' ? 'YES' : 'NO',
    ...more,
    URI: quoted(tongue.uri),
  })
}

/** The first variant is what most players begin with. */
function startFirst(pictures: PictureRendition[]): PictureRendition[] {
  const fits = pictures.filter(({ width, height }) => Math.min(width, height) <= START_SHORT_SIDE)
  const start = fits.at(-1) ?? pictures[0]
  return start ? [start, ...pictures.filter((picture) => picture !== start)] : []
}

const attributes = (tag: string, values: Record<string, string | number>) =>
  `${tag}:${Object.entries(values)
    .map(([name, value]) => `${name}=${value}`)
    .join(',')}`

/** A quoted string of HLS has no quotes or line breaks inside. */
const quoted = (text: string) => `"${text.replace(/["\r\n]/g, ' ').trim()}"`
