import { CodedError } from '../../src/lib/errors'
import type { Copy } from '../copying'
import type { Rung } from '../ladder'
import type { Media } from '../media'
import type { Package } from '../packaging'
import type { Probe } from '../probe'
import { earlierStreams } from '../publication'
import type { Run } from '../sources'
import { hashOfUrl, list } from '../storage'
import type { Tools } from '../tools'

/** What each step left for the next ones, as stored in its row. */
export type Outputs = {
  probe?: { film: Probe; fresh?: boolean }
  plan?: { rungs: Rung[]; copy?: Copy }
  encode?: { duration: number; copy?: Copy }
  poster?: { at: number[] }
  package?: Package
}
/** One step at work. `onProgress` takes seconds of film. */
export type Work = Run & {
  media: Media
  tools: Tools
  outputs: Outputs
  signal: AbortSignal
  onProgress: (seconds: number, of: number) => void
}
export type Step = (work: Work) => Promise<Record<string, unknown> | void>

export { tolerance } from '../length'

/** Something an earlier step made is no longer there: the run starts over. */
export class StartOver extends Error {}

/** The note in a finished package that says by which content its parts were made. */
export const PIECES = 'pieces.json'

/** The picture of a film that is sound only, in the part `still`. */
export const STILL = 'still.png'

export const film = ({ sources, media }: Work) => media.storage.upload('files', sources.film.filename)

/** Takes a part over from an earlier stream of the same film when its content key is the same. */
export async function reused(
  { media, video, outputs }: Work,
  part: string,
  key: string,
  target: string,
): Promise<boolean> {
  if (outputs.probe?.fresh) return false
  for (const url of await earlierStreams(media.payload, video)) {
    const hash = hashOfUrl(url)
    const pieces = (await media.storage.note(hash, PIECES)) as Record<string, string> | undefined
    if (pieces?.[part] === key && (await media.storage.reuse(hash, part, target)))
      return (await list(target)).length > 0
  }
  return false
}

/** Says in a fault which track or subtitle it is about. */
export async function about<T>(subject: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof CodedError) || error.details?.subject) throw error
    throw new CodedError(error.code, undefined, { ...error.details, subject }, { cause: error })
  }
}

export function needed<T>(output: T | undefined): T {
  if (output === undefined) throw new StartOver()
  return output
}
