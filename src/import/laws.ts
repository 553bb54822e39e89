import type { Payload } from 'payload'
import { CodedError } from '../lib/errors'
import { stableHash } from '../lib/hash'
import { aliasesOf } from '../lib/lawNames'
import { slugify } from '../lib/slug'
import type { Provision, Statute } from '../payload-types'
import { createMany } from './bulk'
import { markdownFiles, readText, rejection, type Progress, type Rejected } from './files'
import { readLaw, type Article, type LawText } from './lawText'

export type LawReport = {
  kind: 'laws'
  dryRun: boolean
  files: number
  statutes: { created: number; updated: number; unchanged: number }
  provisions: { created: number; updated: number; unchanged: number }
  /** Addresses that stand in the database but no longer in the text; kept, because items cite them. */
  gone: string[]
  rejected: Rejected[]
}
type Options = { dryRun?: boolean; onProgress?: Progress }
type Counts = { created: number; updated: number; unchanged: number }

/**
 * Reads every statute below a folder (or the files named) into `statutes` and `provisions`. The parts of a code are one
 * law. Safe to run again: an article is written only when its text or place changed, its address never changes.
 */
export async function importLaws(
  { payload }: { payload: Payload },
  where: string | string[],
  { dryRun = false, onProgress }: Options = {},
): Promise<LawReport> {
  const files = Array.isArray(where) ? where : await markdownFiles(where)
  const zero = () => ({ created: 0, updated: 0, unchanged: 0 })
  const report: LawReport = {
    ...{ kind: 'laws', dryRun, files: files.length, gone: [], rejected: [] },
    ...{ statutes: zero(), provisions: zero() },
  }
  const laws = new Map<string, { text: LawText; file: string }[]>()
  for (const file of files)
    try {
      const { text, file: name } = await readText(file)
      const law = readLaw(text, name)
      const parts = laws.get(law.title) ?? []
      const twin = parts.find((other) => other.text.part === law.part || overlaps(other.text, law))
      if (twin) throw new CodedError('import-duplicate', `和 ${twin.file} 是同一部法律的同一部分`)
      laws.set(law.title, [...parts, { text: law, file }])
    } catch (error) {
      report.rejected.push(rejection(file, error))
    }

  const store = new Store(payload, dryRun, report)
  let done = report.rejected.length
  for (const parts of laws.values()) {
    try {
      await store.keep(parts.map(({ text }) => text))
    } catch (error) {
      for (const { file } of parts) report.rejected.push(rejection(file, error))
    }
    done += parts.length
    onProgress?.({ done, total: files.length, file: parts[0]!.text.shortTitle })
  }
  return report
}

const overlaps = (one: LawText, other: LawText) => {
  const numbers = new Set(one.articles.map(({ number }) => number))
  return other.articles.some(({ number }) => numbers.has(number))
}

/** `fandianxinwangluozhapianfa`: the pinyin of the short title in one word, as the address of the law. */
export const statuteSlug = (shortTitle: string): string => slugify(shortTitle).replaceAll('-', '')

class Store {
  constructor(
    private readonly payload: Payload,
    private readonly dryRun: boolean,
    private readonly report: LawReport,
  ) {}

  async keep(texts: LawText[]): Promise<void> {
    const ordered = [...texts].sort((a, b) => a.articles[0]!.order - b.articles[0]!.order)
    const [first] = ordered as [LawText]
    const slug = statuteSlug(first.shortTitle)
    const { docs } = await this.payload.find({
      ...{ collection: 'statutes', where: { slug: { equals: slug } }, limit: 1, depth: 0, overrideAccess: true },
    })
    const kept = docs[0]
    if (kept && kept.title !== first.title)
      throw new CodedError('import-conflict', `网址名 ${slug} 已经属于《${kept.title}》`)
    const data = statuteData(slug, ordered, kept)
    const statute = await this.keepStatute(data, kept)
    await this.keepArticles(statute, data, ordered)
  }

