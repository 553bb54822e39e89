import { describe, expect, it } from 'vitest'
import { explainMix, type MixFacts } from '../../src/lib/mixExplained'

// ranking.md 1.3
const names = ['婚姻', '反诈', '消费', '劳动', '土地', '邻里', '未成年人', '经营']
const supply = [0.65, 0.07, 0.05, 0.08, 0.05, 0.04, 0.03, 0.03]
const demand = [0.14, 0.26, 0.18, 0.14, 0.1, 0.08, 0.06, 0.04]
const rows = names.map((name, n) => ({ name, ours: supply[n]! * 100, wanted: demand[n]! }))
const text = (facts: MixFacts, language: 'zh' | 'en' = 'zh') =>
  explainMix(facts, language)
    .lines.map(({ term, text }) => `${term}: ${text}`)
    .join('\n')

describe('how the mix is counted', () => {
  it.each(['zh', 'en'] as const)('puts the numbers of the worked example into the formulas (%s)', (language) => {
    const said = text({ rows, distinct: 100 }, language)
    for (const number of ['65.0 − 14.0', '51.0', '0.4422', '2.3', '0.1608', '6.2', '0.220', '4.64', '0.27'])
      expect(said).toContain(number)
    expect(said).toMatch(/不是碰巧|not chance/)
  })

  it('names what is beyond and what is short of half and double, nothing else', () => {
    const said = text({ rows, distinct: 100 })
    expect(said).toContain('婚姻 4.64（太多）')
    expect(said).toContain('反诈 0.27（太少）')
    expect(said).toContain('劳动 0.57')
    expect(said).not.toContain('劳动 0.57（')
  })

  it('claims nothing under sixty different items, nor within the line of chance', () => {
    expect(text({ rows, distinct: 59 })).toMatch(/不到 60 件，不下统计上的结论/)
    const near = rows.map(({ name, wanted }) => ({ name, wanted, ours: wanted * 100 }))
    expect(text({ rows: near, distinct: 60 })).toMatch(/可能只是碰巧/)
  })

  it('draws the line of ranking.md also where it is scaled', () => {
    expect(text({ rows, distinct: 1000 })).toMatch(/超过 0\.00[23]/)
    expect(text({ rows, distinct: 10_000 })).toMatch(/超过 0\.000/)
  })

  it('shows what equal weights would make of it, where there are sources to weigh', () => {
    expect(text({ rows, distinct: 100 })).not.toMatch(/各来源一样算/)
    const weighed = rows.map((row, n) => ({ ...row, equal: supply[n]! }))
    expect(text({ rows: weighed, distinct: 100 })).toMatch(/错配率 51\.0；各来源一样算，错配率 0\.0/)
  })

  it('under ten different items says why there are only counts: no percent, no ratio', () => {
    const said = text({ rows, distinct: 9 })
    expect(said).toMatch(/100 次，只有 9 件/)
    expect(said).not.toMatch(/%|HHI|太多/)
  })

  it.each([
    ['nothing at all', { rows: [], distinct: 20 }],
    ['no demand', { rows: [{ name: 'a', ours: 3, wanted: 0 }], distinct: 20 }],
    ['nothing sent', { rows: [{ name: 'a', ours: 0, wanted: 1 }], distinct: 20 }],
    [
      'a topic nobody wants',
      {
        rows: [
          { name: 'a', ours: 3, wanted: 0 },
          { name: 'b', ours: 0, wanted: 1 },
        ],
        distinct: 60,
      },
    ],
  ])('is never NaN with %s', (_name, facts) => expect(text(facts)).not.toMatch(/NaN|Infinity|undefined/))
})
