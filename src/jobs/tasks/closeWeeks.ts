import { closeWeeksOf, readSupply, withOpenWeeks } from '../../../campaigns'
import { wallClock } from '../../lib/zone'
import type { Runtime } from '../../runtime'
import { readHeard } from '../../staff/heard'

/** Closes the week that has ended for every office, so that it is measured by the demand of its end and not of the day somebody looks. */
export async function closeWeeks(runtime: Runtime, signal?: AbortSignal): Promise<void> {
  const { payload, clock, env } = runtime
  const [now, timeZone] = [clock.now(), env.SITE_TIMEZONE]
  const offices = await withOpenWeeks(payload, wallClock(now, timeZone).day)
  if (!offices.length) return
  const supply = await readSupply(payload, { now, timeZone, heard: await readHeard(runtime) })
  for (const office of offices) if (!signal?.aborted) await closeWeeksOf(payload, supply, office)
}
