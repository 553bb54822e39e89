import { z } from 'zod'

/** A file of a published stream, relative to its folder. */
const file = z.string().regex(/^[\w./-]+$/)
const spoken = z.object({
  variety: z.string(), // short code of the language variety, e.g. `yue`
  tag: z.string(), // BCP 47
  name: z.string(), // 普通话, 客家话
  synthetic: z.boolean(),
  default: z.boolean(),
  uri: file,
  sample: file.optional(), // three seconds to hear before one chooses
  speaker: z.string().optional(), // credit
})
const timed = z.object({
  variety: z.string(),
  tag: z.string(),
  name: z.string(),
  origin: z.enum(['human', 'machine']),
  default: z.boolean(),
  uri: file, // a whole WebVTT file, beside the segmented playlist
})

/** What `videos.stream` holds: everything the page needs to play a film. Written by the media pipeline, read by site, feeds and kits. */
export const streamSchema = z.object({
  folder: z.string(), // `/media/streams/<content hash>`, below BASE_PATH
  master: file,
  fallback: file, // progressive MP4, faststart
  poster: file, // JPEG
  posterForms: z.array(file).optional(), // the same picture as AVIF and WebP
  posters: z.array(file).optional(), // frames an editor may choose the poster from, in the order of the film
  postersAt: z.array(z.number()).optional(), // at which second each of them stands
  duration: z.number(), // seconds
  width: z.number().int(),
  height: z.number().int(),
  bytes: z.number().int(), // of the fallback: what a phone downloads at most
  rungs: z.array(z.object({ width: z.number().int(), height: z.number().int(), bandwidth: z.number().int() })),
  /** The default sound alone, as a playlist: what a phone downloads to listen only. */
  listen: z.object({ uri: file, bytes: z.number().int() }).optional(),
  audio: z.array(spoken),
  subtitles: z.array(timed),
  run: z.string(),
})
export type Stream = z.infer<typeof streamSchema>
