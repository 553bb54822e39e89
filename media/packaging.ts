import type { Stream } from '../src/lib/stream'
import { IFRAMES } from './iframes'
import type { Rung } from './ladder'
import { avcCodec, bandwidth, multivariant, readSegments, type PictureRendition, type Segment } from './playlist'
import type { Spoken, Timed } from './renditions'
import { posterFiles } from './poster'
import { SAMPLE } from './sample'
import { linkInto, list, path, readBytes, readText, sizeOf, writeText } from './storage'
import type { Tools } from './tools'
import { joinFallback } from './transcode'

/** A finished package: its content address and what `videos.stream` will hold, except the folder. */
export type Package = { hash: string; stream: Omit<Stream, 'folder'> }
type Parts = { rungs: Rung[]; spoken: Spoken[]; timed: Timed[]; duration: number; run: string; posters: number[] }

/** Puts the parts together in `folder`: renditions by hard link, playlists from measured segments, poster, progressive MP4. */
export async function packageStream(
  tools: Tools,
  partOf: (name: string) => string,
  folder: string,
  { rungs, spoken, timed, duration, run, posters }: Parts,
): Promise<Omit<Stream, 'folder'>> {
  for (const part of ['v', 'a', 's']) await linkInto(partOf(part), path.join(folder, part))
  await linkInto(partOf('poster'), folder)

  const pictures = await Promise.all(rungs.map((rung) => pictureOf(folder, rung)))
  const sounds = await Promise.all(
    spoken.map(async (sound) => {
      const uri = `a/${sound.folder}/index.m3u8`
      const sample = `a/${sound.folder}/${SAMPLE}`
      const heard = (await list(path.join(folder, 'a', sound.folder))).includes(SAMPLE) ? { sample } : {}
      return { ...sound, ...heard, uri, tag: sound.variety.tag, channels: 1, segments: await measured(folder, uri) }
    }),
  )
  const texts = timed.map((text) => ({ ...text, uri: `s/${text.folder}.m3u8`, tag: text.variety.tag }))
  await writeText(path.join(folder, 'master.m3u8'), multivariant(pictures, sounds, texts))

  const start = pictures.filter(({ width, height }) => Math.min(width, height) <= 360).at(-1) ?? pictures[0]!
  const fallback = path.join(folder, 'fallback.mp4')
  const heard = sounds.find((sound) => sound.default)
  await joinFallback(tools, path.join(folder, start.uri), heard && path.join(folder, heard.uri), fallback, duration)
  const top = pictures.at(-1)!
  return {
    master: 'master.m3u8',
    fallback: 'fallback.mp4',
    ...posterFiles,
    posters: posters.map((_at, index) => `posters/${index + 1}.jpg`),
    postersAt: posters,
    duration: Math.round(duration * 1000) / 1000,
    width: top.width,
    height: top.height,
    bytes: await sizeOf(fallback),
    rungs: pictures.map((picture) => ({
      width: picture.width,
      height: picture.height,
      bandwidth: bandwidth(picture, sounds).peak,
    })),
    ...(heard && { listen: { uri: heard.uri, bytes: heard.segments.reduce((sum, { bytes }) => sum + bytes, 0) } }),
    audio: sounds.map((sound) => ({
      ...wording(sound),
      synthetic: sound.synthetic,
      uri: sound.uri,
      ...(sound.speaker && { speaker: sound.speaker }),
      ...('sample' in sound && { sample: sound.sample }),
    })),
    subtitles: timed.map((text) => ({ ...wording(text), origin: text.origin, uri: `s/${text.folder}.vtt` })),
    run,
  }
}

const wording = ({ variety, name, default: first }: Spoken | Timed) => ({
  variety: variety.code,
  tag: variety.tag,
  name,
  default: first,
})

async function pictureOf(folder: string, rung: Rung): Promise<PictureRendition> {
  const uri = `v/${rung.name}/index.m3u8`
  const segments = await measured(folder, uri)
  const first = path.join(folder, path.dirname(uri), segments[0]!.uri)
  const wound = `v/${rung.name}/${IFRAMES}`
  const iframes = { uri: wound, segments: await measured(folder, wound) }
  return { uri, ...rung, codec: avcCodec(await readBytes(first)), segments, iframes }
}

async function measured(folder: string, uri: string): Promise<Segment[]> {
  const segments = readSegments(await readText(path.join(folder, uri)))
  return Promise.all(
    segments.map(async ({ range, ...segment }) => ({
      ...segment,
      bytes: range ?? (await sizeOf(path.join(folder, path.dirname(uri), segment.uri))),
    })),
  )
}
