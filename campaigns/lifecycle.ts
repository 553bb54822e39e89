import { label, type Label } from '../src/lib/labels'

/** The doors to residents. A kind without an entry in `channels/table.ts` does not compile. */
export const channelKinds = ['site', 'feed', 'webhook', 'handout'] as const
export type ChannelKind = (typeof channelKinds)[number]

export const channelKindLabels: Record<ChannelKind, Label> = {
  site: label('本站位置', 'Site slot'),
  feed: label('订阅源', 'Feed'),
  webhook: label('对接推送', 'Signed webhook'),
  handout: label('转发包（群、公众号、朋友圈）', 'Kit to pass on'),
}

/**
 * What is stored of a delivery; what a person reads (`due`, `overdue`, `shown`...) is derived in status.ts.
 * `uncertain`: handed to the channel, but the answer was lost; a person settles it.
 */
export const deliveryStates = ['planned', 'claimed', 'submitted', 'failed', 'uncertain', 'cancelled'] as const
export type DeliveryState = (typeof deliveryStates)[number]

export const deliveryStateLabels: Record<DeliveryState, Label> = {
  planned: label('已排期', 'Planned'),
  claimed: label('正在投放', 'Being delivered'),
  submitted: label('已投放', 'Submitted'),
  failed: label('没有成功', 'Failed'),
  uncertain: label('待确认', 'Uncertain'),
  cancelled: label('已取消', 'Cancelled'),
}

export const campaignStates = ['draft', 'planned', 'approved', 'cancelled'] as const
export type CampaignState = (typeof campaignStates)[number]

export const campaignStateLabels: Record<CampaignState, Label> = {
  draft: label('筹备', 'Draft'),
  planned: label('已排期，待批准', 'Planned, awaiting approval'),
  approved: label('已批准', 'Approved'),
  cancelled: label('已取消', 'Cancelled'),
}

/** Of the places of a plan, how many are left to chance where a county has not said otherwise. */
export const EXPLORE = 0.05
