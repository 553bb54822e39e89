import type { Payload } from 'payload'
import type { Language, Names } from './reasons'

/** The names of everything a reason can speak of, in one reading. An id that is gone is shown as a dash. */
export async function readNames(payload: Payload, language: Language): Promise<Names> {
  const read = (collection: 'topics' | 'segments' | 'varieties' | 'channels') =>
    payload.find({ collection, depth: 0, pagination: false, overrideAccess: true })
  const rows = (await Promise.all([read('topics'), read('segments'), read('varieties'), read('channels')])).flatMap(
    ({ docs }) => docs as { id: string; name: string; nameEn?: string | null }[],
  )
  const names = new Map(rows.map((row) => [String(row.id), (language === 'en' && row.nameEn) || row.name]))
  return (id) => names.get(id) ?? '—'
}
