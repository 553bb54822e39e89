import type { FormState } from 'payload'

/** The rows of an array field as they stand in the form. */
export function rowsOf(fields: FormState, name: string): Record<string, unknown>[] {
  const rows: Record<string, unknown>[] = []
  for (const [path, field] of Object.entries(fields)) {
    const [, at, key] = new RegExp(`^${name.replace('.', '\\.')}\\.(\\d+)\\.(\\w+)$`).exec(path) ?? []
    if (at && key) rows[Number(at)] = { ...rows[Number(at)], [key]: field?.value }
  }
  return rows.filter(Boolean)
}

/** The day a date field shows in this browser. */
export function localDay(value: unknown): string | null {
  const date = new Date(String(value ?? ''))
  if (!value || Number.isNaN(date.getTime())) return null
  const two = (n: number) => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
