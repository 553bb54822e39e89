import { dispatchDue } from '../../../campaigns'
import type { Runtime } from '../../runtime'

/** Hands out what is due. Residents' pages change when something went out. */
export async function dispatch({ payload, clock, log, env, epoch }: Runtime): Promise<void> {
  const done = await dispatchDue({
    payload,
    log,
    now: () => clock.now(),
    publicUrl: env.PUBLIC_URL,
    timeZone: env.SITE_TIMEZONE,
  })
  if (Object.values(done).some((count) => count > 0)) log.info(done, 'deliveries dispatched')
  if (done.submitted) epoch.bump()
}
