import { statusOf, type MediaStepRow } from '../../media'
import { streamSchema } from '../lib/stream'
import type { Runtime } from '../runtime'
import { ensurePlannedCampaign } from './campaigns'
import { seedEngagement } from './engagement'
import { film } from './film/script'
import { findByKey } from './keyed'
import { mark, marked, type Mark } from './ledger'
import { demoRoots } from './rows'
import { stepper } from './step'

/** After so long without a film the campaign is planned without it: a machine without ffmpeg has a plan to show too. */
const PATIENCE_MS = 10 * 60_000
const finished = new WeakSet<Runtime>()
const underway = new WeakMap<Runtime, Promise<void>>()

/**
 * What the first visitor of the demo county need not wait for: eight weeks of engagement, and a plan that waits for the
 * film's stream. A job of the clock, so it is taken up again after any end; each part leaves a mark when it is whole.
 */
export async function finishDemo(runtime: Runtime, signal?: AbortSignal): Promise<void> {
  if (finished.has(runtime)) return
  const work = underway.get(runtime) ?? finish(runtime, signal).finally(() => underway.delete(runtime))
  underway.set(runtime, work)
  await work
}

/** Resolves when nothing of the above is running in this process: whoever takes the demo out waits for it. */
export const demoAtRest = async (runtime: Runtime): Promise<void> => underway.get(runtime)?.catch(() => undefined)

async function finish(runtime: Runtime, signal?: AbortSignal): Promise<void> {
  const { payload, log, events } = runtime
  const seeded = await marked(payload, 'seed.done')
  if (!seeded) return
  if (!seeded.details?.demo || (await cleared(runtime))) return void finished.add(runtime)
  const step = stepper(log)
  const once = async (name: Mark, run: () => Promise<boolean>) => {
    if (await marked(payload, name)) return true
    if (!(await run())) return false
    await mark(payload, name, { rows: await demoRoots(payload) })
    return true
  }

  const lively = await once('seed.engagement', async () => {
    // A run that was cut off may have left a part of them, on other dates.
    await events.clearDemo()
    await step('engagement', () => seedEngagement(runtime, { signal }))
    return !signal?.aborted
  })
  // Another process may have taken the demo out meanwhile.
  if (await cleared(runtime)) return events.clearDemo()
  const since = runtime.clock.now().getTime() - Date.parse(seeded.createdAt)
  const planned = await once('seed.plan', async () => {
    if (!(await filmSettled(runtime)) && since < PATIENCE_MS) return false
    await step('planned campaign', () => ensurePlannedCampaign(runtime))
    return true
  })
  if (lively && planned) finished.add(runtime)
}

const cleared = async ({ payload }: Runtime) => Boolean(await marked(payload, 'demo.clear.begun'))

/** Its stream is there, or will not come. */
async function filmSettled({ payload }: Runtime): Promise<boolean> {
  const video = await findByKey(payload, 'videos', { slug: film.slug })
  if (!video || streamSchema.safeParse(video.stream).success) return true
  const { docs } = await payload.find({
    ...{ collection: 'media-steps', where: { video: { equals: video.id } }, depth: 0, pagination: false },
  })
  return ['failed', 'cancelled'].includes(statusOf(docs as unknown as MediaStepRow[]).state)
}
