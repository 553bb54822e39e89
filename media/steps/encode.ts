import { CodedError } from '../../src/lib/errors'
import { durationOf, readSegments } from '../playlist'
import { pictureKey } from '../renditions'
import { needRoom } from '../room'
import { path, readText } from '../storage'
import { encodePictures } from '../transcode'
import { film, needed, reused, tolerance, type Work } from './work'

export async function encode(work: Work) {
  const { outputs, sources, run, tools, signal, media } = work
  const { film: source } = needed(outputs.probe)
  const { rungs } = needed(outputs.plan)
  const duration = await media.storage.part(run, 'v', async (folder) => {
    if (!(await reused(work, 'v', pictureKey(sources), folder))) {
      await needRoom(folder, film(work))
      await encodePictures(tools, film(work), rungs, source.duration, folder, {
        signal,
        onProgress: (at) => work.onProgress(at, source.duration),
        pidFile: media.storage.pidFile(run),
      })
    }
    return durationOf(readSegments(await readText(path.join(folder, rungs[0]!.name, 'index.m3u8'))).map(sized))
  })
  // ffmpeg ends well on a film that was cut off after its index: only the length tells.
  if (source.duration - duration > tolerance(source.duration))
    throw new CodedError('media-broken', undefined, {
      film: Math.round(source.duration),
      played: Math.round(duration),
    })
  return { duration }
}

const sized = (segment: { uri: string; duration: number }) => ({ ...segment, bytes: 0 })
