import { CodedError } from '../../src/lib/errors'
import { probe } from '../probe'
import { about, film, tolerance, type Work } from './work'

/** Reads the film and every dub; a dub of another length is refused before anything is encoded. */
export async function check(work: Work) {
  const { sources, tools, media } = work
  const picture = await probe(tools, film(work), 'film')
  for (const track of sources.tracks) {
    const sound = await about(track.variety.name, () =>
      probe(tools, media.storage.upload('files', track.file.filename), 'track'),
    )
    const apart = Math.abs(sound.duration + track.offsetMs / 1000 - picture.duration)
    if (apart > tolerance(picture.duration))
      throw new CodedError('media-length', undefined, {
        subject: track.variety.name,
        film: Math.round(picture.duration),
        track: Math.round(sound.duration),
      })
  }
  return { film: picture }
}
