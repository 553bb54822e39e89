import { describe, expect, it } from 'vitest'
import type { PlanBrief, Wanted } from '../../campaigns/brief'
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
    expect(compare(given({ items: stock }), [{ topic: 'fraud', share: 0.8 }]).reach).toBeGreaterThan(0.2)
    expect(compare(given({ items: stock }), [{ topic: 'marriage', share: 0.8 }]).reach).toBeLessThan(-0.2)
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
