import type { Runtime } from '../../runtime'

/** Brings the roll-ups up to date, so that a report has little left to do. */
export const rollUp = ({ events }: Runtime) => events.rollUp()

/** Destroys what must not be kept: day secrets, persons, old raw events. */
export const sweepEvents = ({ events, clock }: Runtime) => events.sweep(clock.now())
