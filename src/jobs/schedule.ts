import cron from 'node-cron'
import type { Runtime } from '../runtime'
import { closeWeeks } from './tasks/closeWeeks'
import { dispatch } from './tasks/dispatch'
import { checkStreams, makeReadings, makeStreams, sweepMedia } from './tasks/media'
import { rollUp, sweepEvents } from './tasks/rollup'
import { finishDemo } from '../seed/later'

type Job = { name: string; at: string; run: (runtime: Runtime, signal: AbortSignal) => Promise<void> }

/** The whole clock on one page. node-cron only ticks; the truth is what is due in the database. */
export const schedule: Job[] = [
  { name: 'demo', at: '*/10 * * * * *', run: finishDemo },
  { name: 'dispatch', at: '5-59/10 * * * * *', run: dispatch },
  { name: 'media', at: '*/10 * * * * *', run: makeStreams },
  { name: 'readings', at: '7-59/10 * * * * *', run: makeReadings },
  { name: 'close-weeks', at: '10 * * * *', run: closeWeeks },
  { name: 'sweep-media', at: '15 * * * *', run: sweepMedia },
  { name: 'check-media', at: '30 3 * * *', run: checkStreams },
  { name: 'rollup', at: '20 * * * * *', run: rollUp },
  { name: 'sweep-events', at: '40 1 * * * *', run: sweepEvents },
]

/** Starts the ticks. A job never overlaps itself; a failure is logged and the next tick tries again. */
export function startClock(runtime: Runtime) {
  const running = new Map<string, Promise<void>>()
  const halt = new AbortController()
  const run = (job: Job): Promise<void> => {
    const current = running.get(job.name)
    if (current) return current
    const work = job
      .run(runtime, halt.signal)
      .catch((error: unknown) => runtime.log.error({ err: error, job: job.name }, 'job failed'))
      .finally(() => running.delete(job.name))
    running.set(job.name, work)
    return work
  }
  const ticks = schedule.map((job) =>
    cron.schedule(job.at, () => void run(job), { timezone: runtime.env.SITE_TIMEZONE, name: job.name }),
  )
  return {
    /** Runs a job now; the promise resolves when it has ended. */
    wake: async (name: string) => {
      const job = schedule.find((entry) => entry.name === name)
      if (job) await run(job)
    },
    /** Runs every job once from now on: what a moved clock has made due must not wait for the next tick. */
    tick: async () => {
      await Promise.allSettled(running.values())
      await Promise.all(schedule.map(run))
    },
    stop: async () => {
      halt.abort() // a long encode is ended and taken up again after the start
      for (const tick of ticks) await tick.stop()
      await Promise.allSettled(running.values())
    },
  }
}
