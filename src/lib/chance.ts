import { uniformFloat32 } from 'pure-rand/distribution/uniformFloat32'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/**
 * Seeded chance: the same seed gives the same county, plan or simulation. Distributions by their textbook samplers:
 * normal by Box and Muller, gamma by Marsaglia and Tsang (2000), beta and Dirichlet from gammas.
 */
export function chance(seed: number) {
  const generator = xoroshiro128plus(seed)
  const next = () => uniformFloat32(generator)
  /** Four digits at a draw: a county is tens of thousands of ids. */
  const four = () =>
    Math.floor(next() * 0x10000)
      .toString(16)
      .padStart(4, '0')
  const hex = (digits: number): string => (digits > 4 ? four() + hex(digits - 4) : four().slice(0, digits))
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  /** Gamma with the given shape and scale 1. */
  const gamma = (shape: number): number => {
    // Below 1 the method does not hold: one shape higher, then drawn down by a power of chance.
    if (shape < 1) return gamma(shape + 1) * (1 - next()) ** (1 / Math.max(shape, 1e-9))
    const d = shape - 1 / 3
    const c = 1 / Math.sqrt(9 * d)
    for (;;) {
      const x = normal()
      const v = (1 + c * x) ** 3
      if (v > 0 && Math.log(1 - next()) < x * x * 0.5 + d - d * v + d * Math.log(v)) return d * v
    }
  }
  return {
    next,
    normal,
    gamma,
    beta(a: number, b: number): number {
      const x = gamma(a)
      return x / (x + gamma(b) || 1)
    },
    dirichlet(weights: readonly number[]): number[] {
      const drawn = weights.map((weight) => gamma(Math.max(weight, 1e-9)))
      const total = drawn.reduce((sum, value) => sum + value, 0) || 1
      return drawn.map((value) => value / total)
    },
    hex,
    happens: (probability: number) => next() < probability,
    between: (from: number, to: number) => from + next() * (to - from),
    pick: <T>(list: readonly T[]): T => list[Math.min(list.length - 1, Math.floor(next() * list.length))]!,
    weighted<T>(list: readonly T[], weight: (entry: T) => number): T {
      let left = next() * list.reduce((sum, entry) => sum + weight(entry), 0)
      return list.find((entry) => (left -= weight(entry)) < 0) ?? list.at(-1)!
    },
    /** How often something of the given mean happened. */
    poisson(mean: number): number {
      let n = -1
      for (let product = 1; product > Math.exp(-Math.min(mean, 600)); n++) product *= next()
      return Math.max(0, n)
    },
    /** A wait of the given mean. */
    wait: (mean: number) => -mean * Math.log(1 - next()),
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  }
}
export type Chance = ReturnType<typeof chance>

/** Chance of its own for everything that has a name: what is drawn for one does not depend on who else is there. */
export function chanceOf(seed: number, name: string): Chance {
  let mixed = seed | 0
  for (const sign of name) mixed = Math.imul(mixed ^ sign.codePointAt(0)!, 0x5bd1e995)
  // The generator starts out alike for neighbouring seeds; murmur's last step tears them apart.
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return chance(mixed ^ (mixed >>> 16))
}
