import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlanBrief } from '../../campaigns/brief'
import { occasionIn, occasionsBetween, type OccasionRule } from '../../campaigns/occasions'
import { planDeliveries } from '../../campaigns/planning'
import { wordReason } from '../../campaigns/reasons'
import { addDays, wallClock } from '../../src/lib/zone'
import { brief, channel, items, segment } from '../support/briefs'

const dayOf = (at: Date) => wallClock(at, 'Asia/Shanghai').day
const span = (rule: OccasionRule, year: number) => {
  const found = occasionIn(rule, year)
  return found && `${found.from} ${found.to}${found.expected ? ' expected' : ''}`
}

describe('when an occasion is', () => {
  it.each<[string, OccasionRule, number, string | null]>([
    ['one day', { rule: 'fixed', month: 12, day: 4 }, 2026, '2026-12-04 2026-12-04'],
    [
      'a day and the days around it',
      { rule: 'fixed', month: 3, day: 8, before: 3, after: 3 },
      2026,
      '2026-03-05 2026-03-11',
    ],
    ['a month', { rule: 'range', month: 6, day: 1, toMonth: 6, toDay: 30 }, 2026, '2026-06-01 2026-06-30'],
    [
      'over the turn of the year',
      { rule: 'range', month: 12, day: 20, toMonth: 1, toDay: 10 },
      2026,
      '2026-12-20 2027-01-10',
    ],
    ['the third week of September', { rule: 'week', month: 9, week: 3 }, 2026, '2026-09-14 2026-09-20'],
    ['the first week of December', { rule: 'week', month: 12, week: 1 }, 2026, '2026-11-30 2026-12-06'],
    ['the ninth of the ninth month', { rule: 'lunar', month: 9, day: 9 }, 2026, '2026-10-18 2026-10-18'],
    ['the last day of a short lunar year', { rule: 'lunar', month: 12, day: 30 }, 2026, '2027-02-05 2027-02-05'],
    ['29 February in a common year', { rule: 'fixed', month: 2, day: 29 }, 2026, '2026-02-28 2026-02-28'],
    ['no such day', { rule: 'fixed', month: 4, day: 31 }, 2026, null],
    ['not announced', { rule: 'notice' }, 2026, null],
    [
      'expected from other years',
      { rule: 'notice', month: 12, day: 1, toMonth: 12, toDay: 7 },
      2026,
      '2026-12-01 2026-12-07 expected',
    ],
    [
      'announced, whatever the rule says',
      { rule: 'notice', month: 12, day: 1, toMonth: 12, toDay: 7, years: [{ from: '2026-11-30', to: '2026-12-06' }] },
      2026,
      '2026-11-30 2026-12-06',
    ],
  ])('%s', (_name, rule, year, dates) => expect(span(rule, year)).toBe(dates))

  it('finds those that touch a period, also from the year before', () => {
    const eve: OccasionRule = { rule: 'lunar', month: 12, day: 30 }
    expect(occasionsBetween(eve, '2027-02-01', '2027-02-28').map(({ from }) => from)).toEqual(['2027-02-05'])
    const turn: OccasionRule = { rule: 'range', month: 12, day: 20, toMonth: 1, toDay: 10 }
    expect(occasionsBetween(turn, '2027-01-05', '2027-12-25').map(({ from }) => from)).toEqual([
      '2026-12-20',
      '2027-12-20',
    ])
    expect(occasionsBetween({ rule: 'fixed', month: 12, day: 4 }, '2026-01-01', '2026-12-03')).toEqual([])
  })
})

const week = { id: 'week', topics: ['constitution'], floor: 0.3, from: '2026-11-09', to: '2026-11-15' }
const stock = [...items(60, 'fraud'), ...items(60, 'constitution')]
const topics = [{ id: 'fraud' }, { id: 'constitution', floor: 0.02 }] as PlanBrief['topics']
const plan = (given: Partial<PlanBrief> = {}) =>
  planDeliveries(
    brief({
      slots: 24,
      items: stock,
      topics,
      segments: [segment({ demand: { fraud: 1 } })],
      from: new Date('2026-11-09T00:00:00+08:00'),
      to: new Date('2026-11-15T12:00:00+08:00'),
      occasions: [week],
      ...given,
    }),
  )
const ofWeek = ({ deliveries }: ReturnType<typeof plan>) => deliveries.filter(({ topic }) => topic === 'constitution')

