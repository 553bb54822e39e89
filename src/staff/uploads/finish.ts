import { refusedFile } from '../../../collections/hooks/uploads'
import type { ErrorCode } from '../../lib/errorCodes'
import { CodedError } from '../../lib/errors'
import { inTurn } from '../../lib/inTurn'
import type { Runtime } from '../../runtime'
import type { Staff } from '../staff'
import { tagOf, taggedName } from './rules'
import type { Begun, UploadStore } from './store'

/**
 * Makes the file document of an upload whose last byte is there, with the rights of the colleague who began it.
 * Exactly one, however often it is asked and wherever the process was killed: `files.upload` is unique.
 */
export function finisher(runtime: Runtime, store: UploadStore) {
  const { payload } = runtime
  const turn = inTurn()

  async function documentOf(id: string): Promise<string | null> {
    const { docs } = await payload.find({ collection: 'files', where: { upload: { equals: id } }, depth: 0, limit: 1 })
    return docs[0]?.id ?? null
  }

  /** Resolves to the document's id. Throws the code a refused file has; its bytes are then gone. */
  const finish = (id: string): Promise<string> => turn(id, () => make(id))

  async function make(id: string): Promise<string> {
    const made = await documentOf(id)
    if (made) {
      await store.dropBytes(id)
      return made
    }
    const upload = await store.read(id)
    if (!upload || upload.offset !== upload.size) throw new CodedError('not-found')
    try {
      await store.dropHalf(tagOf(id))
      return await create(upload as Begun)
    } catch (error) {
      const code = refusalIn(error)
      if (!code) throw error
      await store.dropHalf(tagOf(id))
      await store.drop(id)
      throw error instanceof CodedError ? error : new CodedError(code, undefined, undefined, { cause: error })
    }
  }

  async function create({ id, owner, file, size, filename, filetype, purpose, note, office }: Begun): Promise<string> {
    const user = await payload.findByID({ collection: 'users', id: owner, depth: 0, disableErrors: true })
    if (!user) throw new CodedError('forbidden')
    const { id: document } = await payload.create({
      collection: 'files',
      data: { note: note ?? filename, office },
      // The bytes stay on the disk: Payload copies from `tempFilePath` and removes it at the end.
      file: { name: taggedName(filename, id), mimetype: filetype, size, data: Buffer.alloc(0), tempFilePath: file },
      context: { upload: id, purpose },
      user: { ...user, collection: 'users' } as Staff,
      overrideAccess: false,
      depth: 0,
    })
    await store.dropBytes(id)
    return document
  }
  return { finish, documentOf }
}

/** Null when the fault is ours: the bytes stay, and the next try may succeed. */
function refusalIn(error: unknown): ErrorCode | null {
  if (error instanceof CodedError) return error.status < 500 ? error.code : null
  if ((error as { name?: string }).name === 'Forbidden') return 'forbidden'
  return refusedFile(error)
}
