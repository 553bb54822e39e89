import { readFileSync } from 'node:fs'
import path from 'node:path'
import { peakRate } from '../../../media/playlist'
import { parseMaster, type Master, type OnDisk, type Rendition } from './read'

type Variant = Master['variants'][number]
type Stream = OnDisk & {
  playlist: Master
  pictures: { variant: Variant; rendition: Rendition }[]
  sounds: { name: string; rendition: Rendition }[]
  texts: { name: string; rendition: Rendition }[]
}
/** What is wrong, in words; nothing when the rule is kept. */
type Rule = (stream: Stream) => string[]

const IDR = 2
const SEGMENT = 6
const LEAST_VARIANT = 192_000
const rate = ({ segments, seconds }: Rendition) => (segments.reduce((sum, { bytes }) => sum + bytes, 0) * 8) / seconds
const start = ({ segments }: Rendition) => Math.min(...segments[0]!.packets.map(({ at }) => at))
const off = (value: number, of: number) => Math.abs(value - of) / of > 0.1
const said = (wrong: boolean, what: string) => (wrong ? [what] : [])

/** Apple's HLS authoring specification by clause (norms 4.1). */
const rules: Record<string, Rule> = {
  '1.3 H.264 of at most High profile, level 4.2': ({ pictures }) =>
    pictures.flatMap(({ variant: { codecs = '' } }) => {
      const [, profile, level] = /^avc1\.(..)..(..)/.exec(codecs) ?? []
      const kept = ['42', '4d', '64'].includes(profile!) && parseInt(level!, 16) <= 42
      return said(!kept, codecs)
    }),
  '1.13 an IDR every 2 s': ({ pictures }) =>
    pictures.flatMap(({ variant, rendition: { uri, segments, seconds } }) => {
      const keys = segments.flatMap(({ packets }) => packets.filter(({ key }) => key).map(({ at }) => at))
      const gaps = [...keys, keys[0]! + seconds].map((at, n) => (n ? at - keys[n - 1]! : 0))
      return said(Math.max(...gaps) > IDR + 1.5 / variant.frameRate!, `${uri}: ${Math.max(...gaps)} s`)
    }),
  '7.4 every segment begins with an IDR': ({ pictures }) =>
    pictures.flatMap(({ rendition: { uri, segments } }) =>
      segments.flatMap((segment) => said(!segment.packets[0]?.key, `${uri}: ${segment.uri}`)),
    ),
  '7.5 target 6 s, segments at most half a second longer': ({ pictures, sounds }) =>
    [...pictures, ...sounds].flatMap(({ rendition: { uri, target, segments } }) =>
      said(target > SEGMENT + 0.5 || segments.some(({ duration }) => duration > SEGMENT + 0.5), uri),
    ),
  '1.26 the average as announced': (stream) => variantRates(stream, 'averageBandwidth', rate),
  '1.27 the peak as announced': (stream) => variantRates(stream, 'bandwidth', ({ segments }) => peakRate(segments)),
  '1.30 the peak at most twice the average': ({ pictures }) =>
    pictures.flatMap(({ variant: { uri, bandwidth, averageBandwidth = 0 } }) =>
      said(bandwidth > 2 * averageBandwidth, `${uri}: ${bandwidth} of ${averageBandwidth}`),
    ),
  '1.32b the first variant is one for the cellular network': ({ playlist }) =>
    said((playlist.variants[0]?.averageBandwidth ?? Infinity) > 730_000, String(playlist.variants[0]?.uri)),
  '9.21 a variant with a peak of at most 192 kbit/s': ({ pictures }) => {
    const least = Math.min(...pictures.map(({ variant }) => variant.bandwidth))
    return said(least > LEAST_VARIANT, String(least))
  },
  '1.33 one shape': ({ pictures }) => {
    const shapes = pictures.map(({ variant: { resolution: r } }) => ({
      tall: r!.height,
      shape: r!.width / r!.height,
      r,
    }))
    const [first] = shapes
    // Sizes are even: half a step of two pixels may be missing on either side.
    return shapes.flatMap(({ shape, tall, r }) =>
      said(Math.abs(shape / first!.shape - 1) > 2 / Math.min(tall, r!.width), `${r!.width}x${r!.height}`),
    )
  },
  '2.9 AAC of 32 to 160 kbit/s': ({ sounds }) =>
    sounds.flatMap(({ rendition }) => said(rate(rendition) < 28_000 || rate(rendition) > 160_000, rendition.uri)),
  '2.15 every sound for the whole duration; 8.2 as long as the picture': ({ pictures, sounds }) => {
    const { seconds } = pictures[0]!.rendition
    return [...pictures, ...sounds].flatMap(({ rendition }) =>
      said(Math.abs(rendition.seconds - seconds) > 0.1, `${rendition.uri}: ${rendition.seconds} of ${seconds}`),
    )
  },
  '2.17 one sound in a segment, none beside the picture': ({ pictures, sounds }) =>
    [
      ...pictures.map((one) => ({ ...one, kind: 'video' })),
      ...sounds.map((one) => ({ ...one, kind: 'audio' })),
    ].flatMap(({ kind, rendition: { uri, segments } }) =>
      said(
        segments.some(({ kinds }) => kinds.join() !== kind),
        uri,
      ),
    ),
  '4.5 texts are found by those who need them': ({ playlist, texts }) => {
    const found = playlist.variants[0]?.subtitles ?? []
    const kept = found.every(
      ({ autoselect, characteristics }) =>
        autoselect && characteristics?.includes('public.accessibility.transcribes-spoken-dialog'),
    )
    return said(found.length !== texts.length || !kept, 'CHARACTERISTICS or AUTOSELECT')
  },
  '5.2 WebVTT on the clock of the segments': ({ folder, pictures, texts }) =>
    texts.flatMap(({ rendition: { uri, segments } }) => {
      const text = readFileSync(path.join(folder, path.dirname(uri), segments[0]!.uri), 'utf8')
      const stamp = /^WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:(\d+),LOCAL:00:00:00.000\n/.exec(text)?.[1]
      return said(!(Math.abs(Number(stamp) / 90_000 - start(pictures[0]!.rendition)) < 0.05), `${uri}: ${stamp}`)
    }),
  '5.4 texts span the whole film': ({ pictures, texts }) =>
    texts.flatMap(({ rendition }) =>
      said(Math.abs(rendition.seconds - pictures[0]!.rendition.seconds) > 0.1, rendition.uri),
    ),
  '6.1 an I-frame playlist for every picture': ({ pictures, playlist, renditions }) => {
    const wound = playlist.variants.filter(({ isIFrameOnly }) => isIFrameOnly)
    return pictures.flatMap(({ rendition }) => {
      const frames = renditions.get(`${path.dirname(rendition.uri)}/iframes.m3u8`)
      const announced = wound.find(({ uri }) => uri === frames?.uri)
      const keys = rendition.segments.flatMap(({ packets }) => packets.filter(({ key }) => key)).length
      const kept = frames?.text.includes('#EXT-X-I-FRAMES-ONLY') && announced && frames.segments.length === keys
      return said(!kept || off(announced!.bandwidth, peakRate(frames!.segments)), rendition.uri)
    })
  },
  '8.3 one target duration, one start': ({ pictures, sounds }) =>
    [...pictures, ...sounds].flatMap(({ rendition }) =>
      said(
        rendition.target !== pictures[0]!.rendition.target ||
          Math.abs(start(rendition) - start(pictures[0]!.rendition)) > 0.05,
        `${rendition.uri}: ${rendition.target} s from ${start(rendition)}`,
      ),
    ),
  '8.22 segments end together': ({ pictures, sounds }) => {
    const ends = ({ segments }: Rendition) => segments.map((_, n) => sum(segments.slice(0, n + 1)))
    const first = ends(pictures[0]!.rendition)
    return [...pictures, ...sounds].flatMap(({ rendition }) =>
      said(!ends(rendition).every((at, n) => Math.abs(at - (first[n] ?? NaN)) < 0.1), rendition.uri),
    )
  },
  '8.6 nothing is live': ({ renditions }) => [...renditions.values()].flatMap(({ vod, uri }) => said(!vod, uri)),
  '8.10 LANGUAGE and a NAME of its own on every rendition': ({ master }) => {
    const lines = master.split('\n').filter((line) => line.startsWith('#EXT-X-MEDIA:'))
    const nameOf = (line: string) => /TYPE=(\w+),.*NAME="([^"]+)"/.exec(line)?.slice(1).join()
    return lines.flatMap((line, n) =>
      said(!/LANGUAGE="[\w-]+"/.test(line) || lines.slice(0, n).map(nameOf).includes(nameOf(line)), line),
    )
  },
  '9.1 CODECS, RESOLUTION, AVERAGE-BANDWIDTH, FRAME-RATE': ({ playlist, pictures }) => [
    ...playlist.variants.flatMap((one) => said(!one.codecs || !one.averageBandwidth, `${one.uri}`)),
    ...pictures.flatMap(({ variant }) => said(!variant.frameRate || !variant.resolution, `${variant.uri}`)),
  ],
  '9.14 two variants or more, each segment decoded by itself': ({ playlist, pictures }) =>
    said(pictures.length < 2 || !playlist.independentSegments, 'EXT-X-INDEPENDENT-SEGMENTS'),
  'to listen only: a variant without picture': ({ playlist, sounds }) => {
    const heard = playlist.variants.filter(({ codecs }) => codecs === 'mp4a.40.2')
    const kept = heard.length === 1 && heard[0]!.audio.length === sounds.length && !heard[0]!.resolution
    return said(sounds.length > 0 && !kept, 'mp4a.40.2')
  },
}

