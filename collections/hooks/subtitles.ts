import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { CollectionBeforeChangeHook, Payload } from 'payload'
import { errorCodes } from '../../src/lib/errorCodes'
import { CodedError } from '../../src/lib/errors'
import { MOST_BYTES, readSubtitle, type Subtitle } from '../../src/lib/subtitles'
import { idOf } from '../access'

/** A file that is no subtitle is refused while the person who chose it still looks at the form. */
export const refuseUnreadable: CollectionBeforeChangeHook = async ({ data, originalDoc, req, context }) => {
  const chosen = idOf(data.file)
  if (context.workflow || !chosen || chosen === idOf(originalDoc?.file)) return data
  try {
    await subtitleOf(req.payload, chosen)
  } catch (error) {
    if (!(error instanceof CodedError)) throw error
    // In the language of the admin: the form shows the message as it comes.
    const words = errorCodes[error.code][req.i18n?.language === 'en' ? 'en' : 'zh']
    throw new CodedError(error.code, words, error.details, { cause: error })
  }
  return data
}

/** Reads a stored subtitle. Throws the codes of `readSubtitle`, and `not-found` when row or file is gone. */
export async function subtitleOf(payload: Payload, id: string): Promise<Subtitle> {
  const file = await payload.findByID({ collection: 'files', id, depth: 0, disableErrors: true })
  if (!file?.filename) throw new CodedError('not-found')
  if ((file.filesize ?? 0) > MOST_BYTES) throw new CodedError('subtitle-too-many')
  try {
    return readSubtitle(await readFile(path.join(payload.collections.files.config.upload.staticDir!, file.filename)))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new CodedError('not-found', undefined, {}, { cause: error })
    throw error
  }
}
