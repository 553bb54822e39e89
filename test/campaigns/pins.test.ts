import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Placed, PlanBrief } from '../../campaigns/brief'
import { planDeliveries } from '../../campaigns/planning'
import { wordReason } from '../../campaigns/reasons'
import { brief, channel, item, items, segment } from '../support/briefs'

const at = (local: string) => new Date(`${local}:00+08:00`)
const pin = (given: Partial<Placed> = {}): Placed => ({
  item: 'fraud-0',
  topic: 'fraud',
  segment: 'all',
  channel: 'site',
  at: at('2026-11-03T10:00'),
  pinned: true,
  ...given,
})
const stock = [...items(10, 'fraud'), ...items(10, 'marriage')]
const plan = (given: Partial<PlanBrief>) => planDeliveries(brief({ slots: 6, items: stock, ...given }))
const codes = (given: Partial<PlanBrief>) =>
  plan(given)
    .warnings.map(({ code }) => code)
    .filter((code) => code.startsWith('pinned'))

describe('a pinned delivery', () => {
  it('counts in the mix and in the budget, and is planned around', () => {
    const made = plan({
      kept: [pin(), pin({ item: 'fraud-1', at: at('2026-11-04T10:00') })],
      segments: [segment({ demand: { fraud: 0.5, marriage: 0.5 } })],
    })
    expect(made.deliveries.map(({ topic }) => topic).sort()).toEqual(['fraud', 'marriage', 'marriage', 'marriage'])
    expect(made.deliveries.map((one) => one.item)).not.toContain('fraud-0')
    expect(made.kept).toHaveLength(2)
    expect(codes({ kept: [pin()] })).toEqual([])
  })

  it.each<[string, Partial<PlanBrief>, string]>([
    ['is ruled out as well', { kept: [pin()], bans: [{ item: 'fraud-0' }] }, 'pinned-banned'],
    ['is ruled out for its segment', { kept: [pin()], bans: [{ item: 'fraud-0', segment: 'all' }] }, 'pinned-banned'],
    ['is withdrawn', { kept: [pin()], items: [item('fraud-0', 'fraud', { isPublic: false })] }, 'pinned-withdrawn'],
    ['is gone from the items', { kept: [pin({ item: 'nothing' })] }, 'pinned-withdrawn'],
    ['goes by a channel that is off', { kept: [pin({ channel: 'gone' })] }, 'pinned-elsewhere'],
    ['goes to a segment no longer meant', { kept: [pin({ segment: 'gone' })] }, 'pinned-elsewhere'],
    ['stands in the past', { kept: [pin({ at: at('2026-10-01T10:00') })] }, 'pinned-past'],
    [
      'makes more sends than the channel takes',
      {
        channels: [channel({ dailyQuota: 1 })],
        kept: [pin(), pin({ item: 'fraud-1', at: at('2026-11-03T18:00') })],
      },
      'pinned-quota',
    ],
    [
      'stands too close to another',
      { kept: [pin(), pin({ item: 'fraud-1', at: at('2026-11-03T10:20') })] },
      'pinned-close',
    ],
    [
      'breaks a cap with others',
      {
        topics: [{ id: 'fraud', cap: 0.2 }, { id: 'marriage' }],
        kept: [1, 2, 3].map((n) => pin({ item: `fraud-${n}`, at: at(`2026-11-0${n}T10:00`) })),
      },
      'pinned-cap',
    ],
    [
      'stands in quiet hours',
      { channels: [channel({ quietFrom: '09:00', quietTo: '11:00' })], kept: [pin()] },
      'pinned-clash',
    ],
    [
      'stands in closed hours',
      { segments: [segment({ closed: [{ from: 540, to: 660, workdays: true }] })], kept: [pin()] },
      'pinned-clash',
    ],
    [
      'stands on a day without a market',
      { channels: [channel({ days: ['2026-11-08'] })], kept: [pin()] },
      'pinned-clash',
    ],
    [
      'stands on a holiday',
      {
        ...{ now: at('2026-09-20T10:00'), from: at('2026-09-21T00:00'), channels: [channel({ offHolidays: true })] },
        kept: [pin({ at: at('2026-10-02T10:00') })],
      },
      'pinned-clash',
    ],
    ['stands before the period', { kept: [pin({ at: at('2026-10-31T10:00') })] }, 'pinned-outside'],
    ['stands after the period', { kept: [pin({ at: at('2026-12-01T10:00') })] }, 'pinned-outside'],
    ['comes twice for one segment', { kept: [pin(), pin({ at: at('2026-11-09T10:00') })] }, 'pinned-twice'],
    [
      'went out to the segment already',
      { kept: [pin({ at: at('2026-10-29T10:00'), pinned: false }), pin()] },
      'pinned-twice',
    ],
    [
      'is one of more than asked for',
      { slots: 1, kept: [pin(), pin({ item: 'fraud-1', at: at('2026-11-09T10:00') })] },
      'pinned-many',
    ],
  ])('that %s stays, and the plan says so once', (_name, given, code) => {
    expect(codes(given)).toEqual([code])
    for (const warning of plan(given).warnings)
      for (const language of ['zh', 'en'] as const)
        expect(wordReason(warning, (id) => id, language)).not.toBe(warning.code)
  })
})

