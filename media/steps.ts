import { CodedError } from '../src/lib/errors'
import { decodeSubtitle, parseCues, writeVtt } from '../src/lib/subtitles'
import { ladder, type Rung } from './ladder'
import type { MediaStep } from './lifecycle'
import type { Media } from './media'
import { packageStream, type Package } from './packaging'
import { makePoster } from './poster'
import { probe, type Probe } from './probe'
import { durationOf, readSegments, subtitlePlaylist } from './playlist'
import { applyStream, earlierStreams } from './publication'
import { pictureKey, spokenOf, timedOf } from './renditions'
import type { Run } from './sources'
import { hashOfUrl, list, path, readBytes, readText, streamUrl, writeText } from './storage'
import type { Tools } from './tools'
import { encodePictures, encodeSound, grabFrame, START_MPEGTS } from './transcode'

/** What each step left for the next ones, as stored in its row. */
export type Outputs = {
  probe?: { film: Probe; fresh?: boolean }
  plan?: { rungs: Rung[] }
  encode?: { duration: number }
  package?: Package
}
/** One step at work. `onProgress` takes seconds of film. */
export type Work = Run & {
  media: Media
  tools: Tools
  outputs: Outputs
  signal: AbortSignal
  onProgress: (seconds: number, of: number) => void
}
type Step = (work: Work) => Promise<Record<string, unknown> | void>

/** Something an earlier step made is no longer there: the run starts over. */
export class StartOver extends Error {}

const TOLERANCE = (duration: number) => 2 + duration * 0.02
const PIECES = 'pieces.json'

export const steps = { probe: check, plan, encode, audio, subtitles, poster, package: pack, publish } satisfies Record<
  MediaStep,
  Step
>

async function check({ sources, tools, media: { storage } }: Work) {
  const film = await probe(tools, storage.upload('files', sources.film.filename), 'film')
  for (const track of sources.tracks) {
    const sound = await about(track.variety.name, () =>
      probe(tools, storage.upload('files', track.file.filename), 'track'),
    )
    const apart = Math.abs(sound.duration + track.offsetMs / 1000 - film.duration)
    if (apart > TOLERANCE(film.duration))
      throw new CodedError('media-length', undefined, {
        subject: track.variety.name,
        film: Math.round(film.duration),
        track: Math.round(sound.duration),
      })
  }
  return { film }
}

async function plan({ outputs }: Work) {
  return { rungs: ladder(needed(outputs.probe).film.video!) }
}

async function encode(work: Work) {
  const { outputs, sources, run, tools, signal, media } = work
  const { film } = needed(outputs.probe)
  const { rungs } = needed(outputs.plan)
  const duration = await media.storage.part(run, 'v', async (folder) => {
    if (!(await reused(work, 'v', pictureKey(sources), folder)))
      await encodePictures(tools, upload(work), rungs, film.duration, folder, {
        signal,
        onProgress: (at) => work.onProgress(at, film.duration),
        pidFile: media.storage.pidFile(run),
      })
    return durationOf(readSegments(await readText(path.join(folder, rungs[0]!.name, 'index.m3u8'))).map(sized))
  })
  // ffmpeg ends well on a film that was cut off after its index: only the length tells.
  if (film.duration - duration > TOLERANCE(film.duration))
    throw new CodedError('media-broken', undefined, { film: Math.round(film.duration), played: Math.round(duration) })
  return { duration }
}

async function audio(work: Work) {
  const { outputs, sources, run, tools, signal, media } = work
  const { duration } = needed(outputs.encode)
  const spoken = spokenOf(sources, needed(outputs.probe).film, duration)
  await media.storage.part(run, 'a', async (folder) => {
    for (const [index, { folder: name, key, file, offsetMs, variety }] of spoken.entries()) {
      const target = path.join(folder, name)
      if (await reused(work, `a/${name}`, key, target)) continue
      await about(variety.name, () =>
        encodeSound(tools, media.storage.upload('files', file.filename), { duration, offsetMs }, target, {
          signal,
          onProgress: (at) => work.onProgress(index * duration + at, spoken.length * duration),
          pidFile: media.storage.pidFile(run),
        }),
      )
    }
  })
}

