import type { Where } from 'payload'
import type { Provision } from '../../payload-types'
import type { Runtime } from '../../runtime'
import { everydayWords } from '../words'
import type { SiteFacts } from './facts'
import { itemsOf, type Item } from './items'

export type Found = {
  items: Item[]
  provisions: Pick<Provision, 'id' | 'statute' | 'number' | 'heading' | 'text'>[]
}
const ITEMS_SHOWN = 20
const PROVISIONS_SHOWN = 8

export function searchOf(runtime: Runtime) {
  const { items } = itemsOf(runtime)

  /** The whole phrase first; then the topic people mean by such words; then its single words. */
  async function search(q: string, facts: SiteFacts): Promise<Found> {
    const [exact, laws] = await Promise.all([matching([q]), provisionsWith(q)])
    const meant = exact.length < 3 ? await onTopicOf(q, facts) : []
    const words = exact.length + meant.length === 0 ? everydayWords(q) : []
    const loose = words.length ? await matching(words) : []
    const unique = new Map([...exact, ...meant, ...loose].map((item) => [item.path, item]))
    return { items: [...unique.values()].slice(0, ITEMS_SHOWN), provisions: laws }
  }

  async function matching(texts: string[]): Promise<Item[]> {
    const [articles, videos] = await Promise.all([
      items({ where: anyOf(['title', 'answer', 'question'], texts), limit: ITEMS_SHOWN, kind: 'articles' }),
      items({ where: anyOf(['title', 'summary'], texts), limit: ITEMS_SHOWN, kind: 'videos' }),
    ])
    return [...articles, ...videos]
  }

  async function onTopicOf(q: string, { topics }: SiteFacts): Promise<Item[]> {
    const meant = topics.filter(({ name, phrases }) =>
      [name, ...(phrases ?? []).map(({ phrase }) => phrase)].some((said) => q.includes(said) || said.includes(q)),
    )
    return (await Promise.all(meant.map(({ id }) => items({ topic: id, limit: 10 })))).flat()
  }

  async function provisionsWith(q: string): Promise<Found['provisions']> {
    const { docs } = await runtime.payload.find({
      collection: 'provisions',
      where: anyOf(['heading', 'text'], [q]),
      select: { statute: true, number: true, heading: true, text: true },
      limit: PROVISIONS_SHOWN,
      sort: 'order',
      depth: 0,
      overrideAccess: false,
    })
    return docs
  }

  return { search }
}

const anyOf = (fields: string[], texts: string[]): Where => ({
  or: fields.flatMap((field) => texts.map((text) => ({ [field]: { like: text } }))),
})
