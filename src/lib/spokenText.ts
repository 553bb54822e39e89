import { stableHash } from './hash'
import { plainText } from './lexical'

type Contact = { name?: string | null; telephone?: string | null }
/** What of an article is read aloud, whatever depth it was read at. */
export type Spoken = {
  title?: string | null
  question?: string | null
  verdict?: 'yes' | 'no' | 'depends' | null
  answer?: string | null
  steps?: { text?: string | null }[] | null
  callWhom?: Contact[] | null
  story?: unknown
  office?: unknown
}
type Office = Contact & { id: string; level?: string | null }
/** Whom a resident may call when the article names nobody. */
export type Callable = { offices: Office[]; settings: { telephone?: string | null; hotline?: string | null } }

export const verdictWords = { yes: '能', no: '不能', depends: '看情况' } as const

/**
 * An article as it is spoken, one breath a line: question, verdict, answer, steps, whom to call, then the story; no
 * markup, no law. The same words are the script of the village loudspeaker. Pure.
 */
export function spokenText(article: Spoken, callable: Callable): string {
  const steps = (article.steps ?? []).flatMap(({ text }) => text?.trim() || [])
  const lines = [
    article.question || article.title,
    article.verdict && `${verdictWords[article.verdict]}。`,
    article.answer,
    ...(steps.length
      ? ['怎么办？', ...steps.map((step, at) => (steps.length > 1 ? `第${at + 1}步，${step}` : step))]
      : []),
    '打给谁？',
    ...contacts(article, callable).map(({ name, telephone }) => `${name}，电话 ${telephone}。`),
    '事情是这样的：',
    ...plainText(article.story).split('\n'),
  ]
  return lines.flatMap((line) => line?.replace(/\s+/g, ' ').trim() || []).join('\n')
}

/** What a reading is bound to: other words make it stale. */
export const spokenHash = (text: string): string => stableHash(text)

function contacts({ callWhom, office }: Spoken, { offices, settings }: Callable) {
  const own = (callWhom ?? []).filter(({ telephone }) => telephone)
  if (own.length) return own
  const id = office && typeof office === 'object' ? (office as { id: unknown }).id : office
  const home = offices.find((one) => one.id === id) ?? offices.find(({ level }) => level === 'county') ?? offices[0]
  const telephone = home?.telephone ?? settings.telephone
  return [
    ...(home && telephone ? [{ name: home.name, telephone }] : []),
    { name: '法律服务热线', telephone: settings.hotline ?? '12348' },
  ]
}
