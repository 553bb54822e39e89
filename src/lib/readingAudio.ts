import { z } from 'zod'

/** What `readings.audio` holds: one MP3 under a content address, and the words it reads. Written by the media engine. */
export const readingAudioSchema = z.object({
  folder: z.string(), // `/media/streams/<content hash>`, below BASE_PATH
  uri: z.string(),
  duration: z.number(), // seconds
  bytes: z.number().int(),
  textHash: z.string(),
  synthetic: z.boolean(),
  speaker: z.string().optional(),
  quiet: z.boolean(), // hardly any sound was found
})
export type ReadingAudio = z.infer<typeof readingAudioSchema>
