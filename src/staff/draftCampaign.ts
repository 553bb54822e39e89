import { z } from 'zod'
import { below, idOf, type Language } from '../../campaigns'
import { CodedError } from '../lib/errors'
import { addDays, instantOf, wallClock } from '../lib/zone'
import type { Segment, Topic } from '../payload-types'
import type { Runtime } from '../runtime'
import { recordAudit } from './audit'
import type { Staff } from './staff'

const slugs = z.array(z.string().min(1).max(100)).max(20).default([])
export const draftWish = z.object({ segments: slugs, topics: slugs }).strict()
export type DraftWish = z.infer<typeof draftWish>

const DAYS = 28
const SLOTS = 12
/** Of the deliveries, how many the topics that were asked for share; demand fills the rest. */
const SHARE = 0.5
const all = { depth: 0, pagination: false } as const

/**
 * A campaign that somebody can plan with one click, from what the report found missing. Asking again while it is still
 * unplanned answers the same one. Created with the rights of the colleague.
 */
export async function draftCampaign(runtime: Runtime, me: Staff, wish: DraftWish, language: Language) {
  const { payload, clock, env } = runtime
  const office = me.office ? idOf(me.office) : null
  const [topics, known, channels] = await Promise.all([
    named<Topic>(runtime, 'topics', wish.topics),
    payload.find({ collection: 'segments', ...all, sort: 'order' }).then(({ docs }) => docs),
    channelsOf(runtime, office),
  ])
  const asked = await named<Segment>(runtime, 'segments', wish.segments)
  const segments = asked.length ? asked : whoNeed(known, topics)
  const reached = new Set(segments.map(({ id }) => id))
  const reaching = channels.filter((channel) => !channel.segments?.length || channel.segments.some(has(reached)))
  if (!segments.length || !reaching.length) throw new CodedError('not-found')

  const tomorrow = addDays(wallClock(clock.now(), env.SITE_TIMEZONE).day, 1)
  const words = inWords(language, topics, asked, Number(tomorrow.slice(5, 7)))
  const { docs: open } = await payload.find({
    collection: 'campaigns',
    ...all,
    where: {
      and: [
        { title: { equals: words.title } },
        { state: { equals: 'draft' } },
        { plannedBy: { exists: false } },
        office ? { office: { equals: office } } : { office: { exists: false } },
      ],
    },
    limit: 1,
  })
  if (open[0]) return pathOf(open[0].id)

  const campaign = await payload.create({
    collection: 'campaigns',
    user: me,
    overrideAccess: false,
    data: {
      ...words,
      from: instantOf(tomorrow, 0, env.SITE_TIMEZONE).toISOString(),
      to: instantOf(addDays(tomorrow, DAYS - 1), 0, env.SITE_TIMEZONE).toISOString(),
      slots: SLOTS,
      segments: segments.map(({ id }) => id),
      channels: reaching.map(({ id }) => id),
      targets: topics.map(({ id }) => ({ topic: id, share: SHARE / topics.length })),
      office,
    },
  })
  await recordAudit(runtime, me, { action: 'campaign.draft', subject: `campaigns:${campaign.id}`, details: wish })
  return pathOf(campaign.id)
}

const pathOf = (id: string) => ({ id, path: `/collections/campaigns/${id}` })
const has = (ids: ReadonlySet<string>) => (row: string | { id: string }) => ids.has(idOf(row))

/** The rows of these slugs. Throws `not-found` when one of them is not known. */
async function named<T>({ payload }: Runtime, collection: 'topics' | 'segments', wanted: string[]): Promise<T[]> {
  if (!wanted.length) return []
  const { docs } = await payload.find({ collection, ...all, where: { slug: { in: wanted } }, sort: 'order' })
  if (docs.length !== new Set(wanted).size) throw new CodedError('not-found')
  return docs as T[]
}

/** Those whose own demand names one of the topics; everybody when nobody's does. */
function whoNeed(segments: Segment[], topics: Topic[]): Segment[] {
  const wanted = new Set(topics.map(({ id }) => id))
  const needing = segments.filter(({ demand }) =>
    demand?.some(({ topic, share }) => share > 0 && wanted.has(idOf(topic))),
  )
  return needing.length ? needing : segments
}

/** Enabled channels of the office, of those below it and of those above it, never of a neighbour. */
async function channelsOf({ payload }: Runtime, office: string | null) {
  const [channels, offices] = await Promise.all([
    payload.find({ collection: 'channels', ...all, where: { enabled: { not_equals: false } } }),
    payload.find({ collection: 'offices', ...all, select: { parent: true } }),
  ])
  if (!office) return channels.docs
  const lower = below(offices.docs, office)
  return channels.docs.filter(({ office: owner }) => {
    if (!owner) return true
    const id = idOf(owner)
    return lower.has(id) || below(offices.docs, id).has(office)
  })
}

/** Title and goal, in words the colleague may keep: residents read them once the plan is approved. */
function inWords(language: Language, topics: Topic[], segments: Segment[], month: number) {
  const en = language === 'en'
  const list = (rows: (Topic | Segment)[]) =>
    rows.map(({ name, nameEn }) => (en ? nameEn : name)).join(en ? ', ' : '、')
  const what = list(topics)
  const whom = list(segments)
  if (en) {
    const subject = [what && `More on ${what}`, whom && `for ${whom}`].filter(Boolean).join(' ') || 'What people need'
    return {
      title: `${subject} · month ${month}`,
      goal: `Bring ${what || 'what is asked most'} to ${whom || 'those who need it'}.`,
    }
  }
  const subject = what ? `补缺：${what}${whom ? `（${whom}）` : ''}` : whom ? `讲给${whom}` : '按群众需要补缺'
  return {
    title: `${subject} · ${month} 月`,
    goal: `把${what ? `${what}的` : '最常问的'}法律知识送到${whom || '需要的人'}手里，让群众遇到事知道怎么办、找谁办。`,
  }
}
