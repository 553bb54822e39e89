import { describe, expect, it } from 'vitest'
import type { PlanBrief, Wanted } from '../../campaigns/brief'
import type { Coming, Traffic } from '../../campaigns'
import { comparePlans } from '../../campaigns/comparing'
import { planDeliveries } from '../../campaigns/planning'
import { brief, item, items, segment } from '../support/briefs'

const both = segment({ demand: { fraud: 0.5, marriage: 0.5 } })
const given = (more: Partial<PlanBrief> = {}) =>
  brief({ slots: 10, items: [...items(10, 'fraud'), ...items(10, 'marriage')], segments: [both], ...more })
const compare = (base: PlanBrief, targets: Wanted[]) =>
  comparePlans(planDeliveries(base), planDeliveries({ ...base, targets }), base)

describe('two plans side by side', () => {
  it('count deliveries by topic, what is out included, against what people need', () => {
    const out = {
      item: 'fraud-0',
      topic: 'fraud',
      segment: 'all',
      channel: 'site',
      at: new Date('2026-11-02T02:00:00Z'),
    }
    const { now, then, needed } = compare(given({ kept: [out] }), [{ topic: 'fraud', share: 0.8 }])
    expect(now).toEqual({ fraud: 5, marriage: 5 })
    expect(then).toEqual({ fraud: 8, marriage: 2 })
    expect(needed).toMatchObject({ fraud: 0.5, marriage: 0.5, consumer: 0 })
  })

  it('name what comes in with why it was chosen, and what goes with why it was left out', () => {
    const { changes } = compare(given(), [{ topic: 'fraud', share: 0.8 }])
    const by = (kind: string) => changes.filter((change) => change.kind === kind)
    expect(by('added').map(({ topic }) => topic)).toEqual(['fraud', 'fraud', 'fraud'])
    expect(by('added')[0]!.reasons).toContainEqual({ code: 'campaign-target', topic: 'fraud', wanted: 0.8 })
    expect(by('dropped').map(({ topic }) => topic)).toEqual(['marriage', 'marriage', 'marriage'])
    expect(by('dropped')[0]!.reasons).toEqual([expect.objectContaining({ code: 'topic-enough', topic: 'marriage' })])
  })

  it('of the same targets have no changes and the same reach', () => {
    const same = compare(given(), [])
    expect(same.changes).toEqual([])
    expect(same.reach).toBe(0)
  })

  it('expect more where better fitting items come in', () => {
    const stock = [
      ...items(10, 'fraud', { quality: 0.9 }),
      ...Array.from({ length: 10 }, (_, n) => item(`m${n}`, 'marriage', { quality: 0.3 })),
    ]
    expect(compare(given({ items: stock }), [{ topic: 'fraud', share: 0.8 }]).reach).toBeGreaterThan(0.1)
    expect(compare(given({ items: stock }), [{ topic: 'marriage', share: 0.8 }]).reach).toBeLessThan(-0.1)
  })

  it('expect as much less or more as the items promise, not as far apart as the best and the worst of a pool', () => {
    const change = (fraud: number, marriage: number) => {
      const stock = [
        ...Array.from({ length: 10 }, (_, n) => item(`f${n}`, 'fraud', { quality: fraud })),
        ...Array.from({ length: 10 }, (_, n) => item(`m${n}`, 'marriage', { quality: marriage })),
      ]
      const base = given({ items: stock, targets: [{ topic: 'marriage', share: 1 }] })
      return compare(base, [{ topic: 'fraud', share: 1 }]).reach
    }
    // One place of ten is left to chance, in both.
    expect(change(0.45, 0.5)).toBeCloseTo(-0.1, 1)
    expect(change(0.4, 0.5)).toBeCloseTo(-0.2, 1)
    expect(change(0.6, 0.3)).toBeGreaterThan(0.7)
    expect(change(0.6, 0.3)).toBeLessThan(1.1)
  })

  it('count what the caps would hold of each, with what stands already and what others send before', () => {
    const coming = (topic: string, count: number, of: string): Coming[] =>
      Array.from({ length: count }, (_, n) => ({
        ...{ id: `${of}-${n}`, item: `${of}-${n}`, topic, segment: 'all', at: new Date('2026-10-29T02:00:00Z') },
      }))
    const heldOn = (more: Partial<Traffic> | null) => {
      const sent = [...coming('fraud', 6, 'a'), ...coming('marriage', 4, 'b')]
      const caps = { office: new Map([['fraud', 0.4]]), segments: new Map() }
      const traffic = more && { caps, days: 90, sent, others: [], standing: [], ...more }
      const then = planDeliveries({ ...given(), targets: [{ topic: 'fraud', share: 0.8 }] })
      return comparePlans(planDeliveries(given()), then, given(), traffic).held
    }
    // 6 of 10 went out on fraud; the cap is 40 of 100, and neither plan has room for one more.
    expect(heldOn({})).toEqual({ now: 5, then: 8 })
    expect(heldOn({ standing: coming('fraud', 1, 'pinned') })).toEqual({ now: 6, then: 9 })
    expect(heldOn({ others: coming('marriage', 40, 'other') })).toEqual({ now: 0, then: 0 })
    expect(heldOn(null)).toEqual({ now: 0, then: 0 })
  })

  it.each<[string, Partial<PlanBrief>]>([
    ['nobody counted the people', { segments: [segment({ population: null })] }],
    ['there are no people', { segments: [segment({ population: 0 })] }],
    ['nothing is planned now', { items: [] }],
    ['there is nobody', { segments: [] }],
  ])('have no reach to compare when %s', (_name, more) => {
    const { reach, needed } = compare(given(more), [{ topic: 'fraud', share: 1 }])
    expect(reach).toBeNull()
    for (const share of Object.values(needed)) expect(Number.isFinite(share)).toBe(true)
  })
})
