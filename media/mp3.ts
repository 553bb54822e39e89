import type { Loudness } from '../src/lib/loudness'
import { encode } from './ffmpeg'
import { levelling } from './loudness'
import type { Tools } from './tools'
import { limitFor, type Watch } from './transcode'

export const MP3 = 'reading.mp3'
const RATE = 44_100
type Tags = { title: string; synthetic: boolean; speaker?: string | undefined }
type Wanted = { duration: number; loudness: Loudness; tags: Tags }

/**
 * `reading.mp3` in `folder`, mono and at the wanted loudness: it plays on every phone and every village loudspeaker.
 * Its tags say when a machine speaks. Returns whether hardly anything is heard.
 */
export async function encodeMp3(
  tools: Tools,
  recording: string,
  folder: string,
  { duration, loudness, tags }: Wanted,
  watch: Watch = {},
): Promise<boolean> {
  const inputs = [{ file: recording }]
  const limit = limitFor(duration)
  const chain = `[0:a:0]aresample=${RATE}:async=1:first_pts=0,aformat=channel_layouts=mono`
  const level = await levelling(tools, { inputs, chain, limit, ...watch }, loudness)
  const said = {
    title: tags.title,
    artist: tags.speaker,
    comment: tags.synthetic && '机器合成的声音 / synthetic speech',
  }
  const flags = Object.entries(said).flatMap(([name, value]) => (value ? [`-metadata ${name}=${value}`] : []))
  await encode(tools.ffmpeg, {
    inputs,
    filters: [`${chain}${level.filter}[sound]`],
    outputs: [
      {
        file: MP3,
        flags: [
          ...['-map [sound]', '-c:a libmp3lame', '-b:a 64k', `-ar ${RATE}`, '-map_metadata -1', '-id3v2_version 3'],
          ...flags,
          '-f mp3',
        ],
      },
    ],
    cwd: folder,
    limit,
    ...watch,
  })
  return level.quiet
}
