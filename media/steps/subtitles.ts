import { CodedError } from '../../src/lib/errors'
import { decodeSubtitle, parseCues, writeVtt } from '../../src/lib/subtitles'
import { subtitlePlaylist } from '../playlist'
import { timedOf } from '../renditions'
import { path, readBytes, writeText } from '../storage'
import { START_MPEGTS } from '../transcode'
import { needed, type Work } from './work'

export async function subtitles({ sources, run, outputs, media: { storage } }: Work) {
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