describe('a law week', () => {
  it('raises the floor of its topic while it lasts, and says so with every delivery', () => {
    const made = plan({ slots: 20 })
    expect(ofWeek(plan({ occasions: [], slots: 20 })).length).toBeLessThanOrEqual(1)
    expect(ofWeek(made).length).toBeGreaterThanOrEqual(6)
    for (const { reasons } of ofWeek(made))
      expect(reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(['occasion', 'floor']))
  })

  it('of a long campaign takes its part only, all of it placed in its days', () => {
    const made = plan({
      slots: 60,
      from: new Date('2026-11-01T00:00:00+08:00'),
      to: new Date('2026-11-30T12:00:00+08:00'),
    })
    expect(ofWeek(made).length).toBeGreaterThanOrEqual(3)
    expect(ofWeek(made).length).toBeLessThan(60 * 0.3)
    for (const { at } of ofWeek(made)) {
      expect(dayOf(at) >= week.from && dayOf(at) <= week.to).toBe(true)
    }
  })

  it('never breaks a cap: the cap holds and the plan says what was wanted', () => {
    const capped = [{ id: 'fraud' }, { id: 'constitution', cap: 0.2 }]
    const made = plan({ topics: capped, slots: 20 })
    expect(ofWeek(made).length).toBeLessThanOrEqual(4)
    expect(made.warnings).toContainEqual({
      ...{ code: 'occasion-over-cap', occasion: 'week', topic: 'constitution', wanted: 0.3, cap: 0.2 },
    })
    const words = wordReason(made.warnings[0]!, (id) => ({ week: '宪法宣传周', constitution: '宪法' })[id] ?? id, 'zh')
    expect(words).toBe('宪法宣传周想要每 100 条里至少 30 条宪法，上限只有 20 条：按上限排。')
  })

  it('that is full lets the rest go to the days around it', () => {
    const made = plan({
      from: new Date('2026-11-01T00:00:00+08:00'),
      to: new Date('2026-11-30T12:00:00+08:00'),
      segments: [segment({ demand: { constitution: 1 } })],
      channels: [channel({ dailyQuota: 1 })],
      occasions: [{ ...week, to: '2026-11-10' }],
      slots: 8,
    })
    expect(ofWeek(made)).toHaveLength(8)
    const within = ofWeek(made).filter(({ at }) => dayOf(at) <= '2026-11-10' && dayOf(at) >= week.from)
    expect(within).toHaveLength(2)
    const flagged = ofWeek(made).filter(({ reasons }) => reasons.some(({ code }) => code === 'occasion'))
    expect(flagged).toHaveLength(2)
  })

  it('at the same time as another is said once', () => {
    const day = { id: 'day', topics: ['fraud'], floor: null, from: '2026-11-12', to: '2026-11-20' }
    const { warnings } = plan({ occasions: [week, day] })
    const both = warnings.filter(({ code }) => code === 'occasions-together')
    expect(both).toEqual([
      { code: 'occasions-together', occasions: ['week', 'day'], from: '2026-11-12', to: '2026-11-15' },
    ])
    expect(wordReason(both[0]!, (id) => id, 'zh')).toContain('11 月 12 日到 11 月 15 日同时碰上week、day')
  })
})

it('whatever law weeks there are: every candidate once, caps and quotas hold, nothing is NaN', () => {
  const occasion = fc.record({
    id: fc.constantFrom('a', 'b'),
    topics: fc.subarray(['fraud', 'constitution', 'dragons']),
    floor: fc.option(fc.oneof(fc.double({ min: -1, max: 2 }), fc.constant(NaN))),
    from: fc.integer({ min: -5, max: 12 }).map((n) => addDays('2026-11-01', n)),
    to: fc.integer({ min: -5, max: 15 }).map((n) => addDays('2026-11-01', n)),
  })
  fc.assert(
    fc.property(
      fc.array(occasion, { maxLength: 4 }),
      fc.option(fc.double({ min: 0.01, max: 1, noNaN: true })),
      fc.nat(14),
      (occasions, cap, slots) => {
        const made = plan({
          occasions,
          slots,
          topics: [{ id: 'fraud' }, { id: 'constitution', cap }],
          items: [...items(12, 'fraud'), ...items(12, 'constitution')],
          from: new Date('2026-11-01T00:00:00+08:00'),
          to: new Date('2026-11-10T12:00:00+08:00'),
          channels: [channel({ dailyQuota: 1 })],
        })
        const keys = [...made.deliveries, ...made.excluded].map(({ item }) => item)
        expect(keys).toHaveLength(24)
        expect(new Set(keys).size).toBe(24)
        if (cap !== null) expect(ofWeek(made).length).toBeLessThanOrEqual(Math.max(1, Math.floor(cap * slots + 1e-9)))
        const days = made.deliveries.map(({ at }) => dayOf(at))
        expect(new Set(days).size).toBe(days.length)
        expect(JSON.stringify(made)).not.toContain('null,null')
        for (const share of made.target) expect(Number.isFinite(share)).toBe(true)
      },
    ),
    { numRuns: 80 },
  )
})
