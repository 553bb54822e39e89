import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { demandOf, FEWEST_COUNTS, type Counted } from '../../campaigns/demandOf'
import { signalKinds } from '../../campaigns/pooling'
import { topicOfSearch } from '../../campaigns/searched'

const topics = ['marriage', 'fraud', 'consumer']
const counted = (segment: string | null, counts: number[], more: Partial<Counted> = {}): Counted[] =>
  counts.map((count, t) => ({ kind: 'consultation', topic: topics[t]!, count, segment, entered: true, ...more }))
const firstOf = (shares: readonly number[]) => topics[shares.indexOf(Math.max(...shares))]

describe('demand of a segment', () => {
  it('is nobody’s guess until thirty counts were entered, for it or for the whole county', () => {
    const signals = (n: number) => [...counted('old', [n - 9, 4, 0]), ...counted(null, [3, 2, 0])]
    expect(demandOf('old', signals(FEWEST_COUNTS - 1), topics)).toBeNull()
    expect(demandOf('old', signals(FEWEST_COUNTS), topics)).toMatchObject({ entered: FEWEST_COUNTS })
    expect(demandOf('old', counted('young', [500, 0, 0]), topics)).toBeNull()
    expect(demandOf('old', [], topics)).toBeNull()
    expect(demandOf('old', counted('old', [0, 0, 0]), topics)).toBeNull()
  })

  it('is not decided by what residents do here alone', () => {
    const searched = counted(null, [900, 10, 10], { kind: 'search', entered: false })
    expect(demandOf('old', searched, topics)).toBeNull()
    const both = demandOf('old', [...searched, ...counted('old', [5, 90, 5])], topics)!
    expect(both.sources.map(({ kind, total }) => [kind, total])).toEqual([
      ['consultation', 100],
      ['search', 0],
    ])
  })

  it('leans on the county where a source knows nothing of the segment itself', () => {
    const county = counted(null, [700, 200, 100])
    expect(firstOf(demandOf('old', county, topics)!.shares)).toBe('marriage')
    const own = counted('old', [50, 900, 50])
    expect(firstOf(demandOf('old', [...county, ...own], topics)!.shares)).toBe('fraud')
    expect(firstOf(demandOf('young', [...county, ...own], topics)!.shares)).toBe('fraud')
  })

  it('takes no source from people it was not asked among', () => {
    const signals = [...counted('old', [900, 50, 50], { kind: 'survey' }), ...counted('young', [5, 90, 5])]
    const young = demandOf('young', signals, topics)!
    expect(young.sources.map(({ kind }) => kind)).toEqual(['consultation'])
    expect(firstOf(young.shares)).toBe('fraud')
  })

  it('changes with the weights a manager sets; weights of nothing count all alike', () => {
    const signals = [...counted('old', [90, 5, 5]), ...counted('old', [5, 90, 5], { kind: 'survey' })]
    expect(firstOf(demandOf('old', signals, topics)!.shares)).toBe('marriage')
    expect(firstOf(demandOf('old', signals, topics, { consultation: 0.1, survey: 0.9 })!.shares)).toBe('fraud')
    const none = demandOf('old', signals, topics, { consultation: 0, survey: 0 })!
    expect(none.shares).toEqual(none.equal)
  })

  it('is always shares that sum to one inside their interval, whatever the counts', () => {
    const signal = fc.record({
      kind: fc.constantFrom(...signalKinds),
      topic: fc.constantFrom(...topics, 'deleted'),
      count: fc.oneof(fc.integer({ min: -50, max: 5000 }), fc.constant(NaN), fc.constant(Infinity)),
      segment: fc.constantFrom('old', 'young', null),
      entered: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(signal, { maxLength: 20 }), (signals) => {
        const demand = demandOf('old', signals, topics)
        if (!demand) return
        expect(demand.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6)
        demand.shares.forEach((share, t) => {
          expect(demand.low[t]!).toBeLessThanOrEqual(share + 0.02)
          expect(demand.high[t]!).toBeGreaterThanOrEqual(share - 0.02)
        })
      }),
      { numRuns: 60 },
    )
  })
})

describe('the topic of a search', () => {
  const list = [
    { id: 'marriage', name: '婚姻家庭', phrases: [{ phrase: '离婚' }, { phrase: '孩子归谁' }] },
    { id: 'minors', name: '未成年人保护', phrases: [{ phrase: '孩子上网' }] },
    { id: 'labour', name: '劳动与欠薪', phrases: [{ phrase: '老板不给钱' }, { phrase: '没签合同' }] },
  ]
  it.each([
    ['离婚要多久', 'marriage'],
    ['离婚后 孩子归谁', 'marriage'],
    ['老板不给钱', 'labour'],
    ['合同', 'labour'],
    ['天气预报', null],
    ['孩', null],
    ['', null],
  ])('“%s” is about %s', (query, topic) => expect(topicOfSearch(query, list)).toBe(topic))
})
