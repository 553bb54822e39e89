import { uniformFloat32 } from 'pure-rand/distribution/uniformFloat32'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Seeded chance: the same seed writes the same demo county. */
export function chance(seed: number) {
  const generator = xoroshiro128plus(seed)
  const next = () => uniformFloat32(generator)
  /** Four digits at a draw: a county is tens of thousands of ids. */
  const four = () =>
    Math.floor(next() * 0x10000)
      .toString(16)
      .padStart(4, '0')
  const hex = (digits: number): string => (digits > 4 ? four() + hex(digits - 4) : four().slice(0, digits))
  return {
    next,
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
