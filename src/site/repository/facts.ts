import type { Office, Segment, Setting, Statute, Topic, Variety } from '../../payload-types'
import type { Runtime } from '../../runtime'

/** The small tables every page needs, read once an epoch and at most a minute old. */
export type SiteFacts = {
  settings: Partial<Setting>
  segments: Segment[]
  topics: Topic[]
  offices: Office[]
  varieties: Variety[]
  statutes: Statute[]
}

/** What a page can still be made of when the database is away: the words and the two hotlines. */
export const bareFacts: SiteFacts = {
  settings: { siteName: '明白', hotline: '12348', fraudHotline: '96110' },
  segments: [],
  topics: [],
  offices: [],
  varieties: [],
  statutes: [],
}

const FRESH_MS = 60_000

export function createFacts({ payload, epoch, clock }: Runtime): () => Promise<SiteFacts> {
  let kept: { epoch: number; at: number; facts: Promise<SiteFacts> } | undefined
  return () => {
    const at = clock.now().getTime()
    if (kept && kept.epoch === epoch.value() && Math.abs(at - kept.at) < FRESH_MS) return kept.facts
    const facts = read()
    kept = { epoch: epoch.value(), at, facts }
    facts.catch(() => (kept = undefined))
    return facts
  }

  async function read(): Promise<SiteFacts> {
    const all = { depth: 0, pagination: false, overrideAccess: false } as const
    const [settings, segments, topics, offices, varieties, statutes] = await Promise.all([
      payload.findGlobal({ slug: 'settings', depth: 0, overrideAccess: false }),
      payload.find({ collection: 'segments', sort: 'order', ...all }),
      payload.find({ collection: 'topics', sort: 'order', ...all }),
      payload.find({ collection: 'offices', sort: 'createdAt', ...all }),
      payload.find({ collection: 'varieties', sort: 'order', ...all }),
      payload.find({ collection: 'statutes', sort: 'shortTitle', ...all }),
    ])
    return {
      settings,
      segments: segments.docs,
      topics: topics.docs,
      offices: offices.docs,
      varieties: varieties.docs,
      statutes: statutes.docs,
    }
  }
}

/** The id of a relation, populated or not. */
export function idOf(value: unknown): string | undefined {
  if (value && typeof value === 'object' && 'id' in value) return String((value as { id: unknown }).id)
  return typeof value === 'string' && value ? value : undefined
}

export const countyOffice = ({ offices }: SiteFacts) => offices.find(({ level }) => level === 'county') ?? offices[0]

export const officeOf = (facts: SiteFacts, office: unknown) =>
  facts.offices.find(({ id }) => id === idOf(office)) ?? countyOffice(facts)
