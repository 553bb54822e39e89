import { readingAudioSchema, type ReadingAudio } from '../../lib/readingAudio'
import type { Runtime } from '../../runtime'
import { idOf } from './facts'

/** An approved reading of an article. */
export type Reading = ReadingAudio & { variety?: string }

/** The newest approved reading of each variety; whether it still says what the article says is judged by the page. */
export async function readingsOf({ payload }: Pick<Runtime, 'payload'>, article: string): Promise<Reading[]> {
  if (!article) return []
  const { docs } = await payload.find({
    collection: 'readings',
    where: { article: { equals: article } },
    select: { variety: true, approvedAudio: true },
    sort: '-approvedAt',
    depth: 0,
    limit: 50,
    pagination: false,
  })
  const heard = docs.flatMap((row) => {
    const audio = readingAudioSchema.safeParse(row.approvedAudio)
    return audio.success ? [{ ...audio.data, variety: idOf(row.variety) }] : []
  })
  return heard
}
