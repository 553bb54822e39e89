import type { Payload } from 'payload'
import { spokenHash, spokenText, type Spoken } from '../lib/spokenText'

/** What an article says aloud now, in its latest draft and on the public page. */
export async function spokenNow(payload: Payload, article: string) {
  const read = (draft: boolean) =>
    payload.findByID({ collection: 'articles', id: article, draft, depth: 0, disableErrors: true })
  const [draft, live, offices, settings] = await Promise.all([
    read(true),
    read(false),
    payload.find({ collection: 'offices', sort: 'createdAt', depth: 0, pagination: false }),
    payload.findGlobal({ slug: 'settings', depth: 0 }),
  ])
  const hash = (doc: unknown) => spokenHash(spokenText(doc as Spoken, { offices: offices.docs, settings }))
  return {
    draft: draft ? hash(draft) : null,
    live: live?._status === 'published' ? hash(live) : null,
  }
}
export type SpokenNow = Awaited<ReturnType<typeof spokenNow>>

/** Whether a reading still says what the article says, on the public page or in the draft that is to follow. */
export const isFresh = (textHash: string | null | undefined, { draft, live }: SpokenNow): boolean =>
  Boolean(textHash) && (textHash === draft || textHash === live)
