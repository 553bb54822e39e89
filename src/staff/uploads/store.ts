import { FileStore } from '@tus/file-store'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { list, storage } from '../../../media/storage'
import type { Runtime } from '../../runtime'
import { told, uploadId } from './rules'

const noted = told.extend({ owner: z.string() })

/** An upload as it lies on the disk: its bytes, and beside them a note of who began it and what it is. */
export type Begun = z.infer<typeof noted> & { id: string; size: number; offset: number; file: string; at: string }

/** Uploads under way, in `DATA_DIR/tmp/uploads`. The truth is the disk: nothing of it is in memory. */
export function uploadStore({ env }: Pick<Runtime, 'env'>) {
  const folder = storage(env.DATA_DIR).begun
  const kept = path.resolve(env.DATA_DIR, 'uploads', 'files')
  const store = new FileStore({ directory: folder })
  const fileOf = (id: string) => path.join(folder, id)

  /** Null when there is none. The bytes are gone once they have become a document: `offset` is then null. */
  async function read(id: string): Promise<(Omit<Begun, 'offset'> & { offset: number | null }) | null> {
    const note = await store.configstore.get(id).catch((error: unknown) => {
      if (error instanceof SyntaxError) return undefined // killed while it was begun: nobody was told of it
      throw error
    })
    const metadata = noted.safeParse(note?.metadata)
    if (!note?.size || !metadata.success) return null
    const rest = { id, size: note.size, file: fileOf(id), at: note.creation_date ?? '' }
    const offset = existsSync(fileOf(id)) ? (await store.getUpload(id)).offset : null
    return { ...metadata.data, ...rest, offset }
  }

  return {
    tus: store,
    read,
    async all(): Promise<Begun[]> {
      const ids = (await list(folder)).filter((name) => uploadId.safeParse(name).success)
      const found = await Promise.all(ids.map(read))
      return found.filter((upload): upload is Begun => upload !== null && upload.offset !== null)
    },
    dropBytes: (id: string) => rm(fileOf(id), { force: true }),
    async drop(id: string) {
      await rm(fileOf(id), { force: true })
      await rm(`${fileOf(id)}.json`, { force: true })
    },
    /** Half a copy that a killed attempt left under the name this upload takes. */
    async dropHalf(tag: string) {
      for (const name of await list(kept)) if (name.includes(tag)) await rm(path.join(kept, name), { force: true })
    },
  }
}
export type UploadStore = ReturnType<typeof uploadStore>
