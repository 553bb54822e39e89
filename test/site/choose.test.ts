import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byDemand, demandOf } from '../../src/site/choose'

const row = (topic: string, share: number) => ({ topic, share })

describe('demand of several segments', () => {
  it('weighs each segment by its people', () => {
    const demand = demandOf([
      { population: 300, demand: [row('a', 0.5), row('b', 0.5)] },
      { population: 100, demand: [row('b', 2)] },
    ])
    expect(demand.get('a')).toBeCloseTo(0.375)
    expect(demand.get('b')).toBeCloseTo(0.625)
  })
  it('leaves out a segment nobody asked', () => expect(demandOf([{ population: 9, demand: [] }]).size).toBe(0))
})

describe('order by demand', () => {
  it('gives the most wanted topic first and keeps the newest of a topic first', () => {
    const items = [1, 2, 3].flatMap((n) => [
      { topic: 'law', n },
      { topic: 'pay', n },
    ])
    const order = byDemand(
      items,
      new Map([
        ['pay', 0.8],
        ['law', 0.2],
      ]),
    )
    expect(order.map(({ topic, n }) => topic + n).slice(0, 4)).toEqual(['pay1', 'pay2', 'law1', 'pay3'])
  })
  it('puts topics nobody asks for last', () =>
    expect(byDemand([{ topic: 'x' }, { topic: 'y' }], new Map([['y', 1]]))[0]).toEqual({ topic: 'y' }))
  it('loses and doubles nothing', () =>
    fc.assert(
      fc.property(fc.array(fc.record({ topic: fc.constantFrom('a', 'b', 'c'), n: fc.nat() })), (items) => {
        const order = byDemand(
          items,
          new Map([
            ['a', 0.7],
            ['b', 0.3],
          ]),
        )
        return order.length === items.length && items.every((item) => order.includes(item))
      }),
    ))
})
