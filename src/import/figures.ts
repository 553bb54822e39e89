import type { Payload } from 'payload'
import { CodedError } from '../lib/errors'
import { wallClock } from '../lib/zone'
import { createMany } from './bulk'
import { figureColumnsOf, figureKey, judgeFigures, type FigureRow, type FigureVerdict } from './figureRows'
import { readRows } from './sheet'

const all = { depth: 0, pagination: false, overrideAccess: true } as const
/** A title and a remark may stand above the headings. */
const MOST_ABOVE = 10

export type FigureSheet = { verdicts: FigureVerdict[]; fresh: FigureRow[] }
/** `offices`: whose deliveries the sheet may speak of; null = all. */
type Reader = { today: string; timeZone: string; offices: ReadonlySet<string> | null }

/**
 * Reads a spreadsheet of what platforms counted and says what would become of every line. Writes nothing.
 * @throws CodedError as `readRows`, or `figure-columns`
 */
export async function readFigureSheet(payload: Payload, bytes: Buffer, reader: Reader): Promise<FigureSheet> {
  const rows = await readRows(bytes)
  const at = rows.slice(0, MOST_ABOVE).findIndex(({ cells }) => figureColumnsOf(cells))
  const columns = at < 0 ? null : figureColumnsOf(rows[at]!.cells)
  if (!columns) throw new CodedError('figure-columns')
  const [channels, deliveries, figures] = await Promise.all([
    payload.find({ collection: 'channels', ...all }),
    payload.find({
      collection: 'deliveries',
      ...all,
      depth: 1,
      where: { state: { equals: 'submitted' } },
      select: { item: true, channel: true, office: true, submittedAt: true },
      populate: { articles: { title: true }, videos: { title: true }, channels: { name: true } } as never,
    }),
    payload.find({ collection: 'figures', ...all, where: { metric: { equals: 'plays' } } }),
  ])
  const posts = deliveries.docs.flatMap(({ id, item, channel, office, submittedAt }) => {
    const title = typeof item.value === 'object' ? item.value.title : null
    const whose = idOf(office)
    if (!title || !submittedAt || (reader.offices && !(whose && reader.offices.has(whose)))) return []
    const sent = wallClock(new Date(submittedAt), reader.timeZone).day
    return [{ id, title, sent, channel: idOf(channel)!, office: whose }]
  })
  const there = figures.docs.flatMap(({ delivery, source, readAt, value, completions }) => {
    const of = idOf(delivery)
    if (!of || !readAt) return []
    const key = figureKey({ delivery: of, source, date: wallClock(new Date(readAt), reader.timeZone).day })
    return [[key, { value, completions: completions ?? null }] as const]
  })
  const verdicts = judgeFigures(rows.slice(at + 1), columns, {
    channels: channels.docs.map(({ id, name, code }) => ({ id, name, slug: code })),
    ...{ posts, there: new Map(there), today: reader.today },
  })
  return { verdicts, fresh: verdicts.flatMap((verdict) => (verdict.state === 'new' ? [verdict.row] : [])) }
}

/** Keeps the lines under one batch, by which they can be taken back. Imported again, none is doubled. */
export async function keepFigures(
  payload: Payload,
  rows: readonly FigureRow[],
  { batch, by, now }: { batch: string; by: string; now: Date },
): Promise<void> {
  const stamp = { createdAt: now.toISOString(), updatedAt: now.toISOString() }
  const data = rows.map(({ date, office, completions, ...row }) => ({
    ...row,
    // Noon: the same day in every time zone a county has.
    ...{ metric: 'plays', readAt: new Date(`${date}T12:00:00Z`).toISOString(), by, batch, ...stamp },
    ...(office ? { office } : {}),
    ...(completions === null ? {} : { completions }),
  }))
  // Rows of one statement have the same columns.
  for (const part of [data.filter((row) => 'completions' in row), data.filter((row) => !('completions' in row))])
    if (part.length) await createMany(payload, 'figures', part)
}

const idOf = (value: unknown): string | null =>
  value && typeof value === 'object' ? String((value as { id: unknown }).id) : value ? String(value) : null
