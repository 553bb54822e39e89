import type { Payload } from 'payload'
import { findCitations } from '../lib/citations'
import { shortLawName } from '../lib/lawNames'
import type { Article } from '../payload-types'

type Row = NonNullable<Article['citations']>[number]
/** Every name a stored law goes by, and its slug. */
export type LawBook = Map<string, string>

/** 《食品安全法》第148条; as written where the text does not say which law. */
export const inWords = ({ law, number, raw }: Row): string =>
  law
    ? `《${law}》第${String(number)
        .replace(/-(\d+)$/, '条之$1')
        .replace(/^(\d+)$/, '$1条')}`
    : raw

export async function lawBook(payload: Payload): Promise<LawBook> {
  const { docs } = await payload.find({ collection: 'statutes', pagination: false, depth: 0, overrideAccess: true })
  return new Map(
    docs.flatMap(({ title, shortTitle, aliases, slug }) =>
      [shortTitle, title, ...(aliases ?? []).map(({ name }) => name)].map(
        (name) => [shortLawName(name), slug] as const,
      ),
    ),
  )
}

/** One row for every article cited, with its first mention; an article we do not have stays without a link. */
export async function citationsOf(payload: Payload, laws: LawBook, text: string): Promise<Row[]> {
  const rows = new Map<string, Row>()
  for (const { raw, law, number } of findCitations(text, { names: [...laws.keys()] })) {
    const key = `${law}/${number}`
    if (!rows.has(key)) rows.set(key, { raw, law, number })
  }
  return Promise.all([...rows.values()].map((row) => linked(payload, laws, row)))
}

/** Links what an earlier import had to leave open; true when something could be. Nothing else of the draft is touched. */
export async function relink(
  payload: Payload,
  laws: LawBook,
  draft: Pick<Article, 'id' | 'citations'>,
  dryRun: boolean,
) {
  const before = draft.citations ?? []
  if (before.every(({ provision }) => provision)) return false
  const citations = await Promise.all(before.map((row) => (row.provision ? row : linked(payload, laws, row))))
  if (citations.every(({ provision }, at) => Boolean(provision) === Boolean(before[at]!.provision))) return false
  if (!dryRun)
    await payload.update({
      ...{ collection: 'articles', id: draft.id, draft: true, overrideAccess: true, depth: 0 },
      data: { citations },
    })
  return true
}

async function linked(payload: Payload, laws: LawBook, row: Row): Promise<Row> {
  const slug = row.law && laws.get(row.law)
  if (!slug) return row
  const { docs } = await payload.find({
    ...{ collection: 'provisions', where: { address: { equals: `${slug}/${row.number}` } }, depth: 0, limit: 1 },
    overrideAccess: true,
  })
  return docs[0] ? { ...row, provision: docs[0].id } : row
}
