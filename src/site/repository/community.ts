import { readOccasions, spanWords } from '../../../campaigns'
import { addDays, wallClock } from '../../lib/zone'
import type { Campaign, Question } from '../../payload-types'
import type { Runtime } from '../../runtime'

const OCCASION_DAYS = 30

/** What is done together: approved campaigns, and questions of residents with their public answers. */
export function communityOf({ payload, env }: Runtime) {
  const read = { depth: 0, overrideAccess: false } as const
  const campaignCard = { title: true, slug: true, goal: true, from: true, to: true, segments: true } as const

  async function campaigns(): Promise<Pick<Campaign, 'id' | keyof typeof campaignCard>[]> {
    const { docs } = await payload.find({
      collection: 'campaigns',
      select: campaignCard,
      sort: '-from',
      limit: 60,
      ...read,
    })
    return docs
  }

  async function campaign(slug: string): Promise<Campaign | undefined> {
    const { docs } = await payload.find({
      collection: 'campaigns',
      where: { slug: { equals: slug } },
      select: { ...campaignCard, items: true, office: true, updatedAt: true },
      limit: 1,
      ...read,
    })
    return docs[0] as Campaign | undefined
  }

  /** Keys of the items a campaign has delivered, for campaigns that chose from everything. */
  async function deliveredBy(campaignId: string): Promise<string[]> {
    const { docs } = await payload.find({
      collection: 'deliveries',
      where: { and: [{ campaign: { equals: campaignId } }, { state: { equals: 'submitted' } }] },
      select: { itemKey: true },
      sort: '-dueAt',
      limit: 200,
      depth: 0,
      overrideAccess: true,
    })
    return [...new Set(docs.map(({ itemKey }) => itemKey))]
  }

  async function answeredQuestions(limit = 20): Promise<Question[]> {
    const { docs } = await payload.find({
      collection: 'questions',
      where: { state: { equals: 'published' } },
      sort: '-updatedAt',
      limit,
      ...read,
    })
    return docs
  }

  /** Keeps a resident's question. Who asked is neither known nor stored. */
  async function ask(text: string, segment: string | undefined): Promise<void> {
    await payload.create({ collection: 'questions', data: { text, segment, state: 'new' }, overrideAccess: true })
  }

  /** Law weeks of the next weeks: dates and topics, nothing of what the office has planned for them. */
  async function occasions(now: Date) {
    const { SITE_TIMEZONE: timeZone } = env
    const today = wallClock(now, timeZone).day
    const found = await readOccasions(payload, { from: today, to: addDays(today, OCCASION_DAYS), timeZone })
    const about = found.flatMap((row) => row.about)
    const { docs } = about.length
      ? await payload.find({
          collection: 'topics',
          where: { id: { in: about } },
          select: { name: true, slug: true },
          pagination: false,
          ...read,
        })
      : { docs: [] }
    return found.map((row) => ({
      ...{ id: `${row.id} ${row.from}`, name: row.name, when: spanWords(row, 'zh') },
      topics: docs.filter(({ id, slug }) => slug && row.about.includes(String(id))),
    }))
  }

  return { occasions, campaigns, campaign, deliveredBy, answeredQuestions, ask }
}
