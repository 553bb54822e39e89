import type { Runtime } from '../runtime'
import { resumeClearing } from './clear'
import { loadCounty } from './demo'
import { mark, marked } from './ledger'
import { ensureReference } from './reference'
import { demoRoots } from './rows'
import { ensureStaff, firstAdministrator } from './staff'
import { stepper } from './step'

/**
 * What an empty database needs before the first visitor: reference rows, the first administrator and, unless `DEMO=off`,
 * the demo county. Whether it is wanted is decided once, on the first start; a start that was cut off is completed by
 * the next one, and a demo that was cleared never comes back.
 */
export async function prepare(runtime: Runtime): Promise<void> {
  const { payload, log, env, clock } = runtime
  if (env.ROLE === 'worker') return
  await resumeClearing(runtime)
  if (await marked(payload, 'seed.done')) return

  const begun = await marked(payload, 'seed.begun')
  const empty = (await payload.count({ collection: 'users' })).totalDocs === 0
  const demo = begun ? begun.details?.demo === true : env.DEMO && empty
  if (!begun) await mark(payload, 'seed.begun', { demo })
  const step = stepper(log)
  await step('reference', () => ensureReference(payload, clock.now()))
  await step('administrator', () => ensureStaff(payload, [firstAdministrator]))
  if (demo) await loadCounty(runtime, step)
  await mark(payload, 'seed.done', demo ? { demo, rows: await demoRoots(payload) } : { demo })
}