async function subtitles({ sources, run, outputs, media: { storage } }: Work) {
  const { duration } = needed(outputs.encode)
  await storage.part(run, 's', async (folder) => {
    for (const { folder: name, file, variety } of timedOf(sources)) {
      const text = decodeSubtitle(await readBytes(storage.upload('files', file.filename)))
      const cues = parseCues(text).filter((cue) => cue.start < duration * 1000)
      if (!cues.length) throw new CodedError('media-subtitle', undefined, { subject: variety.name })
      await writeText(path.join(folder, `${name}.vtt`), writeVtt(cues))
      await writeText(path.join(folder, `${name}.hls.vtt`), writeVtt(cues, { mpegTs: START_MPEGTS }))
      await writeText(path.join(folder, `${name}.m3u8`), subtitlePlaylist(`${name}.hls.vtt`, duration))
    }
  })
}

async function poster(work: Work) {
  const { sources, run, outputs, tools, media } = work
  const at = needed(outputs.encode).duration * 0.2
  await media.storage.part(run, 'poster', async (folder) => {
    const target = path.join(folder, 'poster.jpg')
    if (sources.cover) return makePoster(media.storage.upload('images', sources.cover.filename), target)
    await media.storage.part(run, 'frame', async (frames) => {
      const frame = path.join(frames, 'frame.png')
      await grabFrame(tools, upload(work), at, frame)
      await makePoster(frame, target)
    })
  })
}

async function pack(work: Work) {
  const { run, sources, outputs, media } = work
  const { film } = needed(outputs.probe)
  const { duration } = needed(outputs.encode)
  if (!['v', 'a', 's', 'poster'].every((part) => media.storage.has(run, part))) throw new StartOver()
  const spoken = spokenOf(sources, film, duration)
  const made = await media.storage.part(run, 'package', async (folder) => {
    const stream = await packageStream(work.tools, (part) => media.storage.work(run, part), folder, {
      rungs: needed(outputs.plan).rungs,
      spoken,
      timed: timedOf(sources),
      duration,
      run,
    })
    const pieces = { v: pictureKey(sources), ...Object.fromEntries(spoken.map((s) => [`a/${s.folder}`, s.key])) }
    await writeText(path.join(folder, PIECES), JSON.stringify(pieces))
    return stream
  })
  return { hash: await media.storage.address(run, 'package'), stream: made }
}

async function publish({ run, video, outputs, media }: Work) {
  const { hash, stream } = needed(outputs.package)
  if (!(await media.storage.publish(run, 'package', hash))) throw new StartOver()
  const seen = await applyStream(media.payload, video, { ...stream, folder: streamUrl(hash) })
  await media.storage.dropRun(run)
  if (seen.public) media.changed?.()
  return { folder: streamUrl(hash) }
}

/** Takes a part over from an earlier stream of the same film when its content key is the same. */
async function reused({ media, video, outputs }: Work, part: string, key: string, target: string): Promise<boolean> {
  if (outputs.probe?.fresh) return false
  for (const url of await earlierStreams(media.payload, video)) {
    const hash = hashOfUrl(url)
    const pieces = (await media.storage.note(hash, PIECES)) as Record<string, string> | undefined
    if (pieces?.[part] === key && (await media.storage.reuse(hash, part, target)))
      return (await list(target)).length > 0
  }
  return false
}

/** Says in a fault which track or subtitle it is about. */
async function about<T>(subject: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof CodedError) || error.details?.subject) throw error
    throw new CodedError(error.code, undefined, { ...error.details, subject }, { cause: error })
  }
}

const upload = ({ sources, media }: Work) => media.storage.upload('files', sources.film.filename)
const sized = (segment: { uri: string; duration: number }) => ({ ...segment, bytes: 0 })

function needed<T>(output: T | undefined): T {
  if (output === undefined) throw new StartOver()
  return output
}
