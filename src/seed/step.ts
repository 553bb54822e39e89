import type { Runtime } from '../runtime'

export type Step = (name: string, run: () => Promise<unknown>) => Promise<void>

/** Runs a named part of the first start and says how long it took. */
export function stepper(log: Runtime['log']): Step {
  return async (name, run) => {
    const start = performance.now()
    await run()
    log.info({ step: name, ms: Math.round(performance.now() - start) }, 'first start')
  }
}
