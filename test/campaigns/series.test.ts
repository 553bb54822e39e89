import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BriefSeries, PlanBrief } from '../../campaigns/brief'
import { planDeliveries } from '../../campaigns/planning'
import { wordReason } from '../../campaigns/reasons'
import { addDays, wallClock } from '../../src/lib/zone'
import { brief, channel, item, items, segment } from '../support/briefs'

const zone = 'Asia/Shanghai'
const clock = (at: Date) => wallClock(at, zone)
const monday: BriefSeries = {
  ...{ id: 'mondays', topic: 'fraud', segment: 'all', channel: null, weekday: 1, minutes: 19 * 60 + 30 },
}
const own = (n: number, given = {}) => item(`own-${n}`, 'fraud', { series: 'mondays', ...given })
const plan = (given: Partial<PlanBrief> = {}) =>
  planDeliveries(
    brief({
      slots: 12,
      items: [own(1), own(2), own(3), own(4), own(5), ...items(20, 'marriage')],
      segments: [segment({ demand: { marriage: 0.7, fraud: 0.3 } })],
      series: [monday],
      ...given,
    }),
  )
const placed = (made: ReturnType<typeof plan>) =>
  made.deliveries.filter(({ reasons }) => reasons.some(({ code }) => code === 'series'))

describe('a series', () => {
  it('has its place every week at its time, with an item made for it', () => {
    const made = plan()
    expect(placed(made).map(({ at }) => clock(at))).toEqual(
      ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'].map((day) => ({
        day,
        minutes: 19 * 60 + 30,
      })),
    )
    expect(new Set(placed(made).map((one) => one.item)).size).toBe(5)
    expect(made.deliveries).toHaveLength(12)
    expect(wordReason(placed(made)[0]!.reasons[0]!, () => '每周一反诈', 'zh')).toBe('《每周一反诈》的固定时间')
  })

  it('takes one of its topic where nothing was made for it, and never what belongs to another series', () => {
    const made = plan({ items: [own(1), ...items(2, 'fraud'), item('other', 'fraud', { series: 'else' })] })
    expect(placed(made).map((one) => one.item)[0]).toBe('own-1')
    expect(placed(made)).toHaveLength(3)
    expect(placed(made).map((one) => one.item)).not.toContain('other')
  })

  it('without an item says which days are empty', () => {
    const made = plan({ items: [own(1), own(2), own(3), ...items(20, 'marriage')] })
    const [warning] = made.warnings.filter(({ code }) => code === 'series-empty')
    expect(warning).toEqual({
      ...{ code: 'series-empty', series: 'mondays', topic: 'fraud', segment: 'all' },
      days: ['2026-11-23', '2026-11-30'],
    })
    expect(wordReason(warning!, () => '每周一反诈', 'zh')).toBe('11 月 23 日、30 日的《每周一反诈》还没有内容。')
  })

  it.each<[string, Partial<PlanBrief>, number]>([
    ['no deliveries are left', { slots: 2 }, 2],
    ['its topic is at its cap', { topics: [{ id: 'marriage' }, { id: 'fraud', cap: 0.25 }] }, 3],
    [
      'nobody may be disturbed then',
      { segments: [segment({ demand: { fraud: 1 }, closed: [{ from: 19 * 60, to: 20 * 60, workdays: false }] })] },
      0,
    ],
    ['the channel is quiet then', { channels: [channel({ quietFrom: '19:00', quietTo: '07:00' })] }, 0],
  ])('stays out where %s, and says so', (_name, given, count) => {
    const made = plan(given)
    expect(placed(made)).toHaveLength(count)
    expect(made.warnings.map(({ code }) => code)).toContain('series-skipped')
  })

  it('is no matter of a campaign without its channel or its segment', () => {
    for (const other of [
      { ...monday, channel: 'gone' },
      { ...monday, segment: 'gone' },
    ]) {
      const made = plan({ series: [other] })
      expect(placed(made)).toHaveLength(0)
      expect(made.warnings.map(({ code }) => code).filter((code) => code.startsWith('series'))).toEqual([])
    }
  })

  it('whose place another campaign or a pin has filled gets no second one', () => {
    const standing = {
      ...{ item: 'own-5', topic: 'fraud', segment: 'all', channel: 'site', at: new Date('2026-11-09T19:30:00+08:00') },
    }
    for (const given of [{ others: [standing] }, { kept: [{ ...standing, pinned: true }] }])
      expect(placed(plan(given)).map(({ at }) => clock(at).day)).not.toContain('2026-11-09')
  })
})

it('whatever series there are: every candidate once, the ledger is never overdrawn, caps hold', () => {
  const series = fc.record({
    id: fc.constantFrom('a', 'b'),
    topic: fc.option(fc.constantFrom('fraud', 'marriage', 'dragons')),
    segment: fc.constantFrom('old', 'young', 'gone'),
    channel: fc.option(fc.constantFrom('site', 'kit', 'gone')),
    weekday: fc.integer({ min: 1, max: 7 }),
    minutes: fc.integer({ min: 0, max: 1439 }),
  })
  const cap = fc.option(fc.double({ min: 0.05, max: 1, noNaN: true }))
  fc.assert(
    fc.property(fc.array(series, { maxLength: 5 }), cap, fc.nat(20), (rows, most, slots) => {
      const stock = Array.from({ length: 12 }, (_, n) =>
        item(`i${n}`, n % 2 ? 'fraud' : 'marriage', { series: n % 3 ? null : 'a' }),
      )
      const made = plan({
        ...{ slots, series: rows, items: stock },
        topics: [{ id: 'fraud', cap: most }, { id: 'marriage' }],
        to: new Date('2026-11-15T12:00:00+08:00'),
        segments: [segment({ id: 'old', demand: { fraud: 0.5, marriage: 0.5 } }), segment({ id: 'young' })],
        channels: [
          channel({ id: 'site', dailyQuota: 1 }),
          channel({ id: 'kit', dailyQuota: 2, quietFrom: '21:00', quietTo: '07:00' }),
        ],
      })
      const keys = [...made.deliveries, ...made.excluded].map((one) => `${one.item} ${one.segment}`)
      expect(keys).toHaveLength(24)
      expect(new Set(keys).size).toBe(24)
      expect(made.deliveries.length).toBeLessThanOrEqual(slots)
      for (let n = 0; n < 15; n++) {
        const day = made.deliveries.filter(({ at }) => clock(at).day === addDays('2026-11-01', n))
        expect(day.filter((one) => one.channel === 'site').length).toBeLessThanOrEqual(1)
        expect(day.filter((one) => one.channel === 'kit').length).toBeLessThanOrEqual(2)
        const kits = day.filter((one) => one.channel === 'kit').map(({ at }) => clock(at).minutes)
        if (kits.length === 2) expect(Math.abs(kits[0]! - kits[1]!)).toBeGreaterThanOrEqual(60)
        for (const minutes of kits) expect(minutes >= 7 * 60 && minutes < 21 * 60).toBe(true)
      }
      for (const { segment: id, budget } of made.segments) {
        const mine = made.deliveries.filter((one) => one.segment === id)
        expect(mine.length).toBeLessThanOrEqual(budget)
        const fraud = mine.filter(({ topic }) => topic === 'fraud').length
        if (most !== null) expect(fraud).toBeLessThanOrEqual(Math.max(1, Math.floor(most * budget + 1e-9)))
      }
    }),
    { numRuns: 80 },
  )
})
