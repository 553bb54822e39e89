import type { Payload } from 'payload'
import type { Language, Names } from './reasons'

const named = ['topics', 'segments', 'varieties', 'channels', 'occasions', 'series'] as const

/** The names of everything a reason can speak of, in one reading. An id that is gone is shown as a dash. */
export async function readNames(payload: Payload, language: Language): Promise<Names> {
  const all = { depth: 0, pagination: false, overrideAccess: true } as const
  const read = async (collection: (typeof named)[number]) =>
    (await payload.find({ collection, ...all })).docs as { id: string; name: string; nameEn?: string | null }[]
  const campaigns = payload.find({ collection: 'campaigns', ...all, select: { title: true } })
  const rows = (await Promise.all(named.map(read))).flat()
  const names = new Map(rows.map((row) => [String(row.id), (language === 'en' && row.nameEn) || row.name]))
  for (const { id, title } of (await campaigns).docs) names.set(String(id), title)
  return (id) => names.get(id) ?? '—'
}
