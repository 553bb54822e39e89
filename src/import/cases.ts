import type { Payload } from 'payload'
import { CodedError } from '../lib/errors'
import { fromMarkdown } from '../lib/lexical'
import type { Article } from '../payload-types'
import { readCase } from './caseText'
import { citationsOf, inWords, lawBook, relink } from './links'
import { markdownFiles, readText, rejection, type Progress, type Rejected } from './files'
import { proposeTopic } from './topics'

export type CaseReport = {
  kind: 'cases'
  dryRun: boolean
  files: number
  created: number
  unchanged: number
  /** Drafts of an earlier import whose open citations could be linked now: the law came later. */
  relinked: number
  /** What stands in every new draft, for the list an editor works through. */
  drafts: { file: string; id?: string; title: string; topic: string | null; linked: number; unresolved: string[] }[]
  citations: { linked: number; unresolved: number }
  rejected: Rejected[]
}
type Options = {
  /** Id of the office the drafts belong to; the county office when absent. */
  office?: string
  dryRun?: boolean
  onProgress?: Progress
}

/**
 * Reads published cases as draft case explainers: story, source, proposed topic, citations linked to provisions.
 * Verdict, answer and segments stay for the editor. A case that was imported before is
 * left as its editor has it; only citations that were open are linked once their law is here.
 */
export async function importCases(
  { payload }: { payload: Payload },
  where: string | string[],
  { office, dryRun = false, onProgress }: Options = {},
): Promise<CaseReport> {
  const files = Array.isArray(where) ? where : await markdownFiles(where)
  const [laws, topics, owner] = [
    await lawBook(payload),
    await topicsOf(payload),
    office ?? (await countyOffice(payload)),
  ]
  const report: CaseReport = {
    ...{ kind: 'cases', dryRun, files: files.length, created: 0, unchanged: 0, relinked: 0, drafts: [] },
    ...{ citations: { linked: 0, unresolved: 0 }, rejected: [] },
  }
  const seen = new Map<string, string>()
  for (const [at, file] of files.entries()) {
    try {
      const { text, folder, file: name } = await readText(file)
      const found = readCase(text)
      const twin = seen.get(found.key)
      if (twin) throw new CodedError('import-duplicate', `和 ${twin} 是同一个案例`)
      seen.set(found.key, name)
      const { docs } = await payload.find({
        ...{ collection: 'articles', where: { importKey: { equals: found.key } }, draft: true, overrideAccess: true },
        ...{ depth: 0, limit: 1, select: { citations: true } },
      })
      if (docs[0]) {
        if (await relink(payload, laws, docs[0], dryRun)) report.relinked++
        else report.unchanged++
      } else {
        const topic = proposeTopic({ folder, title: found.title + (found.question ?? ''), text: found.story }, topics)
        const citations = await citationsOf(payload, laws, found.story)
        const provisions = citations.flatMap(({ provision }) => (typeof provision === 'string' ? [provision] : []))
        const unresolved = citations.filter(({ provision }) => !provision)
        const { story, key, ...head } = found
        const draft = dryRun
          ? undefined
          : await payload.create({
              collection: 'articles',
              draft: true,
              overrideAccess: true,
              data: {
                ...{ ...head, form: 'case', story: fromMarkdown(story), citations, importKey: key },
                body: provisions.map((provision) => ({ blockType: 'statuteQuote' as const, provision })),
                ...(topic ? { topic: topic.id } : {}),
                ...(owner ? { office: owner } : {}),
              } as unknown as Article,
            })
        report.created++
        report.citations.linked += provisions.length
        report.citations.unresolved += unresolved.length
        report.drafts.push({
          ...{ file: name, ...(draft ? { id: draft.id } : {}), title: head.title, topic: topic?.name ?? null },
          ...{ linked: provisions.length, unresolved: unresolved.map(inWords) },
        })
      }
    } catch (error) {
      report.rejected.push(rejection(file, error))
    }
    onProgress?.({ done: at + 1, total: files.length, file })
  }
  return report
}

async function topicsOf(payload: Payload) {
  const { docs } = await payload.find({
    ...{ collection: 'topics', pagination: false, depth: 0, sort: 'order', overrideAccess: true },
  })
  return docs
}

async function countyOffice(payload: Payload): Promise<string | undefined> {
  const { docs } = await payload.find({
    ...{ collection: 'offices', where: { level: { equals: 'county' } }, sort: 'createdAt', limit: 1, depth: 0 },
    overrideAccess: true,
  })
  return docs[0]?.id
}
