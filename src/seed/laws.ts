import path from 'node:path'
import { importLaws } from '../import'
import type { Runtime } from '../runtime'

/** The articles that the demo cites, verbatim, by the road every law takes. A later import of the whole laws completes them in place. */
export async function ensureLaws(runtime: Runtime): Promise<void> {
  const { rejected } = await importLaws(runtime, path.resolve('src/seed/laws'))
  if (rejected.length) throw new Error(`a law of the seed was rejected: ${JSON.stringify(rejected)}`)
}
