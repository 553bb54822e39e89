import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
} from 'payload'
import { idOf } from '../access'
import { borrowersOf } from '../access/lent'
import { writersAfter, type WorkflowStep } from './hooks'

/**
 * A dub or a subtitle is part of its film: whoever adds, changes or removes one becomes a writer of the film and voids
 * its hand-in. The approved version stays public. A part that a borrowing office added leaves the lender's work alone: it
 * has an approval of its own.
 */
async function touchFilm(req: PayloadRequest, video: unknown, office: unknown): Promise<void> {
  const me = idOf(req.user)
  const id = idOf(video)
  if (!me || !id || (await borrowersOf(req.payload, `videos:${id}`)).has(idOf(office) ?? '')) return
  const { docs } = await req.payload.find({
    collection: 'videos',
    where: { id: { equals: id } },
    draft: true,
    depth: 0,
    joins: false,
    limit: 1,
  })
  const film = docs[0]
  if (!film) return // the film went first, its parts follow
  const review = { ...film.review, stage: 'draft' as const, writers: writersAfter(film.review ?? {}, me) }
  await req.payload.update({
    collection: 'videos',
    id,
    draft: true,
    depth: 0,
    data: { review },
    context: { workflow: 'part' satisfies WorkflowStep },
  })
}

const changed: CollectionAfterChangeHook = async ({ doc, previousDoc, req, context }) => {
  if (context.workflow) return
  await touchFilm(req, doc.video, doc.office)
  const before = previousDoc?.video
  if (before && idOf(before) !== idOf(doc.video)) await touchFilm(req, before, doc.office)
}

const removed: CollectionAfterDeleteHook = async ({ doc, req, context }) => {
  if (!context.workflow) await touchFilm(req, doc.video, doc.office)
}

/** A film takes its dubs, subtitles, steps and kits along: they cannot stand without it, and the database would refuse. */
export const removeParts: CollectionBeforeDeleteHook = async ({ id, req }) => {
  for (const collection of ['tracks', 'subtitles', 'media-steps', 'kits'] as const)
    await req.payload.db.deleteMany({ collection, where: { video: { equals: id } }, req })
}

export const partHooks = { afterChange: [changed], afterDelete: [removed] }
