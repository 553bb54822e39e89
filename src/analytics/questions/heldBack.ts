/** A delivery that was once held back because its topic was at its cap. */
export type HeldRow = { state: string; letGoBy: string | null }
export type HeldBack = {
  total: number
  /** By whom they were let go, the most first. */
  letGo: { by: string; count: number }[]
  /** Went out later by itself, once there was room. */
  went: number
  waiting: number
  /** Taken out, or too late. */
  notSent: number
}

/** How many deliveries a cap held back, and what became of them: total = let go + went + waiting + notSent. */
export function heldBack(rows: readonly HeldRow[]): HeldBack {
  const people = new Map<string, number>()
  for (const { letGoBy } of rows) if (letGoBy) people.set(letGoBy, (people.get(letGoBy) ?? 0) + 1)
  const others = rows.filter(({ letGoBy }) => !letGoBy)
  const went = others.filter(({ state }) => state === 'submitted' || state === 'uncertain').length
  const waiting = others.filter(({ state }) => state === 'planned' || state === 'claimed').length
  return {
    total: rows.length,
    letGo: [...people].map(([by, count]) => ({ by, count })).sort((a, b) => b.count - a.count),
    ...{ went, waiting, notSent: others.length - went - waiting },
  }
}
