import type { Payload } from 'payload'
import type { SQL } from '@payloadcms/db-sqlite/drizzle'
import { and, eq } from '@payloadcms/db-sqlite/drizzle'
import type { Stream } from '../src/lib/stream'
import { wantedRuns } from './sources'

/** Which run's stream a film holds now, in the row residents see and in the latest draft. */
export type Held = { public: Stream | undefined; preview: Stream | undefined }
type Row = { id: string; stream?: Stream | null }

export async function heldStreams(payload: Payload, video: string): Promise<Held> {
  const read = (draft: boolean) =>
    payload.findByID({
      collection: 'videos',
      id: video,
      draft,
      depth: 0,
      joins: false,
      disableErrors: true,
    }) as unknown as Promise<Row | null>
  const [live, draft] = await Promise.all([read(false), read(true)])
  return { public: live?.stream ?? undefined, preview: draft?.stream ?? undefined }
}

/** Folders of the streams a film has now: parts of them may be taken over. */
export async function earlierStreams(payload: Payload, video: string): Promise<string[]> {
  const held = await heldStreams(payload, video)
  return [...new Set([held.preview?.folder, held.public?.folder])].filter((folder) => folder !== undefined)
}

/**
 * Writes a finished stream to those rows of the film that want exactly this run: the public one only when the approved
 * film and the approved tracks made it. Below Payload's hooks, so that neither a version nor a review is touched.
 */
export async function applyStream(payload: Payload, video: string, stream: Stream) {
  const wanted = await wantedRuns(payload, video)
  const seen = { public: wanted.public?.run === stream.run, preview: wanted.preview?.run === stream.run }
  if (seen.public) await payload.db.updateOne({ collection: 'videos', id: video, data: { stream }, returning: false })
  if (seen.preview) await writeLatestVersion(payload, video, stream)
  return seen
}

async function writeLatestVersion(payload: Payload, video: string, stream: Stream): Promise<void> {
  if (payload.db.name !== 'sqlite') {
    const { versions } = payload.db as unknown as { versions: Record<string, Model> }
    await versions.videos!.updateMany({ parent: video, latest: true }, { $set: { 'version.stream': stream } })
    return
  }
  const { drizzle, tables } = payload.db as unknown as Sqlite
  const table = tables._videos_v!
  await drizzle
    .update(table)
    .set({ version_stream: stream })
    .where(and(eq(table.parent!, video), eq(table.latest!, true)))
}

type Model = { updateMany(where: object, change: object): Promise<unknown> }
type Table = Record<string, SQL>
type Sqlite = {
  tables: Record<string, Table>
  drizzle: { update(table: Table): { set(data: object): { where(condition: unknown): Promise<unknown> } } }
}
