import { CodedError } from '../../src/lib/errors'
import type { Copy } from '../copying'
import { encodePictures } from '../pictures'
import { durationOf, readSegments } from '../playlist'
import { pictureKey } from '../renditions'
import { needRoom } from '../room'
import { alike, writeIframes } from '../scanning'
import { drop, path, readText } from '../storage'
import { film, needed, reused, StartOver, STILL, tolerance, type Work } from './work'

export async function encode(work: Work) {
  const { outputs, sources, run, media } = work
  const { film: source } = needed(outputs.probe)
  const { rungs } = needed(outputs.plan)
  const made = await media.storage.part(run, 'v', async (folder) => {
    if (await reused(work, 'v', pictureKey(sources, source), folder)) return
    await needRoom(folder, film(work))
    return encodeInto(work, folder)
  })
  const shown = await readText(media.storage.work(run, 'v', rungs[0]!.name, 'index.m3u8'))
  const duration = durationOf(readSegments(shown).map((segment) => ({ ...segment, bytes: 0 })))
  // ffmpeg ends well on a film that was cut off after its index: only the length tells.
  if (source.duration - duration > tolerance(source.duration))
    throw new CodedError('media-broken', undefined, {
      film: Math.round(source.duration),
      played: Math.round(duration),
    })
  return { duration, ...(made && { copy: made }) }
}

/** Takes the film over as the largest rung where the plan says so, unless what comes out is not like the others. */
async function encodeInto(work: Work, folder: string): Promise<Copy | undefined> {
  const { rungs, copy } = needed(work.outputs.plan)
  const copied = copy?.copy ? rungs.at(-1)!.name : undefined
  await pictures(work, folder, copied)
  const scans = await writeIframes(folder, rungs)
  if (!copied || alike(scans, rungs)) return copy
  for (const { name } of rungs) await drop(path.join(folder, name))
  await pictures(work, folder)
  await writeIframes(folder, rungs)
  return { copy: false, reason: 'outcome' }
}

function pictures(work: Work, folder: string, copied?: string) {
  const { outputs, run, tools, signal, media } = work
  const { video, duration } = needed(outputs.probe).film
  if (!video && !media.storage.has(run, 'still')) throw new StartOver()
  const file = video ? film(work) : media.storage.work(run, 'still', STILL)
  const reel = { file, picture: video ?? ('still' as const), duration }
  return encodePictures(tools, reel, { rungs: needed(outputs.plan).rungs, copied }, folder, {
    signal,
    onProgress: (at) => work.onProgress(at, duration),
    pidFile: media.storage.pidFile(run),
  })
}