it('a pin against the clock is told so in the words of the clash, with its title', () => {
  const { warnings } = plan({ channels: [channel({ quietFrom: '09:00', quietTo: '11:00' })], kept: [pin()] })
  const words = warnings.map((warning) =>
    wordReason(warning, (id) => ({ 'fraud-0': '押金', site: '小程序' })[id] ?? id, 'zh'),
  )
  expect(words).toContain('钉住的《押金》：这时候是小程序的免打扰时间。')
})

it('a pin on the last evening of the period, or for two segments, is nothing to warn of', () => {
  expect(codes({ kept: [pin({ at: at('2026-11-30T20:00') })] })).toEqual([])
  const segments = [segment(), segment({ id: 'young' })]
  expect(codes({ segments, kept: [pin(), pin({ segment: 'young', at: at('2026-11-05T10:00') })] })).toEqual([])
})

it('an item ruled out is left out with that reason, for one segment or for all', () => {
  const two = [segment({ id: 'old' }), segment({ id: 'young' })]
  const made = plan({ segments: two, bans: [{ item: 'fraud-0' }, { item: 'fraud-1', segment: 'old' }] })
  const banned = made.excluded.filter(({ reason }) => reason.code === 'banned')
  expect(banned.map(({ item, segment }) => `${item} ${segment}`).sort()).toEqual([
    'fraud-0 old',
    'fraud-0 young',
    'fraud-1 old',
  ])
})

it('whatever is pinned, out or ruled out: every candidate is planned, kept or excluded, once', () => {
  const key = fc.nat(14).map((n) => `i${n}`)
  const who = fc.constantFrom('old', 'young', 'gone')
  const placed = fc.record({
    item: key,
    topic: fc.constantFrom('fraud', 'marriage', 'dragons'),
    segment: who,
    channel: fc.constantFrom('a', 'b', 'gone'),
    at: fc.date({ min: at('2026-10-20T00:00'), max: at('2026-11-20T00:00'), noInvalidDate: true }),
    pinned: fc.boolean(),
  })
  const bans = fc.array(fc.record({ item: key, segment: fc.option(who) }), { maxLength: 6 })
  fc.assert(
    fc.property(fc.array(placed, { maxLength: 8 }), bans, fc.nat(12), (kept, ruledOut, slots) => {
      const given = brief({
        slots,
        kept,
        bans: ruledOut,
        to: at('2026-11-10T12:00'),
        items: Array.from({ length: 10 }, (_, n) => item(`i${n}`, n % 2 ? 'fraud' : 'marriage')),
        segments: [segment({ id: 'old' }), segment({ id: 'young' })],
        channels: [channel({ id: 'a', dailyQuota: 1 }), channel({ id: 'b' })],
      })
      const made = planDeliveries(given)
      const keys = [...made.deliveries, ...made.kept, ...made.excluded].map(({ item, segment }) => `${item} ${segment}`)
      expect(keys).toHaveLength(20)
      expect(new Set(keys).size).toBe(20)
      const standing = new Set(kept.map(({ item, segment }) => `${item} ${segment}`))
      for (const one of made.deliveries) {
        expect(standing.has(`${one.item} ${one.segment}`)).toBe(false)
        expect(ruledOut.some((ban) => ban.item === one.item && (!ban.segment || ban.segment === one.segment))).toBe(
          false,
        )
      }
      expect(made.deliveries.length).toBeLessThanOrEqual(Math.max(0, slots - kept.length))
    }),
    { numRuns: 150 },
  )
})
