import { CodedError } from '../../src/lib/errors'
import { readSubtitle, writeVtt, type Cue } from '../../src/lib/subtitles'
import { subtitlePlaylist } from '../playlist'
import { timedOf } from '../renditions'
import { path, readBytes, writeText } from '../storage'
import { START_MPEGTS } from '../transcode'
import { about, needed, type Work } from './work'

/** One whole WebVTT file a subtitle for the page, and the same on the clock of the segments for HLS. */
export async function subtitles({ sources, run, outputs, media: { storage } }: Work) {
  const { duration } = needed(outputs.encode)
  await storage.part(run, 's', async (folder) => {
    for (const { folder: name, file, variety } of timedOf(sources)) {
      const bytes = await readBytes(storage.upload('files', file.filename))
      const cues = await about(variety.name, async () => within(readSubtitle(bytes).cues, duration * 1000))
      const { tag } = variety
      await writeText(path.join(folder, `${name}.vtt`), writeVtt(cues, { tag }))
      await writeText(path.join(folder, `${name}.hls.vtt`), writeVtt(cues, { tag, mpegTs: START_MPEGTS }))
      await writeText(path.join(folder, `${name}.m3u8`), subtitlePlaylist(`${name}.hls.vtt`, duration))
    }
  })
}

function within(cues: Cue[], filmMs: number): Cue[] {
  const shown = cues.filter(({ start }) => start < filmMs).map((cue) => ({ ...cue, end: Math.min(cue.end, filmMs) }))
  if (!shown.length) throw new CodedError('subtitle-outside-film')
  return shown
}
