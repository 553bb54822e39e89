import type { ChannelKind } from '../../campaigns/lifecycle'
import { approveCampaign, planCampaign } from '../../campaigns'
import type { Runtime } from '../../src/runtime'
import { caseOf, county } from './county'

export const timeZone = 'Asia/Shanghai'
export const at = (local: string) => new Date(`${local}:00+08:00`)

/** A county with published cases on two topics, one channel of every kind, and a campaign over ten days. */
export async function campaignCounty({ payload }: Pick<Runtime, 'payload'>) {
  const made = await county({ payload })
  const fraud = await payload.create({ collection: 'topics', data: { name: '电信诈骗', nameEn: 'Fraud' } })
  await payload.update({
    collection: 'segments',
    id: made.segment.id,
    data: {
      population: 9000,
      demand: [
        { topic: fraud.id, share: 0.6, source: '问卷' },
        { topic: made.topic.id, share: 0.4, source: '12348' },
      ],
    },
  })
  const publish = (title: string, topic: string) =>
    payload.create({
      collection: 'articles',
      data: {
        ...caseOf({ ...made, topic: { id: topic } as never }, title),
        office: made.south.id,
        _status: 'published',
      },
      context: { workflow: 'approve' },
    })
  const articles = [
    await publish('收到中奖短信，是真的吗？', fraud.id),
    await publish('客服让我开共享屏幕，能开吗？', fraud.id),
    await publish('孙子打电话要钱，该不该汇？', fraud.id),
    await publish('老板不给工钱，怎么要？', made.topic.id),
    await publish('加班没有加班费，合法吗？', made.topic.id),
  ]
  const channel = (kind: ChannelKind, more = {}) =>
    payload.create({
      collection: 'channels',
      data: { name: `${kind} 渠道`, code: `${kind}-1`, kind, office: made.bureau.id, ...more },
    })
  const campaign = (channels: { id: string }[], more = {}) =>
    payload.create({
      collection: 'campaigns',
      data: {
        title: '年前反诈',
        goal: '让老人不上当',
        from: at('2026-12-01T00:00').toISOString(),
        to: at('2026-12-10T12:00').toISOString(),
        slots: 5,
        segments: [made.segment.id],
        channels: channels.map(({ id }) => id),
        office: made.south.id,
        ...more,
      },
    })
  /** Planned by the editor, approved by the publisher. */
  const approve = async (id: string, now: Date) => {
    const { planHash } = await planCampaign(payload, { campaign: id, by: made.people.editor.id, now, timeZone })
    await approveCampaign(payload, { campaign: id, by: made.people.publisher.id, now, planHash })
  }
  const rows = async (id: string) =>
    (
      await payload.find({
        collection: 'deliveries',
        where: { campaign: { equals: id } },
        sort: 'dueAt',
        depth: 0,
        pagination: false,
      })
    ).docs
  return { ...made, fraud, articles, channel, campaign, approve, rows }
}
export type CampaignCounty = Awaited<ReturnType<typeof campaignCounty>>
