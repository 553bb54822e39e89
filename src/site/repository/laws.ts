import type { Provision, Statute } from '../../payload-types'
import type { Runtime } from '../../runtime'
import { articleCard, articleItem, newest, type Item } from './items'

export type ProvisionRow = Pick<
  Provision,
  'id' | 'number' | 'label' | 'order' | 'part' | 'chapter' | 'section' | 'text'
>

const CITING_SHOWN = 10

export function lawsOf({ payload }: Runtime) {
  const read = { depth: 0, overrideAccess: false } as const

  async function provisionsOf(statute: Statute): Promise<ProvisionRow[]> {
    const { docs } = await payload.find({
      collection: 'provisions',
      where: { statute: { equals: statute.id } },
      select: { number: true, label: true, order: true, part: true, chapter: true, section: true, text: true },
      sort: 'order',
      pagination: false,
      ...read,
    })
    return docs
  }

  async function provisionsById(ids: string[]): Promise<Map<string, Provision>> {
    if (!ids.length) return new Map()
    const { docs } = await payload.find({
      collection: 'provisions',
      where: { id: { in: [...new Set(ids)] } },
      pagination: false,
      ...read,
    })
    return new Map(docs.map((doc) => [doc.id, doc]))
  }

  /** One article of a law with its neighbours. */
  async function provision(statute: Statute, number: string) {
    const ofLaw = { statute: { equals: statute.id } }
    const one = { collection: 'provisions', limit: 1, ...read } as const
    const found = await payload.find({ ...one, where: { and: [ofLaw, { number: { equals: number } }] } })
    const here = found.docs[0]
    if (!here) return undefined
    const [before, after] = await Promise.all([
      payload.find({ ...one, where: { and: [ofLaw, { order: { less_than: here.order } }] }, sort: '-order' }),
      payload.find({ ...one, where: { and: [ofLaw, { order: { greater_than: here.order } }] }, sort: 'order' }),
    ])
    return { here, before: before.docs[0], after: after.docs[0] }
  }

  /** Published articles that cite or quote the provision. */
  async function citing(provisionId: string): Promise<Item[]> {
    const { docs } = await payload.find({
      collection: 'articles',
      where: {
        or: [{ 'citations.provision': { equals: provisionId } }, { 'body.provision': { equals: provisionId } }],
      },
      select: articleCard,
      sort: newest,
      limit: CITING_SHOWN,
      ...read,
    })
    return docs.map((doc) => articleItem(doc))
  }

  return { provisionsOf, provisionsById, provision, citing }
}
