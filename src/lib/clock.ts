/** The only source of "now". Tests hand in a clock of their own; nothing else reads the system time for decisions. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }

/** A clock that can be moved, for tests and simulations. Time still passes at its usual pace from where it was set. */
export function movableClock(base: Clock = systemClock): Clock & { moveTo(instant: Date): void } {
  let offset = 0
  return {
    now: () => new Date(base.now().getTime() + offset),
    moveTo: (instant) => {
      offset = instant.getTime() - base.now().getTime()
    },
  }
}
