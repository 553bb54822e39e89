import type { Runtime } from '../runtime'
import { resumeClearing } from './clear'
import { loadCounty } from './demo'
import { mark, marked } from './ledger'
import { ensureReference } from './reference'
import { demoRows } from './rows'
import { ensureStaff, firstAdministrator } from './staff'

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
  await mark(payload, 'seed.done', demo ? { demo, rows: rootsOf(await demoRows(payload)) } : { demo })
}

/** Deliveries and their like are found through these; there can be many of them. */
const rootsOf = ({
  articles,
  videos,
  campaigns,
  questions,
  channels,
  files,
}: Awaited<ReturnType<typeof demoRows>>) => ({
  ...{ articles, videos, campaigns, questions, channels, files },
})

export type Step = (name: string, run: () => Promise<void>) => Promise<void>

function stepper(log: Runtime['log']): Step {
  return async (name, run) => {
    const start = performance.now()
    await run()
    log.info({ step: name, ms: Math.round(performance.now() - start) }, 'first start')
  }
}
