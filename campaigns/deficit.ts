import { sharesOf } from '../src/lib/mix'

/** Credit of a topic from earlier weeks, in items: what it was owed and did not get, or had too much of. */
export type Credit = readonly number[]

/** From week to week old debts fade (ranking.md 2.2). */
export const CREDIT_DECAY = 0.9

/** Debts closer than this are equal, whatever the rounding of sums says. */
const EVEN = 1e-9

export type Turn = { topic: number; deficit: number }

/**
 * Which topics come next: each turn goes to the topic that lacks most, wanted share times turns so far less what it got
 * (deficit scheduling, ranking.md 2.2); of two that lack alike the rarer one, which got less of its share. Over-service
 * stays under one item. Topics nobody wants are never chosen.
 * @param had how many of each topic there are already, counted into the balance
 * @returns the turns in order, and the credit to carry into the next week
 */
export function nextTopics(
  wanted: readonly number[],
  turns: number,
  { had = [], credit = [] }: { had?: readonly number[]; credit?: Credit } = {},
): { turns: Turn[]; credit: number[] } {
  const shares = sharesOf(wanted)
  const owed = shares.map((share, t) => {
    const before = had.reduce((sum, count) => sum + positive(count), 0)
    return share * before - positive(had[t] ?? 0) + (Number.isFinite(credit[t]) ? credit[t]! : 0)
  })
  const chosen: Turn[] = []
  const wants = shares.some((share) => share > 0)
  for (let n = 0; wants && n < Math.max(0, Math.floor(turns) || 0); n++) {
    shares.forEach((share, t) => (owed[t]! += share))
    let most = -1
    owed.forEach((debt, t) => {
      if (!(shares[t]! > 0)) return
      const more = most < 0 ? Infinity : debt - owed[most]!
      if (more > EVEN || (more > -EVEN && shares[t]! < shares[most]!)) most = t
    })
    chosen.push({ topic: most, deficit: owed[most]! })
    owed[most]! -= 1
  }
  return { turns: chosen, credit: owed.map((debt) => debt * CREDIT_DECAY) }
}

const positive = (count: number) => (Number.isFinite(count) && count > 0 ? count : 0)
