import { describe, expect, it } from 'vitest'
import { wordReason, wordWarnings, type Reason } from '../../campaigns'

const names = (id: string) =>
  ({ old: '老年人', young: '年轻人', fraud: '反诈', family: '婚姻', site: '网站' })[id] ?? id
const lacks = (segment: string, topic: string, wanted: number): Reason => ({
  ...{ code: 'topic-without-items', segment, topic, wanted },
})
const zh = (warnings: Reason[]) => wordWarnings(warnings, names, 'zh')

describe('the warnings of a plan', () => {
  it('of topics are one line a segment, in the order in which they first come', () => {
    const fewer: Reason = { code: 'fewer', wanted: 9, placed: 2 }
    const lines = zh([lacks('old', 'fraud', 0.3), fewer, lacks('young', 'fraud', 0.1), lacks('old', 'family', 0.2)])
    expect(lines).toEqual([
      '老年人需要的反诈（30%）、婚姻（20%），一条可用的都没有：该补写了。',
      wordReason(fewer, names, 'zh'),
      wordReason(lacks('young', 'fraud', 0.1), names, 'zh'),
    ])
  })

  it('that differ in a segment or a channel only are one line with all of them', () => {
    const missing: Reason[] = ['old', 'young'].map((segment) => ({ code: 'demand-missing', segment }))
    const quota: Reason[] = ['site', 'feed'].map((channel) => ({ code: 'channel-no-quota', channel }))
    expect(zh([...missing, ...quota])).toEqual([
      '老年人、年轻人还没有需求数据，先按各主题一样多来排。',
      '网站、feed每天限量是 0，没有用上。',
    ])
    expect(wordWarnings(missing, (id) => id, 'en')).toEqual([
      'No demand figures for old, young: all topics were taken alike.',
    ])
  })

  it.each<[string, Reason[], number]>([
    [
      'limits of the office and of a segment',
      [null, null, 'old', 'old'].map((segment, n) => ({
        ...{ code: 'floor-over-cap', topic: n % 2 ? 'fraud' : 'family', segment, floor: 0.4, cap: 0.3 },
      })),
      2,
    ],
    [
      'wished shares over a cap',
      ['fraud', 'family'].map((topic) => ({ code: 'target-over-cap', topic, segment: null, wanted: 0.5, cap: 0.3 })),
      1,
    ],
    ['what will be held', ['fraud', 'family'].map((topic) => ({ code: 'held-ahead', topic, count: 3, cap: 0.3 })), 1],
    [
      'pins over a cap',
      ['fraud', 'family'].map((topic) => ({ code: 'pinned-cap', topic, segment: 'old', cap: 0.3 })),
      1,
    ],
    [
      'series, each with its own days',
      ['a', 'b'].map((series) => ({ code: 'series-skipped', series, days: ['2026-12-01'] })),
      2,
    ],
  ])('keep every name and number together: %s', (_what, warnings, lines) => {
    for (const language of ['zh', 'en'] as const) {
      const worded = wordWarnings(warnings, names, language)
      expect(worded).toHaveLength(lines)
      for (const warning of warnings) {
        const own = wordReason(warning, names, language).match(/\d+%|反诈|婚姻|老年人|《.》|“.”/g) ?? []
        for (const part of own) expect(worded.join()).toContain(part)
      }
    }
  })
})
