import {
  campaignProgress,
  deliveryStatus,
  deliveryStatusLabels,
  readAhead,
  readHolds,
  readNames,
  wordFailure,
  wordReason,
  wordWarnings,
  type Language,
  type Reason,
  type StoredPlan,
} from '../../campaigns'
import { idOf } from '../../collections/access'
import type { ErrorCode } from '../lib/errorCodes'
import type { Role } from '../lib/roles'
import type { Campaign, Delivery } from '../payload-types'
import type { Runtime } from '../runtime'
import { heldAhead, holdWords, letGoOf, mayLetGo } from './held'
import { leftOut } from './leftOut'
import { mixFigure, rolledUpWords } from './mixFigure'
import { reaches } from './scope'
import type { Staff } from './staff'

const has = (me: Staff, ...wanted: Role[]) => wanted.some((role) => (me.roles as Role[]).includes(role))
export const mayPlan = (me: Staff) => has(me, 'editor', 'publisher', 'manager', 'admin')

/** null: may approve; otherwise why not. An administrator keeps accounts and approves nothing. */
export function mayApprove(me: Staff, campaign: Campaign): ErrorCode | null {
  if (!has(me, 'reviewer', 'publisher', 'manager')) return 'forbidden'
  if (campaign.state !== 'planned') return 'conflict'
  return idOf(campaign.plannedBy) === me.id ? 'own-approval' : null
}

const LEARNED: ReadonlySet<Reason['code']> = new Set(['seen', 'platform-seen', 'opened'])

export type Panel = Awaited<ReturnType<typeof campaignPanel>>
export type PanelDelivery = Panel['days'][number]['deliveries'][number]

/** What PlanPanel shows, already in the reader's words. */
export async function campaignPanel({ payload, clock, env }: Runtime, me: Staff, id: string, language: Language) {
  const now = clock.now()
  const campaign = await payload.findByID({ collection: 'campaigns', id, depth: 0, overrideAccess: true })
  const [within, named, topics, rows, people, holds, ahead] = await Promise.all([
    reaches(payload, me, campaign.office),
    readNames(payload, language),
    payload.find({ collection: 'topics', depth: 0, pagination: false, sort: 'order', select: { name: true } }),
    payload.find({
      collection: 'deliveries',
      where: { campaign: { equals: id } },
      sort: 'dueAt',
      depth: 1,
      pagination: false,
      overrideAccess: true,
      populate: { articles: { title: true }, videos: { title: true }, channels: { name: true, kind: true } } as never,
    }),
    namesOf(payload, [campaign.plannedBy, campaign.approvedBy]),
    readHolds(payload, now),
    campaign.state === 'planned' || campaign.state === 'approved' ? readAhead(payload, campaign, now) : null,
  ])
  const plan = campaign.plan as StoredPlan | null
  const titles = new Map((plan?.excluded.items ?? []).map(({ item, title }) => [item, title]))
  for (const { item, itemKey } of rows.docs) if (typeof item.value === 'object') titles.set(itemKey, item.value.title)
  const names = (id: string) => titles.get(id) ?? named(id)
  const state = campaign.state ?? 'draft'
  // What another office planned is read, not steered.
  const planner = within && mayPlan(me)
  const decides = within && mayLetGo(me)
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: env.SITE_TIMEZONE,
    month: 'long',
    day: 'numeric',
    weekday: 'short',
  })
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: env.SITE_TIMEZONE, hour: '2-digit', minute: '2-digit' })
  const days: { day: string; deliveries: ReturnType<typeof line>[] }[] = []
  for (const row of rows.docs.filter((row) => row.state !== 'cancelled')) {
    const named = day.format(new Date(row.dueAt))
    if (days.at(-1)?.day !== named) days.push({ day: named, deliveries: [] })
    days.at(-1)!.deliveries.push(line(row))
  }

  function worded({ reasons }: Delivery, which: (reason: Reason) => boolean): string[] {
    return ((reasons as Reason[] | null) ?? []).filter(which).map((reason) => wordReason(reason, names, language))
  }

  function line(row: Delivery) {
    const channel = typeof row.channel === 'object' ? row.channel : null
    const hold = holds.get(row.id)
    const status = deliveryStatus(row, now, Boolean(hold))
    const open = row.state === 'planned' || row.state === 'failed'
    return {
      id: String(row.id),
      at: row.dueAt,
      time: time.format(new Date(row.dueAt)),
      title: titles.get(row.itemKey) ?? row.itemKey,
      item: row.itemKey,
      pinned: Boolean(row.pinned),
      topic: names(idOf(row.topic) ?? ''),
      segment: names(idOf(row.segment) ?? ''),
      channel: channel?.name ?? '—',
      variety: row.variety ? names(idOf(row.variety) ?? '') : null,
      status,
      statusWords: deliveryStatusLabels[status][language],
      why: worded(row, ({ code }) => !LEARNED.has(code)),
      /** What was learned and counts here; the segment's page shows the rows it came from. */
      learned: { words: worded(row, ({ code }) => LEARNED.has(code)), segment: idOf(row.segment) ?? '' },
      error: wordFailure(row.error, language),
      held: holdWords(hold, names, language),
      letGo: letGoOf(row),
      handout: channel?.kind === 'handout' && state === 'approved',
      ban: { campaign: id, item: row.itemKey, segment: idOf(row.segment) ?? '', name: names(idOf(row.segment) ?? '') },
      may: {
        move: planner && open && state !== 'cancelled',
        pin: planner && row.state === 'planned' && state !== 'cancelled',
        // Whoever pinned it wants it: a pin is taken off first.
        ban: planner && open && !row.pinned && state !== 'cancelled',
        cancel: planner && open,
        resend: planner && (row.state === 'failed' || row.state === 'uncertain'),
        settle: planner && row.state === 'uncertain',
        letGo: Boolean(hold) && decides,
        holdBack: row.state === 'planned' && Boolean(row.letGoAt) && decides,
      },
    }
  }

  const held = rows.docs.filter(({ id }) => holds.has(id)).length
  return {
    state,
    held,
    progress: campaignProgress(state, rows.docs),
    planHash: campaign.planHash ?? null,
    generatedAt: plan?.generatedAt ?? null,
    plannedBy: people(campaign.plannedBy),
    approvedBy: people(campaign.approvedBy),
    approvedAt: campaign.approvedAt ?? null,
    may: {
      plan: planner && state !== 'cancelled',
      approve: mayApprove(me, campaign) ?? (within ? null : ('outside-office' as const)),
      cancel: planner && state !== 'cancelled',
    },
    rulers: plan ? rulers(plan, names, language) : null,
    warnings: wordWarnings(
      (plan?.warnings ?? []).filter((warning) => !isGap(warning)),
      names,
      language,
    ),
    /** Places of series with nothing to fill them, each one click from a draft. */
    gaps: (plan?.warnings ?? []).filter(isGap).map((warning) => ({
      words: wordReason(warning, names, language),
      wish: {
        ...{ topic: warning.topic, segment: warning.segment, series: warning.series, variety: null, form: 'case' },
      },
    })),
    /** What will be held back when its time comes, as things stand now. */
    ahead: wordWarnings(heldAhead(ahead ?? new Map(), holds), names, language),
    /** What the campaign asks of each topic, null where demand decides; and what the last plan aimed at. */
    targets: topics.docs.map(({ id: topic }) => ({
      topic: String(topic),
      name: names(String(topic)),
      share: campaign.targets?.find((row) => idOf(row.topic) === String(topic))?.share ?? null,
      wanted: plan?.target[topic] ?? null,
    })),
    demand: (plan?.demand ?? []).map((part) => ({
      ...{ id: part.segment, segment: names(part.segment) },
      budget: part.budget,
      placed: part.placed,
      source: part.source,
      sources: part.sources.map((row) => ({ ...row, id: row.topic, topic: names(row.topic) })),
    })),
    days,
    excluded: leftOut(campaign, (item) => titles.get(item) ?? item, names, language),
  }
}

