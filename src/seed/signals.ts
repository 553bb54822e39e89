import type { Runtime } from '../runtime'
import { ensure, idsBy } from './keyed'

const DAY = 86_400_000

type Sheet = {
  code: string
  kind: 'consultation' | 'survey' | 'caseload'
  segment: string | null
  source: string
  daysAgo: number
  counts: Record<string, number>
}

/** What the bureau of 望禾县 would have in its drawers. All of it is invented, and says so. */
const sheets: Sheet[] = [
  {
    ...{ code: '12348-elderly', kind: 'consultation', segment: 'elderly', daysAgo: 24 },
    source: '12348 和窗口登记（演示数据，虚构）',
    counts: {
      ...{ 'telecom-fraud': 64, 'elder-scams': 38, 'consumer-rights': 41, 'land-housing': 44 },
      ...{ inheritance: 36, 'marriage-family': 34, traffic: 9, 'legal-aid': 12 },
    },
  },
  {
    ...{ code: 'market-elderly', kind: 'survey', segment: 'elderly', daysAgo: 19 },
    source: '赶集日问卷 92 份（演示数据，虚构）',
    counts: { 'telecom-fraud': 34, 'elder-scams': 18, 'consumer-rights': 22, 'land-housing': 9, inheritance: 9 },
  },
  {
    ...{ code: '12348-youth', kind: 'consultation', segment: 'youth', daysAgo: 24 },
    source: '12348 和窗口登记（演示数据，虚构）',
    counts: {
      ...{ 'labour-wages': 61, 'telecom-fraud': 43, 'consumer-rights': 35, 'marriage-family': 33 },
      ...{ 'land-housing': 12, traffic: 9, minors: 6 },
    },
  },
  {
    ...{ code: 'survey-youth', kind: 'survey', segment: 'youth', daysAgo: 12 },
    source: '工业园扫码问卷 80 份（演示数据，虚构）',
    counts: { 'labour-wages': 24, 'telecom-fraud': 26, 'consumer-rights': 16, 'marriage-family': 9, drugs: 5 },
  },
  {
    ...{ code: '12348-business', kind: 'consultation', segment: 'business', daysAgo: 24 },
    source: '12348 和窗口登记（演示数据，虚构）',
    counts: { 'contracts-company': 52, 'labour-wages': 43, 'consumer-rights': 29, 'telecom-fraud': 24, safety: 14 },
  },
  {
    ...{ code: 'police', kind: 'caseload', segment: null, daysAgo: 30 },
    source: '派出所警情和法院立案通报（演示数据，虚构）',
    counts: { 'telecom-fraud': 212, traffic: 140, 'marriage-family': 96, 'labour-wages': 74, drugs: 18 },
  },
]

const keyOf = (code: string, topic: string) => `demo ${code} ${topic}`
export const demoSignals = sheets.flatMap(({ code, counts }) => Object.keys(counts).map((topic) => keyOf(code, topic)))

export async function ensureSignals({ payload, clock }: Runtime): Promise<void> {
  const [topic, segment] = [await idsBy(payload, 'topics', 'slug'), await idsBy(payload, 'segments', 'slug')]
  const office = (await idsBy(payload, 'offices', 'slug'))('wanghe')
  for (const { code, segment: whom, daysAgo, counts, ...sheet } of sheets)
    for (const [about, count] of Object.entries(counts))
      await ensure(
        payload,
        'signals',
        { importKey: keyOf(code, about) },
        {
          ...{ ...sheet, count, office, topic: topic(about), ...(whom ? { segment: segment(whom) } : {}) },
          date: new Date(clock.now().getTime() - daysAgo * DAY).toISOString(),
        },
      )
}
