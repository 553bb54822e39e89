import { describe, expect, it } from 'vitest'
import { waysFor } from '../../campaigns/commission'
import { offersFor, type Borrower, type StockItem } from '../../campaigns/lending'

const film = (key: string, office: string | null, more: Partial<StockItem> = {}): StockItem => ({
  ...{
    key: `videos:${key}`,
    topic: '反诈',
    segments: [],
    form: 'video',
    varieties: ['普通话'],
    office,
    lendable: true,
  },
  updatedAt: new Date('2026-10-01'),
  ...more,
})
const piece = { topic: '反诈', segment: '老年人', variety: '客家话' as string | null, form: 'video' }
const borrower = (stock: StockItem[], more: Partial<Borrower> = {}): Borrower => ({
  ...{
    stock,
    scope: new Set(['甲所']),
    delivered: new Set<string>(),
    borrowed: new Set<string>(),
    ways: [
      { form: 'video', variety: '客家话' },
      { form: 'case', variety: '普通话' },
    ],
    standard: '普通话',
  },
  ...more,
})
const offers = (stock: StockItem[], more: Partial<Borrower> = {}, wish = piece) =>
  offersFor(wish, borrower(stock, more)).map(({ kind, item, dub }) => [kind, item, dub])

describe('before a new piece', () => {
  it("another office's item is offered, first one that speaks as the segment does, then the newest", () => {
    const newer = { updatedAt: new Date('2026-11-01') }
    expect(offers([film('旧', '乙所'), film('新', '乙所', newer)])).toEqual([['borrow', 'videos:新', true]])
    const spoken = film('客', '丙所', { varieties: ['普通话', '客家话'] })
    expect(offers([film('新', '乙所', newer), spoken])).toEqual([['borrow', 'videos:客', false]])
  })

  it('a film that is here already is offered for a dub before one is borrowed', () => {
    expect(offers([film('乙', '乙所'), film('甲', '甲所')])).toEqual([
      ['dub', 'videos:甲', true],
      ['borrow', 'videos:乙', true],
    ])
    expect(offers([film('乙', '乙所')], { borrowed: new Set(['videos:乙']) })).toEqual([['dub', 'videos:乙', true]])
  })

  it.each<[string, StockItem, Partial<Borrower>]>([
    ['of another topic', film('x', '乙所', { topic: '婚姻' }), {}],
    ['of a form that the segment does not take', film('x', '乙所', { form: 'guide' }), {}],
    ['of another form in a variety it does not read', film('x', '乙所', { form: 'case', varieties: ['粤语'] }), {}],
    ['of another form that is here already', film('x', '甲所', { form: 'case', varieties: [] }), {}],
    ['for another segment', film('x', '乙所', { segments: ['学生'] }), {}],
    ['that its office does not lend', film('x', '乙所', { lendable: false }), {}],
    ['that belongs to nobody', film('x', null), {}],
    ['that was delivered here already', film('x', '乙所'), { delivered: new Set(['videos:x']) }],
    ['of a county that has every office below it', film('x', '乙所', { varieties: ['客家话'] }), { scope: null }],
  ])('nothing %s', (_what, item, more) => expect(offers([item], more)).toEqual([]))

  it('what the segment takes in another form comes last and needs no dub; it says the form and variety it is in', () => {
    const text = film('文', '丙所', { form: 'case', varieties: [], updatedAt: new Date('2026-11-01') })
    const both = [text, film('乙', '乙所'), film('旧', '丙所', { form: 'case', varieties: [] })]
    expect(offers(both)).toEqual([
      ['borrow', 'videos:乙', true],
      ['borrow', 'videos:文', false],
    ])
    const [offer] = offersFor(piece, borrower([text]))
    expect(offer).toMatchObject({ form: 'case', variety: '普通话', lender: '丙所' })
    const wish = { ...piece, form: 'case', variety: '普通话' }
    expect(offers([film('乙', '乙所')], {}, wish)).toEqual([])
    expect(offers([film('客', '乙所', { varieties: ['客家话'] })], {}, wish)).toEqual([['borrow', 'videos:客', false]])
  })

  it('of the ways a segment takes a piece the one it likes best is offered', () => {
    const [guide, text] = ['guide', 'case'].map((form) => film(form, '乙所', { form, varieties: [] }))
    const ways = waysFor(
      { forms: ['video', 'guide', 'case'], varieties: ['客家话'] },
      { written: new Set(), standard: '普通话' },
    )
    expect(offers([text!, guide!], { ways })).toEqual([['borrow', 'videos:guide', false]])
    const hakka = film('x', '乙所', { form: 'case', varieties: ['客家话'] })
    expect(offers([hakka], { ways })).toEqual([])
  })

  it('a text is borrowed too, to be written anew; nothing is dubbed where the standard language will do', () => {
    const text = { ...piece, form: 'case', variety: null }
    expect(offers([film('x', '乙所', { form: 'case', varieties: [] })], {}, text)).toEqual([
      ['borrow', 'videos:x', false],
    ])
    expect(offers([film('甲', '甲所')], {}, { ...piece, variety: null })).toEqual([])
  })
})
