import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commissions, type CommissionBrief } from '../../campaigns/commission'
import { wordReason } from '../../campaigns/reasons'
import { segment } from '../support/briefs'

const elderly = segment({
  id: '老年人',
  demand: { 反诈: 0.38, 婚姻: 0.62 },
  forms: ['video', 'case'],
  varieties: ['客家话', '普通话'],
})
const sent = (topic: string, count: number, to = '老年人') =>
  Array.from({ length: count }, () => ({ topic, segment: to }))
const given = (more: Partial<CommissionBrief> = {}): CommissionBrief => ({
  topics: [{ id: '反诈' }, { id: '婚姻' }],
  segments: [elderly],
  people: () => 1,
  delivered: [],
  enough: true,
  stock: [],
  taken: [],
  written: new Set(['普通话']),
  standard: '普通话',
  ...more,
})
const said = (brief: CommissionBrief, count = 1) =>
  commissions(brief, count).map(({ reasons }) =>
    reasons.map((reason) => wordReason(reason, (id) => id, 'zh')).join('，'),
  )

describe('what to make next', () => {
  it('is what is needed and was not sent, in the form and the dialect that are scarcest, with why', () => {
    const brief = given({
      delivered: [...sent('婚姻', 93), ...sent('反诈', 7)],
      stock: [{ topic: '反诈', segments: [], form: 'video', varieties: ['普通话'] }],
    })
    expect(commissions(brief, 1)).toMatchObject([
      { topic: '反诈', segment: '老年人', variety: '客家话', form: 'video' },
    ])
    expect(said(brief)).toEqual(['老年人要的 38% 是反诈，近 90 天给他们发的只有 7%，反诈有 1 部短片，没有一部说客家话'])
  })

  it('is in proportion to need where nothing was sent yet', () => {
    const topics = commissions(given(), 5).map(({ topic }) => topic)
    expect(topics.filter((topic) => topic === '婚姻')).toHaveLength(3)
    expect(said(given())).toEqual(['老年人要的 62% 是婚姻，近 90 天一次也没给他们发过，客家话短视频一条都没有'])
  })

  it('speaks in counts, not in shares, where too few different items went out', () => {
    const few = given({ enough: false, delivered: [...sent('婚姻', 4), ...sent('反诈', 1)] })
    expect(said(few)[0]).toMatch(/近 90 天给他们发的 5 次里只有 1 次/)
  })

  it('follows what earlier weeks still owe, and says so', () => {
    const carried = { sent: 40, owed: { '反诈/老年人': -3.2, '婚姻/老年人': 3.2 } }
    const brief = given({ delivered: [...sent('婚姻', 3), ...sent('反诈', 17)], carried })
    expect(commissions(brief, 1)[0]).toMatchObject({ topic: '婚姻' })
    expect(said(brief)[0]).toContain('前几周还欠他们 3 次')
    const even = given({ carried: { sent: 40, owed: { '反诈/老年人': 0.4, '婚姻/老年人': -0.4 } } })
    expect(said(even)[0]).not.toContain('欠')
  })

  it('goes to the segment with more people first', () => {
    const youth = segment({ id: '青年', demand: { 反诈: 1 } })
    const brief = given({ segments: [elderly, youth], people: (id) => (id === '青年' ? 9000 : 1000) })
    expect(commissions(brief, 3).map((one) => one.segment)).toContain('青年')
    expect(commissions(brief, 1)[0]).toMatchObject({ segment: '青年', form: 'case', variety: '普通话' })
  })

  it('moves on once a piece is taken, and never names a piece twice', () => {
    const brief = given({ delivered: [...sent('婚姻', 93), ...sent('反诈', 7)] })
    const [first] = commissions(brief, 5)
    const rest = commissions({ ...brief, taken: [{ ...first!, isPublic: false }] }, 5)
    expect(rest[0]).not.toMatchObject({ topic: first!.topic, form: first!.form, variety: first!.variety })
    const keys = commissions(brief, 20).map(({ topic, form, variety }) => `${topic} ${form} ${variety}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('makes texts only in what is written', () => {
    const texts = given({ segments: [{ ...elderly, forms: ['guide', 'risks', 'choice'] }] })
    for (const one of commissions(texts, 6)) expect(one.variety).toBe('普通话')
    expect(new Set(commissions(texts, 6).map(({ form }) => form))).toEqual(new Set(['guide', 'case']))
  })

  it('is nothing where nobody said what people need', () => {
    expect(commissions(given({ segments: [segment({ demand: {} })] }), 5)).toEqual([])
    expect(commissions(given({ segments: [] }), 5)).toEqual([])
    expect(commissions(given({ topics: [] }), 5)).toEqual([])
    expect(commissions(given(), -1)).toEqual([])
  })
})

it('for any numbers: at most as many as asked for, each once, each with why', () => {
  const number = fc.oneof(fc.integer({ min: -3, max: 9 }), fc.constantFrom(NaN, Infinity, 0))
  fc.assert(
    fc.property(number, number, number, fc.nat(12), (a, b, people, count) => {
      const one = {
        ...elderly,
        demand: [
          { topic: '反诈', share: a },
          { topic: '婚姻', share: b },
        ],
      }
      const list = commissions(given({ segments: [one], people: () => people, delivered: sent('婚姻', 3) }), count)
      expect(list.length).toBeLessThanOrEqual(count)
      for (const { reasons } of list) expect(JSON.stringify(reasons)).not.toMatch(/null,"had"|NaN/)
    }),
  )
})
