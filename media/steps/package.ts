import { packageStream } from '../packaging'
import { pictureKey, spokenOf, timedOf } from '../renditions'
import { path, writeText } from '../storage'
import { needed, PIECES, StartOver, type Work } from './work'

export async function pack(work: Work) {
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
      posters: outputs.poster?.at ?? [],
      run,
    })
    const picture = pictureKey(sources, film)
    const pieces = { v: picture, posters: picture, ...Object.fromEntries(spoken.map((s) => [`a/${s.folder}`, s.key])) }
    await writeText(path.join(folder, PIECES), JSON.stringify(pieces))
    return stream
  })
  return { hash: await media.storage.address(run, 'package'), stream: made }
}
