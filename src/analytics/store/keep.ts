/** Ids, and with them raw events, are remembered this long (design.md 4). */
export const KEEP_DAYS = 30
export const DAY_MS = 86_400_000
/** Persons go an hour before the 48 promised: the sweep runs hourly. */
export const PERSON_MS = 47 * 3_600_000
