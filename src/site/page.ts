import { CodedError } from '../lib/errors'
import type { Runtime } from '../runtime'
import type { Sheet } from './layout/Sheet'
import type { Repository } from './repository'
import type { View } from './view'

/** What a page is made from. */
export type Visit = { view: View; repo: Repository; runtime: Runtime; slug: string; part: string }
export type PageMaker = (visit: Visit) => Promise<Sheet>

/** The row, or the page for addresses that lead nowhere. */
export function found<T>(row: T | null | undefined): T {
  if (row === null || row === undefined) throw new CodedError('not-found')
  return row
}