  private async keepStatute(data: StatuteData, kept?: Statute): Promise<string | undefined> {
    const same = kept && stableHash(picked(kept, data)) === stableHash(data)
    this.count(this.report.statutes, kept ? (same ? 'unchanged' : 'updated') : 'created')
    if (this.dryRun || same) return kept?.id
    if (kept) {
      await this.payload.update({ collection: 'statutes', id: kept.id, data, overrideAccess: true })
      return kept.id
    }
    return (await this.payload.create({ collection: 'statutes', data, overrideAccess: true })).id
  }

  private async keepArticles(statute: string | undefined, { slug, shortTitle }: StatuteData, texts: LawText[]) {
    const known = new Map<string, Provision>()
    if (statute) {
      // The adapter's own find: provisions have no hooks, and a whole code is read in one go.
      const rows = await this.payload.db.find<Provision>({
        ...{ collection: 'provisions', where: { statute: { equals: statute } }, pagination: false, limit: 0 },
      })
      for (const row of rows.docs) known.set(row.address, row)
    }
    const fresh: Record<string, unknown>[] = []
    for (const text of texts)
      for (const article of text.articles) {
        const data = provisionData(slug, shortTitle, article)
        const row = known.get(data.address)
        known.delete(data.address)
        const same = row && stableHash(picked(row, data)) === stableHash(data)
        this.count(this.report.provisions, row ? (same ? 'unchanged' : 'updated') : 'created')
        if (this.dryRun || same || !statute) continue
        if (row) await this.payload.db.updateOne({ collection: 'provisions', id: row.id, data })
        else fresh.push({ ...data, statute })
      }
    await createMany(this.payload, 'provisions', fresh)
    const here = new Set(texts.map(({ part }) => part))
    for (const row of known.values())
      if (!here.size || here.has(undefined) || here.has(row.part?.split(' ')[0])) this.report.gone.push(row.address)
  }

  private count(counts: Counts, what: keyof Counts) {
    counts[what]++
  }
}

type StatuteData = ReturnType<typeof statuteData>

function statuteData(slug: string, texts: LawText[], kept?: Statute) {
  const [first] = texts as [LawText]
  const latest = (days: (string | undefined)[]) => days.filter(Boolean).sort().at(-1)
  const adoptedOn = latest(texts.map((text) => text.adoptedOn))
  const effectiveOn = latest(texts.map((text) => text.effectiveOn)) ?? kept?.effectiveOn?.slice(0, 10)
  const others = (kept?.parts ?? []).filter((part) => !texts.some((text) => text.part === part.title))
  const parts = texts.flatMap((text) =>
    text.part ? [{ title: text.part, order: text.articles[0]!.order / 100, sourceHash: stableHash(text) }] : [],
  )
  const names = [first.title, ...(aliasesOf[first.shortTitle] ?? [])].filter((name) => name !== first.shortTitle)
  return {
    ...{ slug, title: first.title, shortTitle: first.shortTitle, adoption: first.adoption },
    aliases: [...new Set([...names, ...(kept?.aliases ?? []).map(({ name }) => name)])].map((name) => ({ name })),
    ...(adoptedOn ? { adoptedOn: `${adoptedOn}T00:00:00.000Z` } : {}),
    ...(effectiveOn ? { effectiveOn: `${effectiveOn}T00:00:00.000Z` } : {}),
    parts: [...others.map(({ title, order, sourceHash }) => ({ title, order, sourceHash })), ...parts].sort(
      (a, b) => a.order - b.order,
    ),
  }
}

const provisionData = (slug: string, shortTitle: string, article: Article) => ({
  address: `${slug}/${article.number}`,
  number: article.number,
  order: article.order,
  heading: `${shortTitle}${article.label}`,
  label: article.label,
  part: article.part ?? null,
  chapter: article.chapter ?? null,
  section: article.section ?? null,
  text: article.text,
})

/** The fields of a stored row that an import writes, without the ids of array rows. */
function picked(row: object, like: object): Record<string, unknown> {
  const stored = row as Record<string, unknown>
  const plain = (value: unknown): unknown => {
    if (value instanceof Date) return value.toISOString()
    if (!Array.isArray(value)) return value
    return value.map((entry: object) =>
      Object.fromEntries(Object.entries(entry).filter(([key]) => key !== 'id' && key !== '_id')),
    )
  }
  return Object.fromEntries(Object.keys(like).map((key) => [key, plain(stored[key])]))
}