type Gap = Extract<Reason, { code: 'series-empty' }> & { topic: string }
const isGap = (warning: Reason): warning is Gap => warning.code === 'series-empty' && warning.topic !== null

/** Before (the last 90 days of the office) and after (this campaign), each against what people need. */
function rulers(plan: StoredPlan, names: (id: string) => string, language: Language) {
  const en = language === 'en'
  const needed = plan.needed ?? plan.target
  const figure = (counts: Record<string, number>, distinct: number, ours: string) => {
    const rows = Object.keys(plan.target).map((topic) => ({
      ...{ name: names(topic), ours: counts[topic] ?? 0, wanted: needed[topic] ?? 0 },
    }))
    return mixFigure(rows, distinct, { ours, wanted: en ? 'What people need' : '群众要的' }, language)
  }
  const { counts, distinct, days, above } = plan.mixBefore
  const sent = en ? `Last ${days} days` : `近 ${days} 天发的`
  const own = figure(counts, distinct, sent)
  const before = above ? figure(above.counts, above.distinct, `${above.office}${en ? ': ' : ''}${sent}`) : own
  const total = Object.values(plan.mixAfter).reduce((sum, count) => sum + count, 0)
  return {
    before: above ? { ...before, sentence: rolledUpWords(own.sentence, above.office, before.sentence, en) } : own,
    after: figure(plan.mixAfter, plan.distinct ?? total, en ? 'This plan' : '这次计划发的'),
  }
}

async function namesOf(payload: Runtime['payload'], people: unknown[]): Promise<(who: unknown) => string | null> {
  const ids = people.map(idOf).filter((id) => id !== null)
  const { docs } = ids.length
    ? await payload.find({ collection: 'users', where: { id: { in: ids } }, depth: 0, pagination: false })
    : { docs: [] }
  const names = new Map(docs.map(({ id, name }) => [String(id), name]))
  return (who) => names.get(idOf(who) ?? '') ?? null
}
