/** A share of `n` with its 95 % Wilson interval (1927), all 0 to 1; nothing at all when n is 0. */
export type Rate = { share: number; low: number; high: number }

const Z = 1.959964

export function wilson(k: number, n: number): Rate | null {
  if (n <= 0) return null
  const p = Math.min(1, Math.max(0, k / n))
  const z2 = Z * Z
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n)
  const half = (Z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))) / (1 + z2 / n)
  return { share: p, low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}
