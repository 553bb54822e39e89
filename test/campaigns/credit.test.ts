import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closeWeek, openWeeks, type Carried, type WeekCell } from '../../campaigns/credit'
import { CREDIT_DECAY, nextTopics } from '../../campaigns/deficit'
import { sharesOf } from '../../src/lib/mix'
import { addDays } from '../../src/lib/zone'

const cell = (key: string, weight: number, had: number): WeekCell => ({ key, weight, had })

describe('credit that is carried from week to week', () => {
  it('is what a topic was owed and did not get, and fades by a tenth a week', () => {
    const first = closeWeek(null, '2026-11-16', [cell('fraud', 0.6, 0), cell('marriage', 0.4, 10)])
    expect(first).toEqual({ week: '2026-11-16', sent: 9, owed: { fraud: 5.4, marriage: -5.4 } })
    const quiet = closeWeek(first, '2026-11-23', [cell('fraud', 0.6, 0), cell('marriage', 0.4, 0)])
    expect(quiet.owed).toEqual({ fraud: 4.86, marriage: -4.86 })
  })

  it('forgets a topic that is gone, and stays whole where nobody wants anything', () => {
    const before = { week: '2026-11-16', sent: 9, owed: { gone: 3, fraud: 1 } }
    expect(closeWeek(before, '2026-11-23', [cell('fraud', 0, 0)]).owed).toEqual({ fraud: 0.9 })
    expect(closeWeek(null, '2026-11-23', [])).toEqual({ week: '2026-11-23', sent: 0, owed: {} })
  })

  it('closes each whole week once, the missed ones too, but none older than thirteen', () => {
    expect(openWeeks('2026-11-16', '2026-11-29')).toEqual([])
    expect(openWeeks('2026-11-16', '2026-11-30')).toEqual(['2026-11-23'])
    expect(openWeeks('2026-11-02', '2026-11-30')).toEqual(['2026-11-09', '2026-11-16', '2026-11-23'])
    expect(openWeeks(null, '2026-11-30')).toHaveLength(13)
    expect(openWeeks('2020-01-06', '2026-11-30')).toHaveLength(13)
    expect(openWeeks('2027-01-04', '2026-11-30')).toEqual([])
  })

  const weights = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 10 })
  const weeks = fc.array(fc.nat(12), { minLength: 1, maxLength: 30 })

  it('an office that follows it makes less than one too many, and a tenth more for every week that was forgiven', () => {
    fc.assert(
      fc.property(weights, weeks, (raw, turnsOf) => {
        const shares = sharesOf(raw)
        if (!shares.some((share) => share > 0)) return
        let credit: readonly number[] = shares.map(() => 0)
        const got = shares.map(() => 0)
        let all = 0
        turnsOf.forEach((turns, w) => {
          const week = nextTopics(shares, turns, { credit })
          for (const { topic } of week.turns) got[topic]! += 1
          all += turns
          credit = week.credit
          credit.forEach((debt) => expect(debt).toBeGreaterThan(-CREDIT_DECAY - 1e-9))
          const allowed = 1 + (1 - CREDIT_DECAY) * (w + 1)
          got.forEach((count, t) => expect(count - shares[t]! * all).toBeLessThan(allowed + 1e-9))
        })
      }),
    )
  })

  it('closing weeks one by one, or all of them later, is the same', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 2, maxLength: 13 }), fc.nat(12), (had, cut) => {
        const from = (start: Carried | null, rows: typeof had, first: number) =>
          rows.reduce<Carried | null>(
            (before, [a, b], n) =>
              closeWeek(before, addDays('2026-08-31', 7 * (first + n)), [cell('a', 0.3, a), cell('b', 0.7, b)]),
            start,
          )
        const stored = JSON.parse(JSON.stringify(from(null, had.slice(0, cut), 0))) as Carried | null
        expect(from(stored, had.slice(cut), Math.min(cut, had.length))).toEqual(from(null, had, 0))
      }),
    )
  })
})
