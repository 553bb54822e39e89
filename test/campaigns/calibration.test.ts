import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrate, valueOf, type Candidate, type Problem } from '../../campaigns/calibration'
import { apportion, calibrationLoss, js, mismatch, sharesOf } from '../../src/lib/mix'

// ranking.md 1.3: marriage, fraud, consumer, labour, land, neighbours, minors (J), business.
const target = [0.14, 0.26, 0.18, 0.14, 0.1, 0.08, 0.06, 0.04]
const letters = 'MFCLHNJB'
const plenty = target.flatMap((_, topic) => Array.from({ length: 30 }, () => single(topic, 0.5)))

function single(topic: number, score: number): Candidate {
  return { score, labels: [[topic, 1]] }
}
const topicOf = (index: number) => plenty[index]!.labels[0]![0]
const countsOf = (chosen: number[]) => target.map((_, t) => chosen.filter((index) => topicOf(index) === t).length)

/* Letters: the properties of ranking.md 2.5; (g) in deficit, (h) in placing, (j) in chance, (k) in nasty, (f) in both. */
describe('golden values', () => {
  it('K = 20 gives 3/5/3/3/2/2/1/1 and the losses of the paper example', () => {
    const { chosen } = calibrate({ candidates: plenty, target, total: 20, choose: 20, lambda: 1 })
    const counts = countsOf(chosen)
    expect(counts).toEqual([3, 5, 3, 3, 2, 2, 1, 1])
    const shares = sharesOf(counts)
    expect(calibrationLoss(target, shares)).toBeCloseTo(0.0077, 4)
    expect(js(target, shares)).toBeCloseTo(0.00284, 5)
    expect(mismatch(shares, target)).toBeCloseTo(0.05, 10)
  })

  it('K = 10 chooses in the order F C M L H N J B F C', () => {
    const { order } = calibrate({ candidates: plenty, target, total: 10, choose: 10, lambda: 1 })
    expect(order.map((index) => letters[topicOf(index)]).join('')).toBe('FCMLHNJBFC')
  })
})

const score = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000)
const weights = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 4 })
const problem = (labels: 1 | 2, most = 9) =>
  weights.chain((raw) =>
    fc.record({
      target: fc.constant(sharesOf(raw)),
      candidates: fc.array(
        fc.tuple(score, fc.nat(raw.length - 1), fc.nat(raw.length - 1)).map(([s, a, b]): Candidate => {
          const two = labels === 2 && a !== b
          return { score: s, labels: two ? [[a, 0.6], [b, 0.4]] : [[a, 1]] } // prettier-ignore
        }),
        { minLength: 1, maxLength: most },
      ),
      choose: fc.integer({ min: 1, max: 5 }),
      lambda: fc.constantFrom(0, 0.5, 0.9, 1),
    }),
  )
const whole = (given: Omit<Problem, 'total'>): Problem => ({ ...given, total: given.choose })

describe('for any problem', () => {
  it('(a) with one label an item greedy is the optimum, found by trying every set', () => {
    fc.assert(
      fc.property(problem(1), (given) => {
        const p = whole(given)
        expect(calibrate(p).value).toBeCloseTo(bestOf(p), 9)
      }),
      { numRuns: 300 },
    )
  })

  it('with two labels it reaches at least 1 - 1/e of the optimum above the empty list', () => {
    fc.assert(
      fc.property(problem(2), (given) => {
        const p = whole(given)
        const empty = valueOf(p, [])
        expect(calibrate(p).value - empty).toBeGreaterThanOrEqual((1 - 1 / Math.E) * (bestOf(p) - empty) - 1e-9)
      }),
    )
  })

  it('(b) adding an item never lowers F, and gains shrink as the list grows', () => {
    fc.assert(
      fc.property(problem(2), (given) => {
        const p = whole(given)
        const all = p.candidates.map((_, index) => index)
        const [extra, ...rest] = all
        const half = rest.slice(0, Math.floor(rest.length / 2))
        const gain = (set: number[]) => valueOf(p, [...set, extra!]) - valueOf(p, set)
        expect(gain(rest)).toBeGreaterThanOrEqual(-1e-9)
        expect(gain(half)).toBeGreaterThanOrEqual(gain(rest) - 1e-9)
      }),
    )
  })

  it('(c) swapping never lowers what greedy reached', () => {
    fc.assert(
      fc.property(problem(2, 30), (given) => {
        const p = whole(given)
        const { value, order } = calibrate(p)
        expect(value).toBeGreaterThanOrEqual(valueOf(p, order) - 1e-9)
      }),
    )
  })

  it('(e) lambda 0 is the top of the scores, in that order', () => {
    fc.assert(
      fc.property(problem(1, 30), (given) => {
        const p = whole({ ...given, lambda: 0 })
        const top = p.candidates.map(({ score }) => score).sort((a, b) => b - a)
        expect(calibrate(p).chosen.map((index) => p.candidates[index]!.score)).toEqual(top.slice(0, p.choose))
      }),
    )
  })

  it('(e) lambda 1 with enough of every topic is at least as near the target as the largest remainders', () => {
    const wide = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 2, maxLength: 10 })
    fc.assert(
      fc.property(wide, fc.integer({ min: 1, max: 40 }), (raw, total) => {
        const wanted = sharesOf(raw)
        const candidates = wanted.flatMap((_, topic) => Array.from({ length: total }, () => single(topic, 0.5)))
        const { chosen } = calibrate({ candidates, target: wanted, total, choose: total, lambda: 1 })
        const counts = wanted.map((_, t) => chosen.filter((index) => candidates[index]!.labels[0]![0] === t).length)
        const loss = (of: readonly number[]) => calibrationLoss(wanted, sharesOf(of))
        expect(loss(counts)).toBeLessThanOrEqual(loss(apportion(total, wanted)) + 1e-9)
      }),
    )
  })

  it('(d) the order of candidates with equal scores does not change F', () => {
    fc.assert(
      fc.property(problem(1, 30), (given) => {
        const p = whole({ ...given, candidates: given.candidates.map((candidate) => ({ ...candidate, score: 0.5 })) })
        const turned = { ...p, candidates: [...p.candidates].reverse() }
        expect(calibrate(turned).value).toBeCloseTo(calibrate(p).value, 9)
      }),
    )
  })

  it('(f) caps hold, what the list already holds counts', () => {
    fc.assert(
      fc.property(problem(1, 30), fc.integer({ min: 0, max: 3 }), (given, cap) => {
        const base = given.target.map((_, t) => (t === 0 ? 1 : 0))
        const caps = given.target.map(() => cap)
        const { chosen } = calibrate({ ...whole(given), base, caps })
        const counts = given.target.map((_, t) => chosen.filter((i) => given.candidates[i]!.labels[0]![0] === t).length)
        counts.forEach((count, t) => expect(count).toBeLessThanOrEqual(Math.max(0, cap - base[t]!)))
      }),
    )
  })

  it('an empty pool chooses nothing', () => {
    expect(calibrate({ candidates: [], target, total: 20, choose: 20 }).chosen).toEqual([])
  })
})

function bestOf(p: Problem): number {
  let best = -Infinity
  const size = Math.min(p.choose, p.candidates.length)
  const walk = (from: number, set: number[]) => {
    if (set.length === size) best = Math.max(best, valueOf(p, set))
    else for (let index = from; index < p.candidates.length; index++) walk(index + 1, [...set, index])
  }
  walk(0, [])
  return best
}
