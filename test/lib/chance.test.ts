import { describe, expect, it } from 'vitest'
import { chance } from '../../src/lib/chance'

const many = (draw: () => number, n = 20_000) => Array.from({ length: n }, draw)
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const variance = (values: number[]) => {
  const middle = mean(values)
  return mean(values.map((value) => (value - middle) ** 2))
}

describe('seeded chance', () => {
  it.each([
    [2, 5],
    [0.5, 0.5],
    [30, 70],
  ])('(j) draws Beta(%d, %d) with its mean and variance', (a, b) => {
    const seeded = chance(7)
    const values = many(() => seeded.beta(a, b))
    expect(mean(values)).toBeCloseTo(a / (a + b), 2)
    expect(variance(values)).toBeCloseTo((a * b) / ((a + b) ** 2 * (a + b + 1)), 2)
    expect(values.every((value) => value >= 0 && value <= 1)).toBe(true)
  })

  it('(j) Beta(2, 1) has the distribution function x²: the largest gap is what chance allows', () => {
    const seeded = chance(11)
    const values = many(() => seeded.beta(2, 1)).sort((x, y) => x - y)
    const gap = Math.max(...values.map((x, n) => Math.abs(x * x - (n + 1) / values.length)))
    expect(gap).toBeLessThan(1.63 / Math.sqrt(values.length)) // Kolmogorov and Smirnov at 1 %
  })

  it('draws a Dirichlet that sums to 1 around its weights', () => {
    const seeded = chance(3)
    const draws = Array.from({ length: 5000 }, () => seeded.dirichlet([5, 3, 2]))
    for (const draw of draws) expect(mean(draw) * 3).toBeCloseTo(1, 9)
    expect(mean(draws.map(([first]) => first!))).toBeCloseTo(0.5, 1)
  })

  it('the same seed gives the same draws', () => {
    const [one, other] = [chance(5), chance(5)]
    expect(many(() => one.gamma(3), 10)).toEqual(many(() => other.gamma(3), 10))
  })
})
