import type { Payload } from 'payload'
import { CodedError } from '../lib/errors'
import { createMany } from './bulk'
import { readRows } from './sheet'
import { columnsOf } from './signalCells'
import { judge, type SignalRow, type Verdict } from './signalRows'

const all = { depth: 0, pagination: false, overrideAccess: true } as const
/** A title and a remark may stand above the headings. */
const MOST_ABOVE = 10

export type SignalSheet = { verdicts: Verdict[]; fresh: SignalRow[] }

/**
 * Reads a spreadsheet of signals and says what would become of every line. Writes nothing.
 * @throws CodedError as `readRows`, or `import-columns`
 */
export async function readSignalSheet(payload: Payload, bytes: Buffer, today: string): Promise<SignalSheet> {
  const rows = await readRows(bytes)
  const at = rows.slice(0, MOST_ABOVE).findIndex(({ cells }) => columnsOf(cells))
  const columns = at < 0 ? null : columnsOf(rows[at]!.cells)
  if (!columns) throw new CodedError('import-columns')
  const [topics, segments, there] = await Promise.all([
    payload.find({ collection: 'topics', ...all }),
    payload.find({ collection: 'segments', ...all }),
    payload.find({ collection: 'signals', ...all, select: { importKey: true, count: true } }),
  ])
  const verdicts = judge(rows.slice(at + 1), columns, {
    topics: topics.docs.map(({ phrases, ...topic }) => ({ ...topic, phrases: phrases?.map(({ phrase }) => phrase) })),
    segments: segments.docs,
    there: new Map(there.docs.map(({ importKey, count }) => [importKey ?? '', count])),
    today,
  })
  return { verdicts, fresh: verdicts.flatMap((verdict) => (verdict.state === 'new' ? [verdict.row] : [])) }
}

/** Noon: the same day in every time zone a county has. */
const instant = (day: string | null) => (day ? new Date(`${day}T12:00:00Z`).toISOString() : null)

/** Keeps the lines under one batch, by which they can be taken back. Cut off in between, the file is imported again. */
export async function keepSignals(
  payload: Payload,
  rows: readonly SignalRow[],
  { batch, office, now }: { batch: string; office: string | null; now: Date },
): Promise<void> {
  const stamp = { createdAt: now.toISOString(), updatedAt: now.toISOString() }
  const data = rows.map(({ date, from, to, segment, ...row }) => ({
    ...row,
    ...{ date: instant(date), batch, ...stamp },
    ...(from ? { from: instant(from) } : {}),
    ...(to ? { to: instant(to) } : {}),
    ...(segment ? { segment } : {}),
    ...(office ? { office } : {}),
  }))
  try {
    await createMany(payload, 'signals', data)
  } catch (error) {
    // The unique key: a colleague has just imported the same file.
    throw new CodedError('conflict', undefined, undefined, { cause: error })
  }
}
