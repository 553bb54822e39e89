import type { Payload } from 'payload'
import { FEWEST_FOR_SHARES } from '../src/lib/mix'
import { addDays, type Day } from '../src/lib/zone'
import { readCarried } from './carrying'
import { commissions, waysFor, weekCells, type Commission, type CommissionBrief } from './commission'
import { balance, mondayOf } from './credit'
import { offersFor, type Offer } from './lending'
import { limitsAbove, limitsOf } from './limits'
import { below, MIX_DAYS, officeLimits, peopleOf } from './officeMix'
import type { Supply } from './supply'

const DAY = 86_400_000

export type CommissionList = {
  rows: Commission[]
  /** Different items that went out in 90 days, in how many deliveries. */
  distinct: number
  deliveries: number
  /** Enough of them to speak of shares (mix.ts). */
  enough: boolean
  /** Segments nobody entered a demand for: nothing can be said for them. */
  unknown: string[]
}

/** What an office and those below it should make next, from what their people need and what they got. All offices when null. */
export async function commissionsOf(
  payload: Payload,
  supply: Supply,
  { office, count, only }: { office: string | null; count: number; only?: ReadonlySet<string> },
): Promise<CommissionList> {
  const { now, segments, written, standard } = supply
  const { topics, scope, mine, people, cellsOf } = standingOf(supply, office)
  const since = new Date(now.getTime() - MIX_DAYS * DAY).toISOString()
  const delivered = mine.filter(({ at }) => at >= since)
  const distinct = new Set(delivered.map(({ itemKey }) => itemKey)).size
  const carried = await readCarried(payload, { office, today: supply.today, cellsOf })
  const brief: CommissionBrief = {
    ...{ topics, segments, people, delivered, written, standard, stock: supply.stock },
    only,
    carried: balance(carried, cellsOf(mondayOf(supply.today))),
    enough: distinct >= FEWEST_FOR_SHARES,
    taken: supply.taken.filter((one) => !scope || (one.office && scope.has(one.office))),
  }
  return {
    ...{ rows: commissions(brief, count), distinct, deliveries: delivered.length, enough: brief.enough },
    unknown: segments.filter(({ demand }) => !demand.some(({ share }) => share > 0)).map(({ id }) => id),
  }
}

/** Closes the whole weeks of an office that nobody has looked at, with the demand of today. */
export async function closeWeeksOf(payload: Payload, supply: Supply, office: string | null): Promise<void> {
  await readCarried(payload, { office, today: supply.today, cellsOf: standingOf(supply, office).cellsOf })
}

/** What holds for an office and those below it, whom they reach, and what each week wanted and got. */
function standingOf(supply: Supply, office: string | null) {
  const { topics } = limitsOf(supply.topics, { office: limitsAbove(supply.offices.map(officeLimits), office) })
  const scope = scopeOf(supply, office)
  const mine = scope ? supply.sent.filter((one) => one.office && scope.has(one.office)) : supply.sent
  const people = peopleOf(supply.rows, scope ? supply.offices.filter(({ id }) => scope.has(String(id))) : [])
  const cellsOf = (week: Day) => {
    const delivered = mine.filter(({ day }) => day >= week && day < addDays(week, 7))
    return weekCells({ topics, segments: supply.segments, people, delivered })
  }
  return { topics, scope, mine, people, cellsOf }
}

/** What an office could take instead of making this piece anew. */
export function offersTo(supply: Supply, office: string | null, piece: Omit<Commission, 'reasons'>): Offer[] {
  const scope = scopeOf(supply, office)
  const mine = <T extends { office: string | null }>(rows: T[]) =>
    rows.filter((one) => !scope || (one.office && scope.has(one.office)))
  const segment = supply.segments.find(({ id }) => id === piece.segment)
  return offersFor(piece, {
    ways: segment ? waysFor(segment, supply) : [],
    ...{ stock: supply.stock, scope, standard: supply.standard },
    delivered: new Set(mine(supply.sent).map(({ itemKey }) => itemKey)),
    borrowed: new Set(mine(supply.loans).map(({ itemKey }) => itemKey)),
  })
}

const scopeOf = ({ offices }: Supply, office: string | null) => (office ? below(offices, office) : null)
