import type { Payload } from 'payload'
import type { Day } from '../src/lib/zone'
import { closeWeek, openWeeks, type Carried, type WeekCell } from './credit'

/**
 * The credit an office carries out of the last whole week, kept in its row of `credits`. Weeks that nobody closed are
 * closed now, one after the other, from the deliveries themselves: asked twice, by two at once or after a crash, it comes
 * out the same. A row is written in one statement.
 * @param cellsOf what a week wanted and got, by its Monday
 */
export async function readCarried(
  payload: Payload,
  { office, today, cellsOf }: { office: string | null; today: Day; cellsOf: (week: Day) => WeekCell[] },
): Promise<Carried | null> {
  const key = office ?? '-'
  const kept = await rowOf(payload, key)
  const weeks = openWeeks(kept?.week ?? null, today)
  if (!weeks.length) return kept && { week: kept.week, sent: kept.sent, owed: kept.owed }
  const known = kept && openWeeks(null, today).includes(kept.week) ? kept : null
  const closed = weeks.reduce<Carried | null>((before, week) => closeWeek(before, week, cellsOf(week)), known)!
  await write(payload, key, { key, office, ...closed })
  return closed
}

/** Offices with a whole week that is not closed yet; null for the whole county. */
export async function withOpenWeeks(payload: Payload, today: Day): Promise<(string | null)[]> {
  const all = { depth: 0, pagination: false, overrideAccess: true } as const
  const [offices, rows] = await Promise.all([
    payload.find({ collection: 'offices', ...all, select: {} }),
    payload.find({ collection: 'credits', ...all, select: { key: true, week: true } }),
  ])
  const last = new Map(rows.docs.map(({ key, week }) => [key, week]))
  return [null, ...offices.docs.map(({ id }) => String(id))].filter(
    (office) => openWeeks(last.get(office ?? '-') ?? null, today).length,
  )
}

type Row = Carried & { id: string }

async function rowOf(payload: Payload, key: string): Promise<Row | null> {
  const query = { where: { key: { equals: key } }, depth: 0, limit: 1, overrideAccess: true } as const
  const { docs } = await payload.find({ collection: 'credits', ...query })
  return (docs[0] as unknown as Row | undefined) ?? null
}

async function write(payload: Payload, key: string, data: Carried & { key: string; office: string | null }) {
  const there = async () => {
    const row = await rowOf(payload, key)
    if (row) await payload.db.updateOne({ collection: 'credits', id: row.id, data, returning: false })
    return Boolean(row)
  }
  if (await there()) return
  try {
    await payload.create({ collection: 'credits', data: data as never, depth: 0 })
  } catch (error) {
    if (!(await there())) throw error // somebody else was quicker, with the same numbers
  }
}
