import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holdsOf, type Caps, type Coming, type Sent } from '../../campaigns'

const now = new Date('2026-12-01T02:00:00Z')
const day = (n: number) => new Date(now.getTime() + n * 86_400_000)
const caps = (office: Record<string, number>, segments: Record<string, Record<string, number>> = {}): Caps => ({
  office: new Map(Object.entries(office)),
  segments: new Map(Object.entries(segments).map(([id, own]) => [id, new Map(Object.entries(own))])),
})
/** `{ family: 4, fraud: 6 }`: so many deliveries, each of another item, the day before. */
const went = (counts: Record<string, number>, more: Partial<Sent> = {}): Sent[] =>
  Object.entries(counts).flatMap(([topic, count]) =>
    Array.from({ length: count }, (_, n) => ({
      topic,
      segment: 'elderly',
      item: `${topic}-${n}`,
      at: day(-1),
      ...more,
    })),
  )
const next = (topic: string, more: Partial<Coming> = {}): Coming => ({
  ...{ id: `${topic} ${more.item ?? 'new'}`, topic, segment: 'elderly', item: `${topic}-new`, at: now },
  ...more,
})
const held = (coming: Coming[], sent: Sent[], of: Caps) => [...holdsOf(coming, sent, of, 90).keys()]

describe('one more delivery of a topic', () => {
  it('is held when its share would be above the cap, with the numbers; at the cap exactly it still goes', () => {
    const sent = went({ family: 4, fraud: 6 })
    expect(holdsOf([next('family')], sent, caps({ family: 0.3 }), 90).get('family new')).toEqual({
      ...{ topic: 'family', segment: null, sent: 4, of: 10, cap: 0.3 },
    })
    expect(held([next('family')], went({ family: 2, fraud: 7 }), caps({ family: 0.3 }))).toEqual([])
    expect(held([next('family')], went({ family: 28, fraud: 71 }), caps({ family: 0.29 }))).toEqual([])
    expect(held([next('fraud')], sent, caps({ family: 0.3 }))).toEqual([])
  })

  it('is never held in an office with fewer than ten distinct items, the new one counted', () => {
    const eight = went({ family: 5, fraud: 3 })
    expect(held([next('family')], eight, caps({ family: 0.1 }))).toEqual([])
    expect(held([next('family')], [...eight, ...eight, ...eight], caps({ family: 0.1 }))).toEqual([])
    const nine = went({ family: 5, fraud: 4 })
    expect(held([next('family', { item: 'family-0' })], nine, caps({ family: 0.1 }))).toEqual([])
    expect(held([next('family')], nine, caps({ family: 0.1 }))).toEqual(['family new'])
  })

  it('is never held as the first of its topic, nor where nothing has gone out or no cap is set', () => {
    expect(held([next('drugs')], went({ fraud: 30 }), caps({ drugs: 0.01 }))).toEqual([])
    expect(held([next('family')], [], caps({ family: 0.01 }))).toEqual([])
    expect(held([next('family')], went({ family: 40 }), caps({}))).toEqual([])
    expect(held([next('drugs')], went({ fraud: 30 }), caps({ drugs: 0 }))).toEqual(['drugs new'])
  })

  it('goes when a person let it go, and counts for those after it', () => {
    const sent = went({ family: 3, fraud: 8 })
    const second = next('family', { id: 'second', at: day(1) })
    expect(held([next('family', { letGo: true }), second], sent, caps({ family: 0.3 }))).toEqual(['second'])
  })

  it('goes again when others made room, or when the old ones are older than the window', () => {
    const room = [next('fraud', { item: 'a' }), next('fraud', { item: 'b' }), next('fraud', { item: 'c' })]
    expect(held([next('family')], went({ family: 3, fraud: 7 }), caps({ family: 0.3 }))).toEqual(['family new'])
    expect(held([...room, next('family')], went({ family: 3, fraud: 7 }), caps({ family: 0.3 }))).toEqual([])
    const sent = [...went({ family: 4 }, { at: day(-80) }), ...went({ fraud: 12 })]
    expect(held([next('family')], sent, caps({ family: 0.2 }))).toEqual(['family new'])
    expect(held([next('family', { at: day(11) })], sent, caps({ family: 0.2 }))).toEqual([])
  })

  it('is held by the cap of its segment, measured by what that segment was sent', () => {
    const sent = [...went({ family: 4, fraud: 8 }), ...went({ fraud: 20 }, { segment: 'youth' })]
    const own = caps({ family: 0.5 }, { elderly: { family: 0.3 } })
    expect(holdsOf([next('family')], sent, own, 90).get('family new')).toMatchObject({
      ...{ segment: 'elderly', sent: 4, of: 12, cap: 0.3 },
    })
    expect(held([next('family', { segment: 'youth' })], sent, own)).toEqual([])
  })
})

it('whatever comes in whatever order: what goes never takes a topic above its cap, and no number is NaN', () => {
  const one = fc.record({ topic: fc.constantFrom('a', 'b', 'c'), item: fc.integer({ min: 0, max: 30 }) })
  fc.assert(
    fc.property(
      fc.array(one, { maxLength: 40 }),
      fc.array(one, { maxLength: 40 }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      (before, after, cap) => {
        const row = ({ topic, item }: { topic: string; item: number }) => ({ topic, segment: 's', item: `${item}` })
        const sent = before.map((one) => ({ ...row(one), at: day(-1) }))
        const coming = after.map((one, n) => ({ ...row(one), id: String(n), at: day(n) }))
        const holds = holdsOf(coming, sent, caps({ a: cap }), 90)
        const out = [...sent]
        for (const one of coming) {
          if (holds.has(one.id)) continue
          const others = out.filter(({ topic }) => topic === 'a').length
          out.push(one)
          if (one.topic !== 'a' || !others || new Set(out.map(({ item }) => item)).size < 10) continue
          expect((others + 1) / out.length).toBeLessThanOrEqual(cap + 1e-6)
        }
        for (const { sent: had, of } of holds.values()) expect(had / of).toBeGreaterThan(0)
      },
    ),
  )
})
