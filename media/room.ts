import { readdirSync, statfsSync, statSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { CodedError } from '../src/lib/errors'

const GIGABYTE = 1024 ** 3
/** What stays free for the database and the site. */
const RESERVE = GIGABYTE / 4
/** A film of three hours in every size, its fallback, and room to spare. */
const MOST_FOLDER = 24 * GIGABYTE

/** `output`: more than any film needs; `disk`: the disk is nearly full. */
export type Overflow = 'output' | 'disk'

/** Whether the folder a process writes into has outgrown its limit or eats the last of the disk. */
export function overflow(folder: string): Overflow | undefined {
  try {
    if (freeBytes(folder) < RESERVE) return 'disk'
    return bytesIn(folder) > MOST_FOLDER ? 'output' : undefined
  } catch (error) {
    // The folder changes while we look; the next look is two seconds away.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Throws `media-disk-full` before hours of work instead of after. What comes out is seldom larger than what came in. */
export async function needRoom(folder: string, film: string): Promise<void> {
  const { size } = await stat(film)
  if (freeBytes(folder) < size + RESERVE) throw new CodedError('media-disk-full')
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

const bytesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + sizeOf(path.join(parentPath, name)), 0)

/** A file may be renamed between listing and looking. */
const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0
