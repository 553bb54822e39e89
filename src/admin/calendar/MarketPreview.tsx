'use client'
import { useFormFields } from '@payloadcms/ui'
import { localDay, rowsOf } from './fields'
import { PreviewLine } from './PreviewLine'

/** Under the market rule: the next market days, with their lunar dates. */
export function MarketPreview() {
  const path = useFormFields(([fields]) => {
    const system = fields['market.system']?.value
    if (!system) return null
    const chosen = fields[system === 'weekday' ? 'market.weekdays' : 'market.digits']?.value
    if (!Array.isArray(chosen) || !chosen.length) return null
    const except = rowsOf(fields, 'market.except').flatMap((row) => localDay(row.day) ?? [])
    const query = new URLSearchParams({ system: String(system), digits: chosen.join(), except: except.join() })
    return `/calendar/market?${query.toString()}` as const
  })
  return <PreviewLine path={path} />
}
