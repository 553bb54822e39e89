import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, PayloadRequest } from 'payload'
import { spokenHash, spokenText, type Spoken } from '../../src/lib/spokenText'
import { wake } from '../../src/lib/wake'
import { idOf } from '../access'

/** Set as `context.readAgain` by the staff action: the machine reads the words as they are now. */
const reasons = ['article', 'variety', 'file'] as const

/** A new recording, or other words to read: the work begins anew, and the words are kept as they were read. */
export const takesTheText: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, context, req }) => {
  if (context.workflow) return data
  const changed = reasons.some((name) => name in data && idOf(data[name]) !== idOf(originalDoc?.[name]))
  if (operation === 'update' && !changed && !context.readAgain) return data
  const article = idOf(data.article ?? originalDoc?.article)
  const text = article ? await textOf(req, article) : ''
  const file = 'file' in data ? data.file : originalDoc?.file
  return { ...data, ...(!file && { synthetic: true }), ...waiting, text, textHash: spokenHash(text) }
}

const waiting = {
  state: 'waiting',
  leaseOwner: null,
  leaseUntil: 0,
  attempts: 0,
  readyAt: 0,
  error: null,
  audio: null,
}

/** The words of the latest draft: a reading is made while its article is still being written and reviewed. */
async function textOf(req: PayloadRequest, id: string): Promise<string> {
  const { payload } = req
  const [article, offices, settings] = await Promise.all([
    payload.findByID({ collection: 'articles', id, draft: true, depth: 0, disableErrors: true }),
    payload.find({ collection: 'offices', sort: 'createdAt', depth: 0, pagination: false }),
    payload.findGlobal({ slug: 'settings', depth: 0 }),
  ])
  return article ? spokenText(article as Spoken, { offices: offices.docs, settings }) : ''
}

export const startReading = () => wake('readings')

/** An article takes its readings along. */
export const removeReadings: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.db.deleteMany({ collection: 'readings', where: { article: { equals: id } }, req })
}