/** Every breach of a rule, with its clause. */
export function lint(disk: OnDisk, master = disk.master): string[] {
  const playlist = parseMaster(master)
  const named = (uri: string) => disk.renditions.get(uri)!
  const seen = playlist.variants.filter(({ resolution, isIFrameOnly }) => resolution && !isIFrameOnly)
  const of = (kind: 'audio' | 'subtitles') =>
    (playlist.variants[0]?.[kind] ?? []).map(({ name, uri }) => ({ name, rendition: named(uri!) }))
  const stream = {
    ...{ ...disk, master, playlist, sounds: of('audio'), texts: of('subtitles') },
    pictures: seen.map((variant) => ({ variant, rendition: named(variant.uri) })),
  }
  return Object.entries(rules).flatMap(([clause, rule]) => rule(stream).map((what) => `${clause}: ${what}`))
}

function variantRates(
  { pictures, sounds }: Stream,
  name: 'bandwidth' | 'averageBandwidth',
  of: (r: Rendition) => number,
) {
  const sound = Math.max(0, ...sounds.map(({ rendition }) => of(rendition)))
  return pictures.flatMap(({ variant, rendition }) =>
    said(off(variant[name] ?? 0, of(rendition) + sound), `${variant.uri}: ${variant[name]}, ${of(rendition) + sound}`),
  )
}

const sum = (segments: { duration: number }[]) => segments.reduce((total, { duration }) => total + duration, 0)
