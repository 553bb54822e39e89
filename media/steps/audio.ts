import { makeSample } from '../sample'
import { encodeSound } from '../sound'
import { spokenOf, type Spoken } from '../renditions'
import { path, readText, writeText } from '../storage'
import { about, needed, reused, type Work } from './work'

/** The note beside a rendition: how it was levelled. */
const LEVEL = 'level.json'

/** Makes every spoken rendition and its sample; says which recordings have hardly any sound. */
export async function audio(work: Work) {
  const { outputs, sources, run, media } = work
  const { duration } = needed(outputs.encode)
  const spoken = spokenOf(sources, needed(outputs.probe).film, duration)
  const quiet: string[] = []
  await media.storage.part(run, 'a', async (folder) => {
    for (const [index, sound] of spoken.entries()) {
      const target = path.join(folder, sound.folder)
      if (!(await reused(work, `a/${sound.folder}`, sound.key, target)))
        await about(sound.variety.name, () => speak(work, sound, target, index, spoken.length))
      if ((JSON.parse(await readText(path.join(target, LEVEL))) as { quiet: boolean }).quiet) quiet.push(sound.name)
    }
  })
  return { quiet }
}

async function speak(work: Work, sound: Spoken, target: string, index: number, of: number) {
  const { outputs, sources, run, tools, signal, media, onProgress } = work
  const { duration } = needed(outputs.encode)
  const recording = media.storage.upload('files', sound.file.filename)
  const level = await encodeSound(
    tools,
    recording,
    { duration, offsetMs: sound.offsetMs, loudness: sources.loudness },
    target,
    {
      signal,
      onProgress: (at) => onProgress(index * duration + at, of * duration),
      pidFile: media.storage.pidFile(run),
    },
  )
  if (!level.quiet) await media.storage.part(run, 'sample', (scratch) => makeSample(tools, target, duration, scratch))
  await writeText(path.join(target, LEVEL), JSON.stringify(level))
}
