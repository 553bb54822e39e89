import { z } from 'zod'
import { CodedError } from '../src/lib/errors'
import { loudnessOf } from '../src/lib/loudness'
import { readingAudioSchema, type ReadingAudio } from '../src/lib/readingAudio'
import type { Media } from './media'
import { encodeMp3, MP3 } from './mp3'
import { probe } from './probe'
import { sayable, speak, voiceOf } from './speech'
import { drop, path, sizeOf, streamUrl, writeText } from './storage'

/** What a machine voice says first: it is labelled audibly, not only on the page. */
export const NOTICE = '以下是机器合成的声音。'

const schema = z.object({
  id: z.string(),
  text: z.string().nullish(),
  textHash: z.string().nullish(),
  synthetic: z.boolean().nullish(),
  speaker: z.string().nullish(),
  file: z.object({ filename: z.string() }).nullish(),
  variety: z.object({ code: z.string(), name: z.string(), voice: z.string().nullish() }),
  article: z.object({ title: z.string().nullish() }).nullish(),
})
type Reading = z.infer<typeof schema>

/** The work folder of a reading; the sweep leaves it alone while the row is open. */
export const readingRun = (id: string) => `reading-${id}`

/**
 * Makes one reading into an MP3 under its content address: from the uploaded recording, or spoken by machine.
 * Throws `speech-none`, `speech-failed`, `media-*`: sentences for the person who asked for it.
 * @param found the row with its relations
 */
export async function makeReading(
  media: Media,
  found: unknown,
  espeak: string[],
  signal: AbortSignal,
): Promise<ReadingAudio> {
  const { tools, storage, payload } = media
  const reading = schema.parse(found)
  if (!tools) throw new CodedError('media-no-ffmpeg')
  const { media: wanted } = await payload.findGlobal({ slug: 'settings', depth: 0 })
  const run = readingRun(reading.id)
  const recording = reading.file
    ? storage.upload('files', reading.file.filename)
    : await spoken(media, reading, { command: wanted?.speechCommand, espeak }, signal)
  const { duration } = await probe(tools, recording, 'track')
  const label = { synthetic: !reading.file || reading.synthetic === true, speaker: reading.speaker || undefined }
  const made = await storage.part(run, 'mp3', async (folder) => {
    const watch = { signal, pidFile: storage.pidFile(run) }
    const tags = { ...label, title: reading.article?.title ?? '' }
    const quiet = await encodeMp3(tools, recording, folder, { duration, loudness: loudnessOf(wanted), tags }, watch)
    return { quiet, bytes: await sizeOf(path.join(folder, MP3)) }
  })
  const hash = await storage.address(run, 'mp3')
  await storage.publish(run, 'mp3', hash)
  const textHash = reading.textHash ?? ''
  return readingAudioSchema.parse({ folder: streamUrl(hash), uri: MP3, duration, ...made, textHash, ...label })
}

/** Lets the engine read the words, the notice in front. */
async function spoken(media: Media, reading: Reading, engines: Parameters<typeof voiceOf>[1], signal: AbortSignal) {
  const voice = voiceOf(reading.variety, engines)
  if (!voice) throw new CodedError('speech-none', undefined, { subject: reading.variety.name })
  const run = readingRun(reading.id)
  await media.storage.part(run, 'speech', async (folder) => {
    const text = path.join(folder, 'text.txt')
    await writeText(text, sayable(`${NOTICE}\n${reading.text ?? ''}\n`))
    await speak(voice, text, path.join(folder, 'speech.wav'), signal)
    await drop(text)
  })
  return path.join(media.storage.work(run, 'speech'), 'speech.wav')
}
