import { createHash } from 'node:crypto'

/** SHA-256 in hex of any JSON value, independent of key order; `undefined`, null and empty strings count as absent. */
export function stableHash(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(canonical(value)) ?? 'null')
    .digest('hex')
}

function canonical(value: unknown): unknown {
  if (value === undefined || value === null || value === '') return undefined
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map((entry) => canonical(entry) ?? null)
  if (typeof value !== 'object') return value
  const entries = Object.entries(value)
    .map(([key, entry]) => [key, canonical(entry)] as const)
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return entries.length ? Object.fromEntries(entries) : undefined
}
