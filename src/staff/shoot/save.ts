import type { Request } from 'express'
import { z } from 'zod'
import { CodedError } from '../../lib/errors'
import type { Video } from '../../payload-types'
import type { Runtime } from '../../runtime'
import { submit } from '../reviewActions'
import { openCase } from '../reviewCase'
import type { Staff } from '../staff'

const id = z.string().min(1).max(64)

/** What the phone page sends, complete or not: an unfinished draft is kept too. */
export const shot = z.object({
  file: id,
  title: z.string().trim().max(20),
  topic: id.nullable(),
  segments: z.array(id).max(20),
  variety: id.nullable(),
  summary: z.string().trim().max(200),
})
export type Shot = z.infer<typeof shot>

/** Writes the draft of a filmed item: one draft a file, however often it is sent. Returns its id. */
export async function saveShot({ payload }: Runtime, me: Staff, { file, ...words }: Shot): Promise<string> {
  const asked = { user: me, overrideAccess: false, depth: 0 } as const
  const given = await payload.find({ ...asked, collection: 'files', where: { id: { equals: file } }, limit: 1 })
  if (given.docs[0]?.kind !== 'film') throw new CodedError('media-not-a-film')
  const { docs } = await payload.find({
    ...asked,
    ...{ collection: 'videos', draft: true, limit: 1, joins: false, select: { title: true } },
    where: { and: [{ film: { equals: file } }, { 'review.writers': { in: [me.id] } }] },
  })
  const data = { ...words, film: file } as Partial<Video> as Video
  const write = { ...asked, collection: 'videos', draft: true, data } as const
  if (docs[0]) return (await payload.update({ ...write, id: docs[0].id })).id
  return (await payload.create(write)).id
}

/** Hands the draft in, as the button in the admin does. Asked twice, it is handed in once. */
export async function handIn(runtime: Runtime, me: Staff, req: Request, video: string): Promise<void> {
  const opened = await openCase(runtime, me, req, 'videos', video)
  const { stage, hash, submittedHash } = opened.item
  if (stage === 'submitted' && hash === submittedHash) return
  if (!opened.version.doc.title) throw new CodedError('incomplete')
  await submit({ runtime, me, collection: 'videos', id: video, opened })
}
