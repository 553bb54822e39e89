import { spokenOf } from '../renditions'
import { path } from '../storage'
import { encodeSound } from '../transcode'
import { about, needed, reused, type Work } from './work'

export async function audio(work: Work) {
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
