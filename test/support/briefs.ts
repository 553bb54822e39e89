import type { BriefChannel, BriefItem, BriefSegment, PlanBrief } from '../../campaigns/brief'

/** Builders for plans: every default is a valid, boring value, a test names only what it is about. */
export const item = (key: string, topic: string, given: Partial<BriefItem> = {}): BriefItem => ({
  key,
  topic,
  segments: [],
  form: 'case',
  varieties: [],
  isPublic: true,
  ready: true,
  quality: null,
  updatedAt: new Date('2026-10-01T00:00:00Z'),
  ...given,
})

export const items = (count: number, topic: string, given: Partial<BriefItem> = {}): BriefItem[] =>
  Array.from({ length: count }, (_, n) => item(`${topic}-${n}`, topic, given))

type SegmentWish = Partial<Omit<BriefSegment, 'demand'>> & { demand?: Record<string, number> }
export const segment = ({ demand = { fraud: 1 }, ...given }: SegmentWish = {}): BriefSegment => ({
  id: 'all',
  population: 1000,
  demand: Object.entries(demand).map(([topic, share]) => ({ topic, share })),
  varieties: [],
  hours: [],
  forms: [],
  channels: [],
  ...given,
})

export const channel = (given: Partial<BriefChannel> = {}): BriefChannel => ({
  id: 'site',
  kind: 'site',
  segments: [],
  dailyQuota: null,
  quietFrom: null,
  quietTo: null,
  ...given,
})

export const brief = (given: Partial<PlanBrief> = {}): PlanBrief => ({
  seed: 1,
  now: new Date('2026-10-30T08:00:00+08:00'),
  from: new Date('2026-11-01T00:00:00+08:00'),
  to: new Date('2026-11-30T12:00:00+08:00'),
  timeZone: 'Asia/Shanghai',
  slots: 20,
  topics: [{ id: 'marriage' }, { id: 'fraud' }, { id: 'consumer' }],
  segments: [segment()],
  channels: [channel({ id: 'site' }), channel({ id: 'feed', kind: 'feed' }), channel({ id: 'kit', kind: 'handout' })],
  items: [],
  ...given,
})
